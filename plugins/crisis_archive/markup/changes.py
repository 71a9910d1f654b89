"""What cleaning did, for the eye: the text as found with every change marked; what was repaired where."""

from itertools import accumulate

from markupsafe import Markup

from crisis_archive.markup.html import element, join
from crisis_archive.model import TITLE, Edit, Record, Span, Struct
from crisis_archive.text.hidden import visible


class Repair(Struct, frozen=True):
    """Words of the cleaned text that are not as they were found."""

    at: Span
    edit: Edit


def line_starts(text: str) -> list[int]:
    """The offset at which each line of the text begins."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]


def found_with_changes(record: Record, removed: str, put: str) -> Markup:
    """The text as found: what was taken out stands in `<del>`, what was put in in `<ins>`.

    `removed` and `put` are the words that say so to those who do not see the marks.
    """
    text, starts = record.found, line_starts(record.found)
    parts: list[str] = []
    at = 0
    for edit in record.edits:
        start = starts[edit.line - 1] + edit.start
        parts.append(visible(text[at:start]))
        if edit.before:
            parts.append(element("del", _aside(removed), visible(edit.before)))
        if edit.after.strip():
            parts.append(element("ins", _aside(put), visible(edit.after)))
        else:
            parts.append(edit.after)
        at = start + len(edit.before)
    return join([*parts, visible(text[at:])])


def _aside(words: str) -> Markup:
    return element("span", f"[{words}] ", class_="hidden")


def repairs(record: Record) -> tuple[Repair, ...]:
    """The words that cleaning put into the text, in order; what only vanished has no place."""
    starts = line_starts(record.found)
    parts = _part_starts(record)
    found: list[Repair] = []
    at = shown = 0  # places in the text as found and in the replayed one
    for edit in record.edits:
        start = starts[edit.line - 1] + edit.start
        shown += start - at
        words = edit.after.strip()
        if words:
            place = shown + edit.after.index(words)
            paragraph, begins, length = _part_at(parts, place)
            end = min(place - begins + len(words), length)
            found.append(Repair(Span(paragraph, place - begins, end), edit))
        shown += len(edit.after)
        at = start + len(edit.before)
    return tuple(found)


def _part_starts(record: Record) -> list[tuple[int, int, int]]:
    """Number, offset and length of every part (title, paragraphs) of the replayed text."""
    parts = list(enumerate(record.paragraphs))
    if record.title_origin == "seed":
        parts.insert(0, (TITLE, record.title))
    starts = accumulate((len(text) + 2 for _, text in parts), initial=0)
    return [(number, start, len(text)) for start, (number, text) in zip(starts, parts, strict=False)]


def _part_at(parts: list[tuple[int, int, int]], place: int) -> tuple[int, int, int]:
    return next(part for part in reversed(parts) if part[1] <= place)
