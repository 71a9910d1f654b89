"""Pipelines of other languages than English: those of lunr-languages, with stemmers that agree with it.

lunr-languages carries Snowball's algorithms as they stood around 2010. Which Python package agrees with
it differs from language to language; only languages are listed for which one does, word for word. Stop
words and the letters of words are read from the script that the browser gets.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from crisis_archive.model import Struct
from crisis_archive.search.porter import stem as porter_stem
from crisis_archive.settings import SettingsError

Stem = Callable[[str], str]
_VOWELS = "aeiouy"


class Language(Struct, frozen=True):
    """What the steps of a pipeline need to know."""

    code: str
    """ISO 639-1, as lunr-languages names it."""
    suffix: str
    """What its functions' labels end in; empty for English."""
    outside_word: re.Pattern[str]
    """What the trimmer takes off at both ends."""
    stop_words: frozenset[str]
    stem: Stem


def _nltk(name: str) -> Stem:
    # Heavy to import, and wanted by few archives.
    stem: Stem = import_module("nltk.stem.snowball").SnowballStemmer(name).stem
    return stem


def _snowball(name: str) -> Stem:
    stem: Stem = import_module("snowballstemmer").stemmer(name).stemWord
    return stem


def _spanish() -> Stem:
    stem = _snowball("spanish")
    # Later versions of the algorithm take these endings off without their accent too.
    return lambda word: word if word.endswith(("acion", "ucion")) else stem(word)


def _french() -> Stem:
    stem = _nltk("french")

    def with_initial_y(word: str) -> str:
        """An initial y before a vowel is a consonant; nltk takes it for a vowel."""
        if word[:1] == "y" and word[1:2] in tuple(_VOWELS):
            return "y" + stem("j" + word[1:])[1:]
        return stem(word)

    return with_initial_y


STEMMERS: Final[Mapping[str, Callable[[], Stem]]] = {
    "de": lambda: _nltk("german"),
    "en": lambda: porter_stem,
    "es": _spanish,
    "fr": _french,
    "hu": lambda: _snowball("hungarian"),
    "nl": lambda: _nltk("dutch"),
    "no": lambda: _nltk("norwegian"),
    "pt": lambda: _snowball("portuguese"),
    "ro": lambda: _snowball("romanian"),
    "ru": lambda: _snowball("russian"),
    "sv": lambda: _nltk("swedish"),
}
_OTHER_NAMES = {"nb": "no", "nn": "no"}
_WORD_CHARACTERS = re.compile(r'wordCharacters = "([^"]*)"')
_STOP_WORDS = re.compile(r"generateStopWordFilter\('([^']*)'\.split\(' '\)\)")


def search_language(code: str) -> str:
    """The code that lunr-languages has for a BCP 47 language.

    Raises `SettingsError` where there is no pipeline that is the same in Python and in the browser.
    """
    base = code.partition("-")[0].lower()
    base = _OTHER_NAMES.get(base, base)
    if base not in STEMMERS:
        known = ", ".join(sorted(STEMMERS))
        raise SettingsError(f"CRISIS_SEARCH_LANGUAGE: {code!r} has no search; choose of: {known}")
    return base


def language_from(code: str, source: str) -> Language:
    """The language whose lunr-languages script is `source`. Raises `ValueError` where it is none."""
    characters, words = _WORD_CHARACTERS.search(source), _STOP_WORDS.search(source)
    if characters is None or words is None:
        raise ValueError(f"the script of the language {code!r} names no letters or no stop words")
    outside = f"[^{characters[1]}]+"
    return Language(
        code,
        f"-{code}",
        re.compile(f"^{outside}|{outside}$"),
        frozenset(words[1].split(" ")),
        STEMMERS[code](),
    )
