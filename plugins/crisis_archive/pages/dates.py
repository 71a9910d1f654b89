"""Days and ranges of days in words: `9 January 2026`, `22 to 26 January 2019`."""

import datetime as dt

from crisis_archive.pages.words import Words


def day(date: dt.date, words: Words) -> str:
    """`9 January 2026`."""
    return words.day(date)


def weekday(date: dt.date, words: Words) -> str:
    """`Friday`."""
    return words(f"dates.weekdays.{date.weekday()}")


def month(date: dt.date, words: Words) -> str:
    """`January 2026`."""
    return words("dates.month", month=words(f"dates.months.{date.month}"), year=date.year)


def days(earliest: dt.date, latest: dt.date, words: Words) -> str:
    """A range as short as it can be said: what both ends share is said once."""
    if earliest == latest:
        return day(earliest, words)
    if _is_whole_year(earliest, latest):
        return str(earliest.year)
    if _begins_month(earliest) and _ends_month(latest):
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return month(earliest, words)
        first = words(f"dates.months.{earliest.month}")
        first = first if earliest.year == latest.year else month(earliest, words)
        return words("dates.range", first=first, last=month(latest, words))
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        first = str(earliest.day)
    elif earliest.year == latest.year:
        first = words("dates.day_of_month", day=earliest.day, month=words(f"dates.months.{earliest.month}"))
    else:
        first = day(earliest, words)
    return words("dates.range", first=first, last=day(latest, words))


def _begins_month(date: dt.date) -> bool:
    return date.day == 1


def _ends_month(date: dt.date) -> bool:
    # The last day of all time has no morrow, and ends its month.
    return date == dt.date.max or (date + dt.timedelta(days=1)).day == 1


def _is_whole_year(earliest: dt.date, latest: dt.date) -> bool:
    return (
        earliest.year == latest.year
        and earliest.strftime("%m%d") == "0101"
        and (latest.strftime("%m%d") == "1231")
    )
