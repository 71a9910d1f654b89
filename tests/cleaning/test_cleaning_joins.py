"""Which pieces of sentences are put together, and where a line that begins small begins something else."""

import pytest

from crisis_archive.cleaning import joins
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.model import Metadata

TOLD, LINK, ON = "He told the", "Northport Herald", "that the road was open."


def joined(*lines: str) -> list[str]:
    draft = Draft("\n\n".join(lines))
    joins.run(draft, Page(Metadata(), False, SeedEvidence()))
    return draft.text.split("\n\n")


def test_a_word_alone_goes_on_where_the_next_line_does() -> None:
    assert joined(TOLD, "press", ", which wrote that it was so.") == [
        "He told the press, which wrote that it was so."
    ]
    assert joined("It was to the", "press") == ["It was to the", "press"]
    assert joined("It was to the", "press", "The end.") == ["It was to the", "press", "The end."]


def test_what_is_not_joined_does_not_keep_the_lines_below_it_apart() -> None:
    below = ["The road to the north", "was open again on Monday."]
    together = "The road to the north was open again on Monday."
    assert joined("It was to the", "seagull", *below) == ["It was to the", "seagull", together]
    assert joined("The end.", "then that", *below) == ["The end.", "then that", together]


def test_the_first_words_of_a_text_join_a_link_where_they_cannot_stand_alone() -> None:
    for first in (TOLD, "He had heard it from", "He told many journalists,", "He told many (or so it was)-"):
        assert joined(first, LINK, ON) == [f"{first} {LINK} {ON}"]
    # A headline above a line that goes on.
    for first in ("He told many journalists", "He had to think about"):
        assert joined(first, LINK, ON) == [first, f"{LINK} {ON}"]


def test_below_the_first_line_nobody_takes_a_piece_for_a_headline() -> None:
    for headline in ("Roads open", "Roads in the north open again"):
        whole = f"He told many journalists {LINK} {ON}"
        assert joined(headline, "He told many journalists", LINK, ON) == [headline, whole]
    assert joined("Roads open", "Two words", LINK, ON) == ["Roads open", "Two words", f"{LINK} {ON}"]
    assert joined("Roads open", "It is so.", LINK, ON) == ["Roads open", "It is so.", f"{LINK} {ON}"]


@pytest.mark.parametrize(("words", "whole"), [(8, True), (9, False)])
def test_a_link_has_eight_words_at_most(words: int, whole: bool) -> None:
    link = " ".join(["Herald"] * words)
    assert joined(TOLD, link, ON) == ([f"{TOLD} {link} {ON}"] if whole else [TOLD, f"{link} {ON}"])
