"""Which way a date expression looks: the tense of the verb that governs it.

No parser: the nearest verb before the expression in its clause, or, where the expression opens the clause,
the first verb after it. Words directly before the expression (`by Friday`, `since Friday`) come first.
"""

import re
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES
from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.model.readings import Tense

_CLAUSE = re.compile(
    r"[;:()“”\"—–]|,\s(?=(?:and|but|while|which|who|when|where|as|after|before|although|though)\b)"
)
_OPENING = re.compile(r"^\W*(?:\w+\s){0,1}$")
_FAR = 160
_LONGEST_SIGN = 20  # characters of a sign of a clause's end with the word that it needs
_BETWEEN = re.compile(r"\s(?:\w+\s)?(?:be|have|have been|ser|être|avoir)\s(?:\w+\s)?")

VERB: Final = {
    words.code: re.compile(
        rf"(?<![\w])(?:(?P<future>{words.future})|(?P<past>{words.past}))(?![\w])", re.IGNORECASE
    )
    for words in LANGUAGES
}
_LED: Final = {
    words.code: re.compile(
        rf"(?<!\w)(?:(?P<future>{words.ahead})|(?P<past>{words.behind}))\s(?:\w+\s)?$", re.IGNORECASE
    )
    for words in LANGUAGES
}


def tense_at(sentence: str, start: int, end: int, words: Words) -> Tense:
    """The direction of the expression at `start` to `end`."""
    led = _LED[words.code].search(sentence, max(0, start - 30), start)
    if led:
        return "future" if led["future"] else "past"
    before, after = _clause(sentence, start, end)
    verb = VERB[words.code]
    earlier = list(verb.finditer(sentence, before, start))
    opens = not earlier or _OPENING.match(sentence[before:start])
    found = verb.search(sentence, end, after) if opens else _governing(earlier)
    if found is None and not opens:
        found = earlier[-1]
    if found is None:
        return "unknown"
    return "future" if found["future"] else "past"


def _governing(earlier: list[re.Match[str]]) -> re.Match[str]:
    """The last verb; a `will` with `be` before it governs it (`will be asked`)."""
    last = earlier[-1]
    if last["past"] and len(earlier) > 1 and earlier[-2]["future"]:
        between = last.string[earlier[-2].end() : last.start()]
        if _BETWEEN.fullmatch(between):
            return earlier[-2]
    return last


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around the expression begins and ends."""
    first = max(0, start - _FAR)
    for match in _CLAUSE.finditer(sentence, first, start):
        first = match.end()
    # No farther: a sentence may be a whole list of dates.
    closing = _CLAUSE.search(sentence, end, end + _FAR + _LONGEST_SIGN)
    return first, min(closing.start() if closing else len(sentence), end + _FAR)
