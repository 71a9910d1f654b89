"""The language of a text: by its letters, its commonest words, what its page says; `und` where they do not.

Small words are the classic evidence for short texts (Ingle, 1976; Grefenstette, 1995, compares): a shared one
counts by its share, and the best language must be well ahead of the next.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from crisis_archive.cleaning.language_words import (
    ALPHABETS,
    NEWS_WORDS,
    OF_SCRIPT,
    SMALL_WORDS,
    TELLING,
    UNNAMED,
)
from crisis_archive.text.letters import script_of
from crisis_archive.text.words import words

UNKNOWN: Final = "und"
_TYPOGRAPHY: Final = frozenset(("en", "es", "fr", "de", "pt", "it", "nl"))
_MOST_WORDS: Final = 200
_FEWEST_WORDS: Final = 3
_FEWEST_LETTERS: Final = 8  # of a script that tells the language
_PLAIN: Final = re.compile(rf"(?:[^a-zA-Z]*[a-zA-Z]){{{_FEWEST_LETTERS}}}")
_MOSTLY: Final = 0.6  # of the letters
_SOME_KANA: Final = 0.1  # Japanese mixes them with Chinese signs
_FEWEST_SIGNS: Final = 2  # different words, or letters: one word proves nothing
_SHARE: Final = 0.12  # of the words that are those of the language
_AHEAD: Final = 1.3  # times the next
_LEAD: Final = 1.0  # and by so much: a word that only this language has, or several that few have
_ANY_LETTERS: Final = "en"  # takes foreign words as they are written


class _Sample(NamedTuple):
    words: Sequence[str]
    """In small letters."""
    letters: frozenset[str]
    """Letters above ASCII of words that are no names."""


def language_of(paragraphs: Sequence[str], declared: str | None) -> str:
    """BCP 47 code of the language; what the page declares stands where the text does not speak clearly."""
    sample = _sample(paragraphs)
    script = _script(sample.words)
    if script is None or script == "latin":
        return _of_words(sample, _LATIN) or declared or UNKNOWN
    possible = OF_SCRIPT.get(script)
    if possible is None:
        return declared or UNKNOWN
    said = declared if declared and declared.split("-")[0].lower() in possible else None
    found = _of_script(possible, sample)
    # The page says it more exactly (`pt-BR`), or does not speak of this text.
    return said if said and found in (None, said.split("-")[0].lower()) else found or UNKNOWN


def is_known(text: str) -> bool:
    """Whether a text is in a language whose typography the rules know; elsewhere readings remain."""
    return language_of(text.split("\n")[:200], None) in _TYPOGRAPHY


def _sample(paragraphs: Sequence[str]) -> _Sample:
    """The first words of a text."""
    start = "\n".join(paragraph[:1000] for paragraph in paragraphs[:20])
    sample = words(start[: 8 * _MOST_WORDS])[:_MOST_WORDS]
    common = "" if start.isascii() else "".join(word for word in sample if not word[0].isupper())
    letters = frozenset(char for char in set(common) if char > "\x7f" and script_of(char))
    return _Sample(" ".join(sample).lower().split(), letters)


def _script(sample: Iterable[str]) -> str | None:
    """The script of nearly all letters; null where there are few, or of several."""
    joined = "".join(sample)
    if joined.isascii() and _PLAIN.match(joined):
        return "latin"
    letters: Counter[str | None] = Counter()
    for char in set(joined):
        letters[script_of(char)] += joined.count(char)
    del letters[None]
    if sum(letters.values()) < _FEWEST_LETTERS:
        return None
    if letters["kana"] > _SOME_KANA * letters["han"]:
        letters["kana"] += letters.pop("han", 0)
    ((script, count),) = letters.most_common(1)
    return script if count >= _MOSTLY * sum(letters.values()) else None


def _of_script(possible: Sequence[str], sample: _Sample) -> str | None:
    """The language of a text in a script other than Latin; null where several are possible."""
    if len(possible) == 1:
        return possible[0]
    fitting = [code for code in possible if sample.letters <= frozenset(ALPHABETS[code])]
    return fitting[0] if len(fitting) == 1 else _of_words(sample, tuple(c for c in possible if c in TELLING))


def _of_words(sample: _Sample, languages: tuple[str, ...]) -> str | None:
    """The language whose words are clearly the most; null where none is, or its kin has the same."""
    fitting = [code for code in languages if code == _ANY_LETTERS or sample.letters <= _letters_of(code)]
    owners = _owners(languages)
    scores = dict.fromkeys(fitting, 0.0)
    held = dict.fromkeys(fitting, 0)
    signs = dict.fromkeys(fitting, 0)
    times = Counter(sample.words)
    for word in sorted(owners.keys() & times.keys()):
        having = owners[word]
        for code in having:
            if code in scores:
                scores[code] += times[word] / len(having)
                held[code] += times[word]
                signs[code] += 1
    by_letters = [code for code in fitting if code != _ANY_LETTERS]
    if sample.letters and len(by_letters) == 1:  # no other language writes so
        scores[by_letters[0]] += 1
        signs[by_letters[0]] += 1
    ranked = sorted(fitting, key=lambda code: (-scores[code], code))
    if not ranked or len(sample.words) < _FEWEST_WORDS:
        return None
    best, second = ranked[0], scores[ranked[1]] if len(ranked) > 1 else 0.0
    ahead = scores[best] >= max(_AHEAD * second, second + _LEAD)
    enough = signs[best] >= _FEWEST_SIGNS and held[best] >= _SHARE * len(sample.words)
    return best if ahead and enough and best not in UNNAMED else None


@cache
def _letters_of(code: str) -> frozenset[str]:
    return frozenset(ALPHABETS[code])


@cache
def _owners(languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For each of their words the languages that have it."""
    owners: dict[str, set[str]] = {}
    for code in languages:
        for table in (SMALL_WORDS, NEWS_WORDS, TELLING):
            for word in table.get(code, "").split():
                owners.setdefault(word, set()).add(code)
    return {word: tuple(sorted(held)) for word, held in owners.items()}


_LATIN: Final = tuple(SMALL_WORDS)
