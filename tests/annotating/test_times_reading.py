"""Reading date expressions: places, tenses, events; what any text at all must give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.annotating.times import find_times
from crisis_archive.model import Analysis
from crisis_archive.model.readings import Tense
from tests.relating.dating_help import text

WORDS = (
    "Monday Friday's lunes Freitag vendredi May March mai abril January 5, 3. 1998 2019 in on the of last "
    "next this year week month weekend days ago after before later capture will said dernier pasado vor "
    "Tagen hace il y a trois yesterday today, tomorrow. morgen ayer hier — and or to 1990s Jan. 10 "
    "12.05.2001 2001-05-12 “ ” ( ) ' el le am"
).split()


def words_of(analysis: Analysis) -> list[str]:
    return [analysis.document.text_at(each.span) for each in analysis.times]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.sampled_from(["en", "es", "de", "fr", "und"]),
)
def test_any_text_gives_expressions_in_order_that_stand_where_they_say(paragraph: str, language: str) -> None:
    analysis = text("t", [paragraph], language)
    before = 0
    for each in analysis.times:
        words = analysis.document.text_at(each.span)
        assert words == words.strip() != ""
        assert before <= each.start < each.end <= len(paragraph)
        before = each.end
        assert not paragraph[each.start - 1 : each.start].isalpha()
        assert not paragraph[each.end : each.end + 1].isalpha()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_odd(paragraph: str) -> None:
    for language in ("en", "es", "de", "fr"):
        text("t", [paragraph], language)


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The minister resigned on Friday.", "past"),
        ("On Friday, the minister resigned.", "past"),
        ("The minister will resign on Friday.", "future"),
        ("On Friday, the minister will resign.", "future"),
        ("The minister said he would resign on Friday.", "future"),
        ("The minister, who will resign, spoke on Friday.", "past"),
        ("The minister is expected to resign Friday.", "future"),
        ("All must leave by Friday.", "future"),
        ("Nothing has changed since Friday.", "past"),
        ("Friday.", "unknown"),
        ("A meeting of the United Nations will be held on Friday and he will be asked to speak.", "future"),
    ],
)
def test_tense(sentence: str, tense: Tense) -> None:
    (found,) = text("t", [sentence]).times
    assert found.tense == tense


def test_an_event_is_kept_in_its_own_words() -> None:
    (found,) = text("t", ["One week after the capture of the president, the streets were quiet."]).times
    assert (found.unit, found.offset, found.event) == ("week", 1, "the capture of the president")


def test_the_title_is_read_unless_it_was_derived() -> None:
    analysis = text("t", ["Nothing here."])
    title = replace(analysis.document, title="Flood on Friday")
    assert find_times(title, analysis.sentences) == ()
    (found,) = find_times(replace(title, title_origin="seed"), analysis.sentences)
    assert (found.paragraph, found.start, found.end) == (-1, 9, 15)


def test_a_language_without_words_gives_nothing() -> None:
    assert text("t", ["On Friday, 5 May 2001."], "ja").times == ()


def test_a_region_does_not_matter() -> None:
    assert words_of(text("t", ["El viernes pasado."], "es-VE")) == ["El viernes pasado"[3:]]
