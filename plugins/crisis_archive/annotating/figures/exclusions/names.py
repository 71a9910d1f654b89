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
    if re.search(r"\b(?:no|nos|art|sec|fig)\. ?$|[#\N{NUMERO SIGN}] ?$", context.before):
        return True
    if _ADDRESS.match(context.text, context.number.end) or context.next == "level":
        return True
    spelt = not context.text[context.number.digits_at].isdigit() and context.last != "number"
    if context.last in _LABELS and not spelt:
        return True
    listed = re.search(r"(\w+) \d+(?:,| and| or| to)? $", context.before)
    return listed is not None and listed[1] in _LABELS and not spelt


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


def abstract(context: Context) -> bool:
    """A few ways, reasons, sides, words: parts of an argument, no count of what happened."""
    return context.value <= _FEW and bool(set(context.words_after[:3]) & _ABSTRACT)


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
