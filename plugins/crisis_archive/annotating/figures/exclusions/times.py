"""Numbers that tell when, how old or how long."""

import re
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.counting import ULTIMATUM
from crisis_archive.annotating.figures.former import is_former
from crisis_archive.annotating.figures.units import DURATIONS

_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MONTH_BEFORE: Final = re.compile(rf"\b(?:{_MONTHS})\.? $")
_MONTH_AFTER: Final = re.compile(rf"\s?(?:{_MONTHS})\b")
_CLOCK_AFTER: Final = re.compile(
    r"\s?(?:(?:[ap]\.?m\b)|o['\N{RIGHT SINGLE QUOTATION MARK}]clock|hours? (?:gmt|local)|gmt|local time|"
    r"in the (?:morning|afternoon|evening)|at night)"
)
_CLOCK_BEFORE: Final = re.compile(r"\b(?:at|until|till|by|from|past|before|after|around|about) $")
_PUT_AT: Final = re.compile(
    r"\b(?:put|puts|estimat\w+|reckon\w*|stands?|stood|toll|counts?|peaked|topped|assessed|funded|gave|set)\b"
)
_AGE_BEFORE: Final = re.compile(
    r"\b(?:aged?|(?:man|woman|boy|girl|person|child|daughter|son|driver|father|mother|he|she) of|"
    r"(?:who|she|he|aunt|uncle|father|mother) (?:is|was)|turned|died at|age of|"
    r"persons|people|adults|those|children|anyone|are|were|the) $|\baged? (?:about|between|from) $"
)
_AGE_WORDS: Final = re.compile(r"^(?:\s?-?years?[- ]old|[- ]years? of age)")
_APPOSED: Final = re.compile(r"[^\W\d_], $")
_EVENTS: Final = (
    "riot|flood|fire|disaster|outbreak|war|earthquake|quake|crash|storm|wreck|protest|strike|election|"
    "epidemic|"
    "attack|famine|eruption|cyclone|hurricane|massacre|uprising|coup|sinking|accident|explosion|"
    "collapse|drought|hijacking|bombing|siege|shooting|invasion|crackdown"
)
_PAST: Final = re.compile(
    rf"\b(?:in|since|(?:{_EVENTS})s? (?:of|in)|the) {_YEAR.pattern}(?! ?\w* ?(?:{_MONTHS}))|"
    rf"\byears? ago\b|\blast year\b|"
    r"\bprevious (?:year|outbreak|disaster)\b|\bdecades? ago\b"
)
_PAST_WORDS: Final = (" ago", "last year", "previous ")
"""One of these, or a year, is in what tells of the past."""
_WORD_REACH: Final = 20
"""Code points from the end: more than the longest word looked for there, so that none is cut."""
_SIEGE: Final = re.compile(
    r"\b(?:occupation|siege|strike|blockade|sit-in|shutdown|stand-?off|curfew|blackout|outage|fighting|"
    r"shelling|"
    r"bombardment|protests?|unrest|lockdown|closure|hostage)\b"
)
_OUTAGE: Final = re.compile(
    r"\b(?:cut|closed|blocked|shut|stopped|interrupted|down|out|without|lost|dark|halted)\b"
)
_DATED_YEAR: Final = re.compile(rf"\b(?:{_MONTHS})\.?(?: \d{{1,2}},?)? $")
_AGED: Final = re.compile(r"\baged?(?: about| between| from)? $")
_AGE_OF: Final = re.compile(
    r"\b(?:man|woman|boy|girl|baby|child) of $|\b(?:oldest|youngest)\b[^,.;]* (?:is|was) $"
)
_ANYONE: Final = re.compile(r"\b(?:you|persons|people|adults|children|anyone|those)\b")
_WITHIN: Final = re.compile(r"\bwithin $")
_LASTED: Final = re.compile(r"\blasted $")
_UNIT_OF: Final = re.compile(r" \w+ of ")
_FOR: Final = re.compile(r"\bfor $")
_YEAR_LIKE: Final = re.compile(r"(?:1[5-9]|20)\d\d")
"""What every year is: told sooner than that it is one."""
_AGED_ENDS: Final = ("age ", "aged ", "about ", "between ", "from ")
_AGE_ENDS: Final = tuple(
    f"{word} "
    for word in (
        "age aged of is was turned at persons people adults those children anyone are were the about "
        "between from".split()
    )
)
"""How what `_AGED` and `_AGE_BEFORE` look for ends: a plain comparison tells most others."""
_EVENT_OF_YEAR: Final = re.compile(
    rf"[^,.;:]{{0,60}}\b(?:in|by|during) the (?:{_EVENTS})s? of {_YEAR.pattern}"
)
_LAST_YEAR: Final = re.compile(r" (?:\S+ ){0,2}in (?:the whole of )?last year\b")


