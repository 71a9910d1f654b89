"""Where a text was written and when, at its head: `ALBA, March 5 (Agency) - The ...`."""

import re
from typing import Final

_DASH: Final = re.compile(r"\s+--?\s+|\s*[\N{EN DASH}\N{EM DASH}]\s*")
_AGENCY: Final = re.compile(r"\([^()]{2,40}\)")
_DATE: Final = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{1,2} [^\W\d_]+"
    r"|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_FEWEST_LETTERS: Final = 3
_MOST_LENGTH: Final = 80
_MOST_PLACE_WORDS: Final = 5


def dateline_length(text: str) -> int:
    """How many characters of a text's first sentence are its dateline, dash included; 0 where it has none.

    A dateline is a place in capitals, or a place with an agency in brackets or a date, before a dash and a
    sentence that begins of its own.
    """
    dash = _DASH.search(text)
    if dash is None or dash.start() > _MOST_LENGTH or not _begins(text[dash.end() :]):
        return 0
    head = text[: dash.start()]
    place = _AGENCY.sub("", head).split(",")[0].strip()
    letters = [letter for letter in place if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS or len(place.split()) > _MOST_PLACE_WORDS:
        return 0
    if not (place.isupper() or ((_AGENCY.search(head) or _DATE.search(head)) and _is_name(place))):
        return 0
    return dash.end()


def _begins(rest: str) -> bool:
    """Whether a sentence starts here: what stands between two dashes goes on in small letters."""
    start = rest.lstrip("\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}")[:1]
    return bool(start) and (start.isupper() or start.isdigit())


def _is_name(place: str) -> bool:
    return all(word[:1].isupper() for word in place.split())
