"""The small tools of grouping: sparse average link, TF-IDF, stories that unfold, independent sources."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from crisis_archive.model import Relation
from crisis_archive.relating.crises.clustering import average_link
from crisis_archive.relating.crises.linking import Nearest
from crisis_archive.relating.crises.sources import independent_sources
from crisis_archive.relating.crises.unfolding import _joins, _Stories, join_stories
from crisis_archive.relating.keeping import nothing_kept
from crisis_archive.relating.likeness import likest
from crisis_archive.relating.vectors import Pairs, counted, laid_together, rounded


def pairs(*triples: tuple[int, int, float]) -> Pairs:
    left, right, value = zip(*triples, strict=True) if triples else ((), (), ())
    return Pairs(np.array(left, np.int64), np.array(right, np.int64), np.array(value, np.float64))


@given(st.integers(2, 7).flatmap(lambda n: st.permutations(range(1, n * (n - 1) // 2 + 1))))
@settings(max_examples=50, deadline=None)
def test_average_link_is_the_textbooks(order: list[int]) -> None:
    count = round((1 + (1 + 8 * len(order)) ** 0.5) / 2)
    # Powers keep all means apart, so that no tie can be broken in two ways.
    values = [0.05 + 0.9 * (1 - 0.83**rank) for rank in order]
    matrix = squareform(np.array(values))
    triples = [(i, j, float(matrix[i, j])) for i in range(count) for j in range(i + 1, count)]
    found = average_link(count, pairs(*triples), 0.5)
    distance = squareform(1 - matrix - np.eye(count), checks=False)
    labels = fcluster(linkage(distance, "average"), 0.5, "distance")
    wanted = sorted([int(i) for i in np.flatnonzero(labels == label)] for label in set(labels))
    assert sorted(found) == wanted


def test_what_must_be_together_is_together() -> None:
    assert average_link(3, pairs((0, 1, 0.9)), 0.5, [(1, 2)]) == [[0], [1, 2]]


@given(st.lists(st.one_of(st.floats(0, 1), st.integers(0, 10**5).map(lambda each: each / 10**5))))
def test_rounding_at_once_is_rounding(values: list[float]) -> None:
    assert rounded(np.array(values, dtype=float), 4).tolist() == [round(value, 4) for value in values]


def test_texts_that_share_no_word_are_not_alike() -> None:
    texts = ("dock crane strike", "dock crane flood", "x")
    features = laid_together([counted(Counter(words.split())) for words in texts])
    found = likest("words", features, ["a", "b", "c"], 0.01, 5, nothing_kept())
    assert list(zip(found.left, found.right, strict=True)) == [(0, 1)]
    assert 0 < found.value[0] < 1


def looking(near: list[list[tuple[float, int]]]) -> Nearest:
    """To whom each text looks, as arrays."""
    links = [(text, other, value) for text, others in enumerate(near) for value, other in others]
    texts, others, values = zip(*links, strict=True) if links else ((), (), ())
    return Nearest(np.array(texts, np.int64), np.array(others, np.int64), np.array(values, np.float64))


def test_stories_join_where_days_run_on_and_texts_look_to_one_another() -> None:
    groups = [[0, 1], [2, 3], [4, 5]]
    near = [
        [(0.9, 1), (0.5, 2)],
        [(0.9, 0)],
        [(0.9, 3)],
        [(0.9, 2)],
        [(0.9, 5)],
        [(0.9, 4)],
    ]
    assert join_stories(groups, looking(near), [1, 2, 10, 11, 1, 2], 2) == [[0, 1, 2, 3], [4, 5]]
    assert join_stories(groups, looking(near), [1, 2, 100, 101, 1, 2], 2) == [[0, 1], [2, 3], [4, 5]]
    assert join_stories(groups, looking(near), [None] * 6, 2) == [[0, 1], [2, 3], [4, 5]]


def test_the_only_neighbour_of_a_text_is_not_all_that_it_looks_to() -> None:
    near = [[(0.9, 1)], [(0.9, 0)], [(0.1, 0)]]
    assert join_stories([[0, 1], [2]], looking(near), [None] * 3, 1) == [[0, 1, 2]]
    assert join_stories([[0, 1], [2]], looking(near), [None] * 3, 5) == [[0, 1], [2]]


def plainly_joined(
    groups: list[list[int]], near: list[list[tuple[float, int]]], days: list[int | None]
) -> list[list[int]]:
    """The rule of `join_stories` word by word: all ties looked at anew after every step."""
    stories = _Stories(groups, looking(near), days, 3)
    while True:
        ties = [
            (-stories.strength(one, other), one, other)
            for one, links in stories.links.items()
            for other in links
            if one < other and _joins(stories, stories.strength(one, other), one, other)
        ]
        if not ties:
            return sorted(sorted(group) for group in stories.groups.values())
        _, one, other = min(ties)
        stories.join(one, other)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_stories_join_in_the_order_of_their_ties(data: st.DataObject) -> None:
    texts = data.draw(st.integers(2, 24))
    story = data.draw(st.lists(st.integers(0, texts // 2), min_size=texts, max_size=texts))
    groups = [[text for text in range(texts) if story[text] == each] for each in sorted(set(story))]
    others = st.lists(st.integers(0, texts - 1), max_size=3, unique=True)
    near = [[(0.5, other) for other in data.draw(others) if other != text] for text in range(texts)]
    days = data.draw(st.lists(st.none() | st.integers(1, 60), min_size=texts, max_size=texts))
    assert join_stories(groups, looking(near), days, 3) == plainly_joined(groups, near, days)


def test_sources_are_what_copies_and_rewrites_tie_together() -> None:
    def relation(kind: str, left: str, right: str) -> Relation:
        return Relation(kind, left, right, None, 1.0, None)  # type: ignore[arg-type]  # a literal

    tied = [relation("copy", "a", "b"), relation("rewrite", "b", "d"), relation("same-event", "a", "c")]
    assert independent_sources(("d", "c", "b", "a"), tied) == (("a", "b", "d"), ("c",))
