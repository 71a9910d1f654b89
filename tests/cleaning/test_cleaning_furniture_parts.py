"""Parts of the site near a text: where each of them begins, and where the author's words go on."""

import pytest

from crisis_archive.cleaning.furniture.biographies import about_below, biography_below
from crisis_archive.cleaning.furniture.body import look_at
from crisis_archive.cleaning.furniture.inner import with_text_below_teasers
from crisis_archive.cleaning.furniture.running import running_heads

BODY = "The dam above the town broke on Sunday after a week of rain, officials said."
ON = "A second dam further down the valley was holding by the evening, officials said."
OTHER = "Ten recipes for a rainy weekend that all the family will like."
LABEL = "How you can help"


def kept(*lines: str, inside: int = 1, again: int = -1) -> list[str]:
    """The lines of running text, of which the first `inside` were found by their length."""
    forms = [look_at(line, lines[number - 1] if number else "") for number, line in enumerate(lines)]
    was = [number < inside for number in range(len(lines))]
    repeated = [number == again for number in range(len(lines))]
    found = with_text_below_teasers(lines, forms, was, repeated)
    return [line for line, is_inside in zip(lines, found, strict=True) if is_inside]


# --- a teaser inside the article ---


@pytest.mark.parametrize(
    "heading", ["Read also", "You may also like:", "Lesen Sie auch", "Te puede interesar"]
)
@pytest.mark.parametrize("label", [(), (LABEL,)])
def test_text_goes_on_below_a_teaser(heading: str, label: tuple[str, ...]) -> None:
    assert kept(BODY, heading, *label, ON) == [BODY, ON]
    assert kept(BODY, heading, *label, ON, "Topics") == [BODY, ON]


@pytest.mark.parametrize(("length", "goes_on"), [(99, True), (100, False)])
def test_a_heading_of_a_teaser_is_short(length: int, goes_on: bool) -> None:
    assert kept(BODY, "Read also".ljust(length, "."), ON) == [BODY, *[ON] * goes_on]


def test_six_paragraphs_go_on_and_no_seventh() -> None:
    more = [f"{ON[:-1]} on day {number}." for number in range(7)]
    assert kept(BODY, "Read also", *more[:6]) == [BODY, *more[:6]]
    assert kept(BODY, "Read also", *more[:6], "Topics", "Floods") == [BODY, *more[:6]]
    # What goes on and on is looked at by its length, as all running text.
    assert kept(BODY, "Read also", *more) == [BODY]


@pytest.mark.parametrize(
    "lines",
    [
        (BODY, "Topics", ON),  # no teaser
        (BODY, "Read also" + " and again" * 11, ON),  # no heading
        (BODY, "Read also", LABEL, "Where to sleep", ON),  # a list
        (BODY, "Read also", ON, LABEL, BODY),  # headlines and blurbs take turns
        (BODY, "Read also", ON, LABEL, "Where to sleep", BODY),
        (BODY, "Read also", OTHER),  # speaks of something else
        (BODY, "Read also", ON[:-1]),  # no sentence
        (BODY, "Read also", ON[0].lower() + ON[1:]),
        (BODY, "Read also", "The dam holds."),  # too short to be told from a headline
        (BODY, "Read also", f"{ON[:-1]}, click here to log in."),
        (BODY, "Read also"),
        (BODY,),
    ],
)
def test_what_is_not_the_authors_stays_outside(lines: tuple[str, ...]) -> None:
    assert kept(*lines) == [BODY]


def test_what_other_files_have_too_stays_outside() -> None:
    assert kept(BODY, "Read also", ON, again=2) == [BODY]
    assert kept(BODY, "Read also", ON, again=1) == [BODY, ON]


def test_without_running_text_nothing_goes_on() -> None:
    assert kept("Read also", ON, inside=0) == []


def test_a_list_further_down_says_nothing() -> None:
    below = ("Topics", "Floods", "Port Alder", BODY)
    assert kept(BODY, "Read also", ON, *below) == [BODY, ON]


def test_words_that_begin_alike_say_what_a_text_is_about() -> None:
    for word, goes_on in (
        ("Sundays", True),
        ("officially", True),
        ("office", False),
        ("Dams", False),
        ("rains", False),
    ):
        other = f"Nobody there could {word} tell them when it all had begun."
        assert kept(BODY, "Read also", other) == [BODY, *[other] * goes_on]


