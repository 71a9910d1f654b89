"""From texts to groups: which documents tell of one unfolding event."""

from collections.abc import Mapping, Sequence

import msgspec

from crisis_archive.model import Analysis, Editorial, Mention, Relation
from crisis_archive.relating.crises.clustering import average_link
from crisis_archive.relating.crises.editing import EditedGroups, apply_editor
from crisis_archive.relating.crises.features import features
from crisis_archive.relating.crises.naming import derived_name
from crisis_archive.relating.crises.profiles import Profile, make_profile
from crisis_archive.relating.vectors import similar_pairs, tf_idf

_RELATED = 0.05
"""Similarities below this count as none."""
_ONE_EVENT = 0.13
"""Least mean similarity of two groups that tell of one event."""


class CrisisGroups(msgspec.Struct, frozen=True):
    """Which documents belong together, before anything is dated."""

    slug_of: dict[str, str | None]
    """For each document the slug of its crisis, or null."""
    members: dict[str, tuple[str, ...]]
    """For each slug the ids of its documents, sorted; slugs sorted."""
    names: dict[str, tuple[str, ...]]
    """For each slug the words of its derived title, weightiest first, the place before all."""
    similar: tuple[tuple[str, str, float], ...]
    """Documents (left < right) that are alike, with the cosine of their features, sorted."""
    profiles: dict[str, Profile]
    """For each document what explains its place: its names and its weightiest words."""
    pinned: frozenset[str]
    """Documents that an editor put where they are."""
    unmatched: tuple[str, ...] = ()
    """Slugs of editors' crises that no text was found for."""


def group_crises(
    analyses: Sequence[Analysis],
    mentions: Mapping[str, Sequence[Mention]],
    reuse: Sequence[Relation],
    editorial: Editorial,
) -> CrisisGroups:
    """Group the documents of one event over outlets and weeks; what editors say wins.

    A group found by likeness alone has two documents or more. The order of the arguments does not matter.
    """
    ordered = sorted(analyses, key=lambda each: each.id)
    ids = [each.id for each in ordered]
    place = {document: number for number, document in enumerate(ids)}
    counted = [features(each, mentions.get(each.id, ())) for each in ordered]
    matrix, columns = tf_idf(counted)
    pairs = list(similar_pairs(matrix, _RELATED))
    together = [(place[each.left], place[each.right]) for each in reuse if each.kind != "same-event"]
    found = [
        tuple(ids[number] for number in group)
        for group in average_link(len(ids), pairs, _ONE_EVENT, together)
        if len(group) > 1
    ]
    similar = tuple((ids[i], ids[j], round(value, 4)) for i, j, value in pairs)
    profiles = {
        each.id: make_profile(each, mentions.get(each.id, ()), matrix, columns, number)
        for number, each in enumerate(ordered)
    }
    edited = apply_editor(ordered, found, similar, editorial)
    return _named(ids, edited, similar, profiles)


def _named(
    ids: Sequence[str],
    edited: EditedGroups,
    similar: tuple[tuple[str, str, float], ...],
    profiles: dict[str, Profile],
) -> CrisisGroups:
    """Give every group its slug: the editor's, else one derived from its own texts."""
    members, names = {}, {}
    for slug, group in edited.named.items():
        members[slug], names[slug] = group, derived_name(group, profiles)[1]
    for group in edited.unnamed:
        slug, title = derived_name(group, profiles)
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
