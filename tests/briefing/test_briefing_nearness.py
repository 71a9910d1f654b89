"""Nearest sentences: the arrays find what comparing every pair finds."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from crisis_archive.briefing.nearness import nearest

LEAST = 0.2
TERMS = "abcdefgh"
Told = tuple[int, dict[str, float]]
"""The number of a text, and the terms of a sentence of it with their weights."""

told = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.dictionaries(st.sampled_from(TERMS), st.integers(1, 9).map(float), min_size=1),
    ),
    max_size=24,
).map(lambda some: sorted(some, key=lambda each: each[0]))


def unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.hypot(*weights.values())
    return {term: weight / length for term, weight in weights.items()}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def found(some: list[Told], most: int) -> list[dict[int, tuple[float, int]]]:
    """For each sentence the nearest of every other text: cosine and number."""
    rows = [[unit(weights).get(term, 0.0) for term in TERMS] for _, weights in some]
    matrix = sparse.csr_array(np.array(rows, dtype=float).reshape(len(some), len(TERMS)))
    texts = np.array([text for text, _ in some], dtype=np.int64)
    near: list[dict[int, tuple[float, int]]] = [{} for _ in some]
    for row, column, value in zip(*nearest(matrix, texts, most, LEAST), strict=True):
        near[row][int(texts[column])] = float(value), int(column)
    return near


def by_all_pairs(some: list[Told], most: int) -> list[dict[int, int]]:
    holders = Counter(term for _, weights in some for term in weights)
    every: list[dict[int, tuple[float, int]]] = []
    for text, weights in some:
        best: dict[int, tuple[float, int]] = {}
        for number, (other, others) in enumerate(some):
            shared = any(holders[term] <= most for term in weights.keys() & others.keys())
            value = round(cosine(unit(weights), unit(others)), 9)
            if shared and other != text and value >= LEAST and value > best.get(other, (0.0, 0))[0]:
                best[other] = value, number
        every.append(best)
    return [{text: number for text, (_, number) in each.items()} for each in every]


@settings(deadline=None)
@given(told, st.integers(2, 12))
def test_the_nearest_are_those_that_comparing_all_pairs_finds(some: list[Told], most: int) -> None:
    near = [{text: number for text, (_, number) in each.items()} for each in found(some, most)]
    assert near == by_all_pairs(some, most)


def test_nearness_is_the_cosine() -> None:
    value, number = found([(0, {"a": 3, "b": 4}), (1, {"b": 1})], 2)[0][1]
    assert value == pytest.approx(0.8)
    assert number == 1


def test_what_only_common_words_join_is_not_near() -> None:
    assert found([(text, {"a": 1.0}) for text in range(3)], 2) == [{}, {}, {}]
