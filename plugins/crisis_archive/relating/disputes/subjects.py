"""Which figures of a crisis count the same thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from crisis_archive.relating.disputes.readings import Reading

_BY_TOPIC: Final = frozenset({"money", "length", "time", "mass", "volume", "votes", "container"})
_SUBSTANCE: Final = frozenset({"mass", "volume", "container"})
MEASURES: Final = _BY_TOPIC | {"per cent", "speed", "persons"}
"""Dimensions whose units tell what may be compared."""
_TURNOUT: Final = re.compile(
    r"\b(?:turnout|cast (?:a|their) (?:ballot|vote)s?|went to the polls)\b", re.IGNORECASE
)
_WIND: Final = re.compile(r"\b(?:wind|winds|gust|gusts|gusting)\b", re.IGNORECASE)
_TELLING: Final = 100
"""An exact number of at least this size that is not round and stands in two texts counts the same thing."""
_TOPIC_SHARE: Final = 2
"""Long words that the sentences of two measures must share to speak of one thing."""

Group = list[Reading]


def subjects_of(readings: Sequence[Reading]) -> list[Group]:
    """Groups of readings about one thing, of each text one reading for each who claims it."""
    by_key: dict[tuple[str, ...], Group] = defaultdict(list)
    for reading in readings:
        by_key[_key(reading)].append(reading)
    groups: list[Group] = []
    for key in sorted(by_key):
        groups.extend(_split(key, by_key[key]))
    groups = _with_stateless(_joined_by_number(groups))
    singled = [_one_a_text(group) for group in groups]
    return [group for group in singled if len(group) > 1]


def _key(reading: Reading) -> tuple[str, ...]:
    if reading.dimension == "per cent":
        turnout = _TURNOUT.search(reading.sentence) is not None
        return ("share", "turnout") if turnout else ("share", reading.holder)
    if reading.dimension == "speed":
        return ("share", "wind" if _WIND.search(reading.sentence) else "speed")
    if reading.dimension in _BY_TOPIC:
        group = "substance" if reading.dimension in _SUBSTANCE else reading.dimension
        return ("measure", group)
    if reading.state == "infected":
        return ("persons", "infected")
    if reading.dimension == "persons":
        return ("persons", reading.state or reading.noun)
    return ("things", reading.dimension)


def _split(key: tuple[str, ...], group: Group) -> list[Group]:
    if key[0] == "measure":
        return _by_topic(group)
    roles = {reading.role for reading in group}
    if "security" in roles and roles & {"protest", "civil"}:
        return [
            [each for each in group if each.role == "security"],
            [each for each in group if each.role != "security"],
        ]
    return [group]


def _by_topic(group: Group) -> list[Group]:
    """Measures belong together where their sentences share what they measure."""
    groups: list[Group] = []
    for reading in group:
        best = max(groups, key=lambda each: _shared(reading, each), default=None)
        if best is not None and _shared(reading, best) >= _TOPIC_SHARE:
            best.append(reading)
        else:
            groups.append([reading])
    return groups


def _shared(reading: Reading, group: Group) -> int:
    """Long words that a measure shares with a group; of a substance its name beside the number is enough."""
    if reading.dimension in _SUBSTANCE:
        return max(
            max(_TOPIC_SHARE * len(reading.near & other.near), len(reading.topic & other.topic) - 1)
            for other in group
        )
    return max(len(reading.topic & other.topic) for other in group)


def _joined_by_number(groups: list[Group]) -> list[Group]:
    """Join groups that share an exact, telling number: 4,217 tents, 4,217 shelters."""
    of_number: dict[float, int] = {}
    joined: list[Group] = []
    for group in groups:
        target = next((of_number[n] for n in _telling(group) if n in of_number), None)
        if target is None:
            target = len(joined)
            joined.append([])
        joined[target].extend(group)
        for number in _telling(group):
            of_number.setdefault(number, target)
    return joined


def _with_stateless(groups: list[Group]) -> list[Group]:
    """Add people of whom nothing is told to the people counted with the same words around them.

    60 drivers came out of the Norrvik tunnel, dozens were stuck in the Norrvik tunnel.
    """
    told = [group for group in groups if not _is_stateless(group)]
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(told):
        for reading in group:
            if reading.dimension == "persons":
                for word in reading.near:
                    by_word[word].add(number)
    left: list[Group] = []
    for group in filter(_is_stateless, groups):
        shared = Counter(number for word in _words_near(group) for number in by_word[word])
        best = max(shared, key=lambda number: (shared[number], -number), default=None)
        if best is not None and shared[best] >= _TOPIC_SHARE:
            told[best].extend(group)
        else:
            left.append(group)
    return told + left


def _is_stateless(group: Group) -> bool:
    return all(reading.dimension == "persons" and not reading.state for reading in group)


def _words_near(group: Group) -> list[str]:
    return sorted({word for reading in group for word in reading.near})


def _telling(group: Group) -> list[float]:
    found = []
    for reading in group:
        low, high = reading.figure.low, reading.figure.high
        if (
            reading.figure.bound == "exact"
            and low is not None
            and low == high
            and low >= _TELLING
            and low % 50
        ):
            found.append(float(low))
    return sorted(set(found))


def _one_a_text(group: Group) -> Group:
    """Of several figures of one text the largest of those that say what happened; others count parts.

    What another claimant counts of the same is no part: of each claimant the largest, where both are named.
    """
    best: dict[tuple[str, str], Reading] = {}
    for reading in sorted(group, key=lambda each: each.cite):
        key = reading.record.id, _claimant(reading)
        other = best.get(key)
        if other is None or _rank(reading) > _rank(other):
            best[key] = reading
    largest: dict[str, Reading] = {}
    for key in sorted(best):
        first = largest.setdefault(key[0], best[key])
        if _rank(best[key]) > _rank(first):
            largest[key[0]] = best[key]
    return [
        each
        for key, each in sorted(best.items())
        if each is largest[key[0]]
        or (key[1] and _claimant(largest[key[0]]) and _alike(each, largest[key[0]]))
    ]


def _claimant(reading: Reading) -> str:
    return (reading.figure.claimant or "").casefold()


def _alike(one: Reading, other: Reading) -> bool:
    """Whether two figures of one text count the same: in one state, over people told with the same word."""
    return bool(one.state) and (one.state, one.noun, one.role) == (other.state, other.noun, other.role)


def _rank(reading: Reading) -> tuple[bool, float]:
    return reading.state != "", _size(reading)


def _size(reading: Reading) -> float:
    value = reading.figure.high if reading.figure.high is not None else reading.figure.low
    return float(value if value is not None else -1) * reading.factor
