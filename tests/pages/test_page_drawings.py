"""Drawings: well-formed, with words for those who do not see them, and no more than the table says."""

import datetime as dt
from xml.etree import ElementTree

from crisis_archive.model import Cite, TimelineEntry
from crisis_archive.pages.drawings import timeline_drawing
from tests.pages.sample_archive import WORDS


def entry(day: str, *texts: str, precision: str = "day") -> TimelineEntry:
    cites = tuple(Cite(text, 0, 0, 1) for text in texts)
    return TimelineEntry(dt.date.fromisoformat(day), None, precision, "It rained.", cites)  # type: ignore[arg-type]  # a literal


def shapes(entries: list[TimelineEntry], tag: str) -> list[ElementTree.Element]:
    drawing = timeline_drawing(entries, WORDS)
    assert drawing is not None
    return list(ElementTree.fromstring(drawing.svg).iter(tag))


DAYS = [entry("2020-03-01", "a"), entry("2020-03-05", "a", "b", "b"), entry("2020-03-09", "c")]


def test_a_dot_for_every_text_that_tells_of_a_day() -> None:
    places = [float(dot.attrib["cx"]) for dot in shapes(DAYS, "circle")]
    assert places == [24, 240, 240, 456]
    # Two entries of one day are one column, and a text counts once in it.
    assert len(shapes([*DAYS, entry("2020-03-05", "a")], "circle")) == 4


def test_the_ends_are_labelled_and_labels_have_room() -> None:
    assert [text.text for text in shapes(DAYS, "text")] == ["1 Mar", "5 Mar", "9 Mar"]
    crowded = [entry(f"2020-03-{day:02}", "a") for day in range(1, 31)]
    assert len(shapes(crowded, "text")) <= 7


def test_what_is_not_known_to_the_day_is_not_drawn_nor_what_lies_far_away() -> None:
    more = [entry("2020-03-01", "x", precision="month"), entry("2018-05-01", "x")]
    assert len(shapes([*more, *DAYS], "circle")) == 4


def test_too_few_days_are_no_drawing() -> None:
    assert timeline_drawing(DAYS[:2], WORDS) is None
    assert timeline_drawing([], WORDS) is None


def test_the_drawing_says_what_it_shows() -> None:
    drawing = timeline_drawing(DAYS, WORDS)
    assert drawing is not None
    picture = ElementTree.fromstring(drawing.svg)
    assert picture.attrib["role"] == "img"
    assert picture.attrib["aria-label"] == drawing.caption
    assert "1 to 9 March 2020" in drawing.caption
