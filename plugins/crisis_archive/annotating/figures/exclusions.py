"""Numbers that are no figures of the crisis: dates, ages, labels, laws, prices, other years.

`EXCLUSIONS` is the ordered list; to add a rule: one function here, one line there, one case.
"""

import re
from collections.abc import Callable
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.counting import ULTIMATUM
from crisis_archive.annotating.figures.units import DISTANCES, DURATIONS, MONEY

_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
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
_LEVELS: Final = re.compile(
    r"\b(?:level|peak\w*|crest\w*|rose|risen|reached|height|depth|deep|topped|rain\w*|wind\w*|gust\w*|"
    r"surge|flood\w*|"
    r"water|snow|swell|measur\w*|recorded|logged|waves?|gauge)\b"
)
_PERCENT: Final = re.compile(r"^\s?(?:%|per ?cent)")
_ELECTION: Final = re.compile(r"\b(?:votes?|turnout|voters|ballots?|electorate)\b")
_MONEY_BEFORE: Final = re.compile(r"(?i:[$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}]|\b(?:usd|eur|us\$)) ?$")
_AT_STAKE: Final = re.compile(
    r"\b(?:damage\w*|loss\w*|lost|lose|losing|raised?|raising|appeal\w*|asking|asked|aid|pledge\w*|"
    r"donat\w*|relief|"
    r"insur\w*|payout|repair\w*|rebuild\w*|collect\w*|worth|stolen|looted|ransom|compensation|forgone|"
    r"budgeted|"
    r"emergency|fund|funds|estimates?|cost of the|cleaning|clean-up|cleanup|bill|(?:will|would|"
    r"could) cost|destroyed)\b"
)
_PRICE: Final = re.compile(
    r"\b(?:apiece|each|a head|per (?:person|litre|kilo)|price|prices|fee|fees|fine|deposit|salary|"
    r"owes?|owed|debt|rent|ticket|sells?|costs \S+ \S+,|a (?:can|kilo|litre|loaf|bag|bottle|ticket)\b)"
)
_VOTES: Final = re.compile(r"\b(?:vot(?:e|es|ed|ing)|by|approved|passed|carried)\b[^.;]{0,30}$")
_LEGAL: Final = re.compile(
    r"\b(?:licen[cs]ed?|capacity|population|designed|certified|(?:built|opened|made|room|meant|"
    r"enough) (?:\S+ ){0,3}for|"
    r"posted|mean|average|requires?|obliges?|limit|maximum of|constitution|statute|quota|sentence|"
    r"carries|punishable)\b"
)
_EVENTS: Final = (
    "riot|flood|fire|disaster|outbreak|war|earthquake|quake|crash|storm|wreck|protest|strike|election|"
    "epidemic|"
    "attack|famine|eruption|cyclone|hurricane|massacre|uprising|coup|sinking|accident|explosion|"
    "collapse|drought"
)
_PAST: Final = re.compile(
    rf"\b(?:in|since|(?:{_EVENTS})s? (?:of|in)|the) {_YEAR.pattern}(?! ?\w* ?(?:{_MONTHS}))|"
    rf"\byears? ago\b|\blast year\b|"
    r"\bprevious (?:year|outbreak|disaster)\b|\bdecades? ago\b"
)
_SIEGE: Final = re.compile(
    r"\b(?:occupation|siege|strike|blockade|sit-in|shutdown|stand-?off|curfew|blackout|outage|fighting|"
    r"shelling|"
    r"bombardment|protests?|unrest|lockdown|closure|hostage)\b"
)
_OUTAGE: Final = re.compile(
    r"\b(?:cut|closed|blocked|shut|stopped|interrupted|down|out|without|lost|dark|halted)\b"
)


def year(context: Context) -> bool:
    """A year of the calendar."""
    number = context.number
    digits = context.text[number.digits_at : number.digits_end]
    if not _YEAR.fullmatch(digits):
        return False
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
    return (
        bool(_MONTH_AFTER.match(context.after) or _MONTH_BEFORE.search(context.before))
        and context.value <= 31
    )


def clock(context: Context) -> bool:
    """A time of day."""
    if _CLOCK_AFTER.match(context.after):
        return True
    if context.value > 24 or not _CLOCK_BEFORE.search(
        context.before + context.text[context.number.start : context.number.digits_at].casefold()
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
        and not (_PUT_AT.search(context.before) and context.last in ("at", ""))
        and context.number.bound != "over"
    )


def compound(context: Context) -> bool:
    """A number that is part of a word (640-metre, ten-minute)."""
    return context.text[context.number.end : context.number.end + 1] in (
        "-",
        "/",
        "\N{DEGREE SIGN}",
        "'",
        '"',
    )


def age(context: Context) -> bool:
    """How old somebody is."""
    if _AGE_WORDS.match(context.after) or re.search(r"\baged?(?: about| between| from)? $", context.before):
        return True
    if re.search(
        r"\b(?:man|woman|boy|girl|baby|child) of $|\b(?:oldest|youngest)\b[^,.;]* (?:is|was) $",
        context.before,
    ):
        return context.value < 115
    if (
        context.value < 100
        and not context.next
        and re.search(r"\b(?:you|persons|people|adults|children|anyone|those)\b", context.before[-40:])
    ):
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
        _APPOSED.search(context.before)
        and context.after[:1] in (",", ".")
        and context.number.bound == "exact"
    ):
        return True
    over = context.number.bound in ("over", "at-most") and context.number.start != context.number.digits_at
    before = _AGE_BEFORE.search(context.before)
    return before is not None and (over or before[0].split()[-1] in ("of", "is", "was", "turned", "at"))


