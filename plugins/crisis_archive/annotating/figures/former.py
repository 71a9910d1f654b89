"""Counts that are no total of today: one that was given before (`down from 60`), one that came on top
(`14 more bodies, raising the toll to 43`)."""

import re
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.motion import changed_from
from crisis_archive.annotating.figures.numbers import Number

_REACH: Final = 60
_COUNT: Final = r"(?:toll|count|figure|number|estimate|tally|report|total|statement|announcement)s?"
_BEFORE: Final = r"(?:earlier|previous|initial|preliminary|original|former)"
_FORMER: Final = re.compile(
    rf"\b(?:up|down|{_COUNT}(?: of (?:the )?[^\W\d_]+)?) from (?:an? |the )?(?:{_BEFORE} )?(?:{_COUNT} of )?$"
    r"|\b(?:instead of|rather than) $"
    rf"|\b{_BEFORE} (?:[^\W\d_]+ )?{_COUNT} (?:of|was|at|said) $"
    r"|\b(?:had (?:at )?(?:first|earlier)|(?:had )?(?:initially|originally|previously)) (?:[^\W\d_]+ ){1,3}$"
)
_FORMER_WORDS: Final = (
    "from",
    "instead",
    "rather",
    "earlier",
    "previous",
    "initial",
    "preliminary",
    "original",
    "former",
    "first",
)
"""One of these is in all that the pattern fits: most have none, and the pattern is slow."""
_FROM: Final = re.compile(r"\bfrom [^\w]{0,4}$")
_FROM_REACH: Final = len("from ") + 4
_NOT: Final = re.compile(r"[^\W_], (?:and )?not $")
_ADDED: Final = frozenset("more further additional".split())
_ADDED_BEFORE: Final = frozenset("another further additional".split())
_OF_THE_DEAD: Final = frozenset("bodies body corpses deaths fatalities dead victims remains".split())
_SUM: Final = re.compile(
    r"\b(?:toll|total|tally|number|count|figure)\b(?: [^\W\d_]+){0,6} (?:to|at|is|was|stands at|stood at) $"
)


def is_former(context: Context) -> bool:
    """Whether the number is told as a count of before."""
    near = context.near
    if (any(word in near for word in _FORMER_WORDS) and _FORMER.search(near)) or joined_to(
        context
    ) is not None:
        return True
    return context.next in ("", "as") and _NOT.search(near) is not None


def joined_to(context: Context) -> Number | None:
    """The number Y of `rose from X to Y` where the context's number is X."""
    if "from " not in context.near[-_FROM_REACH:]:
        return None
    if not (_FROM.search(context.near) and changed_from(_FROM.sub("", context.near))):
        return None
    following = (other for other in context.others if other.start >= context.number.end)
    return next((each for each in following if _joins(context.text[context.number.end : each.start])), None)


def _joins(between: str) -> bool:
    return between.strip() in ("to", "and")


def is_added(context: Context) -> bool:
    """Whether the number is an addition to others: more bodies, or more of what the sentence sums up."""
    words = context.words_after
    if not (context.next in _ADDED or context.last in _ADDED_BEFORE):
        return False
    if set(words[:3]) & _OF_THE_DEAD:
        return True
    return any(
        other.low is not None
        and other.low > context.value
        and _SUM.search(context.text[max(context.start, other.start - _REACH) : other.start].casefold())
        for other in context.others
    )
