"""Which sentences of two texts tell the same thing."""

from collections.abc import Sequence

import msgspec

from crisis_archive.relating.reuse.lexis import SentenceTerms, weigh

_ALIKE = 0.28
"""Least likeness of two sentences that are taken for one statement."""


class Alignment(msgspec.Struct, frozen=True):
    """For each sentence of one text the sentences of the other that it tells again (places in order)."""

    left: tuple[tuple[int, ...], ...]
    right: tuple[tuple[int, ...], ...]
    likeness: dict[tuple[int, int], float]


def likeness(one: SentenceTerms, other: SentenceTerms, weight: dict[str, float]) -> float:
    """Weighted Dice coefficient of the terms of two sentences, 0 to 1."""
    shared = weigh(one.terms & other.terms, weight)
    return 2 * shared / (weigh(one.terms, weight) + weigh(other.terms, weight)) if shared else 0.0


def align(
    left: Sequence[SentenceTerms], right: Sequence[SentenceTerms], weight: dict[str, float]
) -> Alignment:
    """Link each sentence to its best counterpart on either side."""
    table = {}
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            value = likeness(one, other, weight)
            if value >= _ALIKE:
                table[i, j] = value
    linked = set()
    for i in range(len(left)):
        options = [(value, -j) for (row, j), value in table.items() if row == i]
        if options:
            linked.add((i, -max(options)[1]))
    for j in range(len(right)):
        options = [(value, -i) for (i, column), value in table.items() if column == j]
        if options:
            linked.add((-max(options)[1], j))
    return Alignment(
        tuple(tuple(sorted(j for row, j in linked if row == i)) for i in range(len(left))),
        tuple(tuple(sorted(i for i, column in linked if column == j)) for j in range(len(right))),
        {pair: table[pair] for pair in sorted(linked)},
    )
