"""Numbers as text and back."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.search.encoding import encode, encode_text


def decode(text: str) -> list[int]:
    """What `store.js` does."""
    numbers, number, factor = [], 0, 1
    for character in text:
        digit = 57 if character == "!" else ord(character) - 35
        if digit >= 46:
            number += (digit - 46) * factor
            factor *= 46
        else:
            numbers.append(number + digit * factor)
            number, factor = 0, 1
    return numbers


@given(st.lists(st.integers(0, 2**40)))
def test_comes_back(numbers: list[int]) -> None:
    text = encode_text(numbers)
    assert decode(text) == numbers
    assert not set(text) & {'"', "\\", "\n"}


def test_knows_where_each_number_begins() -> None:
    data, starts = encode(np.array([0, 46, 5000, 45]))
    pieces = [data[start:end].decode() for start, end in itertools.pairwise(starts)]
    assert [decode(piece) for piece in pieces] == [[0], [46], [5000], [45]]
    assert [len(piece) for piece in pieces] == [1, 2, 3, 1]


def test_nothing_is_nothing() -> None:
    assert encode_text([]) == ""
