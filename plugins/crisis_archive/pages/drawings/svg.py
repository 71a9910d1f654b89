"""What all drawings are made of: shapes without style, and the frame with its words."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from crisis_archive.markup import element, join
from crisis_archive.model import Struct

WIDTH: Final = 480
"""Units of a drawing; the page scales it to its column."""
LETTER: Final = 7.5
"""Units that a letter of a label takes, about: labels are 13 units high."""


class Drawing(Struct, frozen=True):
    """A picture and what it shows."""

    svg: Markup
    caption: str


def shape(tag: str, **attributes: float | str) -> Markup:
    """An element without content."""
    return element(tag, **_as_text(attributes))


def label(text: str, **attributes: float | str) -> Markup:
    """Words in a drawing."""
    return element("text", text, **_as_text(attributes))


def _as_text(attributes: dict[str, float | str]) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else f"{round(value, 1):g}"
        for name, value in attributes.items()
    }


def framed(height: float, caption: str, shapes: Iterable[Markup]) -> Drawing:
    """The drawing with its caption, which readers of the screen hear in its place."""
    svg = element(
        "svg",
        join(shapes),
        class_="drawing",
        viewBox=f"0 0 {WIDTH} {round(height, 1):g}",
        role="img",
        aria_label=caption,
    )
    return Drawing(svg, caption)
