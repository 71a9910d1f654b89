"""Date expressions of a text, with their meaning but not yet on a calendar.

`RULES` read one sentence each; where two read the same words the longer reading stands, then the earlier
rule. A language has one file in `languages/`; the rules are the same for all.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from msgspec.structs import replace

from crisis_archive.annotating.times.languages import LANGUAGES, words_of
from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.annotating.times.rules import (
    day_month,
    day_word,
    event,
    month,
    numeric,
    relative,
    season,
    weekday,
    year,
)
from crisis_archive.annotating.times.tense import tense_at
from crisis_archive.model import TITLE, Document, Span, TimeExpression
from crisis_archive.text.words import parts_of


class Rule(NamedTuple):
    """A reader of a sentence."""

    find: Callable[[str, Words], Iterator[TimeExpression]]
    signs: Mapping[str, frozenset[str]] | None
    """By language the words of which a sentence must hold one; null where it must hold a digit."""


RULES: Final[tuple[Rule, ...]] = (
    Rule(numeric.find, None),
    Rule(day_month.find, day_month.SIGNS),
    Rule(month.find, month.SIGNS),
    Rule(season.find, season.SIGNS),
    Rule(year.find, None),
    Rule(event.find, event.SIGNS),
    Rule(relative.find, relative.SIGNS),
    Rule(weekday.find, weekday.SIGNS),
    Rule(day_word.find, day_word.SIGNS),
)
"""Every reader of a sentence. Dates written out come before what is counted from today."""
_OF_NAMES: Final = tuple(rule for rule in RULES if rule.find in (day_month.find, month.find, weekday.find))

_DIGITS: Final = re.compile(r"[\d'’](?:(?<=\d)(?:\d{3}|[./-]\d)|(?<!\d)\d0s)")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w")
_SIGNS: Final = {
    words.code: frozenset().union(*(rule.signs[words.code] for rule in RULES if rule.signs))
    for words in LANGUAGES
}
"""A sentence with none of these and no such digits holds no date expression, and no rule looks at it."""

_IN_CAPITALS: Final = {
    words.code: frozenset([*words.months, *words.weekdays]).difference(
        *(rule.signs[words.code] for rule in RULES if rule.signs and rule not in _OF_NAMES)
    )
    if words.capital
    else frozenset[str]()
    for words in LANGUAGES
}
"""Months and weekdays of a language that writes them with a capital: `may` and `sat` are other words."""


def find_times(document: Document, sentences: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
    """Every date expression of the text in order; of the title too, unless it was derived.

    A language without a file in `languages/` gives none but dates in figures would be guesses, so nothing.
    """
    words = words_of(document.language)
    if words is None:
        return ()
    signs = [_SIGNS[words.code] & parts_of(paragraph) for paragraph in document.paragraphs]
    found: list[TimeExpression] = []
    if document.title_origin in ("seed", "metadata"):
        title = _SIGNS[words.code] & parts_of(document.title)
        found += _in_sentence(document.title, Span(TITLE, 0, len(document.title)), title, words)
    for place in sentences:
        held = signs[place.paragraph]
        sentence = document.text_at(place)
        found += _in_sentence(sentence, place, _held(sentence, held, words) if held else held, words)
    return tuple(found)


def _held(sentence: str, signs: frozenset[str], words: Words) -> frozenset[str]:
    """Those signs of its paragraph that a sentence holds: most hold none of them."""
    low = sentence.lower()
    in_capitals = _IN_CAPITALS[words.code] if len(low) == len(sentence) else frozenset()
    return frozenset(
        [sign for sign in signs if sign in low and _is_word_of(low, sign, sentence, sign in in_capitals)]
    )


def _is_word_of(low: str, sign: str, sentence: str, in_capitals: bool) -> bool:
    """Whether a sign is a word of a sentence (`low` in small letters); with a capital, if it must be."""
    at = low.find(sign)
    while at >= 0:
        end = at + len(sign)
        if (
            not (in_capitals and sentence[at].islower())
            and not (_WORD.match(low, at - 1, at) if at else None)
            and _WORD.match(low, end) is None
        ):
            return True
        at = low.find(sign, at + 1)
    return False


def _in_sentence(sentence: str, place: Span, signs: frozenset[str], words: Words) -> Iterator[TimeExpression]:
    """What a sentence at a place holds; `signs` are those of its words that show it."""
    if not signs and not _DIGITS.search(sentence):
        return
    digits = _DIGIT.search(sentence) is not None
    readings = [
        reading
        for rule in RULES
        if (digits if rule.signs is None else not rule.signs[words.code].isdisjoint(signs))
        for reading in rule.find(sentence, words)
    ]
    for found in _longest(readings):
        tense = found.tense
        if tense == "unknown":
            tense = tense_at(sentence, found.start, found.end, words)
        if found.rule.startswith("ahead-") and tense != "future":
            # Built in two weeks: how long it took, not when.
            continue
        yield replace(
            found,
            paragraph=place.paragraph,
            start=found.start + place.start,
            end=found.end + place.start,
            tense=tense,
        )


def _longest(found: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """Readings that do not overlap: the longest stand, the earlier rule where equal; in text order."""
    if len(found) < 2:
        return found
    ranked = sorted(enumerate(found), key=lambda each: (each[1].start - each[1].end, each[0]))
    kept: list[TimeExpression] = []
    for _, reading in ranked:
        at = bisect_right(kept, reading.start, key=attrgetter("start"))
        free_before = at == 0 or kept[at - 1].end <= reading.start
        if free_before and (at == len(kept) or reading.end <= kept[at].start):
            kept.insert(at, reading)
    return kept
