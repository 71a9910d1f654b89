"""Names below one another, an arc between those that belong together (arc diagram: Wattenberg 2002)."""

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup

from crisis_archive.model import Struct
from crisis_archive.pages.drawings.svg import LETTER, WIDTH, Drawing, framed, label, shape

_ROW: Final = 24
_GAP: Final = 8
_LONGEST: Final = 28
"""Letters of a name; what is longer is cut."""
_WIDEST: Final = 5
"""Units of the thickest arc."""
_EVEN: Final = 8
"""So much heavier than the lightest is the heaviest before its arc is drawn at its widest."""
_ARROW: Final = 5


class Tie(Struct, frozen=True):
    """Two names that belong together; an arrow, where there is one, points from the first to the second."""

    first: int
    """Number of the name, from 0."""
    second: int
    weight: int
    """What the thickness of the arc shows; 1 where it shows nothing."""
    words: str
    """What stands at the arc."""


def arc_drawing(
    names: Sequence[str], ties: Sequence[Tie], caption: str, directed: bool = False
) -> Drawing | None:
    """The names in the given order with their ties; null where nothing ties any."""
    if not ties:
        return None
    shown = [name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…" for name in names]
    edge = max(len(name) for name in shown) * LETTER + 2
    left = edge + _GAP
    room = WIDTH - left - 4 - max(len(tie.words) for tie in ties) * LETTER
    height = _ROW * len(names)
    heaviest = max(tie.weight for tie in ties)
    shapes: list[Markup] = []
    for number, name in enumerate(shown):
        shapes.append(label(name, x=edge, y=_middle(number) + 4, text_anchor="end"))
        shapes.append(shape("circle", cx=left, cy=_middle(number), r=2.5, class_="dot"))
    farthest = max(abs(tie.first - tie.second) for tie in ties)
    for tie in sorted(ties, key=lambda each: abs(each.first - each.second), reverse=True):
        shapes.extend(_arc(tie, left, room / farthest, heaviest, directed))
    return framed(height, caption, shapes)


def _middle(number: int) -> float:
    return _ROW * (number + 0.5)


def _arc(tie: Tie, left: float, reach: float, heaviest: int, directed: bool) -> Iterator[Markup]:
    top, bottom = sorted((_middle(tie.first), _middle(tie.second)))
    tall = (bottom - top) / 2
    wide = min(reach * abs(tie.first - tie.second), 2.2 * tall)
    width = 1.2 + (_WIDEST - 1.2) * (tie.weight - 1) / max(heaviest - 1, _EVEN)
    start = left + 4
    path = f"M{start:.1f} {top:g}A{wide:.1f} {tall:g} 0 0 1 {start:.1f} {bottom:g}"
    yield shape("path", d=path, stroke_width=width, class_="arc")
    if directed:
        end = _middle(tie.second)
        points = f"{start:.1f},{end:g} {start + _ARROW * 1.6:.1f},{end - _ARROW:g} "
        yield shape("polygon", points=points + f"{start + _ARROW * 1.6:.1f},{end + _ARROW:g}", class_="dot")
    yield label(tie.words, x=start + wide + 4, y=(top + bottom) / 2 + 4, class_="at-arc")
