"""Seasons, quarters and halves: read so that their year is not taken for a whole year."""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

_NAMES = {
    "en": ("spring", "summer", "fall", "autumn", "winter"),
    "es": ("primavera", "verano", "otoño", "invierno"),
    "de": ("Frühjahr", "Frühling", "Sommer", "Herbst", "Winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
}
_QUARTERS = ("quarter", "half", "Q1", "Q2", "Q3", "Q4")
SIGNS: Final = {code: signs_of((*names, *_QUARTERS)) for code, names in _NAMES.items()}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SEASON = {
    code: re.compile(rf"(?<!\w)(?:{'|'.join(names)}),?(?:\s(?:of|de|del))?\s{_YEAR}(?![\w-])", re.IGNORECASE)
    for code, names in _NAMES.items()
}
_QUARTER = re.compile(
    rf"(?<!\w)(?:(?:first|second|third|fourth|last) (?:quarter|half)|Q[1-4])(?:,? (?:of )?{_YEAR})?(?![\w-])",
    re.IGNORECASE,
)


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Parts of a year; their days are left open, the year bounds them."""
    for pattern in (_SEASON[words.code], _QUARTER):
        for match in pattern.finditer(sentence):
            if match["year"]:
                yield TimeExpression(0, match.start(), match.end(), rule="season", year=int(match["year"]))
            elif words.code == "en":
                yield TimeExpression(0, match.start(), match.end(), rule="season")
