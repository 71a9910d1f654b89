"""Days in words, as short as they can be said."""

import datetime as dt

import pytest

from crisis_archive.pages import dates
from tests.pages.sample_archive import WORDS

CASES = [
    # a day
    ("2026-01-09", "2026-01-09", "9 January 2026"),
    # what both ends share is said once
    ("2019-01-22", "2019-01-26", "22 to 26 January 2019"),
    ("2019-01-28", "2019-02-03", "28 January to 3 February 2019"),
    ("2025-12-29", "2026-01-04", "29 December 2025 to 4 January 2026"),
    # whole months and years go by their names
    ("2018-05-01", "2018-05-31", "May 2018"),
    ("2019-02-01", "2019-03-31", "February to March 2019"),
    ("2018-12-01", "2019-01-31", "December 2018 to January 2019"),
    ("2018-01-01", "2018-12-31", "2018"),
    # but not what only looks like one
    ("2018-02-01", "2018-02-27", "1 to 27 February 2018"),
    ("9999-12-01", "9999-12-31", "December 9999"),
]


@pytest.mark.parametrize(("earliest", "latest", "words"), CASES)
def test_days(earliest: str, latest: str, words: str) -> None:
    assert dates.days(dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest), WORDS) == words


def test_weekday() -> None:
    assert dates.weekday(dt.date(2026, 1, 9), WORDS) == "Friday"
