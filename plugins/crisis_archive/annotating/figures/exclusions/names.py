"""Numbers that name, point or belong to a phrase, and count nothing."""

import re
from typing import Final

from crisis_archive.annotating.figures.context import Context

_ADDRESS: Final = re.compile(
    r" (?:[A-Z]\w+ ){1,2}(?:Street|Road|Avenue|Lane|Square|Boulevard|Drive|Place|Row)\b"
)
_PLACES: Final = frozenset(
    "state states country countries nation nations city cities town towns village villages province "
    "provinces region regions district districts language languages continents islands".split()
)
_LABELS: Final = frozenset(
    "no nos number numbers section sections article articles page pages buoy buoys tram trams bus buses "
    "line lines route routes room gate platform phase step category magnitude chapter paragraph "
    "resolution flight unit block kilometre kilometer mile pier dock berth channel point rule clause "
    "annex table post street road avenue version article law act shaft ward sector district zone "
    "highway exit level grade group stage tier type model".split()
)

_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_GROUP_BEFORE: Final = re.compile(r"(?<![\d.,])\+?(\d+)[ -]$")
_GROUP_AFTER: Final = re.compile(
    r"[ -](\d+)(?![\d.,]*(?:st|nd|rd|th|%)|[\d.,]*\d* ?(?:per ?cent|million|billion|people))"
)
_NEAR: Final = 16
_NAME_BEFORE: Final = re.compile(r"(?:^|\s)(?:[Tt]he|[Aa]n?) ([A-Z][\w&-]+) $")
_CALENDAR: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_NO_NOUN: Final = frozenset(
    "was were is are had has have will would could can and or but that which who with of in on at from to "
    "by for after before as when while took fell left flew rose sank met went came lost won hit".split()
)
_FEW: Final = 20
_ABSTRACT: Final = frozenset(
    "way ways thing things element elements reason reasons question questions point points step steps "
    "option options "
    "kind kinds type types goal goals example examples aspect aspects factor factors issue issues "
    "problem problems "
    "idea ideas scenario scenarios choice choices lesson lessons word words phrase phrases term terms "
    "condition "
    "conditions criteria principle principles challenge challenges priority priorities version versions "
    "sorts stages "
    "phases theme themes topics opinions views".split()
)
_SHORT_LABEL: Final = re.compile(r"\b(?:no|nos|art|sec|fig)\. ?$|[#\N{NUMERO SIGN}] ?$")
_SHORT_ENDS: Final = (".", ". ", "#", "# ", "\N{NUMERO SIGN}", "\N{NUMERO SIGN} ")
"""How what `_SHORT_LABEL` looks for ends."""
_LISTED: Final = re.compile(r"(\w+) \d+(?:,| and| or| to)? $")
_DIGIT: Final = re.compile(r"\d")
_LISTED_DIGIT: Final = 6
"""Code points from the end in which what is listed before has a digit."""
_RATIO_AFTER: Final = re.compile(
    r" (?:out of|in) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|every)\b|"
    r"\s?times (?:as|more|the)\b"
)
_RATIO_BEFORE: Final = re.compile(r"\b(?:out of|one in) $")
_ACTED: Final = re.compile(
    r"\b(?:lost|killed|wounded|injured|found|seized|arrested|detained|only|just|sank|destroyed)\s$"
)
_TOLD: Final = frozenset(["said", "say", "says"])
_VERBS: Final = frozenset("was were is are had has have died dead killed who that of and".split())
_ACCORDING: Final = re.compile(r"\baccording to (?:the )?$")


def compound(context: Context) -> bool:
    """A number that is part of a word (500-metre, ten-minute)."""
    return context.text[context.number.end : context.number.end + 1] in (
        "-",
        "/",
        "\N{DEGREE SIGN}",
        "'",
        '"',
    )


def label(context: Context) -> bool:
    """A number that names something (Gate 3, section 12)."""
    if context.number.bound != "exact":
        return False
    if context.near.endswith(_SHORT_ENDS) and _SHORT_LABEL.search(context.near[-8:]):
        return True
    if _ADDRESS.match(context.text, context.number.end) or context.next == "level":
        return True
    spelt = not context.text[context.number.digits_at].isdigit() and context.last != "number"
    if context.last in _LABELS and not spelt:
        return True
    listed = _LISTED.search(context.near) if _DIGIT.search(context.near[-_LISTED_DIGIT:]) else None
    return listed is not None and listed[1] in _LABELS and not spelt


