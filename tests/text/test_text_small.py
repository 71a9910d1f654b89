"""Small letters in place of others, for patterns that would else be told to take any case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.text.folding import small_in_place


def test_small_letters_stand_where_the_others_stood() -> None:
    assert small_in_place("Zürich, at 20 KM") == "zürich, at 20 km"
    assert small_in_place("") == ""


@pytest.mark.parametrize("text", ["İzmir", "Işık said", "the ſea"])
def test_null_where_a_pattern_would_find_something_else(text: str) -> None:
    assert small_in_place(text) is None


@given(st.text(), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_a_letter_is_found_where_it_is_found_in_any_case(text: str, letter: str) -> None:
    small = small_in_place(text)
    if small is not None:
        anywhere = [match.span() for match in re.finditer(letter, text, re.IGNORECASE)]
        assert [match.span() for match in re.finditer(letter, small)] == anywhere
