"""Places of the world: countries, cities, nationalities. Nothing is loaded before it is asked for."""

from crisis_archive.gazetteer.bodies import WORLD_BODIES
from crisis_archive.gazetteer.nationalities import COUNTRY_OF_NATIONALITY, PEOPLE_OF_NATIONALITY, PEOPLES
from crisis_archive.gazetteer.places import (
    Place,
    capital_of,
    cities,
    country,
    country_of_code,
    place,
    place_of_geonames,
    region,
)
from crisis_archive.gazetteer.regions import STATE_ABBREVIATIONS
from crisis_archive.gazetteer.towns import LARGE

__all__ = [
    "COUNTRY_OF_NATIONALITY",
    "LARGE",
    "PEOPLES",
    "PEOPLE_OF_NATIONALITY",
    "STATE_ABBREVIATIONS",
    "WORLD_BODIES",
    "Place",
    "capital_of",
    "cities",
    "country",
    "country_of_code",
    "place",
    "place_of_geonames",
    "region",
]
