"""What is worked out for all texts at once is what going through them one by one gives."""

import random
from collections import Counter
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from crisis_archive.memory import Memory
from crisis_archive.relating.crises.clustering import average_link
from crisis_archive.relating.crises.counting import Worded
from crisis_archive.relating.crises.linking import nearest
from crisis_archive.relating.crises.terms import Terms, weightiest
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.rarity import WITHOUT_STEPS, holders_of, stepped_size
from crisis_archive.relating.vectors import Features, Pairs, distinct, in_order, laid_together, places_among

ITEMS, SHOWN = 30, 60
LOW = st.integers(0, 3)
NUMBERS = st.builds(lambda low, high: low + (high << 22), LOW, st.integers(0, 1023))
"""Many with the same lower bits."""
Links = list[tuple[int, int]]


def number(word: str) -> int:
    return crc32(word.encode())


def features(texts: list[Counter[str]]) -> Features:
    return laid_together([in_order(dict(sorted(each.items()))) for each in texts])


def leading(texts: list[Counter[str]]) -> Terms:
    return weightiest(worded(texts), [str(number) for number in range(len(texts))], nothing_kept())


def worded(texts: list[Counter[str]]) -> Worded:
    return Worded(["\n".join(sorted(each)) for each in texts], features(texts))


@given(st.lists(st.integers(-(2**40), 2**40)))
def test_distinct_numbers_are_those_of_a_set(values: list[int]) -> None:
    assert distinct(np.array(values, dtype=np.int64)).tolist() == sorted(set(values))


@given(st.sets(NUMBERS), st.lists(NUMBERS))
def test_numbers_are_found_where_they_stand(wanted: set[int], names: list[int]) -> None:
    ordered = sorted(wanted)
    at, which = places_among(np.array(ordered, dtype=np.uint32), np.array(names, dtype=np.uint32))
    told = [(place, ordered.index(name)) for place, name in enumerate(names) if name in wanted]
    assert list(zip(at.tolist(), which.tolist(), strict=True)) == told


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from((1, 2, 255, 256, 70_000)))))
def test_counts_of_any_size_are_laid_together(held: list[dict[str, int]]) -> None:
    found = features([Counter(each) for each in held])
    assert found.counts.tolist() == [each[word] for each in held for word in sorted(each)]
    assert np.diff(found.starts).tolist() == list(map(len, held))


PLACED = st.tuples(st.integers(0, 20), st.integers(0, 20)).filter(lambda pair: pair[0] < pair[1])
LIKENESSES = st.one_of(st.sampled_from((0.0, 0.02, 0.02 + 1e-13, 0.5, 1.0)), st.floats(0, 1))


@given(st.dictionaries(PLACED, LIKENESSES, max_size=150), st.integers(1, 8))
def test_the_nearest_are_the_first_of_all_others_sorted(
    alike: dict[tuple[int, int], float], most: int
) -> None:
    pairs = sorted(alike)
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    found = nearest(Pairs(left, right, np.array([alike[pair] for pair in pairs])), most)
    wanted = []
    for text in range(21):
        others = [
            (int(value * 2**40), pair[pair[0] == text]) for pair, value in alike.items() if text in pair
        ]
        for _, other in sorted(others, key=lambda each: (-each[0], each[1]))[:most]:
            wanted.append((text, other, alike[min(text, other), max(text, other)]))
    told = zip(found.texts.tolist(), found.others.tolist(), found.values.tolist(), strict=True)
    assert list(told) == wanted


@given(st.lists(st.tuples(st.integers(0, ITEMS - 1), st.integers(0, ITEMS - 1)), max_size=60))
def test_what_is_tied_together_ends_in_one_group_and_nothing_else_does(links: Links) -> None:
    group = {item: {item} for item in range(ITEMS)}
    for one, other in links:
        both = group[one] | group[other]
        group.update(dict.fromkeys(both, both))
    nothing = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    ordered = [(min(link), max(link)) for link in links if link[0] != link[1]]
    found = average_link(ITEMS, nothing, 0.5, ordered)
    assert found == sorted(map(list, {tuple(sorted(each)) for each in group.values()}))


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5)), max_size=12))
def test_the_weightiest_words_come_first_and_of_equal_ones_the_first_by_the_alphabet(
    held: list[dict[str, int]],
) -> None:
    texts = [Counter(each) for each in held]
    holders = Counter(word for each in texts for word in each)
    found = leading(texts)
    for number, text in enumerate(texts):
        words = sorted(text)
        weight = {
            word: (1 + log(text[word])) * (log((1 + len(texts)) / (1 + holders[word])) + 1) for word in words
        }
        wanted = sorted(words, key=lambda word: (-weight[word], word))
        assert found.of(number) == tuple(wanted)
        assert found.weights_of(number) == tuple(round(weight[word], 4) for word in wanted)


def test_no_more_words_than_are_shown_are_taken_of_a_text() -> None:
    long = Counter({f"word{number:03}": 1 + number % 3 for number in range(2 * SHOWN)})
    found = leading([long, Counter({"other": 1})])
    assert found.weighed.starts.tolist() == [0, SHOWN, SHOWN + 1]
    assert all(place % 3 for place in found.weighed.words[:SHOWN].tolist())  # those told most often


def test_holders_go_in_steps_in_a_large_archive_alone() -> None:
    dice = random.Random(6)
    texts = [
        Counter(f"word{int(dice.expovariate(0.01))}" for _ in range(6)) for _ in range(WITHOUT_STEPS + 9)
    ]
    holders = Counter(word for each in texts for word in each)
    stepped = {
        number(word): 4 ** (len(f"{count:b}") // 2 - (1 - len(f"{count:b}") % 2))
        for word, count in holders.items()
    }
    names, found = holders_of(features(texts))
    assert dict(zip(names.tolist(), found.tolist(), strict=True)) == stepped
    assert stepped_size(len(texts)) == WITHOUT_STEPS
    small = texts[:500]
    few = Counter(word for each in small for word in each)
    names, found = holders_of(features(small))
    assert dict(zip(names.tolist(), found.tolist(), strict=True)) == {
        number(word): count for word, count in few.items()
    }
    assert stepped_size(len(small)) == len(small)


@pytest.mark.parametrize("seed", range(3))
def test_the_weightiest_words_that_are_taken_over_are_those_found_anew(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)

    def written() -> Counter[str]:
        return Counter(f"word{int(dice.expovariate(0.01))}" for _ in range(dice.randrange(90)))

    texts = {f"text{number}": written() for number in range(WITHOUT_STEPS + 60)}
    for share in (0, 1, 1, 12, 40, 900, 0):
        for each in dice.sample(sorted(texts), share):
            if dice.random() < 0.3:
                del texts[each]
            else:
                texts[each if dice.random() < 0.5 else f"{each}-new"] = written()
        ids, some = sorted(texts), [texts[each] for each in sorted(texts)]
        with Memory.open(tmp_path) as memory:
            keys = {each: f"{each} {sorted(text.items())}".encode() for each, text in texts.items()}
            found = weightiest(worded(some), ids, Keeping(memory, b"code", keys))
        for mine, anew in zip(
            astuple(found.weighed),
            astuple(weightiest(worded(some), ids, nothing_kept()).weighed),
            strict=True,
        ):
            np.testing.assert_array_equal(mine, anew)
