"""Days in plain words."""

import datetime as dt

from crisis_archive.text.days import day_in_words, days_in_words


def test_a_day_has_no_leading_zero_and_a_month_by_name() -> None:
    assert day_in_words(dt.date(2026, 1, 3)) == "3 January 2026"
    assert day_in_words(dt.date(987, 12, 31)) == "31 December 987"


def test_a_range_of_one_day_is_that_day() -> None:
    day = dt.date(2020, 5, 4)
    assert days_in_words(day, day) == "4 May 2020"
    assert days_in_words(day, dt.date(2021, 1, 1)) == "4 May 2020 to 1 January 2021"
