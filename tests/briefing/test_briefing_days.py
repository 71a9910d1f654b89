"""Days that a briefing states are known days, never the end of a range."""

import dataclasses
import datetime as dt

from msgspec.structs import replace

from crisis_archive.briefing import brief
from crisis_archive.briefing.days import as_of, period
from crisis_archive.model import PublicationDate, Record, Time
from tests.makers import crisis, material, record

FIRST, MIDDLE, LAST = dt.date(2020, 5, 4), dt.date(2020, 5, 6), dt.date(2020, 5, 9)
STORY = "On Monday the river broke the northern dam and flooded the whole market town of Alba."


def dated(identity: str, earliest: dt.date, latest: dt.date, text: str = STORY) -> Record:
    return record(identity, text, date=PublicationDate(earliest, latest, "derived"))


def test_as_of_is_the_day_of_the_latest_text() -> None:
    assert as_of(material([dated("a", FIRST, FIRST), dated("b", LAST, LAST)])) == LAST


def test_the_end_of_a_range_is_no_as_of() -> None:
    assert as_of(material([dated("a", FIRST, FIRST), dated("b", MIDDLE, LAST)])) is None
    assert as_of(material([record("c", STORY)])) is None


def test_the_period_is_of_the_days_told_not_of_the_days_of_writing() -> None:
    told = replace(dated("a", MIDDLE, LAST), times=(Time(0, 3, 9, FIRST, FIRST, "weekday", "document"),))
    made = material([told, dated("b", MIDDLE, LAST, "Boats and tents were brought to Alba.")])
    made = dataclasses.replace(made, crisis=replace(made.crisis, earliest=MIDDLE, latest=LAST))
    assert brief(made).period == (FIRST, FIRST)


def test_without_days_told_the_period_is_when_the_texts_were_published() -> None:
    whole = replace(crisis(["a"]), earliest=FIRST, latest=LAST)
    assert period(whole, ()) == (FIRST, LAST)
    assert period(crisis(["a"]), ()) is None
