"""Day words: `today`, `yesterday`, `tomorrow`, `last night`."""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import TAIL, Words, either
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import signs_of

SIGNS: Final = {words.code: signs_of(words.days) for words in LANGUAGES}
# `USA Today` is a newspaper; a day word inside a name begins with a capital, in the middle of a sentence.
_INSIDE = re.compile(r"[\w,;] $")


@by_language
def _pattern(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{either(words.days)}){TAIL}", re.IGNORECASE)


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Words and phrases that count days from the day of writing."""
    for match in _pattern(words).finditer(sentence):
        inside = _INSIDE.search(sentence, max(0, match.start() - 2), match.start())
        if match[0][0].isupper() and inside:
            continue
        yield TimeExpression(
            0,
            match.start(),
            match.end(),
            rule="day-word",
            unit="day",
            offset=words.days[match[0].casefold()],
        )
