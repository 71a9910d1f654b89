"""Time counted from an event: `one week after the capture`, `the day after his oath`, `two days later`."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.annotating.times.rules.relative import fitting, measured, patterns_of
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

SIGNS: Final = {words.code: signs_of((*words.units, "eve", "lendemain", "veille")) for words in LANGUAGES}
PATTERNS: Final = by_language(partial(patterns_of, events=True))
# The event's words end with the clause; twelve words tell which event it is.
_EVENT = re.compile(r"\s+((?:[^\s,;:.!?()\"“”—–]+(?:\s+|(?=[,;:.!?()\"“”—–]|$)),?){1,12})")


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """`after` and `before` carry the event's words; `later` and `earlier` count from the text's last date."""
    for kind, match in fitting(PATTERNS(words), sentence):
        number, unit = measured(match, words)
        if kind in ("later", "earlier"):
            yield _expression(match, kind, number, unit or "day", None)
            continue
        event = _EVENT.match(sentence, match.end())
        if event:
            yield _expression(match, kind, number, unit or "day", event[1].strip(" ,"))


def _expression(match: re.Match[str], kind: str, number: int, unit: str, event: str | None) -> TimeExpression:
    ahead = kind in ("after", "later")
    return TimeExpression(
        0,
        match.start(),
        match.end(),
        rule=f"{kind}-event" if event else f"{unit}-{kind}",
        unit=unit,  # type: ignore[arg-type]  # the lexicon's units are the model's
        offset=number if ahead else -number,
        event=event,
    )
