"""Numbers in running text as values: `43`, `forty-three`, `2.4 million` and `1,900` alike."""

import re
from collections.abc import Iterator
from functools import lru_cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join([*_VALUES, *_SCALES])
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)"
    rf"(?:[ -](?P<scale>hundred|thousand|million|billion)\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:(?:[ -]|\sand\s)(?:{_WORD}))*)\b",
    re.IGNORECASE,
)


_REMEMBERED = 1024
"""Sentences whose numbers are kept: those of a source are asked for with each sentence that retells it."""
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}-]")


def may_count(word: str) -> bool:
    """Whether a word (`text.words`) can be, or hold, a number that `numbers` finds; false is certain."""
    if _DIGIT.search(word):
        return True
    return any(part in _VALUES or part in _SCALES for part in _PARTS.split(word.casefold()))


@lru_cache(maxsize=_REMEMBERED)
def numbers(text: str) -> tuple[tuple[int, int, float], ...]:
    """Start, end and value of every number, in order; `one` alone is taken for a pronoun and left out."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, float]]:
    for match in _NUMBER.finditer(text):
        if match["digits"]:
            value = float(match["digits"].replace(",", ""))
            yield match.start(), match.end(), value * _SCALES.get((match["scale"] or "").casefold(), 1)
        elif match["words"].casefold() != "one":
            yield match.start(), match.end(), _spelled(match["words"])


def _spelled(words: str) -> float:
    """The value of number words: `two hundred and six` is 206."""
    total = current = 0
    for word in re.split(r"[\s-]+", words.casefold()):
        if word == "and":
            continue
        if word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        else:
            current += _VALUES[word]
    return float(total + current)
