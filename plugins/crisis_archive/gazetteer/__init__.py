"""Places of the world: countries, cities, nationalities. Nothing is loaded before it is asked for."""

from crisis_archive.gazetteer.nationalities import COUNTRY_OF_NATIONALITY, PEOPLES
from crisis_archive.gazetteer.places import (
    LARGE,
    Place,
    capital_of,
    cities,
    country,
    country_of_code,
    place,
    region,
)
from crisis_archive.gazetteer.regions import STATE_ABBREVIATIONS

__all__ = [
    "COUNTRY_OF_NATIONALITY",
    "LARGE",
    "PEOPLES",
    "STATE_ABBREVIATIONS",
    "Place",
    "capital_of",
    "cities",
    "country",
    "country_of_code",
    "place",
    "region",
]
