"""Who is named together with whom: entities that share sentences."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from crisis_archive.model import Record, Span

MOST = 8
"""Others shown for one entity."""
_CROWD = 30
"""A sentence that names more than this is a list, and tells of no company."""


def company(records: Iterable[Record]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each entity the others it shares most sentences with, and how many; ties by id."""
    shared: dict[str, dict[str, int]] = defaultdict(dict)
    for record in records:
        count_company(record, shared)
    return nearest_company(shared)


def count_company(record: Record, shared: dict[str, dict[str, int]]) -> None:
    """Add the sentences of one text: how many each entity shares with each other."""
    for named in _by_sentence(record).values():
        if 1 < len(named) <= _CROWD:
            for one in named:
                of_one = shared[one]
                for other in named:
                    if other != one:
                        of_one[other] = of_one.get(other, 0) + 1


def nearest_company(shared: Mapping[str, Mapping[str, int]]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """As `company`, from what was counted."""
    return {
        entity: tuple(sorted(others.items(), key=lambda each: (-each[1], each[0]))[:MOST])
        for entity, others in shared.items()
    }


def pairs_in(records: Iterable[Record], among: Collection[str]) -> Counter[tuple[str, str]]:
    """How many sentences name both of two entities, for all pairs of some entities that share any."""
    shared: Counter[tuple[str, str]] = Counter()
    for record in records:
        for named in _by_sentence(record).values():
            if 1 < len(named) <= _CROWD:
                shared.update(combinations(sorted(named.intersection(among)), 2))
    return shared


def _by_sentence(record: Record) -> Mapping[Span, set[str]]:
    """The entities that each sentence names."""
    named: dict[Span, set[str]] = defaultdict(set)
    for mention in record.mentions:
        at = bisect_right(record.sentences, Span(mention.paragraph, mention.start, 2**62)) - 1
        if at >= 0 and record.sentences[at].paragraph == mention.paragraph:
            named[record.sentences[at]].add(mention.entity)
    return named
