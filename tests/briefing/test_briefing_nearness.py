"""Nearest sentences: the arrays find what comparing every pair finds."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.briefing.nearness import nearest
from crisis_archive.briefing.sentences import Candidate, similarity, unit
from crisis_archive.model import Span
from tests.makers import record

LEAST = 0.2
TEXTS = {name: record(name, "Rain fell.") for name in ("north", "south", "west")}

told = st.lists(
    st.tuples(
        st.sampled_from(sorted(TEXTS)),
        st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9).map(float), min_size=1),
    ),
    max_size=24,
)


def candidate(text: str, weights: dict[str, float]) -> Candidate:
    return Candidate(TEXTS[text], Span(0, 0, 10), "Rain fell.", 0, unit(weights), {})


def by_all_pairs(some: list[Candidate], most: int) -> list[dict[str, int]]:
    holders = Counter(term for each in some for term in each.terms)
    found: list[dict[str, tuple[float, int]]] = []
    for one in some:
        best: dict[str, tuple[float, int]] = {}
        for number, other in enumerate(some):
            shared = any(holders[term] <= most for term in one.terms.keys() & other.terms.keys())
            value = round(similarity(one.terms, other.terms), 9)
            text = other.record.id
            if shared and text != one.record.id and value >= LEAST and value > best.get(text, (0.0, 0))[0]:
                best[text] = value, number
        found.append(best)
    return [{text: number for text, (_, number) in each.items()} for each in found]


@settings(deadline=None)
@given(told, st.integers(2, 12))
def test_the_nearest_are_those_that_comparing_all_pairs_finds(
    given_terms: list[tuple[str, dict[str, float]]], most: int
) -> None:
    some = [candidate(text, weights) for text, weights in given_terms]
    found = [{text: number for text, (_, number) in each.items()} for each in nearest(some, most, LEAST)]
    assert found == by_all_pairs(some, most)


def test_nearness_is_the_cosine() -> None:
    one, other = candidate("north", {"a": 3, "b": 4}), candidate("south", {"b": 1})
    cosine, number = nearest([one, other], 2, LEAST)[0]["south"]
    assert cosine == pytest.approx(0.8)
    assert number == 1


def test_what_only_common_words_join_is_not_near() -> None:
    some = [candidate(text, {"flood": 1.0}) for text in sorted(TEXTS)]
    assert nearest(some, 2, LEAST) == [{}, {}, {}]
