"""Words and marks of a sentence: where they stand, and when a dash is one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.syntax.frames import frames_of


@given(st.text(alphabet="aB1é \t,.;’'-–()"))
def test_tokens_stand_where_they_say_in_order(text: str) -> None:
    tokens = [token for frame in frames_of(0, text, ()) for token in frame.tokens]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The water rose - slowly.", "The water rose - slowly ."),
        ("The well-known mayor -- he left", "The well-known mayor -- he left"),
        ("-slowly it rose- and fell -", "slowly it rose and fell"),
        ("Gov. Roe (of Arken, he said) left.", "Gov Roe left ."),
    ],
)
def test_marks_are_told_by_what_stands_around_them(text: str, expected: str) -> None:
    (frame,) = frames_of(0, text, ())
    assert " ".join(token.text for token in frame.tokens) == expected


def test_long_words_are_cut_as_short_ones_are() -> None:
    long = "a" * 60
    (frame,) = frames_of(0, f"The {long}'s mayor, {long}, left", ())
    assert [token.low for token in frame.tokens] == ["the", long, "mayor", ",", long, ",", "left"]
