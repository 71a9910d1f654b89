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


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert visible(visible(text)) == visible(text)
