"""From texts to groups: which documents tell of one unfolding event."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Editorial, Mention, Relation
from crisis_archive.relating.crises.counting import Counted, count_texts
from crisis_archive.relating.crises.editing import EditedGroups, apply_editor
from crisis_archive.relating.crises.naming import derived_slug, is_named, leading_names, with_terms
from crisis_archive.relating.crises.profiles import Profiles
from crisis_archive.relating.crises.stories import Alike, find_stories, how_alike
from crisis_archive.relating.crises.terms import Terms, weightiest
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import Pairs, rounded

_SURE = 0.6
"""Least score of a copy or rewrite that binds its texts together whatever else they are like."""


class Likenesses(msgspec.Struct, frozen=True):
    """Documents that are alike, kept as arrays: an archive has a hundred such pairs for every text."""

    ids: tuple[str, ...]
    """Of all documents, in order; pairs name their places."""
    pairs: Pairs

    def __iter__(self) -> Iterator[tuple[str, str, float]]:
        """Every pair (left < right) with the cosine of its features, sorted."""
        places = zip(
            self.pairs.left.tolist(), self.pairs.right.tolist(), self.pairs.value.tolist(), strict=True
        )
        return ((self.ids[left], self.ids[right], value) for left, right, value in places)


_Words = tuple[str, ...]


class CrisisGroups(msgspec.Struct, frozen=True):
    """Which documents belong together, before anything is dated."""

    slug_of: dict[str, str | None]
    """For each document the slug of its crisis, or null."""
    members: dict[str, tuple[str, ...]]
    """For each slug the ids of its documents, sorted; slugs sorted."""
    names: dict[str, tuple[str, ...]]
    """For each slug the words of its derived title, weightiest first, the place before all."""
    similar: Likenesses
    profiles: Profiles
    """For each document what explains its place: its names and its weightiest words."""
    pinned: frozenset[str]
    """Documents that an editor put where they are."""
    unmatched: tuple[str, ...] = ()
    """Slugs of editors' crises that no text was found for."""


class Compared(msgspec.Struct, frozen=True):
    """What is known of texts before names are told apart and copies found, as arrays."""

    told: Counted
    terms: Terms
    alike: Alike


def compare_texts(analyses: Sequence[Analysis], kept: Keeping | None = None) -> Compared:
    """How like each other these texts are, and by what words."""
    texts, kept = Texts(analyses), kept or nothing_kept()
    told, worded = count_texts(texts, kept)
    return Compared(told, weightiest(worded, texts.ids, kept), how_alike(texts, texts.ids, told, kept))


def group_crises(
    analyses: Sequence[Analysis],
    mentions: Mapping[str, Sequence[Mention]],
    reuse: Sequence[Relation],
    editorial: Editorial,
    kept: Keeping | None = None,
    compared: Compared | None = None,
) -> CrisisGroups:
    """Group the documents of one event over outlets and weeks; what editors say wins.

    A group found by likeness alone has two documents or more. The order of the arguments does not matter.
    """
    texts, kept = Texts(analyses), kept or nothing_kept()
    ids = texts.ids
    together = [(texts.place(each.left), texts.place(each.right)) for each in reuse if each.score >= _SURE]
    told, terms, alike = msgspec.structs.astuple(compared or compare_texts(analyses, kept))
    stories = find_stories(texts, told, alike, together, kept)
    found = [tuple(ids[n] for n in group) for group in stories if len(group) > 1]
    by_words = alike.by_words
    similar = Likenesses(ids, Pairs(by_words.left, by_words.right, rounded(by_words.value, 4)))
    profiles = Profiles(texts, terms, mentions, kept)
    edited = apply_editor(texts, found, similar, editorial)
    return _named(ids, edited, similar, profiles, kept)


def _named(
    ids: Sequence[str],
    edited: EditedGroups,
    similar: Likenesses,
    profiles: Profiles,
    kept: Keeping,
) -> CrisisGroups:
    """Give every group its slug: the editor's, else one derived from its own texts."""
    members, names = {}, {}
    groups = [*edited.named.values(), *edited.unnamed]
    titles = iter(_titles(groups, profiles, kept))
    for slug, group in edited.named.items():
        members[slug], names[slug] = group, next(titles)
    for group, title in zip(edited.unnamed, titles, strict=True):
        slug = derived_slug(title)
        while slug in members:
            slug = f"{slug}-2"
        members[slug], names[slug] = group, title
    slug_of: dict[str, str | None] = dict.fromkeys(ids)
    for slug, group in members.items():
        slug_of.update(dict.fromkeys(group, slug))
    order = sorted(members)
    return CrisisGroups(
        slug_of=slug_of,
        members={slug: members[slug] for slug in order},
        names={slug: names[slug] for slug in order},
        similar=similar,
        profiles=profiles,
        pinned=edited.pinned,
        unmatched=edited.unmatched,
    )


def _titles(groups: Sequence[Sequence[str]], profiles: Profiles, kept: Keeping) -> list[tuple[str, ...]]:
    """What each group is called by its own texts. Words are asked for only where names do not do: their
    weights rest on all texts."""
    found = kept.each(
        "leading names of crises",
        _Words,
        [key_of(*map(profiles.named, group)) for group in groups],
        lambda place: leading_names(groups[place], profiles),
    )
    short = [place for place, names in enumerate(found) if not is_named(names)]

    def worded(at: int) -> tuple[str, ...]:
        return with_terms(found[short[at]], groups[short[at]], profiles)

    keys = [key_of(*(profiles.key(each, with_weights=True) for each in groups[place])) for place in short]
    for place, title in zip(short, kept.each("names of crises", _Words, keys, worded), strict=True):
        found[place] = title
    return found
