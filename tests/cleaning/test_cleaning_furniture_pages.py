"""What goes from around and from between the running text, and how much must speak for it."""

import pytest

from crisis_archive.cleaning.blocks import blocks_of, key_of
from crisis_archive.cleaning.furniture import furniture
from crisis_archive.cleaning.furniture.body import body_of, looks, worths
from crisis_archive.cleaning.furniture.sentences import sure_lines
from tests.cleaning.one_rule import after

LINE = "The ministry said on Tuesday that the roads to the north were open again."
LONG = "It gave no date for the airport, which has been closed since Monday, when the runway broke."
BODY = (LINE, LONG, f"{LINE} {LONG}") * 3
POINTER = "There's a crisis in the north, here's our guide to what is going on."
ABOUT = ("About the author", "Klara Vint is a writer based in Lorn.")


def gone(*lines: str, repeated: tuple[str, ...] = ()) -> list[int]:
    return sorted(furniture(blocks_of("\n".join(lines)), frozenset(map(key_of, repeated))))


def inside(*lines: str) -> list[bool]:
    return body_of(lines, worths(lines, looks(lines, sure_lines(lines)), [False] * len(lines)))


def test_a_text_of_one_line_is_left_as_it_is() -> None:
    assert after("furniture", "Share this article") == "Share this article"
    assert after("furniture", "Share this article\nLeave a Reply") == ""


def test_of_a_web_page_only_sure_forms_go() -> None:
    page = ["Sport", "Home", *BODY, "World", "Share this article", "Culture"]
    kept = ["Sport", *BODY, "World", "Culture"]
    assert after("furniture", "\n".join(page), is_html=True) == "\n".join(kept)
    assert after("furniture", "\n".join(page)) == "\n".join(BODY)


def test_the_last_line_of_a_few_may_send_the_reader_on() -> None:
    assert gone(LINE, LONG, POINTER) == []
    assert gone(LINE, LONG, LINE + LONG, POINTER) == [3]
    assert gone(LINE, LONG, POINTER, LINE + LONG) == []
    assert gone("Home", LINE, POINTER) == [0]
    assert gone("Home", LINE, LONG, POINTER) == [0, 3]
    assert gone("Home", LINE, POINTER, LONG) == [0]


def test_a_page_has_two_signs_and_twelve_lines() -> None:
    herald = ("Northern Herald",)
    assert gone(*herald, "Sport", "Home", *BODY, repeated=herald) == [0, 1, 2]
    assert gone("Sport", "Home", *BODY, "Menu") == [0, 1, 11]
    assert gone("Sport", *herald, "Culture", *BODY, repeated=herald) == []
    assert gone(*herald, "Home", *BODY, repeated=herald) == [1]  # eleven lines
    assert gone("Sport", "Home", *BODY[1:], "Menu") == [1, 10]


def test_without_running_text_only_sure_forms_go() -> None:
    labels = [f"Sport {chr(65 + number)}" for number in range(12)]
    assert gone("Home", *labels, "Menu") == [0, 13]


@pytest.mark.parametrize(("above", "below"), [((), ("Home", "Menu")), (("Home", "Menu"), ())])
def test_between_two_parts_of_the_text_more_than_a_quarter_must_be_signs(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    labels = ["Sport", "World", "Culture", "Travel", "Health"]
    few, more = [*labels, "Science", "Menu", "Search"], [*labels, "Sign in", "Menu", "Search"]
    for between, signs in ((few, [6, 7]), (more, range(8))):
        lines = [*above, *BODY, *between, *BODY, *below]
        start = len(above) + len(BODY)
        assert inside(*lines)[start - 1 : start + 9] == [True, *[False] * 8, True]
        ends = [*range(len(above)), *range(len(lines) - len(below), len(lines))]
        assert gone(*lines) == sorted([*ends, *(start + number for number in signs)])


def test_a_line_of_other_files_is_a_sign_between_two_parts_too() -> None:
    lines = [*BODY, "Sport", "Northern Herald", "World", "Search", *BODY]
    assert gone(*lines, repeated=("Northern Herald",)) == [9, 10, 11, 12]
    assert gone(*lines) == [12]


def test_what_is_said_of_the_author_goes_to_the_last_line() -> None:
    assert gone("Home", *BODY, *ABOUT) == [0, 10, 11]
    assert gone("Home", *BODY[:3], *ABOUT) == [0, 4, 5]


def test_a_biography_goes_from_a_whole_page_only() -> None:
    about = "Ana Ruiz is a reporter for the Northern Herald, where she writes about roads."
    assert gone("Home", "Menu", *BODY, about, "Sport") == [0, 1, 11, 12]
    assert gone("Home", *BODY, about) == [0]
