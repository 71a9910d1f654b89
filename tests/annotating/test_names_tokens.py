"""Words and marks that names are put together from: where they stand, and what around them counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.names.tokens import tokens_of


@given(st.text(alphabet="aBU1é_ \t\n.,'’-&()"), st.integers(0, 3))
def test_tokens_stand_where_they_say_and_leave_nothing_out(text: str, offset: int) -> None:
    found = tokens_of(text, offset)
    assert all(text[each.start - offset : each.end - offset] == each.text for each in found)
    assert "".join(each.text for each in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roe, R-Arken, left", "Ana|Roe|,|R|-|Arken|,|left"),
        ("Ana Roe (R-Arken) left", "Ana|Roe|(|R|-|Arken|)|left"),
        ("the party R-Arken left", "the|party|R-Arken|left"),
        ("Ana Roe, R-Arken", "Ana|Roe|,|R|-|Arken"),
        ("Mr. J. Roe met Mrs. Roe.", "Mr.|J.|Roe|met|Mrs.|Roe|."),
        ("It was plan B.", "It|was|plan|B|."),
        ("plan B. Ana's U.S. visit", "plan|B.|Ana|'s|U.S.|visit"),
        ("a Moscow-based bank", "a|Moscow|-|based|bank"),
    ],
)
def test_what_stands_around_a_word_tells_where_it_ends(text: str, expected: str) -> None:
    assert "|".join(each.text for each in tokens_of(text)) == expected
