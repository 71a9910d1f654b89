"""Marks that overlap as they please, drawn as properly nested elements.

Every mark has a layer; a lower layer holds the higher ones. Where marks of different layers cross, the
higher one is cut at the edge of the lower; within one layer the mark that begins first
wins, the longer one of two that begin together.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from crisis_archive.markup.html import shown
from crisis_archive.model import Struct


class Mark(Struct, frozen=True):
    """A stretch of one text and the element to draw around it."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    layer: int
    """0 is the outermost."""
    opened: str
    """The tag that begins the element, its values escaped."""
    closed: str
    """The tag that ends it."""
    again: str | None = None
    """The tag that begins its later pieces, where that is another (an id stands once)."""


def nest(text: str, marks: Iterable[Mark]) -> Markup:
    """The text with all marks drawn, hidden characters spelled out, everything else escaped."""
    kept = _kept(marks, len(text))
    plain = shown(text)
    if not kept:
        return Markup(plain)
    begin: dict[int, list[Mark]] = {}
    for mark in kept:  # in the order of their layers
        begin.setdefault(mark.start, []).append(mark)
    is_plain = plain == text  # then each of its pieces is, and none has to be looked at
    parts: list[str] = []
    opened: list[Mark] = []  # the outermost first
    is_crossed = False  # whether one of them ends before another one that stands in it
    at = 0
    for place in sorted({*begin, *[mark.end for mark in kept]}):
        if at < place:
            parts.append(text[at:place] if is_plain else shown(text[at:place]))
            at = place
        while opened and opened[-1].end <= place:
            parts.append(opened.pop().closed)
        is_crossed = is_crossed and bool(opened)
        new = begin.get(place, ())
        if is_crossed or (new and opened and opened[-1].layer > new[0].layer):
            opened = _crossed(place, opened, new, parts)
            is_crossed = True
            continue
        for mark in new:
            is_crossed = is_crossed or bool(opened and opened[-1].end < mark.end)
            parts.append(mark.opened)
            opened.append(mark)
    parts.append(text[at:] if is_plain else shown(text[at:]))
    return Markup("".join(parts))  # texts are escaped by `shown`, tags by those who made the marks


def _crossed(place: int, opened: list[Mark], new: Sequence[Mark], parts: list[str]) -> list[Mark]:
    """The marks that hold what follows a place where inner ones are cut; the tags for that are added."""
    there = sorted([*(mark for mark in opened if mark.end > place), *new], key=_layer)
    same = 0
    while same < len(opened) and same < len(there) and opened[same] is there[same]:
        same += 1
    parts += [mark.closed for mark in reversed(opened[same:])]
    parts += [
        mark.opened if mark.start == place or mark.again is None else mark.again for mark in there[same:]
    ]
    return there


def _kept(marks: Iterable[Mark], length: int) -> list[Mark]:
    """The marks inside the text that no other of their layer keeps out."""
    kept: list[Mark] = []
    layer, end = None, 0
    for mark in sorted(marks, key=_order):
        if mark.layer != layer:
            layer, end = mark.layer, 0
        if end <= mark.start < mark.end <= length:
            kept.append(mark)
            end = mark.end
    return kept


def _layer(mark: Mark) -> int:
    return mark.layer


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.layer, mark.start, -mark.end