def test_text_that_goes_on_below_the_last_teaser_of_several() -> None:
    assert kept(BODY, "Read also", BODY, "Read also", ON, inside=3) == [BODY, "Read also", BODY, ON]


# --- running heads ---


def test_a_line_beside_each_pages_number_is_its_head() -> None:
    assert running_heads(["The Record", "Page 1", BODY, "The Record", "Page 2 of 2"]) == {0, 3}
    assert running_heads(["Seite 1", "Der Bote", BODY, "Seite 2", "Der Bote"]) == {1, 4}
    assert running_heads([BODY, "Page 1", "The Record", ON, "Page 2", "The Record"]) == {2, 5}


@pytest.mark.parametrize(
    "lines",
    [
        ["The Record", "Page 1", BODY],  # once
        ["The Record", "Page 1", BODY, "The Record", ON],  # once beside no number
        ["The Record", BODY, "The Record"],
        ["Page 1", "Page 1"],
        ["Page 1", "Page 2"],
        ["x" * 100, "Page 1", "x" * 100, "Page 2"],
        ["The Record", "On page 1 the paper says so", "The Record"],
    ],
)
def test_other_lines_are_no_heads(lines: list[str]) -> None:
    assert running_heads(lines) == set()


def test_a_pages_number_stands_in_a_short_line() -> None:
    for length, heads in ((99, {0, 3}), (100, set())):
        first, second = (f"Page {number}".ljust(length, ".") for number in (1, 2))
        assert running_heads(["The Record", first, BODY, "The Record", second]) == heads


def test_a_head_may_be_as_long_as_a_line_of_print() -> None:
    assert running_heads(["x" * 99, "Page 1", BODY, "x" * 99, "Page 2"]) == {0, 3}


# --- about the author ---


def test_what_stands_below_a_heading_about_the_author_is_the_sites() -> None:
    lines = [BODY, ON, BODY, "About the author", "Klara Vint is a writer based in Lorn."]
    assert about_below(lines) == 3
    assert about_below(lines[:4]) == 3
    assert about_below([*lines, *["More from Klara"] * 5]) == 3
    assert about_below(["Über den Autor" if line.startswith("About") else line for line in lines]) == 3


@pytest.mark.parametrize(
    "lines",
    [
        [BODY, ON, "About the author", "Klara Vint is a writer."],  # hardly a text above it
        [BODY, ON, BODY, "About the author", *["More from Klara"] * 7],  # much goes on below
        [BODY, ON, BODY, "About the author", "x" * 1200],
        [BODY, ON, BODY, "About forty people came to the meeting in the hall of the town."],
        [BODY, ON, BODY, ON],
        [],
    ],
)
def test_other_text_is_not_about_the_author(lines: list[str]) -> None:
    assert about_below(lines) == -1


def test_a_heading_about_the_author_is_short_and_so_is_what_it_says() -> None:
    for length, found in ((59, 3), (60, -1)):
        assert about_below([BODY, ON, BODY, "About the author".ljust(length, "."), "Klara."]) == found
    for length, found in ((1199, 3), (1200, -1)):
        said = "x" * (length - len("About the author"))
        assert about_below([BODY, ON, BODY, "About the author", said]) == found


def test_the_first_of_two_headings_counts() -> None:
    assert about_below([BODY, ON, BODY, "About the author", "Klara.", "About the company", "It is."]) == 3


def test_a_biography_is_the_last_line_of_somebody_whom_the_text_does_not_name() -> None:
    about = "Ana Ruiz is a reporter for the Northern Herald."
    lines = [BODY, ON, BODY, about]
    assert biography_below(lines, [True] * 4) == 3
    assert biography_below([*lines, "Topics"], [True] * 4 + [False]) == 3
    assert biography_below(lines[1:], [True] * 3) == -1
    assert biography_below([*lines, ON], [True] * 5) == -1
    assert biography_below([BODY, ON, "Ms Ruiz was there.", about], [True] * 4) == -1
    assert biography_below(lines, [True] * 3 + [False]) == -1
