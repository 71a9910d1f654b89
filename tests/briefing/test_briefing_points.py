"""Bottom line and highlights are whole sentences of the texts; what sources share comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.briefing.points import bottom_line_and_points
from crisis_archive.model import Point, Record
from tests.makers import material, record

NORTH = record(
    "north",
    "Rain fell on the old harbour for three days without a pause, the harbour office wrote.",
    "The river broke the northern dam on Monday and flooded the market town of Alba. "
    "He said the water would rise again before the week was out.",
    "A baker in the upper town gave away four hundred loaves during the first night.",
)
SOUTH = record(
    "south",
    "Schools in the coastal province stayed shut while teachers carried furniture upstairs.",
    "On Monday the river broke the northern dam, flooding the market town of Alba.",
    "The province asked the capital for boats and for tents that can stand on wet ground.",
)


def statements(*records: Record, groups: list[list[str]] | None = None) -> list[Point]:
    bottom_line, points = bottom_line_and_points(material(records, groups))
    return [*([bottom_line] if bottom_line else []), *points]


def test_what_both_sources_tell_comes_first_and_counts_two() -> None:
    first = statements(NORTH, SOUTH)[0]
    assert "broke the northern dam" in first.text
    assert first.sources == 2
    assert {cite.document for cite in first.cites} == {"north", "south"}


def test_a_rewrite_has_no_second_vote() -> None:
    first = statements(NORTH, SOUTH, groups=[["north", "south"]])
    assert {point.sources for point in first} == {1}
    assert {point.cites[0].document for point in first} == {"north"}


def test_a_sentence_that_leans_on_another_is_not_chosen() -> None:
    assert not any(point.text.startswith("He said") for point in statements(NORTH, SOUTH))


def test_nothing_is_said_twice() -> None:
    texts = [point.text for point in statements(NORTH, SOUTH)]
    assert sum("northern dam" in text for text in texts) == 1


def test_a_text_without_sentences_that_stand_alone_has_no_bottom_line() -> None:
    assert statements(record("short", "He left.", "It rained.")) == []


@pytest.mark.parametrize("records", [(NORTH, SOUTH), (SOUTH, NORTH), (NORTH,)])
def test_every_statement_is_the_cited_text(records: tuple[Record, ...]) -> None:
    by_id = {each.id: each for each in records}
    for point in statements(*records):
        cite = point.cites[0]
        assert by_id[cite.document].text_at(cite.span) == point.text


@given(st.permutations([NORTH, SOUTH, record("east", *SOUTH.paragraphs[:2])]))
def test_the_order_of_the_texts_does_not_matter(records: list[Record]) -> None:
    assert statements(*records) == statements(*sorted(records, key=lambda each: each.id))
