"""One form for what a reader types and what a text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.search.folding import exceptions, fold_for_search
from crisis_archive.search.pipeline import ENGLISH, terms_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Guaidó", "guaido"),
        ("GUAIDO", "guaido"),
        ("Łukasz Søren", "lukasz soren"),
        ("Guaidó’s aides", "guaido  aides"),  # a possessive is no part of the name
        ("don’t", "don't"),
        ("capture—which", "capture which"),  # lunr would keep this as one word
        ("said.The", "said the"),
        ("1,000 or 3.5", "1,000 or 3.5"),
        ("0.5%", "0.5 "),
        ("COVID-19", "covid-19"),
        ("the U.S. and US troops", "the usa and usa troops"),  # else they were the stop word "us"
        ("tell us", "tell us"),
        ("the U.N. said", "the un said"),
        ("co\u00adoperate", "cooperate"),  # a soft hyphen stands inside a word
        ("a\x1cb", "a b"),  # Python's white space, not JavaScript's
        ("ΟΔΟΣ", "οδοσ"),
        ("Київ", "київ".replace("ї", "і")),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold_for_search(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_for_search(text)
    assert fold_for_search(once) == once


@given(st.text())
def test_folding_does_not_look_beyond_white_space(text: str) -> None:
    terms = terms_of(ENGLISH)
    assert terms(text) == [term for chunk in text.split() for term in terms(chunk)]


def test_only_characters_of_their_own_kind_are_exceptions() -> None:
    found = exceptions()
    assert found["ø"] == "o"
    assert found["ς"] == "σ"
    assert "é" not in found
    assert len(found) < 60
