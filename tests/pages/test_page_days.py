"""A sentence that names two days is shown once where its other day is told by another."""

import datetime as dt

from crisis_archive.model import Cite, TimelineEntry
from crisis_archive.pages.days import without_repeats

WEDNESDAY, FRIDAY = dt.date(2020, 5, 6), dt.date(2020, 5, 8)
SANK, DIVERS = Cite("a", 0, 0, 30), Cite("b", 0, 0, 60)


def day(date: dt.date, cite: Cite) -> TimelineEntry:
    return TimelineEntry(date, None, "day", "words", (cite,))


def test_the_day_that_another_sentence_tells_of_loses_the_repeat() -> None:
    entries = [day(WEDNESDAY, DIVERS), day(WEDNESDAY, SANK), day(FRIDAY, DIVERS)]
    assert list(without_repeats(entries)) == entries[1:]


def test_a_day_that_nothing_else_tells_of_keeps_it() -> None:
    entries = [day(WEDNESDAY, DIVERS), day(FRIDAY, DIVERS)]
    assert list(without_repeats(entries)) == entries


def test_no_day_is_left_empty() -> None:
    entries = [day(WEDNESDAY, SANK), day(WEDNESDAY, DIVERS), day(FRIDAY, SANK), day(FRIDAY, DIVERS)]
    assert {each.date for each in without_repeats(entries)} == {WEDNESDAY, FRIDAY}


def test_a_month_is_left_out_where_its_days_and_its_sentence_stand_elsewhere() -> None:
    may = TimelineEntry(dt.date(2020, 5, 1), dt.date(2020, 5, 31), "month", "words", (DIVERS,))
    assert list(without_repeats([may, day(FRIDAY, DIVERS)])) == [day(FRIDAY, DIVERS)]
    assert list(without_repeats([may, day(dt.date(2020, 6, 3), DIVERS)])) == [
        may,
        day(dt.date(2020, 6, 3), DIVERS),
    ]
    assert list(without_repeats([may, day(FRIDAY, SANK)])) == [may, day(FRIDAY, SANK)]
