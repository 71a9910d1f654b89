"""A last line that sends the reader to another text of the site."""

import re

_POINTS = re.compile(
    r"[^.!?]*\bhere(?:'|\N{RIGHT SINGLE QUOTATION MARK})s (?:[\w'\N{RIGHT SINGLE QUOTATION MARK}]+ ){0,3}"
    r"(?:guide|explainer|look at|what you need|everything|all you need)\b[^.!?]*[.!?]?"
    r"|(?:read|see|find out|learn|watch|listen|click|visit|check out|discover)\b[^.!?]{0,40}"
    r"\b(?:more|here|our|full (?:story|report|article)|full coverage)\b[^.!?]{0,60}[.!?:]?",
    re.IGNORECASE,
)


def is_teaser(line: str) -> bool:
    """Whether a line has the form of a teaser."""
    return len(line) < 200 and _POINTS.fullmatch(line) is not None
