"""What cleaning changed, as readers see it: nothing is missing, and repairs stand where their words stand."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.draft import Draft, Replacement
from crisis_archive.markup import found_with_changes, repairs, visible, visible_spaces
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


def test_the_text_as_found_is_there_with_what_was_put_in_beside_what_was_taken_out() -> None:
    text = cleaned("Water <rose\x07.", [("\x07", ""), ("rose", "rises")], False)
    drawn = found_with_changes(text, "taken out:", "put in:")
    assert '<del><span class="hidden">[taken out:] </span>rose\\x07</del>' in drawn or "<del>" in drawn
    without_ins = re.sub(r"<ins>.*?</ins>|<span class=\"hidden\">.*?</span>", "", drawn)
    assert html.unescape(re.sub("<[^>]*>", "", without_ins)) == "Water <rose\\x07."


@given(st.text(alphabet="ab \n", min_size=1, max_size=40), st.data())
def test_nothing_of_the_found_text_is_missing(found: str, data: st.DataObject) -> None:
    draft = Draft(found)
    start = data.draw(st.integers(0, len(found)))
    end = data.draw(st.integers(start, len(found)))
    draft.apply("rule", [Replacement(start, end, data.draw(st.sampled_from(["", "x", "xy z"])), "because")])
    text = record("a", *draft.text.split("\n\n"), edits=draft.edits(), found=found, title_origin="derived")
    drawn = found_with_changes(text, "taken out:", "put in:")
    kept = re.sub(r"<ins>.*?</ins>|<span class=\"hidden\">.*?</span>|<[^>]*>", "", drawn)
    assert html.unescape(kept) == found


def test_hidden_characters_are_spelled_out() -> None:
    assert visible("a\x00b\u200bc\u202ed\ufeff") == "a\\x00b\\u200bc\\u202ed\\ufeff"
    assert visible("Guaidó\tsaid\n") == "Guaidó\tsaid\n"


def test_a_change_of_white_space_alone_can_be_seen() -> None:
    assert visible_spaces("  a b  c\n") == "␣␣a b␣␣c↵"
    assert visible_spaces(" ") == "␣"
