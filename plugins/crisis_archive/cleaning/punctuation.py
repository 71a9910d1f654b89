"""Typographic damage that has one reading: a space before a comma, a mark doubled, typed quotation marks."""

import re

from crisis_archive.cleaning.language import is_known
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_SPACE = re.compile(r"(?<=[^\W_]) +(?=,(?:\s|$)|\.(?=\s+[A-Z]|\s*$))", re.MULTILINE)
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
    wishes += _typed(text)
    if wishes and is_known(draft.text):
        draft.apply("punctuation", wishes)


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
