"""Texts whose day is not known."""

from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity, Record
from crisis_archive.review.concerns import Concern
from crisis_archive.text.days import days_in_words

_UNKNOWN: Final = 90
_WIDE: Final = 70
_NARROW: Final = 30
_WEEK: Final = 7
"""Days; a range that is no wider leaves the order of events almost as it is."""


def unknown_dates(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """Texts without a date, then those with a range, the wider first."""
    for record in archive.records:
        first, last = record.date.earliest, record.date.latest
        if record.date.origin == "editor" or (first is not None and first == last):
            continue
        if first is None or last is None:
            says = "nothing tells when this was published" + _clues(record)
            yield Concern(_UNKNOWN, "date", record.file, says, "date = 2000-01-31")
            continue
        width = (last - first).days
        says = f"it was published some time in {width + 1} days: {days_in_words(first, last)}"
        weight = _NARROW if width < _WEEK else _WIDE
        yield Concern(weight, "date", record.file, says, f"date = [{first}, {last}]")


def _clues(record: Record) -> str:
    """The date expressions that an anchor event could settle."""
    words = dict.fromkeys(record.text_at(time.span) for time in record.times if time.earliest is None)
    shown = ", ".join(f"“{each}”" for each in list(words)[:3])
    return f" (it speaks of {shown}: an anchor event in its crisis may settle it)" if shown else ""
