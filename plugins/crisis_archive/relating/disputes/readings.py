"""A figure with all that tells what it may be compared with: subject, unit, period, place, who is counted."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.counting import is_person
from crisis_archive.annotating.figures.finding import NO_TOTALS
from crisis_archive.annotating.figures.units import MONEY
from crisis_archive.model import Cite, Figure, Record, Span

_UNITS: Final[dict[str, tuple[str, float]]] = {
    "kilometres": ("length", 1000.0),
    "kilometers": ("length", 1000.0),
    "km": ("length", 1000.0),
    "miles": ("length", 1609.344),
    "metres": ("length", 1.0),
    "meters": ("length", 1.0),
    "feet": ("length", 0.3048),
    "centimetres": ("length", 0.01),
    "millimetres": ("length", 0.001),
    "mm": ("length", 0.001),
    "inches": ("length", 0.0254),
    "knots": ("speed", 0.514444),
    "tonnes": ("mass", 1000.0),
    "tons": ("mass", 1000.0),
    "kilograms": ("mass", 1.0),
    "kilos": ("mass", 1.0),
    "kg": ("mass", 1.0),
    "litres": ("volume", 1.0),
    "liters": ("volume", 1.0),
    "gallons": ("volume", 3.78541),
    "hours": ("time", 1.0),
    "days": ("time", 24.0),
    "weeks": ("time", 168.0),
}
_CONTAINERS: Final = frozenset(
    "cartons sacks bags boxes crates drums tablets vials bottles pallets truckloads".split()
)
_HOUSEHOLDS: Final = frozenset("families households".split())
_HOMES: Final = frozenset("homes houses dwellings buildings huts".split())
_VESSELS: Final = frozenset("boats vessels ships trawlers".split())
_SECURITY: Final = frozenset(
    "officers police soldiers troops servicemen guards guardsmen gendarmes policemen colleagues "
    "rangers".split()
)
_PROTEST: Final = frozenset("marchers protesters demonstrators rioters students activists".split())
_CIVIL: Final = frozenset(
    "civilians villagers passengers crew children women residents inhabitants miners workers patients nurses "
    "doctors journalists pupils pilgrims tourists students".split()
)
_STATES: Final = frozenset(
    "missing killed injured treated rescued trapped detained abducted released expelled displaced admitted "
    "infected "
    "destroyed damaged "
    "seized aboard marching".split()
)
_TWO_WORD_STATES: Final = ("sleeping out", "without power", "to leave")
_WEEKDAYS: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_PERIODS: Final = frozenset(
    "noon midday midnight dawn dusk nightfall morning afternoon evening night tonight yesterday today "
    "overnight week "
    "month year weekend lunchtime start january february march april may june july august september "
    "october november "
    "december".split()
)
_NOUN_REACH: Final = 40
_WIDE: Final = re.compile(
    r"\b(?:nationwide|national|across the (?:country|province|region|city|state)|countrywide|whole|"
    r"both (?:sides|countries)|"
    r"overall|in all|in total|altogether|total|including all|combined|(?:\w+ )?(?:provinces|cities|"
    r"regions)|across all|the country's)\b"
)
_PLACE: Final = re.compile(
    r"\b(?i:in|at|on|across|from|near|of|outside|along|between)(?: the)?(?: \w+ of)? "
    r"((?:[A-Z][\w'-]+ ?){1,4})"
    r"|\b(?i:in|at|from|on) (?:the|our|its) ((?:capital|town|village|camp|province|district|region|"
    r"hospital|clinic|"
    r"hospitals|north|south|east|west|island))\b"
)
_STATUS: Final = re.compile(
    r"\b(suspected|confirmed|registered|probable|feared|presumed|serious|seriously|critical)\b"
)


class Reading(NamedTuple):
    """A figure as the comparison sees it."""

    record: Record
    figure: Figure
    sentence: str
    """The sentence that it stands in, verbatim."""
    state: str
    """What happened to what is counted; empty where nothing is told."""
    noun: str
    """Last word of the counted noun."""
    dimension: str
    """`persons`, `money`, `per cent`, `speed`, `length`, `mass`, `volume`, `time`, `votes`, or the "
    "noun itself."""
    unit: str
    """What cannot be converted into another: `people`, `families`, a currency, a container, or the "
    "dimension."""
    factor: float
    """By which the value is brought into the base unit of its dimension."""
    role: str
    """`security`, `protest`, `civil` or empty."""
    days: tuple[str, ...]
    """Weekdays of the period, in order."""
    periods: frozenset[str]
    """All words of the period that tell when."""
    places: frozenset[str]
    wide: bool
    """Whether it counts over a whole country, all sides, all cities."""
    status: frozenset[str]
    """Words such as `suspected`, `confirmed`."""
    topic: frozenset[str]
    """Long words of its sentence, in lower case, cut to seven letters."""
    near: frozenset[str]
    """Those of them that stand next to the number."""
    holder: str
    """The last name before the number: whose share it is."""

    @property
    def cite(self) -> Cite:
        """The place of the figure itself."""
        return Cite(self.record.id, self.figure.paragraph, self.figure.start, self.figure.end)


