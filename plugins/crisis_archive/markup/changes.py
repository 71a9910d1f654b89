"""What cleaning did, for the eye: the text with every change marked; what was repaired where."""

from collections.abc import Iterator
from itertools import accumulate

from markupsafe import Markup

from crisis_archive.markup.html import element, shown, visible_spaces
from crisis_archive.model import TITLE, Edit, Record, Span, Struct

_PARTED = "\n\n"


class Repair(Struct, frozen=True):
    """Words of the cleaned text that are not as they were found."""

    at: Span
    edit: Edit


class MarkedBlock(Struct, frozen=True):
    """A stretch of the text with its changes marked: a part of the cleaned text, or what was taken out."""

    line: int
    """1-based line of the text as found that it begins on."""
    html: Markup
    edits: tuple[Edit, ...]
    """The changes in it that a reader sees."""


def line_starts(text: str) -> list[int]:
    """The offset at which each line of the text begins."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))[:-1]


def changes_marked(record: Record, removed: str, put: str) -> tuple[MarkedBlock, ...]:
    """The text with what was taken out in `<del>` and what was put in in `<ins>`, part by part.

    `removed` and `put` are the words that say so to those who do not see the marks. Where a line end became
    another nothing is marked: the parts show it.
    """
    blocks: list[MarkedBlock] = []
    parts: list[str] = []
    gone, new = _aside(removed), _aside(put)
    edits: list[Edit] = []
    line = 1
    for piece, edit, number in _pieces(record):
        if piece is None:
            if parts:
                blocks.append(_block(line, parts, edits))
            parts, edits = [], []
            continue
        if not parts:
            line = number
        if edit is None:
            parts.append(shown(piece))
        else:
            parts += _drawn(edit, gone, new)
            edits.append(edit)
    return (*blocks, _block(line, parts, edits)) if parts else tuple(blocks)


def _block(line: int, parts: list[str], edits: list[Edit]) -> MarkedBlock:
    return MarkedBlock(line, Markup("".join(parts)), tuple(edits))  # each of the parts is escaped


def _pieces(record: Record) -> Iterator[tuple[str | None, Edit | None, int]]:
    """Kept stretches and changes in order, each with its line; a piece that is None parts two blocks."""
    text, starts = record.found, line_starts(record.found)
    at, line = 0, 1
    for edit in record.edits:
        start = starts[edit.line - 1] + edit.start
        yield from _kept(text[at:start], line)
        at, line = start + len(edit.before), edit.line
        if not (edit.before + edit.after).strip() and "\n" in edit.after:
            yield None, None, line  # white space between two parts
        elif edit.before.strip() and (edit.after == "" or _PARTED in edit.after):
            # Whole lines that went stand by themselves.
            alone = "\n" in edit.before and (text[at : at + 1] in ("", "\n") or edit.before.endswith("\n"))
            yield from ((None, None, line),) if alone else ()
            yield edit.before, edit, line
            yield from ((None, None, line),) if alone or _PARTED in edit.after else ()
        else:
            yield edit.before, edit, line
        line += edit.before.count("\n")
    yield from _kept(text[at:], line)


def _kept(text: str, line: int) -> Iterator[tuple[str | None, Edit | None, int]]:
    for number, part in enumerate(text.split(_PARTED)):
        if number:
            yield None, None, line
        if part:
            yield part, None, line
        line += part.count("\n") + 2


def _drawn(edit: Edit, gone: str, new: str) -> Iterator[str]:
    """A change as markup; white space that went is shown by signs, for it could not be seen."""
    if edit.before:
        words = edit.before.strip("\n") if edit.before.strip() else visible_spaces(edit.before)
        yield f"<del>{gone}{shown(words)}</del>"
    if edit.after.strip():
        stripped = edit.after.strip("\n")
        yield f"<ins>{new}{shown(stripped)}</ins>"
    elif "\n" not in edit.after:
        yield shown(edit.after)


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