def label(context: Context) -> bool:
    """A number that names something (Post 7, section 40)."""
    if context.number.bound != "exact":
        return False
    if re.search(r"\b(?:no|nos|art|sec|fig)\. ?$|[#\N{NUMERO SIGN}] ?$", context.before):
        return True
    if _ADDRESS.match(context.text, context.number.end) or context.next == "level":
        return True
    spelt = not context.text[context.number.digits_at].isdigit() and context.last != "number"
    if context.last in _LABELS and not spelt:
        return True
    listed = re.search(r"(\w+) \d+(?:,| and| or| to)? $", context.before)
    return listed is not None and listed[1] in _LABELS and not spelt


def duration(context: Context) -> bool:
    """How long something takes or lasts; an ultimatum or an outage is a figure."""
    if not set(context.words_after[:2]) & DURATIONS or "than" in context.words_after[:2]:
        return False
    if re.search(r"\bwithin $", context.before) or re.match(r" (?:hours|days) to ", context.after):
        return not ULTIMATUM.search(context.sentence.casefold())
    if re.search(r"\blasted $", context.before) or re.match(r" \w+ of ", context.after):
        return not _SIEGE.search(context.before[-40:] + context.after[:50])
    return not (re.search(r"\bfor $", context.before) and _OUTAGE.search(context.before[-30:]))


def distance(context: Context) -> bool:
    """How far, how long or how warm something is; the height of water and the speed of wind are figures."""
    if not context.words_after or context.words_after[0] not in DISTANCES:
        return False
    if context.next == "degrees":
        return True
    after = context.words_after[1:3]
    if after and after[0] in ("an", "per"):
        return bool(_LEGAL.search(context.before[-50:]))
    placed = {
        "away",
        "from",
        "of",
        "off",
        "long",
        "wide",
        "across",
        "above",
        "below",
        "to",
        "over",
        "downstream",
        "upstream",
    }
    if after and after[0] in placed and context.next not in ("millimetres", "mm"):
        return True
    return not _LEVELS.search(context.before + context.after)


def percentage(context: Context) -> bool:
    """A share; those of an election count."""
    return bool(_PERCENT.match(context.after)) and not _ELECTION.search(
        context.before[-60:] + context.after[:60]
    )


def price(context: Context) -> bool:
    """Money; what was lost, raised or asked for counts."""
    if re.search(r"(?<!\bwill )(?<!\bwould )\b(?:costs?|owes?|owed) $", context.before):
        return True
    symbol = _MONEY_BEFORE.search(context.text[context.number.start : context.number.digits_at])
    if not symbol and not (set(context.words_after[:2]) & MONEY and context.next != "per"):
        return False
    return bool(_PRICE.search(context.before[-80:] + context.after[:50])) or not _AT_STAKE.search(
        context.sentence.casefold()
    )


def vote(context: Context) -> bool:
    """How an assembly voted (74 to 31; by 4 votes to 3)."""
    ranged = (
        context.number.low != context.number.high
        and context.number.low is not None
        and context.number.high is not None
    )
    if re.match(r" votes? to\b", context.after) or re.search(r"\bvotes to $", context.before):
        return True
    if re.match(r" (?:to|against) \d+", context.after) or re.search(r"\d (?:to|against) $", context.before):
        return bool(_VOTES.search(context.before))
    return (ranged and bool(_VOTES.search(context.before))) or (
        context.next == "votes" and "needed" in context.after
    )


def law(context: Context) -> bool:
    """What a law, a licence or a design allows."""
    return bool(_LEGAL.search(context.before[-50:]))


def other_time(context: Context) -> bool:
    """A count of an older event (the riots of 2011, when 26 people were killed)."""
    return bool(
        _PAST.search(context.before)
        or re.match(r" (?:\S+ ){0,2}in (?:the whole of )?last year\b", context.after)
    )


def fraction(context: Context) -> bool:
    """Part of a ratio (nine out of ten, one in three, three times as many)."""
    return bool(
        re.match(
            r" (?:out of|in) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|every)\b|"
            r"\s?times (?:as|more|the)\b",
            context.after,
        )
        or re.search(r"\b(?:out of|one in) $", context.before)
    )


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
    acted = re.search(
        r"\b(?:lost|killed|wounded|injured|found|seized|arrested|detained|only|just|sank|destroyed)\s$",
        context.before,
    )
    return not (listed or acted)


def witnesses(context: Context) -> bool:
    """How many people told it (according to two people close to them)."""
    return re.search(r"\baccording to (?:the )?$", context.before) is not None


def scope(context: Context) -> bool:
    """A number of places or members that says how wide something reaches (in eleven cities)."""
    scoping = context.last in ("in", "from", "across", "for", "over", "of", "throughout", "among", "between")
    return scoping and bool(set(context.words_after[:2]) & _PLACES)


def definite(context: Context) -> bool:
    """A number of things already known (the two sides, all five cities)."""
    if context.last in ("its", "his", "her", "their") or context.last.endswith("'s"):
        return not (context.words_after[1:2] and context.words_after[1] in ("who", "that"))
    if context.last in ("the", "these", "those", "both", "all", "every", "other"):
        return not (
            (context.words_after[1:2] and context.words_after[1] in ("who", "that")) or context.value > 40
        )
    return False


Exclusion = Callable[[Context], bool]
EXCLUSIONS: Final[tuple[Exclusion, ...]] = (
    year,
    date,
    compound,
    clock,
    age,
    label,
    duration,
    distance,
    percentage,
    price,
    vote,
    law,
    other_time,
    fraction,
    pronoun,
    witnesses,
    scope,
    definite,
)
"""A number that any of these takes is no figure."""


def excluded_by(context: Context) -> str | None:
    """The name of the first rule that takes the number; null where it is a figure."""
    return next((rule.__name__ for rule in EXCLUSIONS if rule(context)), None)
