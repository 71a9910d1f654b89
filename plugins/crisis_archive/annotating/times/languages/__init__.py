"""Words for time, one file a language."""

from typing import Final

from crisis_archive.annotating.times.languages.english import ENGLISH
from crisis_archive.annotating.times.languages.french import FRENCH
from crisis_archive.annotating.times.languages.german import GERMAN
from crisis_archive.annotating.times.languages.spanish import SPANISH
from crisis_archive.annotating.times.lexicon import Words

LANGUAGES: Final[tuple[Words, ...]] = (ENGLISH, SPANISH, GERMAN, FRENCH)


def words_of(language: str) -> Words | None:
    """The words of a BCP 47 language; English where it is unknown, None where it has no file."""
    code = language.split("-")[0].casefold()
    if code in ("", "und"):
        return ENGLISH
    return next((words for words in LANGUAGES if words.code == code), None)
