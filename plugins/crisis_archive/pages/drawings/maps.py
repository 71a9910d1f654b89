"""Places on a small map: a grid of degrees, the larger towns around as faint dots, the places named.

The projection is equirectangular, true to scale along the middle parallel of the map.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from crisis_archive.gazetteer.settlements import settlements
from crisis_archive.model import Struct
from crisis_archive.pages.drawings.svg import LETTER, WIDTH, Drawing, framed, label, shape
from crisis_archive.pages.words import Words

_TALLEST: Final = 340
_LEAST_DEGREES: Final = 6.0
"""A map of one town would be a dot on white: this much of its surroundings is drawn."""
_TOWNS: Final = 500
_LEAST_SPOTS: Final = 2
_STEPS: Final = (1, 2, 5, 10, 20, 30, 60)
_MOST_LINES: Final = 6
_POLE: Final = 85.0
_LETTER_HIGH: Final = 13
_Box = tuple[float, float, float, float]


class Spot(Struct, frozen=True):
    """A place to draw; those that come first get their name first."""

    name: str
    latitude: float
    """Degrees north."""
    longitude: float
    """Degrees east."""


class _Frame(Struct, frozen=True):
    """Which stretch of the globe is drawn, and how degrees become units."""

    south: float
    north: float
    west: float
    east: float

    @property
    def _unit(self) -> float:
        return WIDTH / (self.east - self.west)

    @property
    def height(self) -> float:
        """Units of the drawing from top to bottom."""
        return (self.north - self.south) * self._unit / _narrowing(self.south, self.north)

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Across and down."""
        return next(self.places([(latitude, longitude)]))

    def places(self, points: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
        """As `place`, of many points."""
        unit, narrowing = self._unit, _narrowing(self.south, self.north)
        for latitude, longitude in points:
            yield (longitude - self.west) * unit, (self.north - latitude) * unit / narrowing


def _narrowing(south: float, north: float) -> float:
    """How much shorter a degree east is than a degree north, in the middle of the map."""
    return max(0.2, math.cos(math.radians((south + north) / 2)))


def map_drawing(spots: Sequence[Spot], words: Words) -> Drawing | None:
    """The places with their names, as far as these have room; null for fewer than two."""
    if len(spots) < _LEAST_SPOTS:
        return None
    frame = _frame(spots)
    towns = settlements(frame.south, frame.north, frame.west, frame.east, _TOWNS)
    dots = "".join(f"M{across:.0f} {down:.0f}h0" for across, down in frame.places(towns))
    shapes = [*_grid(frame), shape("path", d=dots, class_="towns")] if dots else [*_grid(frame)]
    caption = words("drawings.map", places=words.count("nouns.place", len(spots)))
    return framed(frame.height, caption, [*shapes, *_spots(frame, spots)])


def _frame(spots: Sequence[Spot]) -> _Frame:
    """All places with room around them, no narrower than the least, no taller than the tallest."""
    west, east = _around([spot.longitude for spot in spots])
    south, north = min(spot.latitude for spot in spots), max(spot.latitude for spot in spots)
    room = max(1.5, 0.12 * max(east - west, north - south))
    south, north = south - room, north + room
    west, east = west - room, east + 2.5 * room  # names stand to the right
    wide, tall = east - west, north - south
    needed = max(_LEAST_DEGREES * 2, tall * WIDTH / _TALLEST / _narrowing(south, north))
    if wide < needed:
        west, east = west - (needed - wide) / 2, east + (needed - wide) / 2
    least_tall = (east - west) * 0.35 * _narrowing(south, north)
    if tall < least_tall:
        south, north = south - (least_tall - tall) / 2, north + (least_tall - tall) / 2
    return _Frame(max(-_POLE, south), min(_POLE, north), west, min(east, west + 360))


def _around(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch around the globe that holds all, perhaps across the date line."""
    ordered = sorted(longitudes)
    gaps = [(after - before, number) for number, (before, after) in enumerate(pairwise(ordered))]
    gaps.append((ordered[0] + 360 - ordered[-1], len(ordered) - 1))
    _, widest = max(gaps)
    if widest == len(ordered) - 1:
        return ordered[0], ordered[-1]
    return ordered[widest + 1], ordered[widest] + 360


def _grid(frame: _Frame) -> Iterator[Markup]:
    span = max(frame.east - frame.west, frame.north - frame.south)
    step = next((each for each in _STEPS if span / each <= _MOST_LINES), _STEPS[-1])
    for degree in _multiples(frame.west, frame.east, step):
        across, _ = frame.place(0, degree)
        yield shape("line", x1=across, x2=across, y1=0, y2=frame.height, class_="grid")
        yield label(_east(degree), x=across + 2, y=frame.height - 3, class_="degree")
    for degree in _multiples(frame.south, frame.north, step):
        _, down = frame.place(degree, 0)
        yield shape("line", x1=0, x2=WIDTH, y1=down, y2=down, class_="grid")
        if down < frame.height - 2 * _LETTER_HIGH:
            yield label(_north(degree), x=2, y=down - 2, class_="degree")


def _multiples(first: float, last: float, step: int) -> range:
    return range(math.ceil(first / step) * step, math.floor(last / step) * step + 1, step)


def _east(degree: int) -> str:
    degree = (degree + 180) % 360 - 180
    return f"{abs(degree)}°{'' if degree in (0, -180) else 'E' if degree > 0 else 'W'}"


def _north(degree: int) -> str:
    return f"{abs(degree)}°{'' if degree == 0 else 'N' if degree > 0 else 'S'}"


def _spots(frame: _Frame, spots: Sequence[Spot]) -> Iterator[Markup]:
    """A dot for every place; its name beside it where it covers no other name and no dot."""
    placed = [
        (spot.name, *frame.place(spot.latitude, spot.longitude + (360 if spot.longitude < frame.west else 0)))
        for spot in spots
    ]
    taken: list[_Box] = [(across - 3, down - 3, across + 3, down + 3) for _, across, down in placed]
    for number, (name, across, down) in enumerate(placed):
        yield shape("circle", cx=across, cy=down, r=3.5, class_="dot")
        others = [box for other, box in enumerate(taken) if other != number]
        for anchor, start, line in _positions(name, across, down):
            left = start - (len(name) * LETTER if anchor == "end" else 0)
            box = (left, line - _LETTER_HIGH, left + len(name) * LETTER, line + 2)
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= frame.height - _LETTER_HIGH
            if inside and not any(_meet(box, other) for other in others):
                taken.append(box)
                yield label(name, x=start, y=line, text_anchor=anchor, class_="place")
                break


def _positions(name: str, across: float, down: float) -> Iterator[tuple[str, float, float]]:
    """Where a name may stand: right of its dot, left, above, below."""
    half = len(name) * LETTER / 2
    yield "start", across + 6, down + 4
    yield "end", across - 6, down + 4
    yield "start", across - half, down - 7
    yield "start", across - half, down + 15


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
