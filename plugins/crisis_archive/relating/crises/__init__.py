"""Crises: documents of one unfolding event, over outlets and weeks.

Three doors, in the order in which a build goes through them: `group_crises` before anything is dated,
`crises` when dates are known, `same_event` for the relations of kind `same-event`.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from crisis_archive.model import Crisis, Editorial, PublicationDate, Relation
from crisis_archive.relating.crises.grouping import CrisisGroups, group_crises
from crisis_archive.relating.crises.linking import nearest
from crisis_archive.relating.crises.naming import derived_title
from crisis_archive.relating.crises.reasons import Reasons
from crisis_archive.relating.crises.sources import independent_sources
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.vectors import Pairs

__all__ = ["CrisisGroups", "crises", "group_crises", "independent_sources", "same_event"]

_NEIGHBOURS = 5


def crises(
    groups: CrisisGroups,
    dates: Mapping[str, PublicationDate],
    relations: Sequence[Relation],
    editorial: Editorial,
    kept: Keeping | None = None,
) -> tuple[Crisis, ...]:
    """The crises of an archive, sorted by slug; `dates` by document id."""
    edited = {each.slug: each for each in editorial.crises}
    reasons = Reasons(groups, kept or nothing_kept())
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
                independent_sources=independent_sources(members, relations),
                why=reasons.of(slug),
                status=own.status if own else None,
                note=(own.note or None) if own else None,
            )
        )
    return tuple(made)


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
