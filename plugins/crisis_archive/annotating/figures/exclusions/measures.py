"""Measures, prices, shares, votes and laws that are no news of the crisis."""

import re
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.units import DISTANCES, MONEY

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
_COSTING: Final = re.compile(r"(?<!\bwill )(?<!\bwould )\b(?:costs?|owes?|owed) $")
_COSTING_REACH: Final = 24
"""More than the longest words that it looks at, so that none is cut."""
_COSTING_ENDS: Final = ("cost ", "costs ", "owe ", "owes ", "owed ")
_TO: Final = (" to ", " against ")
_VOTES_TO: Final = re.compile(r" votes? to\b")
_TO_NUMBER: Final = re.compile(r" (?:to|against) \d+")
_NUMBER_TO: Final = re.compile(r"\d (?:to|against) $")
_LEGAL: Final = re.compile(
    r"\b(?:licen[cs]ed?|capacity|population|designed|certified|(?:built|opened|made|room|meant|"
    r"enough) (?:\S+ ){0,3}for|"
    r"posted|mean|average|requires?|obliges?|limit|maximum of|constitution|statute|quota|sentence|"
    r"carries|punishable)\b"
)


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
    if context.near.endswith(_COSTING_ENDS) and _COSTING.search(context.near[-_COSTING_REACH:]):
        return True
    before = context.text[context.number.start : context.number.digits_at]
    symbol = before and _MONEY_BEFORE.search(before)
    if not symbol and (MONEY.isdisjoint(context.words_after[:2]) or context.next == "per"):
        return False
    return bool(_PRICE.search(context.before[-80:] + context.after[:50])) or not _AT_STAKE.search(
        context.sentence
    )


def vote(context: Context) -> bool:
    """How an assembly voted (74 to 31; by 4 votes to 3)."""
    ranged = (
        context.number.low != context.number.high
        and context.number.low is not None
        and context.number.high is not None
    )
    if _VOTES_TO.match(context.after) or context.before.endswith(" votes to "):
        return True
    if (context.after.startswith(_TO) and _TO_NUMBER.match(context.after)) or (
        context.near.endswith(_TO) and _NUMBER_TO.search(context.near[-12:])
    ):
        return bool(_VOTES.search(context.near))
    return (ranged and bool(_VOTES.search(context.near))) or (
        context.next == "votes" and "needed" in context.after
    )


def law(context: Context) -> bool:
    """What a law, a licence or a design allows."""
    return bool(_LEGAL.search(context.before[-50:]))
