"""Hidden characters are spelled out, all others stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.text.hidden import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a\\u202eb"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("bell\x07 nul\x00 del\x7f", "bell\\x07 nul\\x00 del\\x7f"),
        ("one\u2028two\uffff\ufdd0", "one\\u2028two\\uffff\\ufdd0"),
        ("tab\tline\nfeed", "tab\tline\nfeed"),
        (
            "caf\u00e9 \u0645\u062f\u064a\u0646\u0629 \U0001f30a",
            "caf\u00e9 \u0645\u062f\u064a\u0646\u0629 \U0001f30a",
        ),
    ],
)
def test_what_is_hidden_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


NON_JOINER, JOINER = "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}"
FIREFIGHTER = f"\N{WOMAN}{JOINER}\N{FIRE ENGINE}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"می{NON_JOINER}خواهم", "Persian keeps two letters apart with it"),
        (f"क्{JOINER}ष", "Hindi asks for a half letter with it"),
        (FIREFIGHTER, "one picture of two"),
        (f"\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}{JOINER}\N{FIRE ENGINE}", "with a tone of skin"),
    ],
)
def test_a_joiner_that_joins_is_shown_as_it_is(text: str, why: str) -> None:
    assert visible(text) == text, why


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        (f"pay{NON_JOINER}pal", "pay\\u200cpal", "Latin letters never join"),
        (f"می{NON_JOINER} خواهم", "می\\u200c خواهم", "nothing follows that it could keep apart"),
        (f"{JOINER}\N{FIRE ENGINE}", "\\u200d\N{FIRE ENGINE}", "no picture before it"),
        (f"\N{WOMAN}{NON_JOINER}\N{FIRE ENGINE}", "\N{WOMAN}\\u200c\N{FIRE ENGINE}", "the other one"),
        (f"{NON_JOINER}", "\\u200c", "alone"),
    ],
)
def test_a_joiner_that_hides_is_spelled_out(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown, why


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)
