"""Words for time, one file a language."""

from collections.abc import Callable
from functools import cache
from typing import Final, TypeVar

from crisis_archive.annotating.times.languages.english import ENGLISH
from crisis_archive.annotating.times.languages.french import FRENCH
from crisis_archive.annotating.times.languages.german import GERMAN
from crisis_archive.annotating.times.languages.spanish import SPANISH
from crisis_archive.annotating.times.lexicon import Words

Made = TypeVar("Made")
LANGUAGES: Final[tuple[Words, ...]] = (ENGLISH, SPANISH, GERMAN, FRENCH)


def words_of(language: str) -> Words | None:
    """The words of a BCP 47 language; English where it is unknown, None where it has no file."""
    code = language.split("-")[0].casefold()
    if code in ("", "und"):
        return ENGLISH
    return next((words for words in LANGUAGES if words.code == code), None)


def by_language(make: Callable[[Words], Made]) -> Callable[[Words], Made]:
    """What is made of a language's words, made when the first text in it is read: patterns take long."""
    of_code = {words.code: words for words in LANGUAGES}
    made = cache(lambda code: make(of_code[code]))
    return lambda words: made(words.code)
