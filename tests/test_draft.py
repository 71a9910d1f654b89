"""A draft records every change, and the record alone makes the cleaned text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.draft import Draft, Replacement, replay
from crisis_archive.model import Edit


def test_a_change_is_recorded_where_it_stands_in_the_seed() -> None:
    draft = Draft("One.\nTwo teh end.\n")
    draft.apply("spelling", [Replacement(9, 12, "the", "letters swapped")])
    assert draft.text == "One.\nTwo the end.\n"
    assert draft.edits() == (Edit(("spelling",), 2, 4, "teh", "the", "letters swapped"),)


def test_rules_that_touch_one_stretch_make_one_edit() -> None:
    draft = Draft("abcdef")
    draft.apply("first", [Replacement(1, 3, "XYZ", "one")])
    draft.apply("second", [Replacement(3, 5, "-", "two")])
    assert draft.text == "aXY-ef"
    assert draft.edits() == (Edit(("first", "second"), 1, 1, "bcd", "XY-", "one; two"),)


def test_a_change_that_is_undone_leaves_no_edit() -> None:
    draft = Draft("abc")
    draft.apply("there", [Replacement(1, 2, "", "out")])
    draft.apply("back", [Replacement(1, 1, "b", "in")])
    assert (draft.text, draft.edits()) == ("abc", ())


def test_removals_side_by_side_for_one_reason_are_one() -> None:
    draft = Draft("a\nb\nc\n")
    draft.apply("furniture", [Replacement(0, 2, "", "menu"), Replacement(2, 4, "", "menu")])
    assert draft.edits() == (Edit(("furniture",), 1, 0, "a\nb\n", "", "menu"),)


def test_what_touches_something_put_between_two_characters_joins_it() -> None:
    draft = Draft("abcdef")
    draft.apply("first", [Replacement(1, 3, "XY", "one")])
    draft.apply("second", [Replacement(3, 3, "-", "two"), Replacement(3, 4, "D", "two")])
    assert draft.text == "aXY-Def"
    assert draft.edits() == (Edit(("first", "second"), 1, 1, "bcd", "XY-D", "one; two"),)


def test_what_lies_beside_a_removal_stays_a_change_of_its_own() -> None:
    draft = Draft("abc")
    draft.apply("out", [Replacement(1, 2, "", "gone")])
    draft.apply("turn", [Replacement(0, 1, "A", "big"), Replacement(1, 2, "C", "big")])
    assert [(e.rules, e.before, e.after) for e in draft.edits()] == [
        (("turn",), "a", "A"),
        (("out",), "b", ""),
        (("turn",), "c", "C"),
    ]


@pytest.mark.parametrize("wish", [Replacement(2, 1, "", ""), Replacement(0, 9, "", "")])
def test_a_place_outside_the_text_is_an_error(wish: Replacement) -> None:
    with pytest.raises(ValueError, match="outside"):
        Draft("abc").apply("rule", [wish])


def test_a_record_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="not 'x'"):
        replay("abc", [Edit(("r",), 1, 0, "x", "y", "")])


@pytest.mark.parametrize("line", [0, 3, -1])
def test_a_line_that_the_seed_does_not_have_is_an_error(line: int) -> None:
    with pytest.raises(ValueError, match="not 'b'"):
        replay("a\nb", [Edit(("r",), line, 0, "b", "c", "")])


def test_the_origin_of_what_was_changed_is_where_the_change_begins() -> None:
    draft = Draft("abcdef")
    draft.apply("rule", [Replacement(0, 2, "", "out"), Replacement(3, 5, "xyz", "in")])
    assert (draft.text, [draft.origin(place) for place in range(5)]) == ("cxyzf", [2, 3, 3, 3, 5])


@st.composite
def changed_drafts(draw: st.DrawFn) -> tuple[str, Draft]:
    seed = draw(st.text("ab\n é", max_size=30))
    draft = Draft(seed)
    for number in range(draw(st.integers(0, 4))):
        places = sorted(draw(st.lists(st.integers(0, len(draft.text)), max_size=6)))
        wishes = [
            Replacement(start, end, draw(st.text("cd\n", max_size=3)), f"why {number}")
            for start, end in zip(places[::2], places[1::2], strict=False)
        ]
        draft.apply(f"rule{number}", wishes)
    return seed, draft


@given(changed_drafts())
def test_replay_gives_the_text_again(made: tuple[str, Draft]) -> None:
    seed, draft = made
    edits = draft.edits()
    assert replay(seed, edits) == draft.text
    assert all(edit.before != edit.after and edit.rules for edit in edits)
    places = [(edit.line, edit.start) for edit in edits]
    assert places == sorted(places)


@given(changed_drafts())
def test_a_draft_goes_on_from_its_record(made: tuple[str, Draft]) -> None:
    seed, draft = made
    resumed = Draft.resumed(seed, draft.edits())
    assert (resumed.text, resumed.edits()) == (draft.text, draft.edits())
    places = range(len(draft.text))
    assert [resumed.origin(place) for place in places] == [draft.origin(place) for place in places]


@given(changed_drafts(), st.data())
def test_origin_of_an_untouched_character_is_that_character(
    made: tuple[str, Draft], data: st.DataObject
) -> None:
    seed, draft = made
    if draft.text:
        place = data.draw(st.integers(0, len(draft.text) - 1))
        if draft.text[place] in "abé ":  # no rule above writes these
            assert seed[draft.origin(place)] == draft.text[place]


def test_a_draft_says_whether_anything_changed() -> None:
    draft = Draft("abc")
    assert draft.apply("same", [Replacement(0, 1, "a", "nothing new")]) is False
    assert draft.apply("none", []) is False
    assert draft.apply("other", [Replacement(0, 1, "b", "new")]) is True