def readings_of(record: Record) -> list[Reading]:
    """The figures of a record that count something; parts of other figures and old counts are left out."""
    starts = [(span.paragraph, span.start) for span in record.sentences]
    found = []
    for figure in record.figures:
        if figure.counts.endswith(NO_TOTALS) or figure.counts == "unknown":
            continue
        at = bisect_right(starts, (figure.paragraph, figure.start)) - 1
        span = record.sentences[at] if at >= 0 else figure.span
        if not (span.paragraph == figure.paragraph and span.start <= figure.start < span.end):
            span = figure.span
        found.append(_reading(record, figure, span))
    return found


def _reading(record: Record, figure: Figure, span: Span) -> Reading:
    sentence = record.text_at(span)
    state, noun = _parts(figure.counts)
    after = record.paragraphs[figure.paragraph][figure.end : min(span.end, figure.end + 40)].casefold()
    dimension, unit, factor = _measure(noun, state, figure.counts, after)
    around = _around(record, figure, span, 90, 110)
    window = (figure.window or "").casefold()
    words = re.findall(r"\w+", window)
    days = tuple(word for word in words if word in _WEEKDAYS)
    periods = frozenset(word for word in words if word in _PERIODS or word in _WEEKDAYS or word.isdigit())
    return Reading(
        record,
        figure,
        sentence,
        state,
        noun,
        dimension,
        unit,
        factor,
        _role(noun, record.paragraphs[figure.paragraph][figure.end : figure.end + _NOUN_REACH]),
        days,
        periods,
        _places(around),
        _WIDE.search(around.casefold()) is not None,
        frozenset(_STATUS.findall(around.casefold())),
        _topic(sentence),
        _topic(_around(record, figure, span, 40, 50)),
        _holder(record.paragraphs[figure.paragraph][span.start : figure.start]),
    )


def _role(noun: str, after: str) -> str:
    """Which side those who are counted are on, where their noun tells it: `civilians`, not `people`."""
    own = re.match(r" (?:[^\W\d_]+ )?([^\W\d_]+)", after.casefold())
    if noun in _SECURITY:
        return "security"
    if noun in _PROTEST:
        return "protest"
    return "civil" if noun in _CIVIL or (own is not None and _CIVIL & set(own[0].split())) else ""


def _parts(counts: str) -> tuple[str, str]:
    """State and head noun of a `counts`."""
    for state in _TWO_WORD_STATES:
        if counts.endswith(state):
            return state, counts.removesuffix(state).strip().rsplit(" ", 1)[-1]
    words = counts.split()
    if words[-1] in _STATES:
        return words[-1], words[-2] if len(words) > 1 else ""
    state = next((word for word in words[:-1] if word in _STATES), "")
    if words[-1] in ("detentions", "arrests", "prisoners", "detainees"):
        state = "detained"
    return state, words[-1]


def _measure(noun: str, state: str, counts: str, after: str) -> tuple[str, str, float]:
    """Dimension, unit and factor of what is counted."""
    if re.match(r" ?(?:%|per ?cent)|[^.;]{0,12}per cent", after) or "per cent" in counts:
        return "per cent", "per cent", 1.0
    if noun in (MONEY | {"money"}):
        return "money", noun, 1.0
    if re.search(r"\b(?:kilomet(?:re|er)s|km|miles) (?:an|per) hour\b|\bkm/h|\bmph\b", after + counts) or (
        noun in ("kilometres", "kilometers", "miles") and re.match(r"[^.]{0,14}\b(?:an|per) hour", after)
    ):
        return "speed", "speed", 0.277778 if noun != "miles" else 0.44704
    if noun in _UNITS and state != "to leave":
        dimension, factor = _UNITS[noun]
        return dimension, dimension, factor
    if noun in _CONTAINERS:
        return "container", noun, 1.0
    if noun == "votes":
        return "votes", "votes", 1.0
    if noun in _HOUSEHOLDS:
        return "persons", "families", 1.0
    if is_person(noun) or noun in ("cases", "detentions", "arrests"):
        return "persons", "people", 1.0
    kind = "homes" if noun in _HOMES else "boats" if noun in _VESSELS else noun
    return kind, kind, 1.0


def _around(record: Record, figure: Figure, span: Span, before: int, after: int) -> str:
    """The sentence near the figure: what tells where and over whom it counts."""
    text = record.paragraphs[figure.paragraph]
    return text[max(span.start, figure.start - before) : min(span.end, figure.end + after)]


def _places(around: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _PLACE.finditer(around):
        words = [
            word for word in re.findall(r"[\w'-]+", match[1] or match[2]) if word.casefold() not in _PERIODS
        ]
        found.update(word.casefold() for word in words if word.casefold() not in _WEEKDAYS)
    return frozenset(found)


def _holder(before: str) -> str:
    names = re.findall(r"(?<!^)\b[A-Z][\w'-]+", before)
    return names[-1].casefold() if names else ""


def _topic(sentence: str) -> frozenset[str]:
    return frozenset(_stems(re.findall(r"[^\W\d_]{5,}", sentence.casefold())))


def _stems(words: Iterable[str]) -> Iterable[str]:
    return (word[:7] for word in words)
