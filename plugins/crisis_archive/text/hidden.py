"""Characters that a reader cannot see, or that turn the direction of the text around them: spelled out.

The two joiners belong to some scripts: between two letters of a joining script, and between the parts of one
picture, they are shown as they are (Unicode Standard, 23.2, and UTS #51); anywhere else they hide.
"""

import re
from typing import Final

# What HTML may not hold, what a reader cannot see, and what turns the direction of the text around it.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]"
)
_NON_JOINER: Final = "\N{ZERO WIDTH NON-JOINER}"
_JOINER: Final = "\N{ZERO WIDTH JOINER}"
# Arabic and its neighbours, the scripts of India, Sinhala to Khmer and Mongolian.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\ua840-\ua8ff\ufb50-\ufdcf\ufe70-\ufefc]"
)
_PICTURE = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def visible(text: str) -> str:
    """The text with every hidden character spelled out (`\\x07`, `\\u200b`), so that a page can show it."""
    # Nothing can hide in a text that Python calls printable, and most are, or would be if they were one line.
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _HIDDEN.sub(_spelled, text)


def _spelled(match: re.Match[str]) -> str:
    char = match[0]
    if char in (_NON_JOINER, _JOINER) and _joins(char, match.string, match.start()):
        return char
    return char.encode("unicode_escape").decode("ascii")


def _joins(char: str, text: str, at: int) -> bool:
    """Whether the joiner stands between two characters that it belongs between."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _JOINING.match(before) and _JOINING.match(after):
        return True
    return char == _JOINER and bool(_PICTURE.match(before) and _PICTURE.match(after))
