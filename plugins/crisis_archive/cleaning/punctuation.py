"""Typographic damage that has one reading: a space before a comma, a mark doubled, typed quotation marks."""

import re

from crisis_archive.cleaning.language import is_known
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_SPACE = re.compile(r"(?<=[^\W_]) +(?=,(?:[\s\"\u201d]|$)|\.(?=[\"\u201d]?(?:\s+[A-Z]|\s*$)))", re.MULTILINE)
# The mark first: `re` passes over all that begins with something else.
_CLOSE_COMMA = re.compile(r",(?=[^\W\d_]{2})(?<=[^\W\d_]{2},)")
_CLOSE_STOP = re.compile(
    r"\.(?=[A-Z][a-z]{2,30}[ ,])(?<=[a-z]{3}\.)(?!(?i:com|org|net|gov|edu|info|biz|inc|asp)\b)"
)
_ADDRESS = re.compile(r"[@/_]|\Wwww\W|[.,-]\w*\Z")
_DOUBLED = re.compile(
    "(?P<mark>[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}])(?P=mark)+"
    "|(?<=[^\\W_]),{2}(?= [^\\W_])"
)
_TYPED = re.compile("``|''(?!')")  # how wires and TeX write quotation marks
_DOUBLES = (2 * "\N{LEFT DOUBLE QUOTATION MARK}", 2 * "\N{RIGHT DOUBLE QUOTATION MARK}", ",,")


def run(draft: Draft, page: Page) -> None:
    """Mend it."""
    text = draft.text
    wishes = []
    if " ," in text or " ." in text:
        why = reason("A space before a mark that follows its word.")
        wishes += [Replacement(match.start(), match.end(), "", why) for match in _SPACE.finditer(text)]
    if any(double in text for double in _DOUBLES):
        wishes += [
            Replacement(match.start(), match.end(), match[0][0], reason("A mark that stands twice."))
            for match in _DOUBLED.finditer(text)
        ]
    wishes += _close(text)
    wishes += _typed(text)
    if wishes and is_known(draft.text):
        draft.apply("punctuation", wishes)


def _close(text: str) -> list[Replacement]:
    """Spaces behind commas and stops that stand between two words; addresses hold such marks inside."""
    why = reason("A mark without the space that parts it from the next word.")
    places = [match.end() for match in _CLOSE_COMMA.finditer(text)]
    places += [
        match.end()
        for match in _CLOSE_STOP.finditer(text)
        if not _ADDRESS.search(" " + text[max(0, match.start() - 100) : match.start()].split()[-1])
    ]
    return [Replacement(place, place, " ", why) for place in places]


def _typed(text: str) -> list[Replacement]:
    """The quotation marks of a line where each is closed before the next opens; the last may go on below."""
    if "``" not in text:
        return []
    why = reason("Two small marks that a keyboard without quotation marks wrote for one.")
    wishes = []
    start = 0
    for line in text.split("\n"):
        marks = list(_TYPED.finditer(line))
        if all(mark[0] == ("''" if number % 2 else "``") for number, mark in enumerate(marks)):
            for mark in marks:
                quote = (
                    "\N{LEFT DOUBLE QUOTATION MARK}" if mark[0] == "``" else "\N{RIGHT DOUBLE QUOTATION MARK}"
                )
                wishes.append(Replacement(start + mark.start(), start + mark.end(), quote, why))
        start += len(line) + 1
    return wishes
