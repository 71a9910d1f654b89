"""Wordings of one quotation stand together; what only sounds alike does not."""

from crisis_archive.model import Cite
from crisis_archive.pages.quotations import Said, variants_of


def said(text: str, document: str = "a") -> Said:
    return Said(None, text, None, (), (Cite(document, 0, 0, len(text)),))


def families(*texts: str) -> list[list[str]]:
    return [[each.text for each in family] for family in variants_of([said(text) for text in texts])]


def test_a_piece_and_another_wording_stand_with_the_fullest() -> None:
    full = "We are doing well and we are fighters"
    assert families("doing well", full, "We are doing well, and we are the fighters") == [
        ["We are doing well, and we are the fighters", full, "doing well"]
    ]


def test_one_word_is_no_piece_and_other_words_are_another_quotation() -> None:
    assert families("running", "We are running the country") == [["running"], ["We are running the country"]]
    assert len(families("The dam will hold for a week", "The road will open in a week")) == 2


def test_the_order_is_that_of_the_first_of_each_family() -> None:
    assert [family[0] for family in families("All is calm here", "We go", "All is calm")] == [
        "All is calm here",
        "We go",
    ]
