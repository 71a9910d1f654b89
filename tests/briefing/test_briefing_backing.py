"""Which sentences bear one another out: what is asked for many at once is what asking for each pair gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse

from crisis_archive.briefing.nearness import Near
from crisis_archive.briefing.points import _agreed, _both_ways
from crisis_archive.briefing.sentences import Sentence, Sentences
from crisis_archive.model import Span
from tests.makers import record

COUNT = 9
Pairs = list[tuple[int, int]]
pairs = st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)), unique=True)
values = st.frozensets(st.sampled_from([(1, 1), (2, 2), (2, None)]), min_size=1)
figures = st.dictionaries(
    st.integers(0, COUNT - 1), st.dictionaries(st.sampled_from(["killed", "hurt"]), values, min_size=1)
)


def sides(some: Pairs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows, columns = (np.array([pair[side] for pair in some], dtype=np.int64) for side in (0, 1))
    return rows, columns


@given(pairs.filter(lambda some: all(one != other for one, other in some)))
def test_a_pair_is_found_both_ways_where_the_other_way_round_is_found(some: Pairs) -> None:
    row, column = sides(some)
    found = _both_ways(Near(row, column, np.ones(len(some))), COUNT)
    assert found.tolist() == [(other, one) in some for one, other in some]


@given(pairs, figures)
def test_sentences_agree_unless_they_count_the_same_and_no_value_is_common(
    some: Pairs, counted: dict[int, dict[str, frozenset[tuple[int | float | None, int | float | None]]]]
) -> None:
    text = record("a", "Rain fell.")
    every = [Sentence(text, Span(0, 0, 10), order, 2) for order in range(COUNT)]
    texts, nothing = np.zeros(COUNT, np.int64), sparse.csr_array((COUNT, 1))
    sentences = Sentences(every, texts, nothing, np.ones(1, dtype=bool), counted)
    row, column = sides(some)
    assert _agreed(row, column, sentences).tolist() == [not sentences.disagree(*pair) for pair in some]
