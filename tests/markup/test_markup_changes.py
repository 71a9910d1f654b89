"""What cleaning changed, as readers see it: nothing is missing, and repairs stand where their words stand."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.draft import Draft, Replacement
from crisis_archive.markup import changes_marked, repairs, visible, visible_spaces
from crisis_archive.model import TITLE, Record, Span
from tests.makers import record

CASES = [
    # found, [(before, after)], title, where the repairs stand
    ("Flood in Nicolรกs\nWater rose.", [("รก", "á"), ("\n", "\n\n")], True, [Span(TITLE, 14, 15)]),
    ("Water   rose.\n\nIt felll.", [("   ", " "), ("felll", "fell")], False, [Span(1, 3, 7)]),
    ("Menu\nWater rose.", [("Menu\n", "")], False, []),
    ("Water rose .", [(" .", ".")], False, [Span(0, 10, 11)]),
]


def cleaned(found: str, changes: list[tuple[str, str]], has_title: bool) -> Record:
    draft = Draft(found)
    for before, after in changes:
        at = draft.text.index(before)
        draft.apply("rule", [Replacement(at, at + len(before), after, "because")])
    parts = draft.text.split("\n\n")
    title = {"title": parts[0], "title_origin": "seed"} if has_title else {"title_origin": "derived"}
    paragraphs = parts[1:] if has_title else parts
    return record("a", *paragraphs, edits=draft.edits(), found=found, **title)


@pytest.mark.parametrize(("found", "changes", "has_title", "places"), CASES)
def test_repairs_stand_at_the_words_that_were_put_in(
    found: str, changes: list[tuple[str, str]], has_title: bool, places: list[Span]
) -> None:
    text = cleaned(found, changes, has_title)
    assert [repair.at for repair in repairs(text)] == places
    for repair in repairs(text):
        assert text.text_at(repair.at) in repair.edit.after


def found_words(text: Record) -> str:
    """The text as found, from the marks: what was put in left out. White space aside."""
    return told(r"<ins>.*?</ins>", text)


def told(left_out: str, text: Record) -> str:
    drawn = "\n\n".join(block.html for block in changes_marked(text, "taken out:", "put in:"))
    return html.unescape(
        re.sub(rf"<span class=\"hidden\">.*?</span>|{left_out}|<[^>]*>", "", drawn, flags=re.S)
    )


def squeezed(text: str) -> str:
    return re.sub(r"[\s\N{OPEN BOX}\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}]", "", text)


def test_what_was_taken_out_and_put_in_is_said_in_words_too() -> None:
    (block,) = changes_marked(cleaned("Water <rose.", [("rose", "rises")], False), "taken out:", "put in:")
    assert block.html == (
        'Water &lt;<del><span class="hidden">[taken out:] </span>rose</del>'
        '<ins><span class="hidden">[put in:] </span>rises</ins>.'
    )
    assert [edit.why for edit in block.edits] == ["because"]


def test_lines_that_went_stand_by_themselves() -> None:
    text = cleaned("Menu\nWater rose.\nShare\nIt fell.", [("Menu\n", ""), ("\nShare\n", "\n\n")], False)
    drawn = [(block.line, re.sub("<[^>]*>", "", block.html)) for block in changes_marked(text, "out", "in")]
    assert drawn == [(1, "[out] Menu"), (2, "Water rose."), (2, "[out] Share"), (4, "It fell.")]


def test_a_line_end_that_went_is_shown_by_a_sign_and_one_that_became_a_blank_line_is_not() -> None:
    text = cleaned("Water\nrose.\nIt", [("\n", " "), ("\n", "\n\n")], False)
    first, second = changes_marked(text, "out", "in")
    assert (
        first.html
        == 'Water<del><span class="hidden">[out] </span>\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}</del> rose.'
    )
    assert second.html == "It"
    assert second.edits == ()


def test_without_a_change_the_parts_stand_as_they_are() -> None:
    blocks = changes_marked(cleaned("Water rose.\n\nIt fell.", [], False), "out", "in")
    assert [(block.line, block.html) for block in blocks] == [(1, "Water rose."), (3, "It fell.")]


@given(st.text(alphabet="ab \n", min_size=1, max_size=40), st.data())
def test_nothing_of_the_found_text_is_missing_and_nothing_of_the_cleaned(
    found: str, data: st.DataObject
) -> None:
    draft = Draft(found)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(draft.text)))
        end = data.draw(st.integers(start, len(draft.text)))
        after = data.draw(st.sampled_from(["", "x", "xy z", "\n\n", "x\n\ny"]))
        draft.apply("rule", [Replacement(start, end, after, "because")])
    text = record("a", *draft.text.split("\n\n"), edits=draft.edits(), found=found, title_origin="derived")
    assert squeezed(found_words(text)) == squeezed(found)
    assert squeezed(told(r"<del>.*?</del>", text)) == squeezed(draft.text)


def test_hidden_characters_are_spelled_out() -> None:
    assert visible("a\x00b\u200bc\u202ed\ufeff") == "a\\x00b\\u200bc\\u202ed\\ufeff"
    assert visible("Guaidó\tsaid\n") == "Guaidó\tsaid\n"


def test_a_change_of_white_space_alone_can_be_seen() -> None:
    assert visible_spaces("  a b  c\n") == "␣␣a b␣␣c↵"
    assert visible_spaces(" ") == "␣"
