"""What editors say about crises wins: pins, names, merges and splits."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from crisis_archive.model import Analysis, EditedCrisis, Editorial
from crisis_archive.relating.crises.features import own_day
from crisis_archive.relating.dating.event_kinds import kinds_of
from crisis_archive.relating.reuse.lexis import FUNCTION_WORDS
from crisis_archive.relating.texts import Texts
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

Group = tuple[str, ...]
_MENTIONED = 0.5
"""Least share of the words of an editor's title and anchors that a text of its crisis holds on average."""
_AS_MUCH = 0.5
"""Least share that others hold of them, of what the texts that an editor lists hold, to come along."""
_OUT_OF_TIME = 200
"""Days; a group all of whose own days lie further from every anchor tells of something else."""


class EditedGroups(msgspec.Struct, frozen=True):
    """Groups after the editor's word."""

    named: dict[str, Group]
    """Slug to sorted document ids."""
    unnamed: tuple[Group, ...]
    pinned: frozenset[str]
    unmatched: tuple[str, ...]
    """Slugs of editors' crises without a text."""


def apply_editor(
    texts: Texts,
    found: Sequence[Group],
    similar: Iterable[tuple[str, str, float]],
    editorial: Editorial,
) -> EditedGroups:
    """Names, pins, merges and splits of editors, applied to the groups that likeness gave.

    A seed that an editor lists, or whose correction names a crisis, belongs there. The rest of its
    group follows when at least half of the group is pinned, or when it tells of what the listed texts tell
    of; each text to the crisis of the pinned texts that it is most like (so a list can merge groups, and two
    lists can split one). A correction that takes one text out takes no others along. A crisis without any pin
    takes the free group, or the free text, that holds most of the words of its title and anchors.
    """
    pins = _pins(texts, editorial)
    listing = {file: crisis for crisis in editorial.crises for file in crisis.seeds}
    group_of = {document: group for group in found for document in group}
    home: dict[str, str] = dict(pins)
    for group in found:
        inside = [document for document in group if document in pins]
        if inside and 2 * len(inside) < len(group):
            inside = _leading(group, inside, pins, listing, texts)
        if inside:
            home.update(_follow(group, inside, pins, similar))
    free = [left for group in found if (left := tuple(each for each in group if each not in home))]
    wanting = [each for each in editorial.crises if each.slug not in set(home.values())]
    grouped = {document for group in found for document in group}
    lone = [(each,) for each in texts.ids if wanting and each not in grouped and each not in home]
    matched = _match(wanting, [*free, *lone], texts)
    for slug, group in matched.items():
        home.update(dict.fromkeys(group, slug))
    named: dict[str, list[str]] = defaultdict(list)
    for document in sorted(home):
        named[home[document]].append(document)
    rest = []
    for group in sorted(set(group_of.values())):
        left = tuple(document for document in group if document not in home)
        if len(left) > 1:
            rest.append(left)
    return EditedGroups(
        named={slug: tuple(named[slug]) for slug in sorted(named)},
        unnamed=tuple(rest),
        pinned=frozenset(pins),
        unmatched=tuple(sorted(each.slug for each in wanting if each.slug not in matched)),
    )


def _pins(texts: Texts, editorial: Editorial) -> dict[str, str]:
    """Document id to the slug an editor gave; a correction of one seed outdoes a list of seeds."""
    listed = {file: crisis.slug for crisis in editorial.crises for file in crisis.seeds}
    corrections = {each.seed: each for each in reversed(editorial.corrections)}
    pins = {}
    for document, file in zip(texts.ids, texts.files, strict=True):
        correction = corrections.get(file)
        slug = (correction.crisis if correction else None) or listed.get(file)
        if slug:
            pins[document] = slug
    return pins


