"""Numbers in digits and words, ranges of them, and the words that bound them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.motion import changed_from, moved
from crisis_archive.annotating.figures.values import UNITS, Value, scaled, value_of
from crisis_archive.model.readings import Bound
from crisis_archive.text.folding import small_in_place
from crisis_archive.text.words import parts_of

_WORD: Final = "|".join(sorted(UNITS, key=len, reverse=True))
_SCALE: Final = "hundred|thousand|million|billion|trillion|dozen"
_SPELT: Final = (
    rf"(?!\d)(?:half an? (?:{_SCALE}|score)|(?:an? )?(?:couple of )?(?:{_SCALE})(?: and a half)?"
    rf"|(?:{_WORD})(?:[- ](?:{_WORD}|{_SCALE}|and (?:{_WORD})))*)"
)
# Longer runs of digits are codes and count nothing (and no data file could hold their value).
_WHOLE: Final = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?!\d)"
_DIGITS: Final = rf"{_WHOLE}(?:\.\d+)?(?: ?(?:m|bn)\b|k\b| (?:{_SCALE}))?"
NUMBER: Final = rf"(?:{_DIGITS}|{_SPELT})"
_CURRENCY: Final = r"(?:(?:us)?[$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}] ?)?"
_VERBAL: Final = (
    r"(?!\d)(?:(?:many |several |some )?(?:tens|dozens|scores|hundreds|thousands|millions)"
    r"(?: of (?:tens|dozens|hundreds|thousands|millions))?)"
)
_BOUNDS: Final[tuple[tuple[str, Bound], ...]] = (
    (r"at least|no fewer than|no less than|not fewer than|not less than|a minimum of", "at-least"),
    (
        r"at most|as many as|no more than|not more than|up to|a maximum of|fewer than|less than|"
        r"just under|under|below|at the most",
        "at-most",
    ),
    (
        r"about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated|estimated|near|"
        r"in the region of|an average of|not far short of|getting on for|more or less|well-nigh",
        "about",
    ),
    (r"more than|just over|over|above|well over|exceeding|in excess of|greater than|better than", "over"),
)
_BOUND_OF: Final[dict[str, Bound]] = {
    phrase: bound for phrases, bound in _BOUNDS for phrase in phrases.split("|")
}
_BOUND: Final = "|".join(
    sorted((re.escape(each) for each in _BOUND_OF if "?" not in each), key=len, reverse=True)
)
_AFTER_BOUNDS: Final[dict[str, Bound]] = {
    "or more": "at-least",
    "at least": "at-least",
    "at the least": "at-least",
    "or so": "about",
    "or thereabouts": "about",
    "at most": "at-most",
    "at the most": "at-most",
    "or fewer": "at-most",
    "or less": "at-most",
    "plus": "at-least",
}
_WORDS: Final = (
    rf"(?<![\w.,/:$-])(?<!\w['\N{{RIGHT SINGLE QUOTATION MARK}}])"
    rf"(?:(?!\d)(?P<bound>{_BOUND}) )?{_CURRENCY}(?<![\w.,/:-])"
    rf"(?:(?P<between>(?:anywhere )?(?:between|from) ){_CURRENCY}(?P<low>{NUMBER}) (?:and|"
    rf"to) {_CURRENCY}(?P<high>{NUMBER})"
    rf"|(?P<digits>{_DIGITS})(?:-| ?\N{{EN DASH}} ?)(?P<more>{_DIGITS})"
    rf"|(?P<first>{NUMBER})(?: to | or ){_CURRENCY}(?P<second>{NUMBER})"
    rf"|(?P<verbal>{_VERBAL})"
    rf"|(?P<one>{NUMBER}))"
    r"(?![\w]|[.,:]\d)"
)
_EXPRESSION: Final = re.compile(_WORDS)
_BEFORE: Final = 80
"""Code points that bounding words and currencies before a number never exceed."""
_SIGNS: Final = frozenset(
    [
        *UNITS,
        *_SCALE.split("|"),
        *"half score couple tens dozens scores hundreds thousands millions".split(),
    ]
)
"""Every number holds a digit or one of these: the expression itself is tried only there."""
_LEADING: Final = frozenset(word for phrase in _BOUND_OF for word in phrase.split()) | frozenset(
    "a an many several some between from anywhere".split()
)
"""What a number may begin with before its sign (no fewer than, between, a hundred)."""
_DIGITS_HERE: Final = re.compile(r"\d[\d.,]*")
_SIGN: Final = re.compile(rf"\b(?:{'|'.join(sorted(_SIGNS))})\b", re.IGNORECASE)
_LAST_WORD: Final = re.compile(r"[^\W\d_]+$")
_CURRENCIES: Final = frozenset("$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}")
_AFTER: Final = re.compile(
    r",? (" + "|".join(sorted(_AFTER_BOUNDS, key=len, reverse=True)) + r")\b", re.IGNORECASE
)


_SECOND_OF: Final = {"low": "high", "digits": "more", "first": "second"}


class Number(NamedTuple):
    """A number expression of a paragraph, its bounding words included."""

    start: int
    end: int
    low: Value | None
    high: Value | None
    bound: Bound
    digits_at: int
    """Where the number proper begins."""
    digits_end: int
    """Where the number proper ends."""


def find_numbers(text: str) -> list[Number]:
    """All number expressions of a paragraph, in order."""
    found: list[Number] = []
    hits = _hits(text)
    small = small_in_place(text)
    expression = _in_any_case() if small is None else _EXPRESSION
    searched = text if small is None else small
    done = 0
    for hit in hits:
        if hit < done:
            continue
        match = _matched(searched, done, hit, expression)
        if match is None:
            continue
        done = match.end()
        if (match["between"] or "").casefold() == "from " and changed_from(text[: match.start()]):
            found += _before_and_after(match)
            continue
        number = _read(text, match)
        if number is not None:
            found.append(number)
    return found


@cache
def _in_any_case() -> re.Pattern[str]:
    """For the few texts that are not to be had in small letters."""
    return re.compile(_WORDS, re.IGNORECASE)


def _hits(text: str) -> list[int]:
    """Where digits and the words of numbers stand, in order."""
    spelt = _SIGNS & parts_of(text)
    hits = [match.start() for match in _DIGITS_HERE.finditer(text)]
    if not spelt:
        return hits
    lowered = text.lower()
    if len(lowered) != len(text):  # letters that grow: the places would not be the same
        return sorted([*hits, *(match.start() for match in _SIGN.finditer(text))])
    for word in spelt:
        at = lowered.find(word)
        while at >= 0:
            if not (at and lowered[at - 1].isalnum()):
                hits.append(at)
            at = lowered.find(word, at + len(word))
    return sorted(hits)


def _matched(text: str, done: int, hit: int, expression: re.Pattern[str]) -> re.Match[str] | None:
    """The number expression that `hit` belongs to, from its first bounding word on."""
    for at in reversed(_beginnings(text, max(done, hit - _BEFORE), hit)):
        match = expression.match(text, at)
        if match is not None:
            return match
    return None


def _beginnings(text: str, first: int, hit: int) -> list[int]:
    """Where the expression may begin: at the sign, at a currency, at each leading word; the nearest first."""
    found, at = [hit], hit
    while at > first:
        back = at - 1 if text[at - 1] == " " else at
        if back > first and text[back - 1] in _CURRENCIES:
            at = back - 1
            if at - 2 >= first and text[at - 2 : at].casefold() == "us":
                found.append(at)
                at -= 2
        elif back < at:
            piece = text[max(first, text.rfind(" ", first, back) + 1) : back]
            word = piece if piece.isalpha() else (_LAST_WORD.findall(piece) or [""])[0]
            if word.casefold() not in _LEADING:
                break
            at = back - len(word)
        else:
            break
        found.append(at)
    return found


def _read(text: str, match: re.Match[str]) -> Number | None:
    bound: Bound = "exact"
    start = match.start()
    if match["bound"]:
        bound = _BOUND_OF[match["bound"].casefold()]
        if match["bound"].casefold() == "up to" and moved(text[max(0, start - _BEFORE) : start]):
            bound, start = "exact", match.end("bound") + 1  # "went up to 31": the value itself
    place = next(name for name in ("low", "digits", "first", "verbal", "one") if match[name])
    digits_at, end = match.start(place), match.end()
    if place == "verbal":
        return Number(start, end, None, None, "verbal", digits_at, end)
    if place == "one":
        value = value_of(match["one"])
        after = _AFTER.match(text, end)
        stop = end
        if after is not None and bound == "exact":
            bound, end = _AFTER_BOUNDS[after[1].casefold()], after.end()
        low, high = _bounded(value, bound)
        return Number(start, end, low, high, bound, digits_at, stop)
    first, second = scaled(match[place], match[_SECOND_OF[place]])
    if first >= second:
        return None
    return Number(start, end, first, second, bound if bound == "about" else "exact", digits_at, end)


def _before_and_after(match: re.Match[str]) -> Iterator[Number]:
    """Two counts in `rose from 31 to 47`."""
    between = match.string[match.end("low") : match.start("high")]
    starts = match.end("between"), match.end("low") + between.index(" ", 1) + 1
    for group, start, value in zip(("low", "high"), starts, scaled(match["low"], match["high"]), strict=True):
        yield Number(start, match.end(group), value, value, "exact", match.start(group), match.end(group))


def _bounded(value: Value, bound: Bound) -> tuple[Value | None, Value | None]:
    if bound in ("at-least", "over"):
        return value, None
    if bound == "at-most":
        return None, value
    return value, value
