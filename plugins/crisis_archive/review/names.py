"""Names that are nearly equal: one bearer spelt in two ways, or two bearers that readers will mix up."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity, Entity
from crisis_archive.review.concerns import Concern
from crisis_archive.review.drafts import draft_name
from crisis_archive.text.folding import fold

_ONE_LETTER: Final = 60
_SURNAME: Final = 45
_LEAST_LETTERS: Final = 6
"""In shorter names one letter makes another name."""
_KINDS: Final = ("person", "organisation", "group", "event")
"""Places come from the gazetteer: Iran and Iraq are no mistake."""


def near_equal_names(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """Pairs of one kind whose names differ by one letter, and surnames that several people bear.

    Found through shared keys (a name without one of its letters), never by comparing all pairs. Pairs that
    the authority file tells apart are settled.
    """
    apart = {frozenset((each.id, other)) for each in authority for other in each.distinct_from}
    by_id = {entity.id: entity for entity in archive.entities}
    for one, other in sorted(_one_letter_apart(archive.entities)):
        if frozenset((one, other)) not in apart:
            yield _concern(_ONE_LETTER, by_id[one], by_id[other], "differ by one letter")
    for one, other in sorted(_same_surname(archive.entities)):
        if frozenset((one, other)) not in apart:
            yield _concern(_SURNAME, by_id[one], by_id[other], "share a surname that stands alone in texts")


def _concern(weight: int, one: Entity, other: Entity, how: str) -> Concern:
    first, second = sorted((one, other), key=lambda each: (-len(each.documents), each.id))
    says = f"{first.name} ({_texts(first)}) and {second.name} ({_texts(second)}) {how}: one, or two?"
    return Concern(weight, "name", None, says, draft_name(first, second))


def _texts(entity: Entity) -> str:
    count = len(entity.documents)
    return "1 text" if count == 1 else f"{count} texts"


def _key(entity: Entity) -> str:
    return " ".join(fold(entity.name).replace(".", " ").split())


def _one_letter_apart(entities: tuple[Entity, ...]) -> set[tuple[str, str]]:
    """Pairs of ids whose folded names are equal, or become so without one letter of either or both.

    Symmetric deletion (Garbe 2012): names one insertion, deletion or exchange apart share a key.
    """
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in entities:
        name = _key(entity)
        if entity.kind in _KINDS and len(name) >= _LEAST_LETTERS and not any(map(str.isdigit, name)):
            for key in {name, *(name[:at] + name[at + 1 :] for at in range(1, len(name)))}:
                shared[entity.kind, key].append(entity.id)
    return {
        (min(one, other), max(one, other))
        for ids in shared.values()
        for number, one in enumerate(ids)
        for other in ids[number + 1 :]
        if one != other
    }


def _same_surname(entities: tuple[Entity, ...]) -> set[tuple[str, str]]:
    """A person known by surname alone, beside each bearer of that surname in one of the same crises."""
    bearers: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = _key(entity).split()
        if entity.kind == "person" and len(words) > 1:
            bearers[words[-1]].append(entity)
    return {
        (min(entity.id, other.id), max(entity.id, other.id))
        for entity in entities
        if entity.kind == "person" and " " not in _key(entity)
        for other in bearers.get(_key(entity), ())
        if set(entity.crises) & set(other.crises)
    }
