"""Date expressions in four languages, from words to days; the case files show what is found and what not."""

import datetime as dt
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from crisis_archive.model import Editorial, PublicationDate, Time
from crisis_archive.relating.dating import date_archive
from tests.relating.dating_help import text

CASES = Path(__file__).parent / "time_cases"
LANGUAGES = {"english": "en", "spanish": "es", "german": "de", "french": "fr"}
WRITTEN = dt.date(1998, 1, 5)
MARK = re.compile(r"\[([^\]=]+) = ([^\]]+)\]")


def cases() -> list[tuple[str, str]]:
    found = []
    for name, language in LANGUAGES.items():
        for line in (CASES / f"{name}.txt").read_text("utf-8").splitlines()[1:]:
            if line.strip() and not line.startswith("#"):
                found.append((language, line))
    return found


def value(time: Time) -> str:
    """A day, a month, a year, or a range, as the case files write it."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return "?"
    if first == last:
        return str(first)
    after = last + dt.timedelta(1)
    if first.day == after.day == 1:
        if (after.year * 12 + after.month) - (first.year * 12 + first.month) == 1:
            return f"{first:%Y-%m}"
        if first.month == after.month == 1 and after.year - first.year == 1:
            return f"{first:%Y}"
    return f"{first}..{last}"


@pytest.mark.parametrize(("language", "line"), cases())
def test_case(language: str, line: str) -> None:
    analysis = text("case", [MARK.sub(lambda match: match[1], line)], language)
    document = replace(analysis.document, date=PublicationDate(WRITTEN, WRITTEN, "seed"))
    times = date_archive([replace(analysis, document=document)], {}, Editorial()).times["case"]
    found = [(analysis.document.text_at(time.span), value(time)) for time in times]
    assert found == [(match[1], match[2]) for match in MARK.finditer(line)]