def year(context: Context) -> bool:
    """A year of the calendar."""
    number = context.number
    digits = context.text[number.digits_at : number.digits_end]
    if not _YEAR.fullmatch(digits):
        return False
    if _DATED_YEAR.search(context.near[-24:]):
        return True
    counted = bool(context.next) and context.next.endswith("s") and context.next not in ("was", "is", "has")
    return (number.bound == "exact" and not counted) or context.last in (
        "in",
        "since",
        "of",
        "a",
        "by",
        "the",
        "until",
    )


def date(context: Context) -> bool:
    """A day of a month."""
    return context.value <= 31 and bool(
        _MONTH_AFTER.match(context.after) or _MONTH_BEFORE.search(context.before[-_WORD_REACH:])
    )


def clock(context: Context) -> bool:
    """A time of day."""
    if _CLOCK_AFTER.match(context.after):
        return True
    if context.value > 24 or not _CLOCK_BEFORE.search(
        (context.before + context.text[context.number.start : context.number.digits_at].casefold())[
            -_WORD_REACH:
        ]
    ):
        return False
    follows = not context.next or context.next in (
        "on",
        "and",
        "to",
        "in",
        "or",
        "local",
        "until",
        "that",
        "when",
        "as",
        "tomorrow",
        "today",
    )
    return (
        follows
        and not is_former(context)
        and not (_PUT_AT.search(context.before) and context.last in ("at", ""))
        and context.number.bound != "over"
    )


def age(context: Context) -> bool:
    """How old somebody is."""
    if _AGE_WORDS.match(context.after) or (
        context.near.endswith(_AGED_ENDS) and _AGED.search(context.near[-16:])
    ):
        return True
    if context.before.endswith((" of ", " is ", " was ")) and _AGE_OF.search(context.before):
        return context.value < 115
    if context.value < 100 and not context.next and _ANYONE.search(context.before[-40:]):
        bounded = context.text[context.number.start : context.number.digits_at].casefold().strip()
        if bounded in ("over", "under", "below", "above"):
            return True
    bare = not context.next or context.next in (
        "and",
        "or",
        "years",
        "when",
        "who",
        "with",
        "in",
        "has",
        "had",
        "by",
    )
    if not bare or context.value > 115:
        return False
    if (
        _APPOSED.search(context.near[-4:])
        and context.after[:1] in (",", ".")
        and context.number.bound == "exact"
    ):
        return True
    over = context.number.bound in ("over", "at-most") and context.number.start != context.number.digits_at
    before = _AGE_BEFORE.search(context.near) if context.near.endswith(_AGE_ENDS) else None
    return before is not None and (over or before[0].split()[-1] in ("of", "is", "was", "turned", "at"))


def duration(context: Context) -> bool:
    """How long something takes or lasts; an ultimatum or an outage is a figure."""
    if DURATIONS.isdisjoint(context.words_after[:2]) or "than" in context.words_after[:2]:
        return False
    if _WITHIN.search(context.near[-8:]) or context.after.startswith((" hours to ", " days to ")):
        return not ULTIMATUM.search(context.sentence)
    if _LASTED.search(context.near[-8:]) or _UNIT_OF.match(context.after):
        return not _SIEGE.search(context.before[-40:] + context.after[:50])
    return not (_FOR.search(context.near[-5:]) and _OUTAGE.search(context.before[-30:]))


def other_time(context: Context) -> bool:
    """A count of an older event (the fire of 1987, when 33 people were killed)."""
    before, after = context.before, context.after
    return bool(
        ((_YEAR_LIKE.search(before) or any(each in before for each in _PAST_WORDS)) and _PAST.search(before))
        or (_YEAR_LIKE.search(after) and _EVENT_OF_YEAR.match(after))
        or ("last year" in after and _LAST_YEAR.match(after))
    )
