"""Date expressions of a text, with their meaning but not yet on a calendar.

`RULES` read one sentence each; where two read the same words the longer reading stands, then the earlier
rule. A language has one file in `languages/`; the rules are the same for all.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from crisis_archive.annotating.times.languages import LANGUAGES, words_of
from crisis_archive.annotating.times.lexicon import Words, either
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

Rule = Callable[[str, Words], Iterator[TimeExpression]]

RULES: Final[tuple[Rule, ...]] = (
    numeric.find,
    day_month.find,
    month.find,
    season.find,
    year.find,
    event.find,
    relative.find,
    weekday.find,
    day_word.find,
)
"""Every reader of a sentence. Dates written out come before what is counted from today."""

_TRIGGER: Final = {
    words.code: re.compile(
        r"\d{4}|(?<!\w)(?:"
        + "|".join(either(each) for each in (words.months, words.weekdays, words.days, words.units))
        + r"|eve|quarter|half|lendemain|veille)(?!\w)|\d[./-]\d|['’]\d0s",
        re.IGNORECASE,
    )
    for words in LANGUAGES
}
"""A sentence without one of these holds no date expression, and no rule looks at it."""


def find_times(document: Document, sentences: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
    """Every date expression of the text in order; of the title too, unless it was derived.

    A language without a file in `languages/` gives none but dates in figures would be guesses, so nothing.
    """
    words = words_of(document.language)
    if words is None:
        return ()
    places = list(sentences)
    if document.title_origin in ("seed", "metadata"):
        places.insert(0, Span(TITLE, 0, len(document.title)))
    return tuple(found for place in places for found in _in_sentence(document, place, words))


def _in_sentence(document: Document, place: Span, words: Words) -> Iterator[TimeExpression]:
    sentence = document.text_at(place)
    if not _TRIGGER[words.code].search(sentence):
        return
    for found in _longest(each for rule in RULES for each in rule(sentence, words)):
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


def _longest(found: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Readings that do not overlap: the longest stand, the earlier rule where equal; in text order."""
    ranked = sorted(enumerate(found), key=lambda each: (each[1].start - each[1].end, each[0]))
    kept: list[TimeExpression] = []
    for _, reading in ranked:
        at = bisect_right(kept, reading.start, key=attrgetter("start"))
        free_before = at == 0 or kept[at - 1].end <= reading.start
        if free_before and (at == len(kept) or reading.end <= kept[at].start):
            kept.insert(at, reading)
    return kept
