"""Headlines that run into the text: how long they may be, and what must follow them."""

import pytest

from tests.cleaning.one_rule import drafted

TEXT = "The ministry said on Tuesday that the roads to the north were open again."


def after(text: str, title: str | None = None) -> str:
    return drafted("headings", text, title=title).text


def numbered(words: int) -> str:
    return " ".join(["Roads", *(f"in{number}" for number in range(words - 2)), "again"])


@pytest.mark.parametrize(("words", "goes"), [(3, False), (4, True), (20, True), (21, False)])
def test_a_headline_that_stands_twice_has_four_to_twenty_words(words: int, goes: bool) -> None:
    headline = numbered(words)
    twice = f"{headline}\n\n{headline} - {TEXT}"
    assert after(twice) == (f"{headline}\n\n{TEXT}" if goes else twice)
    assert after(f"{headline}: {TEXT}", title=headline) == (TEXT if goes else f"{headline}: {TEXT}")


@pytest.mark.parametrize(
    "text",
    [
        f"Roads in the north open - {TEXT}",  # another headline
        f"{numbered(6)} - and {TEXT}",
        f"{numbered(6)} - {TEXT[:-1]}",
        numbered(6),
    ],
)
def test_what_is_no_text_behind_its_headline(text: str) -> None:
    page = f"{numbered(6)}\n\n{text}"
    assert after(page) == page


def test_a_sentence_above_is_no_headline() -> None:
    page = f"{numbered(6)}.\n\n{numbered(6)}. {TEXT}"
    assert after(page) == page


def test_only_the_first_line_and_the_one_below_are_looked_at() -> None:
    page = f"Ferries sail\n\n{numbered(6)}\n\n{numbered(6)} - {TEXT}"
    assert after(page) == page
    glued = f"Ferries sail\n\n{numbered(6)}{TEXT}"
    assert after(glued) == glued
    assert after("") == ""


@pytest.mark.parametrize(("words", "parted"), [(3, False), (4, True), (20, True), (21, False)])
def test_a_headline_glued_to_its_text_has_four_to_twenty_words(words: int, parted: bool) -> None:
    headline, text = numbered(words), TEXT.replace("roads", "roads " * 30)
    assert after(headline + text) == (f"{headline}\n{text}" if parted else headline + text)


def test_the_text_is_more_than_twice_as_long_as_its_headline() -> None:
    headline = numbered(8)
    for length, parted in ((2 * len(headline), False), (2 * len(headline) + 1, True)):
        text = "The ministry said so on ".ljust(length - 1, "x") + "."
        assert (after(headline + text) != headline + text) is parted


def test_a_headline_ends_in_the_first_two_hundred_characters() -> None:
    text = TEXT.replace("roads", "roads " * 100)
    for length, parted in ((195, True), (196, False)):
        headline = f"Roads in the {'n' * (length - len('Roads in the  open'))} open"
        assert (after(headline + text) != headline + text) is parted


@pytest.mark.parametrize(
    "headline",
    [
        "It is so. Roads in the north open again",  # of two sentences it is no headline
        "“The roads in the north are open.”",  # a space was lost between two sentences
        "“The roads in the north are open again!”",
    ],
)
def test_two_sentences_without_a_space_are_no_headline(headline: str) -> None:
    assert after(headline + TEXT) == headline + TEXT


def test_a_question_may_be_a_headline() -> None:
    assert after(f"Who will open the roads?{TEXT}") == f"Who will open the roads?\n{TEXT}"
    assert after(f"“Roads in the north are open”{TEXT}") == f"“Roads in the north are open”\n{TEXT}"
    assert after(f"Who will open the roads?{TEXT[:-1]}") == f"Who will open the roads?{TEXT[:-1]}"


# --- a seam that no small word shows ---

SEAM = (
    "Striking dockers block the port of LornDockers on strike have closed the port in the north for a "
    "third day, the union said."
)
BELOW = "The port of Lorn is the largest in the north. Dockers there asked for higher pay."


def seamed(line: str = SEAM, below: str = BELOW) -> bool:
    found = after(f"{line}\n\n{below}")
    assert found in (f"{line}\n\n{below}", f"{line}\n\n{below}".replace("LornDockers", "Lorn\nDockers", 1))
    return found != f"{line}\n\n{below}"


def test_both_halves_of_the_word_stand_elsewhere() -> None:
    assert seamed()
    assert not seamed(below=BELOW.replace("Lorn", "Marrow"))
    assert not seamed(below=BELOW.replace("Dockers", "Workers"))
    assert not seamed(below=BELOW.replace("Dockers", "Dockershire"))
    assert not seamed(below=f"{BELOW} LornDockers is a firm.")
    assert not seamed(line=SEAM.replace("LornDockers", "LornDOCKERS"))


def test_of_two_seams_nobody_can_tell() -> None:
    two = f"{SEAM.replace('have closed', 'of MarrowThere have closed')} {BELOW} {BELOW}"
    assert not seamed(line=two, below=f"{BELOW} Marrow. There.")
    assert seamed(line=two)
