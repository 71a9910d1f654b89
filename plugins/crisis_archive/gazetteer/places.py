"""Looking places up: one `Place` for every name of a country, a US state, a region or a city."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from typing import Literal

import msgspec

from crisis_archive.gazetteer.nationalities import SECOND_NAMES
from crisis_archive.gazetteer.regions import REGIONS, STATE_ABBREVIATIONS
from crisis_archive.gazetteer.towns import LARGE, Town, table, towns
from crisis_archive.model import Struct
from crisis_archive.text.folding import fold

Sort = Literal["country", "state", "region", "city"]


class Place(Struct, frozen=True):
    """A place of the gazetteer."""

    name: str
    """The name by which it is best known in English."""
    sort: Sort
    country: str | None
    """ISO 3166 code of the country that it lies in, or is."""
    population: int
    latitude: float | None
    """Degrees north; known of cities alone."""
    longitude: float | None
    """Degrees east."""
    geonames: str | None
    """Its number in geonames.org."""

    @property
    def key(self) -> str:
        """Tells two places of one name apart."""
        return self.geonames or f"{self.sort} {self.name}"


class _Country(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    iso: str
    population: int
    capital: str


class _State(msgspec.Struct, gc=False):
    geonameid: int
    name: str


def country(text: str) -> Place | None:
    """The country that goes by this name; `US` is one and `us` is none."""
    code = _codes().get(text) or (_folded_codes().get(fold(text)) if not text.islower() else None)
    return _countries()[code] if code else None


def country_of_code(code: str) -> Place | None:
    """The country with this ISO 3166 code."""
    return _countries().get(code)


def region(text: str) -> Place | None:
    """A US state (also as `Calif.`) or another region that is no country."""
    text = STATE_ABBREVIATIONS.get(text, text)
    folded = fold(text)
    if folded in _states():
        return _states()[folded]
    known = REGIONS.get(folded)
    return Place(known, "region", None, 0, None, None, None) if known else None


def cities(text: str) -> tuple[Place, ...]:
    """Every city of this name, the most populous first."""
    name = fold(text)
    return _cities(name) if name in _named() else ()


def place(text: str, countries: Collection[str] = ()) -> Place | None:
    """The place that is most likely meant: country, then region, then city.

    Among cities one that lies in a country of `countries` (ISO codes named in the same text) is preferred,
    then the most populous.
    """
    found = country(text) or region(text)
    known = cities(text)
    # New York and Washington without more are the cities.
    if found and not (found.sort == "state" and known and known[0].population >= LARGE):
        return found
    near = [city for city in known if city.country in countries]
    if near and (near[0].population * 20 >= known[0].population):
        return near[0]
    return known[0] if known else None


def place_of_geonames(number: str) -> Place | None:
    """The country, US state or city with this number in geonames.org."""
    return _by_number().get(number)


def capital_of(code: str) -> Place | None:
    """The capital of a country."""
    name = _capitals().get(code)
    return next((city for city in cities(name) if city.country == code), None) if name else None


@cache
def _by_number() -> dict[str, Place]:
    known = [
        *_countries().values(),
        *_states().values(),
        *map(_city, towns()),
    ]
    return {each.geonames: each for each in known if each.geonames}


@cache
def _country_rows() -> tuple[_Country, ...]:
    rows = msgspec.json.decode(table("countries.json"), type=dict[str, _Country])
    return tuple(sorted(rows.values(), key=lambda row: row.iso))


@cache
def _countries() -> dict[str, Place]:
    return {
        row.iso: Place(
            SECOND_NAMES.get(row.iso, (row.name,))[0] if row.iso not in ("US", "GB") else row.name,
            "country",
            row.iso,
            row.population,
            None,
            None,
            str(row.geonameid),
        )
        for row in _country_rows()
    }


@cache
def _capitals() -> dict[str, str]:
    return {row.iso: row.capital for row in _country_rows() if row.capital}


@cache
def _codes() -> dict[str, str]:
    """Names as written to codes."""
    found = {row.name: row.iso for row in _country_rows()}
    found.update({name: code for code, names in SECOND_NAMES.items() for name in names})
    # In news of the English-speaking world the bare name is the US state more often than not.
    return {name: code for name, code in found.items() if name != "Jersey"}


@cache
def _folded_codes() -> dict[str, str]:
    return {fold(name): code for name, code in _codes().items() if not name.isupper() or "." in name}


@cache
def _states() -> dict[str, Place]:
    rows = msgspec.json.decode(table("us_states.json"), type=dict[str, _State])
    states = (row for row in rows.values() if row.name != "Georgia")
    return {
        fold(row.name): Place(row.name, "state", "US", 0, None, None, str(row.geonameid)) for row in states
    }


@cache
def _cities(name: str) -> tuple[Place, ...]:
    """The cities of a folded name that some have, the most populous first."""
    return tuple(sorted(map(_city, _named()[name]), key=lambda city: (-city.population, city.key)))


def _city(town: Town) -> Place:
    return Place(
        town.name,
        "city",
        town.countrycode,
        town.population,
        town.latitude,
        town.longitude,
        str(town.geonameid),
    )


@cache
def _named() -> dict[str, list[Town]]:
    """Folded names to cities of 15,000 inhabitants and more; other names only of large cities."""
    by_name: dict[str, list[Town]] = defaultdict(list)
    for town in towns():
        name = town.name
        if town.population < LARGE and not name.endswith(" City"):
            by_name[fold(name)].append(town)
        else:
            for each in _names_of(town):
                by_name[each].append(town)
    return dict(by_name)


def _names_of(town: Town) -> set[str]:
    """The folded names of a large city, or of one that is called a city."""
    names = {town.name}
    if town.population >= LARGE:
        # Three letters are codes of airports; lower case is a transcription.
        names.update(
            name
            for name in town.other_names
            if len(name) > 3 and not name.isupper() and name[0].isupper() and name.isascii()
        )
    return {fold(name.removesuffix(" City")) for name in names} | {fold(town.name)}
