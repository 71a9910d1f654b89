"""Days in plain words, for sentences that the library itself writes."""

import datetime as dt
from typing import Final

MONTHS: Final = tuple(
    "January February March April May June July August September October November December".split()
)


def day_in_words(day: dt.date) -> str:
    """`3 January 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(first: dt.date, last: dt.date) -> str:
    """`3 January 2026`, or `3 January 2026 to 9 January 2026` where the days differ."""
    return day_in_words(first) if first == last else f"{day_in_words(first)} to {day_in_words(last)}"
