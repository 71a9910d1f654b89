"""Which sentences of two texts tell the same thing."""

from collections.abc import Sequence

import msgspec
import numpy as np
from scipy import sparse

from crisis_archive.relating.reuse.lexis import SentenceTerms

_RETOLD = 0.15
"""Least likeness of two sentences of a text and its rewrite that are taken for one statement. A rewrite
changes most words: what two sentences of one event share by chance lies below this."""
_REPEATED = 0.35
"""Below this a sentence that repeats what another tells better is taken for new."""
_BETTER = 1.6
_FAINT = 0.2
_MUCH_BETTER = 2.5
"""A sentence of the source so faintly like one that retells another so much better was not retold by it."""


class Alignment(msgspec.Struct, frozen=True):
    """For each sentence of one text the sentences of the other that it tells again (places in order)."""

    left: tuple[tuple[int, ...], ...]
    right: tuple[tuple[int, ...], ...]
    likeness: dict[tuple[int, int], float]


def table(
    left: Sequence[SentenceTerms], right: Sequence[SentenceTerms], weight: dict[str, float]
) -> list[list[float]]:
    """Likeness of every sentence of one text to every sentence of the other, 0 to 1.

    Weighted terms that both have, by the geometric mean of what each has (Ochiai coefficient).
    """
    place = {term: at for at, term in enumerate(sorted(weight))}
    one, other = _weighted(left, place, weight), _weighted(right, place, weight)
    lengths = np.sqrt(np.outer(one.sum(axis=1), other.sum(axis=1)))
    other.data[:] = 1.0
    # Rounded, so that the order in which a machine adds cannot tip a comparison.
    alike: list[list[float]] = np.round((one @ other.T).toarray() / lengths, 6).tolist()
    return alike


def _weighted(
    sentences: Sequence[SentenceTerms], place: dict[str, int], weight: dict[str, float]
) -> sparse.csr_array:
    """One row a sentence, one column a term, the term's weight where the sentence has it."""
    terms = [sorted(sentence.terms) for sentence in sentences]
    columns = [place[term] for each in terms for term in each]
    values = [weight[term] for each in terms for term in each]
    starts = np.concatenate([[0], np.cumsum([len(each) for each in terms])])
    return sparse.csr_array((values, columns, starts), shape=(len(sentences), len(place)))


_IN_PLACE = 0.1
"""Least likeness of two sentences left alone that stand at the same place among linked ones."""


def align(alike: Sequence[Sequence[float]]) -> Alignment:
    """Link each sentence to its best counterpart on either side, where it has one.

    A sentence whose best counterpart is told much better by another one, and that shares little with
    it, repeats in passing what was told and is new for the rest: it stays alone.
    """
    rows, columns = len(alike), len(alike[0]) if alike else 0
    linked = set()
    for j in range(columns):
        value, i = max((alike[i][j], -i) for i in range(rows))
        best = max(alike[-i])
        if value >= _RETOLD and not (value < _REPEATED and best > _BETTER * value and best >= _REPEATED):
            linked.add((-i, j))
    for i in range(rows):
        value, j = max((alike[i][j], -j) for j in range(columns))
        best = max(row[-j] for row in alike)
        if value >= _RETOLD and not (value < _FAINT and best > _MUCH_BETTER * value and best >= _REPEATED):
            linked.add((i, -j))
    linked |= _in_place(alike, linked)
    return Alignment(
        tuple(tuple(sorted(j for row, j in linked if row == i)) for i in range(rows)),
        tuple(tuple(sorted(i for i, column in linked if column == j)) for j in range(columns)),
        {(i, j): alike[i][j] for i, j in sorted(linked)},
    )


def _in_place(alike: Sequence[Sequence[float]], linked: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs of sentences left alone between or beside linked neighbours, which share something.

    A rewrite changes most words of a sentence and keeps its place: what stands where the source has a
    sentence that nothing else tells is likelier that sentence than something new.
    """
    rows, columns = len(alike), len(alike[0]) if alike else 0
    told_left, told_right = {i for i, _ in linked}, {j for _, j in linked}
    found = set()
    for i in sorted(set(range(rows)) - told_left):
        beside = {j + 1 for row, j in linked if row == i - 1} | {j - 1 for row, j in linked if row == i + 1}
        free = sorted(j for j in beside if 0 <= j < columns and j not in told_right)
        value, j = max(((alike[i][j], -j) for j in free), default=(0.0, 0))
        if value >= _IN_PLACE:
            found.add((i, -j))
            told_right.add(-j)
    return found