def _leading(
    group: Group,
    pinned: Sequence[str],
    pins: Mapping[str, str],
    listing: Mapping[str, EditedCrisis],
    texts: Texts,
) -> list[str]:
    """Those of few pinned texts that the rest of their group follows.

    They stand in the list of a crisis, and the rest holds its words about as much as they do.
    """
    rest = [texts.of(document) for document in group if document not in pins]
    listed: dict[str, list[str]] = defaultdict(list)
    for document in pinned:
        crisis = listing.get(texts.files[texts.place(document)])
        if crisis is not None and crisis.slug == pins[document]:
            listed[crisis.slug].append(document)
    edited = {crisis.slug: crisis for crisis in listing.values()}
    leading: list[str] = []
    for slug, documents in sorted(listed.items()):
        wanted = _spoken_words(edited[slug])
        days = [day for each in rest if (day := own_day(each)) is not None]
        anchors = [anchor.day.toordinal() for anchor in edited[slug].anchors]
        own = _mean_share(wanted, [_held(texts.of(document)) for document in documents])
        if _mean_share(wanted, map(_held, rest)) >= _AS_MUCH * own and not _out_of_time(days, anchors):
            leading += documents
    return leading


def _mean_share(wanted: Set[str], texts: Iterable[Set[str]]) -> float:
    """How many of the wanted words a text holds on average, as a share."""
    shares = [len(wanted & held) / len(wanted) for held in texts] if wanted else []
    return sum(shares) / len(shares) if shares else 0.0


def _held(analysis: Analysis) -> set[str]:
    """The folded words of a text and its title."""
    document = analysis.document
    return {fold(word) for text in (document.title, *document.paragraphs) for word in words(text)}


def _follow(
    group: Group, inside: Sequence[str], pins: Mapping[str, str], similar: Iterable[tuple[str, str, float]]
) -> dict[str, str]:
    """The unpinned texts of a group go where the pinned texts that they are most like are."""
    count = Counter(pins[document] for document in inside)
    usual = min(count, key=lambda slug: (-count[slug], slug))
    likest: dict[str, tuple[float, str]] = {}
    chosen = set(inside)
    for left, right, value in similar:
        for document, other in ((left, right), (right, left)):
            if other in chosen and document not in pins:
                likest[document] = max(likest.get(document, (0.0, "")), (value, pins[other]))
    return {document: likest.get(document, (0.0, usual))[1] for document in group if document not in pins}


def _match(wanting: Sequence[EditedCrisis], free: Sequence[Group], texts: Texts) -> dict[str, Group]:
    """Crises without pins beside the groups whose texts mention their words best, each group once."""
    if not wanting:
        return {}
    spoken = {crisis.slug: _spoken_words(crisis) for crisis in wanting}
    held = {group: [_held(texts.of(each)) for each in group] for group in free}
    days = {group: [day for each in group if (day := own_day(texts.of(each))) is not None] for group in free}
    anchors = {crisis.slug: [anchor.day.toordinal() for anchor in crisis.anchors] for crisis in wanting}
    crisis_of = {crisis.slug: crisis for crisis in wanting}
    scores = []
    for slug, wanted in spoken.items():
        for group in free:
            if len(group) == 1 and not _tells_of(crisis_of[slug], held[group][0]):
                continue
            if wanted and not _out_of_time(days[group], anchors[slug]):
                scores.append((-_mean_share(wanted, held[group]), slug, group))
    matched: dict[str, Group] = {}
    taken: set[Group] = set()
    for score, slug, group in sorted(scores):
        if -score >= _MENTIONED and slug not in matched and group not in taken:
            matched[slug] = group
            taken.add(group)
    return matched


def _tells_of(crisis: EditedCrisis, held: Set[str]) -> bool:
    """Whether a text that no other is like tells of an anchor event, or holds all words of the title.

    It holds every word of the event, or another word for what happened (`abducted` for `capture`).
    """
    told = kinds_of(sorted(held))
    for anchor in crisis.anchors:
        missing = _content(anchor.event) - held
        if missing <= {word for word in missing if kinds_of([word]) & told}:
            return True
    title = _content(crisis.title or crisis.slug)
    return not crisis.anchors and len(title) > 1 and title <= held


def _out_of_time(days: Sequence[int], anchors: Sequence[int]) -> bool:
    """Whether days and anchors (ordinals) are both known and no day lies near an anchor."""
    apart = [abs(day - anchor) for day in days for anchor in anchors]
    return bool(apart) and min(apart) > _OUT_OF_TIME


def _spoken_words(crisis: EditedCrisis) -> set[str]:
    """The content words of a crisis's title and anchor events."""
    return _content(" ".join([crisis.title or crisis.slug, *(anchor.event for anchor in crisis.anchors)]))


def _content(text: str) -> set[str]:
    return {word for word in map(fold, words(text)) if word not in FUNCTION_WORDS}
