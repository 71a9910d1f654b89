"""Who is named together with whom: entities that share sentences."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from crisis_archive.model import Mention, Record, Span

MOST = 8
"""Others shown for one entity."""
CROWD: Final = 30
"""A sentence that names more than this is a list, and tells of no company."""


def nearest_company(sentences: Iterable[Sequence[str]]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each entity the others it shares most sentences with, and how many; ties by id.

    `sentences` are those whom each sentence names, each once, as far as it names several but no crowd.
    """
    shared: dict[str, dict[str, int]] = defaultdict(dict)
    for named in sentences:
        for one in named:
            of_one = shared[one]
            for other in named:
                if other != one:
                    of_one[other] = of_one.get(other, 0) + 1
    return {
        entity: tuple(sorted(others.items(), key=lambda each: (-each[1], each[0]))[:MOST])
        for entity, others in shared.items()
    }


def pairs_in(records: Iterable[Record], among: Collection[str]) -> Counter[tuple[str, str]]:
    """How many sentences name both of two entities, for all pairs of some entities that share any."""
    shared: Counter[tuple[str, str]] = Counter()
    for record in records:
        for named in _by_sentence(record).values():
            if 1 < len(named) <= CROWD:
                shared.update(combinations(sorted(named.intersection(among)), 2))
    return shared


def _by_sentence(record: Record) -> Mapping[Span, set[str]]:
    """The entities that each sentence names."""
    named: dict[Span, set[str]] = defaultdict(set)
    for mention in record.mentions:
        sentence = sentence_before(record, mention)
        if sentence is not None:
            named[sentence].add(mention.entity)
    return named


def sentence_of(record: Record, mention: Mention) -> Span:
    """The sentence that names somebody; the whole paragraph, or title, where there is none."""
    sentence = sentence_before(record, mention)
    inside = sentence is not None and mention.start < sentence.end
    return sentence if sentence is not None and inside else whole_of(record, mention)


def sentence_before(record: Record, mention: Mention) -> Span | None:
    """The last sentence of its paragraph that begins no later than a name."""
    at = bisect_right(record.sentences, Span(mention.paragraph, mention.start, 2**62)) - 1
    if at < 0 or record.sentences[at].paragraph != mention.paragraph:
        return None
    return record.sentences[at]


def whole_of(record: Record, mention: Mention) -> Span:
    """The paragraph, or title, that a name stands in."""
    whole = record.title if mention.paragraph < 0 else record.paragraphs[mention.paragraph]
    return Span(mention.paragraph, 0, len(whole))
