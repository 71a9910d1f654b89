"""Over all texts: bare surnames, middle names, and the majority that corrects a lone misreading."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.identity import GENERIC, Identity
from crisis_archive.relating.entities.local import Apart, not_told_apart, surnames

_FAR_MORE: Final = 3
"""A reading gives way to another of the same words that so many times as many texts have."""
_DOMINANT: Final = 5
_WELL_KNOWN: Final = 10
"""A bearer of a surname is the one meant from this many texts, if five times as many as any other's."""


def outvoted(texts: Mapping[str, Mapping[EntityKind, int]]) -> dict[tuple[str, EntityKind], EntityKind]:
    """Readings that give way to the archive's majority for the same words.

    `texts`: for each name (folded) the number of texts that read it as each kind.
    """
    found: dict[tuple[str, EntityKind], EntityKind] = {}
    for name, kinds in texts.items():
        first = majority(kinds)
        for kind, count in kinds.items():
            if kind != first and kinds[first] >= _FAR_MORE * count:
                found[name, kind] = first
    return found


def one_middle(texts: Mapping[Identity, int], apart: Apart = not_told_apart) -> dict[Identity, Identity]:
    """`John F. Kennedy` to `John Kennedy`, where the archive knows one middle name only; and hyphens."""
    by_ends: dict[tuple[str, str], set[Identity]] = defaultdict(set)
    for identity in texts:
        if identity.kind == "person" and len(identity.words) > 1:
            by_ends[identity.words[0], identity.words[-1]].add(identity)
    found = {}
    for same_ends in by_ends.values():
        plain = [each for each in same_ends if len(each.words) == 2]
        longer = sorted(each for each in same_ends if len(each.words) > 2)
        if plain and len(longer) == 1 and not apart(longer[0], plain[0]):
            found[longer[0]] = plain[0]
    return {**_one_spelling(texts, apart), **found}


def _one_spelling(texts: Mapping[Identity, int], apart: Apart) -> dict[Identity, Identity]:
    """`Ana Maria Vega` to `Ana-Maria Vega`: full names that only a hyphen parts, to the one in most texts."""
    spelled: dict[str, list[Identity]] = defaultdict(list)
    for identity in texts:
        if identity.kind == "person" and len(identity.words) > 1:
            spelled[identity.key.replace("-", " ")].append(identity)
    found = {}
    for same in spelled.values():
        first, *others = sorted(same, key=lambda each: (-texts[each], each))
        found.update({other: first for other in others if not apart(first, other)})
    return found


def bare_surnames(texts: Mapping[Identity, int], apart: Apart = not_told_apart) -> dict[Identity, Identity]:
    """Surnames without a full name in their own text, to the one bearer whom the archive knows."""
    bearers: dict[str, Counter[Identity]] = defaultdict(Counter)
    for identity, count in texts.items():
        if identity.kind == "person" and len(identity.words) > 1:
            for surname in surnames(identity.words):
                bearers[surname][identity] += count
    found = {}
    for identity in texts:
        known = bearers.get(identity.key) if identity.kind == "person" else None
        if not known or identity in known:
            continue
        (first, most), *others = sorted(known.items(), key=lambda pair: (-pair[1], pair[0]))
        told_apart = any(apart(first, other) for other, _ in others)
        dominant = most >= _WELL_KNOWN and most >= _DOMINANT * others[0][1] if others else True
        if dominant and not told_apart:
            found[identity] = first
    return found


def bare_bodies(texts: Mapping[Identity, int]) -> dict[Identity, Identity]:
    """`National Assembly` to `Norway's National Assembly`, where the archive knows no other country's."""
    owners: dict[str, set[Identity]] = defaultdict(set)
    for identity in texts:
        if identity.kind == "organisation":
            for start in range(1, len(identity.words) - 1):
                rest = identity.words[start:]
                if all(word in GENERIC for word in rest):
                    owners[" ".join(rest)].add(identity)
                    break
    return {
        identity: next(iter(owners[identity.key]))
        for identity in texts
        if identity.kind == "organisation" and len(owners.get(identity.key, ())) == 1
    }


def majority(kinds: Mapping[EntityKind, int]) -> EntityKind:
    """The kind that most have; the first by name where two are equal."""
    return min(kinds, key=lambda kind: (-kinds[kind], kind))
