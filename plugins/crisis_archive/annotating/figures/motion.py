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


def moved(before: str) -> bool:
    """Whether what stands before `up to` ends in a verb of motion, or in such a verb and what it moves."""
    return _MOVED.search(before) is not None
