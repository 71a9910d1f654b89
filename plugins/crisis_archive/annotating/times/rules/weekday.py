"""A weekday: `on Friday`, `last Friday`, `Friday night`, `el viernes pasado`; not `every Friday`."""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import TAIL, Words, spelled_names
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

# Abbreviations of weekdays are read in full dates only.
_SHORTEST = 5
_NAME_FOLLOWS = (
    r"(?!\s(?:Times|Mirror|Telegraph|Express|Post|Herald|Mail|Night Live|Independent|Sun|School)\b)"
)


@by_language
def _pattern(words: Words) -> re.Pattern[str]:
    days = spelled_names(
        {name: n for name, n in words.weekdays.items() if len(name) >= _SHORTEST}, words.capital
    )
    after = rf"(?P<last_after>{words.last_after})|(?P<next_after>{words.next_after})"
    return re.compile(
        rf"(?<![\w’'-])(?i:(?P<not>{words.weekday_not})\s|(?P<last>{words.weekday_last})\s"
        rf"|(?P<next>{words.weekday_next})\s|(?P<this>{words.weekday_this})\s)?"
        rf"(?P<weekday>{days})(?:\s(?i:{words.day_part}))?(?:\s(?i:{after}))?{TAIL}{_NAME_FOLLOWS}"
    )


SIGNS: Final = {words.code: signs_of(words.weekdays) for words in LANGUAGES}


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Single weekdays. Bare ones have no `offset`; `last` is -1, `next` +1, `this` 0."""
    for match in _pattern(words).finditer(sentence):
        if match["not"]:
            continue
        offset = None
        if match["last"] or match["last_after"]:
            offset = -1
        elif match["next"] or match["next_after"]:
            offset = 1
        elif match["this"]:
            offset = 0
        yield TimeExpression(
            0,
            match.start(),
            match.end(),
            rule="weekday"
            if offset is None
            else ("last-weekday", "this-weekday", "next-weekday")[offset + 1],
            weekday=words.weekdays[match["weekday"].casefold()],
            offset=offset,
        )
