"""What came around a text: tags, Markdown, a stamp, a program's own words."""

import pytest

from crisis_archive.cleaning.stamps import is_stamp
from tests.cleaning.one_rule import after

HEADLINE = "Relief society sends boats to Marrow"
TEXT = "The society sent 12 boats and 40 volunteers to the town, where a dam burst on Tuesday."


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("markup", f"<p>{TEXT}</p><p>{TEXT}</p>"),
        ("markdown", f"## {HEADLINE}\n{TEXT}"),
        ("chatter", f"Sure! Here is the rewritten article:\n{TEXT}"),
    ],
)
def test_of_a_web_page_the_extractor_has_done_it(rule: str, text: str) -> None:
    assert after(rule, text) != text
    assert after(rule, text, is_html=True) == text


# --- tags ---


def test_three_tags_of_which_one_closes_are_no_authors() -> None:
    assert after("markup", "<b>a</b> is") == "<b>a</b> is"
    assert after("markup", "<b>a</b> is<br>") == "a is\n"
    assert after("markup", "<b>a</b> <i>is</i>") == "a is"
    assert after("markup", "<b>a<b> is<br>") == "<b>a<b> is<br>"


def test_tags_with_nothing_between_are_one_line_end() -> None:
    assert after("markup", "<p>a</p> \n <p>b</p>") == "\na\nb\n"
    assert after("markup", "<p>a</p>x<p>b</p>") == "\na\nx\nb\n"
    assert after("markup", "<td>a</td> <td>b</td>") == " a b "
    assert after("markup", "<td>a</td><p>b</p>") == " a\nb\n"
    assert after("markup", "<p>a<b> <i>b</i></b></p>") == "\na b\n"


# --- Markdown ---


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("## Roads open", "Roads open"),
        ("The **roads** are open", "The roads are open"),
        ("The [roads](https://example.org/a) are open", "The roads are open"),
        ("See ![a road](road.png) there", "See  there"),
        # Slanted words and lines drawn, where it is surely Markdown.
        ("The *roads* are open", "The *roads* are open"),
        ("The *roads* are **open**", "The roads are open"),
        ("**Open**\n---\nThe *roads*", "Open\n\nThe roads"),
        ("# Open\n* one\n* two", "Open\n* one\n* two"),
    ],
)
def test_marks_of_markdown(text: str, becomes: str) -> None:
    assert after("markdown", text) == becomes


# --- stamps ---


def test_a_stamp_is_a_short_line_above_a_headline_and_a_longer_text() -> None:
    for length, goes in ((100, True), (101, False)):
        text = f"{'March 5, 2019'.ljust(length, '.')}\n{HEADLINE}\n{TEXT}"
        assert (after("stamps", text) == f"{HEADLINE}\n{TEXT}") is goes
    for headline, text, goes in (
        (HEADLINE, TEXT, True),
        (HEADLINE, HEADLINE.lower(), False),
        (HEADLINE, HEADLINE + "x", True),
        (f"{HEADLINE}.", f"{TEXT} {TEXT}", False),
        ("By Ana Ruiz", TEXT, False),
    ):
        found = after("stamps", f"18:40\n{headline}\n{text}")
        assert found == (f"{headline}\n{text}" if goes else f"18:40\n{headline}\n{text}")
    assert after("stamps", f"18:40\n{TEXT}") == f"18:40\n{TEXT}"
    assert after("stamps", f"Marrow\n{HEADLINE}\n{TEXT}") == f"Marrow\n{HEADLINE}\n{TEXT}"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("5 mars 2019", True),
        ("18:40", True),
        ("18/03", True),
        ("2019", False),
        ("mars", False),
        ("5 mars 2019 Marrow", False),
        ("18:40".ljust(100, "."), True),
        ("18:40".ljust(101, "."), False),
    ],
)
def test_a_stamp_holds_a_day_or_an_hour_and_nothing_else(line: str, found: bool) -> None:
    assert is_stamp(line) is found


def test_a_byline_may_stand_between_headline_and_text() -> None:
    assert after("stamps", f"18:40\n{HEADLINE}\nBy Ana Ruiz\n{TEXT}") == f"{HEADLINE}\nBy Ana Ruiz\n{TEXT}"
    far = f"18:40\n{HEADLINE}\nBy Ana Ruiz\nMarrow\n{TEXT}"
    assert after("stamps", far) == far
    assert after("stamps", f"18:40\n18:41\n{TEXT}") == f"18:40\n18:41\n{TEXT}"


# --- what a program said ---

OPENING, CLOSING = "Here is the rewritten article:", "Let me know if you need anything else."


def test_a_program_speaks_in_two_lines_at_each_end() -> None:
    for lines, kept in (
        ([OPENING, TEXT, CLOSING], [TEXT]),
        ([OPENING, OPENING, TEXT, CLOSING, CLOSING], [TEXT]),
        ([OPENING] * 3 + [TEXT] + [CLOSING] * 3, [OPENING, TEXT, CLOSING]),
        ([TEXT, OPENING, TEXT, CLOSING, TEXT], [TEXT, OPENING, TEXT, CLOSING, TEXT]),
        ([TEXT, CLOSING], [TEXT]),
        ([OPENING, TEXT], [TEXT]),
        ([OPENING, CLOSING], [OPENING, CLOSING]),  # nothing would be left
        ([OPENING], [OPENING]),
    ):
        assert after("chatter", "\n".join(lines)) == "\n".join(kept)
