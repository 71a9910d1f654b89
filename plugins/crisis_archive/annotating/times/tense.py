"""Which way a date expression looks: the tense of the verb that governs it.

No parser: the nearest verb before the expression in its clause, or, where the expression opens the clause,
the first verb after it. Words directly before the expression (`by Friday`, `since Friday`) come first.
"""

import re

from crisis_archive.annotating.times.languages import by_language
from crisis_archive.annotating.times.lexicon import Words
from crisis_archive.model.readings import Tense
from crisis_archive.text.folding import small_in_place

_CLAUSE = re.compile(
    r"[;:()“”\"—–]|,\s(?=(?:and|but|while|which|who|when|where|as|after|before|although|though)\b)"
)
_OPENING = re.compile(r"^\W*(?:\w+\s){0,1}$")
_FAR = 160
_LONGEST_READ = 2_000  # code points
_LONGEST_SIGN = 20  # characters of a sign of a clause's end with the word that it needs
_BETWEEN = re.compile(r"\s(?:\w+\s)?(?:be|have|have been|ser|être|avoir)\s(?:\w+\s)?")


def _verb(words: Words) -> str:
    return rf"(?<![\w])(?:(?P<future>{words.future})|(?P<past>{words.past}))(?![\w])"


@by_language
def _small_verb(words: Words) -> re.Pattern[str]:
    return re.compile(_verb(words))


@by_language
def _verb_in_any_case(words: Words) -> re.Pattern[str]:
    return re.compile(_verb(words), re.IGNORECASE)


@by_language
def _led(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<future>{words.ahead})|(?P<past>{words.behind}))\s(?:\w+\s)?$", re.IGNORECASE
    )


def tense_at(sentence: str, start: int, end: int, words: Words) -> Tense:
    """The direction of the expression at `start` to `end`."""
    led = _led(words).search(sentence, max(0, start - 30), start)
    if led:
        return "future" if led["future"] else "past"
    before, after = _clause(sentence, start, end)
    earlier = _verbs(sentence, before, start, words)
    opens = not earlier or _OPENING.match(sentence[before:start])
    verbs = _verbs(sentence, end, after, words) if opens else [_governing(earlier, sentence)]
    if not verbs:
        return "unknown"
    return "future" if verbs[0]["future"] else "past"


def _verbs(sentence: str, first: int, stop: int, words: Words) -> list[re.Match[str]]:
    """The verbs of a stretch, in order."""
    # A sentence may be a whole list of dates, and would be read for each of them.
    small = small_in_place(sentence) if len(sentence) <= _LONGEST_READ else None
    if small is not None:
        found = list(_small_verb(words).finditer(small, first, stop))
        # Of a word with a capital some patterns ask that it has none.
        if not any(sentence[match.start()].isupper() for match in found):
            return found
    return list(_verb_in_any_case(words).finditer(sentence, first, stop))


def _governing(earlier: list[re.Match[str]], sentence: str) -> re.Match[str]:
    """The last verb; a `will` with `be` before it governs it (`will be asked`)."""
    last = earlier[-1]
    if last["past"] and len(earlier) > 1 and earlier[-2]["future"]:
        between = sentence[earlier[-2].end() : last.start()]
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
