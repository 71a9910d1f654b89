"""Which of the lines above a running text is its headline."""

import pytest

from crisis_archive.cleaning.furniture.heading import heading_above

TEXT = "The ministry of transport said on Tuesday that the roads towards northern harbours were open again."
ALL = "Ministry: roads towards northern harbours open"  # each long word stands in the text
MOST = "Ministry: roads towards northern villages open"  # five of six
HALF = "Ministry: roads towards distant villages and bridges"  # three of six


def heading(*above: str) -> int:
    return heading_above([*above, TEXT], [False] * len(above) + [True])


@pytest.mark.parametrize(
    ("words", "found"),
    [(1, False), (2, True), (25, True), (26, False)],
)
def test_a_headline_has_two_to_twenty_five_words(words: int, found: bool) -> None:
    assert heading("Sport", " ".join(["ministry", *["roads"] * (words - 1)])) == (1 if found else -1)


@pytest.mark.parametrize("other", ["By Ruth Castell", "May 5, 2019", "Sign in", "x", "Log in to roads"])
def test_what_is_no_headline_does_not_hide_one_below_it(other: str) -> None:
    assert heading(other, ALL) == 1
    assert heading(ALL, other) == 0


def test_the_line_that_shares_the_most_words_wins() -> None:
    assert heading(ALL, MOST) == 0
    assert heading(MOST, ALL) == 1


def test_more_than_twelve_words_are_no_better() -> None:
    assert heading(f"{ALL} {'the ' * 7}", f"{'the ' * 6}{ALL}") == 1
    assert heading(f"{ALL} {'the ' * 6}", f"{'the ' * 4}{ALL}") == 0


def test_a_line_that_the_pages_title_holds_is_better() -> None:
    title = f"Herald | {HALF} | Ferries, mountains, weather, villages, markets"
    assert heading("Herald", HALF, MOST) == 2
    assert heading(title, HALF, "Ministry: roads towards northern bridges and villages") == 1
    assert heading(title, HALF, ALL) == 2


def test_a_sentence_is_a_poorer_headline() -> None:
    assert heading(ALL, f"{ALL}.") == 0
    assert heading(HALF, f"{ALL}.") == 1
    assert heading("Ministry: roads towards northern bridges and villages", f"{ALL}.") == 1


def test_words_of_four_letters_and_more_count_by_their_first_six() -> None:
    assert heading("The ministers") == 0
    assert heading("The minimum") == -1
    assert heading("It opens") == -1
    assert heading("It is open") == 0
    assert heading("It was the") == -1


def test_the_first_line_is_a_headline_too_where_only_short_lines_part_it_from_the_text() -> None:
    odd = "A cat came home"  # four words, of which the text has none
    assert heading(odd) == 0
    assert heading("A cat came") == -1
    assert heading(" ".join(["cats"] * 25), *["Sport"] * 4) == 0
    assert heading(" ".join(["cats"] * 26), *["Sport"] * 4) == -1
    assert heading(odd, "Sport", "A word or", "Sign in", "By Ruth Castell") == 0
    assert heading(odd, "Sport", "Ten places to see") == -1
    assert heading(odd, "Ten places to see") == -1
    assert heading("Subscribe to all of it", "Sport") == -1
    assert heading(odd, *["Sport"] * 7) == 0
    assert heading(odd, *["Sport"] * 8) == -1
