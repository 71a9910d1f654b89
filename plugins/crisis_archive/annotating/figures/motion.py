"""`Went up to 31`, `brought the toll up to 43`: the value reached, where `up to 31 people` is a bound."""

import re
from typing import Final

_MOVED: Final = re.compile(
    r"\b(?:(?:go|goes|gone|going|went|rise[ns]?|rising|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|shot|"
    r"soar(?:s|ed|ing)?|creeps?|crept|inch(?:es|ed|ing)?|edg(?:es|ed|ing)) "
    r"|(?:br(?:ings?|inging|ought)|push(?:es|ed|ing)?|dr(?:ives?|iving|ove|iven)|took|takes?|taking|"
    r"mov(?:es?|ed|ing)|sen(?:ds?|t|ding)) (?:[^\W\d_]+ ){1,4}?"
    r"(?:toll|number|count|total|figure|tally|dead|deaths|injured|missing|sum|estimate|share|rate) )$",
    re.IGNORECASE,
)
"""A verb of motion, its object too: `up` after it is its own adverb and bounds nothing."""

_CHANGED: Final = re.compile(
    r"\b(?:r(?:ose|isen?|ises|ising|aise[sd]?|aising)|climb(?:s|ed|ing)?|gr(?:ew|ow|ows|own|owing)|"
    r"increas(?:e|es|ed|ing)|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|f(?:ell|all|alls|allen|alling)|"
    r"dropp?(?:s|ed|ing)?|declin(?:e|es|ed|ing)|went|gone|lower(?:s|ed|ing)?|reduc(?:es|ed|ing)|"
    r"revis(?:es|ed|ing)|correct(?:s|ed|ing)?|amend(?:s|ed|ing)?|chang(?:es|ed|ing)|adjust(?:s|ed|ing)?|"
    r"br(?:ings?|inging|ought))\b(?: [^\W\d_]+){0,6} $",
    re.IGNORECASE,
)
"""A verb of change and what it changes: `from 60 to 52` after it is no range, but an old count and a new."""
_REACH: Final = 60


def moved(before: str) -> bool:
    """Whether what stands before `up to` ends in a verb of motion, or in such a verb and what it moves."""
    return _MOVED.search(before) is not None


def changed_from(before: str) -> bool:
    """Whether what stands before `from 60 to 52` makes it an old count and a new one."""
    return _CHANGED.search(before[-_REACH:]) is not None
