"""Marks overlap as they please; the elements nest and no character is lost."""

import html
import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from crisis_archive.markup import Mark, element, nest

TEXT = st.text(alphabet=st.sampled_from('ab<&>" é\n'), min_size=1, max_size=30)


def named(tag: str, start: int, end: int, layer: int) -> Mark:
    return Mark(start, end, layer, f'<{tag} id="x">', f"</{tag}>", f"<{tag}>")


def test_a_mark_of_a_lower_layer_holds_one_of_a_higher() -> None:
    assert nest("one two", [named("b", 4, 7, 1), named("i", 0, 7, 0)]) == (
        '<i id="x">one <b id="x">two</b></i>'
    )


def test_a_crossing_mark_is_cut_and_its_id_stands_once() -> None:
    assert nest("abcd", [named("i", 0, 2, 0), named("b", 1, 3, 1)]) == (
        '<i id="x">a<b id="x">b</b></i><b>c</b>d'
    )


def test_of_two_marks_of_one_layer_the_first_wins_and_the_longer_of_two_that_begin_together() -> None:
    assert nest("abcd", [named("i", 0, 3, 0), named("b", 2, 4, 0)]) == '<i id="x">abc</i>d'
    assert nest("abcd", [named("b", 0, 1, 0), named("i", 0, 3, 0)]) == '<i id="x">abc</i>d'


def test_marks_outside_the_text_are_left_out() -> None:
    assert nest("ab", [named("b", 1, 5, 0), named("i", -1, 1, 0), named("u", 1, 1, 0)]) == "ab"


def test_text_is_escaped() -> None:
    assert nest("<script>", []) == "&lt;script&gt;"
    assert element("a", "<", href='"&') == Markup('<a href="&#34;&amp;">&lt;</a>')


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXT)
    places = st.integers(0, len(text))
    marks = draw(st.lists(st.tuples(places, places, st.integers(0, 3)), max_size=8))
    return text, [named("bius"[layer], start, end, layer) for start, end, layer in marks]


@given(marked())
def test_what_comes_out_is_well_formed_and_holds_the_whole_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    drawn = nest(text, marks)
    ElementTree.fromstring(f"<p>{drawn}</p>")  # raises where elements do not nest
    assert html.unescape(re.sub("<[^>]*>", "", drawn)) == text
