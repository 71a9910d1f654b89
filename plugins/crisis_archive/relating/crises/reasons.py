"""Why a text belongs to its crisis and not to the nearest other one, in plain words."""

from collections.abc import Sequence

from crisis_archive.model import CrisisReason
from crisis_archive.relating.crises.grouping import CrisisGroups

_SHOWN = 5


def reasons(groups: CrisisGroups, slug: str) -> tuple[CrisisReason, ...]:
    """One reason for each document of a crisis, in order of ids."""
    return tuple(_reason(groups, slug, document) for document in groups.members[slug])


def _reason(groups: CrisisGroups, slug: str, document: str) -> CrisisReason:
    own = [each for each in groups.members[slug] if each != document]
    tied = ["an editor put it here"] if document in groups.pinned else []
    tied += _shared(groups, document, own)
    nearest = _nearest(groups, slug, document)
    kept_out: list[str] = []
    if nearest is not None:
        other = groups.members[nearest]
        lacking = _lacking(groups, document, own, other)
        if lacking:
            kept_out.append(f"words and names of {nearest} that it lacks: {', '.join(lacking)}")
        kept_out.append(
            f"its likeness to {nearest} is {_mean(groups, document, other):.2f} on average, "
            f"to its own crisis {_mean(groups, document, own):.2f}"
        )
    return CrisisReason(document, tuple(tied), nearest, tuple(kept_out))


def _shared(groups: CrisisGroups, document: str, others: Sequence[str]) -> list[str]:
    profile = groups.profiles[document]
    told = []
    names = [
        profile.words_of[entity]
        for entity in profile.names
        if any(entity in groups.profiles[other].names for other in others)
    ]
    if names:
        told.append(f"names shared with it: {', '.join(names[:_SHOWN])}")
    terms = [term for term in profile.terms if any(term in groups.profiles[each].terms for each in others)]
    if terms:
        told.append(f"words shared with it: {', '.join(terms[:_SHOWN])}")
    return told


def _lacking(groups: CrisisGroups, document: str, own: Sequence[str], other: Sequence[str]) -> list[str]:
    """What most texts of the other crisis have, and neither this text nor its own crisis."""
    known = {term for each in (document, *own) for term in groups.profiles[each].terms}
    known |= {name for each in (document, *own) for name in groups.profiles[each].names}
    counted: dict[str, int] = {}
    shown: dict[str, str] = {}
    for each in other:
        profile = groups.profiles[each]
        for key in (*profile.names, *profile.terms):
            if key not in known:
                counted[key] = counted.get(key, 0) + 1
                shown.setdefault(key, profile.words_of.get(key, key))
    order = list(counted)
    ranked = sorted(
        (key for key in order if 2 * counted[key] > len(other)),
        key=lambda key: (-counted[key], order.index(key)),
    )
    return [shown[key] for key in ranked[:_SHOWN]]


def _nearest(groups: CrisisGroups, slug: str, document: str) -> str | None:
    """The other crisis that the text is most like on average; null where it is like none."""
    found = [
        (-_mean(groups, document, members), other)
        for other, members in groups.members.items()
        if other != slug
    ]
    return min(found)[1] if found and min(found)[0] < 0 else None


def _mean(groups: CrisisGroups, document: str, others: Sequence[str]) -> float:
    wanted = set(others)
    total = sum(
        value
        for left, right, value in groups.similar
        if (left == document and right in wanted) or (right == document and left in wanted)
    )
    return total / len(others) if others else 0.0
