"""Crises: documents of one unfolding event, over outlets and weeks.

Doors in the order in which a build goes through them: `compare_texts`, which needs nothing but the texts,
`group_crises` before anything is dated, `crises` when dates are known; beside these `reasons` why each text
belongs where it is, and `same_event` for the relations of kind `same-event`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
import numpy as np

from crisis_archive.model import Crisis, CrisisReason, Editorial, PublicationDate, Relation
from crisis_archive.relating.crises.grouping import CrisisGroups, compare_texts, group_crises
from crisis_archive.relating.crises.linking import nearest
from crisis_archive.relating.crises.naming import derived_title
from crisis_archive.relating.crises.reasons import Reasons
from crisis_archive.relating.crises.sources import independent_sources
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.vectors import Pairs

__all__ = [
    "CrisisGroups",
    "compare_texts",
    "crises",
    "explained",
    "group_crises",
    "independent_sources",
    "reasons",
    "same_event",
]

_NEIGHBOURS = 5
_REASONS: Final = msgspec.msgpack.Decoder(list[tuple[CrisisReason, ...]])


def crises(
    groups: CrisisGroups,
    dates: Mapping[str, PublicationDate],
    relations: Sequence[Relation],
    editorial: Editorial,
) -> tuple[Crisis, ...]:
    """The crises of an archive, sorted by slug, without reasons; `dates` by document id."""
    edited = {each.slug: each for each in editorial.crises}
    inside: dict[str | None, list[Relation]] = defaultdict(list)
    for relation in relations:
        inside[groups.slug_of.get(relation.left)].append(relation)
    made = []
    for slug, members in groups.members.items():
        known = [dates[document] for document in members if document in dates]
        earliest = min((each.earliest for each in known if each.earliest), default=None)
        latest = max((each.latest for each in known if each.latest), default=None)
        own = edited.get(slug)
        title = own.title if own and own.title else None
        made.append(
            Crisis(
                slug=slug,
                title=title or derived_title(groups.names[slug], known),
                title_origin="editor" if title else "derived",
                earliest=earliest,
                latest=latest,
                documents=members,
                independent_sources=independent_sources(members, inside[slug]),
                why=(),
                status=own.status if own else None,
                note=(own.note or None) if own else None,
            )
        )
    return tuple(made)


def reasons(groups: CrisisGroups, kept: Keeping | None = None) -> bytes:
    """Why each text of each crisis is in it, packed (ten thousand reasons go from process to process)."""
    told = Reasons(groups, kept or nothing_kept())
    return msgspec.msgpack.encode([told.of(slug) for slug in groups.members])


def explained(crises: Sequence[Crisis], reasons: bytes) -> tuple[Crisis, ...]:
    """The crises with the reasons that were told for them."""
    return tuple(
        msgspec.structs.replace(crisis, why=why)
        for crisis, why in zip(crises, _REASONS.decode(reasons), strict=True)
    )


def same_event(groups: CrisisGroups, reuse: Sequence[Relation]) -> tuple[Relation, ...]:
    """Relations of documents of one crisis that are no copy or rewrite, each document's nearest only."""
    related = {(each.left, each.right) for each in reuse}
    ids, alike = groups.similar.ids, groups.similar.pairs
    number = {slug: place for place, slug in enumerate(groups.members)}
    crisis = np.array([number.get(groups.slug_of[each] or "", -1) for each in ids], dtype=np.int64)
    inside = (crisis[alike.left] == crisis[alike.right]) & (crisis[alike.left] >= 0)
    told = Pairs(alike.left[inside], alike.right[inside], alike.value[inside])
    near = nearest(told, _NEIGHBOURS)
    keys, at = np.unique(
        np.minimum(near.texts, near.others) * len(ids) + np.maximum(near.texts, near.others),
        return_index=True,
    )
    places = zip(
        (keys // len(ids)).tolist(), (keys % len(ids)).tolist(), near.values[at].tolist(), strict=True
    )
    pairs = ((ids[left], ids[right], value) for left, right, value in places)
    return tuple(
        Relation("same-event", left, right, None, value, None)
        for left, right, value in pairs
        if (left, right) not in related
    )
