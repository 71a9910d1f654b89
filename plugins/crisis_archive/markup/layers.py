"""Marks that overlap as they please, drawn as properly nested elements.

Every mark has a layer; a lower layer holds the higher ones. Where marks of different layers cross, the
higher one is cut at the edge of the lower; within one layer the mark that begins first
wins, the longer one of two that begin together.
"""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from crisis_archive.model import Struct

Draw = Callable[[Markup, bool], Markup]
"""Given the inside and whether this is the first piece of the mark, the element around it."""


class Mark(Struct, frozen=True):
    """A stretch of one text and the element to draw around it."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    layer: int
    """0 is the outermost."""
    draw: Draw


def nest(text: str, marks: Iterable[Mark], show: Callable[[str], str] = str) -> Markup:
    """The text with all marks drawn; `show` turns stretches of text into what is shown (not yet escaped)."""
    layers: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda each: (each.layer, each.start, -each.end)):
        kept = layers.setdefault(mark.layer, [])
        if 0 <= mark.start < mark.end <= len(text) and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return _draw(text, 0, len(text), [layers[number] for number in sorted(layers)], show)


def _draw(
    text: str, start: int, end: int, layers: Sequence[Sequence[Mark]], show: Callable[[str], str]
) -> Markup:
    # Most stretches have no mark of most layers: those are not gone through.
    layers = [
        here
        for layer in layers
        if (here := [each for each in layer if each.start < end and each.end > start])
    ]
    if not layers:
        return escape(show(text[start:end]))
    outer, inner = layers[0], layers[1:]
    parts: list[Markup] = []
    at = start
    for mark in outer:
        first, last = max(mark.start, start), min(mark.end, end)
        if at < first:
            parts.append(_draw(text, at, first, inner, show))
        parts.append(mark.draw(_draw(text, first, last, inner, show), first == mark.start))
        at = last
    if at < end:
        parts.append(_draw(text, at, end, inner, show))
    return Markup("".join(parts))  # each of them is markup already
