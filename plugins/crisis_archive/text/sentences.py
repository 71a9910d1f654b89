"""Where sentences begin and end. Rules, not a model: the same text gives the same sentences for ever."""

import re
from functools import lru_cache
from typing import Final

from crisis_archive.text.marks import CLOSING, OPENING

# After these a full stop seldom ends a sentence. Single capitals (J. Smith, U.S.) are handled by form.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev fr sr jr st gen col lt sgt capt cmdr maj adm gov sen rep pres hon amb insp supt "
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos vol pp fig art sec ch ed al vs etc inc ltd corp "
    "co dept est approx ave blvd rd mt ft messrs mme mlle dra sra srta lic ing".split()
)
# Of those, the ones that do end a sentence when a capital follows.
_MAY_END = frozenset("etc inc ltd corp co jr sr al no art st".split())
_REMEMBERED: Final = 512
"""Paragraphs whose sentences are kept for the next reader of the same text."""
_LONGEST_KEPT: Final = 10_000
"""Code points: what is longer is not kept, so that what is kept stays small."""
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"  # French sets it inside its quotation marks
_STOP = r"[.!?\N{HORIZONTAL ELLIPSIS}]"
_BOUNDARY = re.compile(
    # A long run is looked at once, by its first mark. That comes before the look behind it: `re` then passes
    # over all other characters at once.
    rf"(?P<stop>{_STOP}(?<!{_STOP}{_STOP}){_STOP}*)"
    rf"(?P<close>[{re.escape(CLOSING)}]*(?:{_SPACE}\N{{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}})?)\s+"
    rf"(?=(?:[{re.escape(OPENING)}]{_SPACE}?)*(?P<next>\w))"
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")
_FIRST_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = frozenset(
    "The A An In On At It He She They We But And However Meanwhile This That These Those There When While "
    "After Before If As For His Her Their Its Our You I Not No Yet Still Some Many Most".split()
)
# German day numbers end in a full stop: am 5. Mai.
_DAY_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}$")
_GERMAN_MONTHS = frozenset(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)


def is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to a word that is always written with one (`etc.`)."""
    before = _word_before(text, stop)
    return before is not None and before[1].casefold() in _ABBREVIATIONS


def _word_before(text: str, stop: int) -> re.Match[str] | None:
    """The word that ends at `stop`, with the full stops inside it."""
    first = max(0, stop - 40)
    return _LAST_WORD.search(text, max(first, text.rfind(" ", first, stop) + 1), stop)


def _is_boundary(text: str, match: re.Match[str]) -> bool:
    following = text[match.start("next")]
    if following.islower():
        return False
    if match["stop"] != ".":
        # “Is it?” he asked: a lower-case word follows and was ruled out above.
        return True
    before = _word_before(text, match.start())
    if before is None or match["close"]:
        return not _is_german_date(text, match)
    word = before[1]
    if "." in word or (len(word) == 1 and word.isupper()):
        # U.S. Navy, J. Smith: no boundary unless a function word follows (in the U.S. The ...).
        return _starts_with_function_word(text, match.start("next"))
    if word.casefold() in _ABBREVIATIONS:
        return word.casefold() in _MAY_END and _starts_with_function_word(text, match.start("next"))
    return True


def _is_german_date(text: str, match: re.Match[str]) -> bool:
    month = _FIRST_WORD.match(text, match.start("next"))
    return (
        month is not None
        and month[0] in _GERMAN_MONTHS
        and _DAY_NUMBER.search(text, max(0, match.start() - 4), match.start()) is not None
    )


def _starts_with_function_word(text: str, at: int) -> bool:
    match = _FIRST_WORD.match(text, at)
    return match is not None and match[0] in _FUNCTION_WORDS


def sentence_ranges(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences of one paragraph, in order, without surrounding white space."""
    return list(_kept_ranges(text) if len(text) <= _LONGEST_KEPT else _ranges(text))


def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    ranges = []
    start = len(text) - len(text.lstrip())
    for match in _BOUNDARY.finditer(text):
        if _is_boundary(text, match):
            ranges.append((start, match.end("close")))
            start = match.end()
    end = len(text.rstrip())
    if start < end:
        ranges.append((start, end))
    return tuple(ranges)


_kept_ranges: Final = lru_cache(maxsize=_REMEMBERED)(_ranges)