def code(context: Context) -> bool:
    """Part of a telephone number or another code: groups of digits side by side, a zero before digits."""
    text, number = context.text, context.number
    digits = text[number.digits_at : number.digits_end]
    if digits[:1] == "0" and digits[1:2].isdigit():
        return True
    if not digits[:1].isdigit() or _YEAR.fullmatch(digits):
        return False
    before = None
    if number.start > 1 and text[number.start - 2].isdigit():
        before = _GROUP_BEFORE.search(text[max(0, number.start - _NEAR) : number.start])
    after = _GROUP_AFTER.match(text, number.end)
    return any(found is not None and not _YEAR.fullmatch(found[1]) for found in (before, after))


def model(context: Context) -> bool:
    """The number of a thing that a name gives it (a Boeing 747): no noun follows that it could count."""
    text, number = context.text, context.number
    if number.bound != "exact" or not text[number.digits_at : number.digits_at + 1].isdigit():
        return False
    # Most words before a number are no names.
    word = text.rfind(" ", context.first, max(context.first, number.start - 1)) + 1
    named = _NAME_BEFORE.search(text[context.first : number.start]) if "A" <= text[word] <= "Z" else None
    if named is None or named[1].casefold() in _CALENDAR:
        return False
    return not context.next or context.next in _NO_NOUN or context.next.endswith(("ed", "ly"))


def fraction(context: Context) -> bool:
    """Part of a ratio (nine out of ten, one in three, three times as many)."""
    return bool(_RATIO_AFTER.match(context.after) or _RATIO_BEFORE.search(context.near[-10:]))


def pronoun(context: Context) -> bool:
    """`one` that counts nothing."""
    if context.text[context.number.digits_at : context.number.digits_end].casefold() != "one":
        return False
    if context.last in (
        "every",
        "no",
        "which",
        "each",
        "any",
        "this",
        "that",
        "another",
        "the",
        "second",
        "first",
        "not",
        "on",
        "at",
        "as",
        "with",
        "along",
        "good",
        "into",
        "only",
    ):
        return True
    if not context.next or context.next in (
        "of",
        "another",
        "day",
        "side",
        "in",
        "or",
        "who",
        "that",
        "and",
        "would",
        "can",
        "more",
        "such",
        "time",
        "way",
    ):
        return True
    listed = any(abs(other.start - context.number.end) < 60 for other in context.others)
    return not (listed or _ACTED.search(context.near[-12:]))


def witnesses(context: Context) -> bool:
    """How many people told it (according to two people close to them; five died, two diplomats said)."""
    if _ACCORDING.search(context.near[-20:]):
        return True
    if context.number.bound != "exact" or not 0 < context.value <= _FEW:
        return False
    words = context.words_after
    told = next((at for at, word in enumerate(words[:4]) if word in _TOLD), 0)
    return bool(told) and words[told + 1 : told + 2] != ("to",) and _VERBS.isdisjoint(words[:told])


def abstract(context: Context) -> bool:
    """A few ways, reasons, sides, words: parts of an argument, no count of what happened."""
    return context.value <= _FEW and not _ABSTRACT.isdisjoint(context.words_after[:3])


def scope(context: Context) -> bool:
    """A number of places or members that says how wide something reaches (in eleven cities)."""
    scoping = context.last in ("in", "from", "across", "for", "over", "of", "throughout", "among", "between")
    return scoping and not _PLACES.isdisjoint(context.words_after[:2])


def definite(context: Context) -> bool:
    """A number of things already known (the two sides, all five cities)."""
    if context.last in ("its", "his", "her", "their") or context.last.endswith("'s"):
        return not (context.words_after[1:2] and context.words_after[1] in ("who", "that"))
    if context.last in ("the", "these", "those", "both", "all", "every", "other"):
        return not (
            (context.words_after[1:2] and context.words_after[1] in ("who", "that")) or context.value > 40
        )
    return False
