"""Inside one text: a surname, a forename or a short form goes with the full name that the text gives."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Final

from crisis_archive.relating.entities.identity import Identity

PARTICLES: Final = frozenset(
    "de da do dos das del della di du la le van von der den ter bin ibn ben al el y".split()
)
_STORMS: Final = frozenset(["cyclone", "hurricane", "typhoon", "storm", "operation"])
_SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii"])


Apart = Callable[[Identity, Identity], bool]
"""Whether an editor tells the bearers of two names apart."""


def not_told_apart(one: Identity, other: Identity) -> bool:
    """Where no editor tells anybody apart."""
    return False


def surnames(words: tuple[str, ...]) -> tuple[str, ...]:
    """How a person of this full name may be called by surname alone, each folded and joined by spaces."""
    if len(words) > 2 and words[-1] in _SUFFIXES:
        words = words[:-1]
    found = [words[-1]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
        found.append(" ".join(words[start:]))
    if start == len(words) - 1 and len(words) > 2:
        # Two surnames, as in Spanish.
        found.append(" ".join(words[-2:]))
    return tuple(found)


def resolve_locally(
    identities: Iterable[Identity], apart: Apart = not_told_apart
) -> dict[Identity, Identity]:
    """Short names of one text to the full name that they stand for; what is ambiguous is left out."""
    known = sorted(set(identities))
    return {**_persons(known, apart), **_organisations(known), **_events(known)}


def _persons(known: list[Identity], apart: Apart) -> dict[Identity, Identity]:
    by_surname: dict[str, set[Identity]] = defaultdict(set)
    by_forename: dict[str, set[Identity]] = defaultdict(set)
    singles = []
    for identity in known:
        if identity.kind != "person":
            continue
        if len(identity.words) < 2:
            singles.append(identity)
            continue
        for surname in surnames(identity.words):
            by_surname[surname].add(identity)
        by_forename[identity.words[0]].add(identity)
    found = {}
    for identity in known:
        if identity.kind != "person":
            continue
        bearers = by_surname[identity.key] - {identity}
        if not bearers and identity in singles and not by_surname[identity.key]:
            bearers = by_forename[identity.key]
        full = _the_only(bearers, apart)
        if full:
            found[identity] = full
    return found


def _the_only(bearers: set[Identity], apart: Apart) -> Identity | None:
    """The one bearer; of several spellings of one (with and without middle names) the shortest."""
    if not bearers:
        return None
    first, *others = sorted(bearers, key=lambda each: (len(each.words), each))
    same = (
        all((each.words[0], each.words[-1]) == (first.words[0], first.words[-1]) for each in others)
        and len({each.words[1:-1] for each in bearers} - {()}) <= 1
    )
    told_apart = any(apart(*pair) for pair in combinations(sorted(bearers), 2))
    return first if same and not told_apart else None


def _organisations(known: list[Identity]) -> dict[Identity, Identity]:
    names = [each for each in known if each.kind == "organisation"]
    longer: dict[str, set[Identity]] = defaultdict(set)
    for name in names:
        for short in _short_forms(name.words):
            longer[short].add(name)
    found = {}
    for name in names:
        candidates = longer[name.key] - {name}
        if len(candidates) == 1:
            found[name] = candidates.pop()
    return found


def _events(known: list[Identity]) -> dict[Identity, Identity]:
    """`Odalis` to `Cyclone Odalis`."""
    storms = {
        " ".join(each.words[1:]): each for each in known if each.kind == "event" and each.words[0] in _STORMS
    }
    return {each: storms[each.key] for each in known if each.kind == "event" and each.key in storms}


def _short_forms(words: tuple[str, ...]) -> set[str]:
    """Beginnings and ends of an organisation's name, and its initials."""
    forms = {" ".join(words[:size]) for size in range(1, len(words))}
    forms |= {" ".join(words[start:]) for start in range(1, len(words) - 1)}
    initials = "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "on", "in"))
    return forms | {initials} if len(initials) > 1 else forms


def follow(mapping: Mapping[Identity, Identity], identity: Identity) -> Identity:
    """Where a chain of short forms ends."""
    seen = set()
    while identity in mapping and identity not in seen:
        seen.add(identity)
        identity = mapping[identity]
    return identity
