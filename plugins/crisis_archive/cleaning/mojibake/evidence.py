"""How strongly a run of characters speaks for being garbled UTF-8: before, after, and what stands around."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

from crisis_archive.text.letters import PUNCTUATION, frequency, is_common, script_of

ENOUGH: Final = 2.8
"""A run is repaired from here on; chosen so that clean text of any language stays below."""
STRONG: Final = 7.0
"""From here on a run also speaks for its code page elsewhere in the same text."""
SAME_PAGE: Final = 1.5
"""What another run of the same code page adds, elsewhere in the text."""
SAME_PAGE_STRONG: Final = 2.5
"""What a strong one adds."""

_CONTROLS = re.compile("[\x80-\x9f]")
_ENDS = "".join(sorted(PUNCTUATION))
_BOXES = re.compile("[\u2500-\u259f\ue000-\uf8ff\uff61-\uff9f]")


@lru_cache(maxsize=4096)  # a garbled name stands in a text again and again, and in each round
def strength(left: str, before: str, after: str, right: str, native: int) -> float:
    """Evidence that `before` between `left` and `right` (the letters of its word) once was `after`.

    `native`: how many other words of the text are written in the script of `before`.
    """
    return (
        _validity(before, after)
        + _strangeness(left, before, right)
        - _implausibility(left, before, after, right)
        - min(native, 4) * 2.0
    )


def _validity(before: str, after: str) -> float:
    """That bytes are valid UTF-8 by chance is the less likely the more of them there are."""
    del before
    return sum(0.0 if char < "\x80" else 1.5 if char < "\u0800" else 3.0 for char in after)


def _strangeness(left: str, before: str, right: str) -> float:
    """How unlike a real word the found characters are."""
    score = 4.0 * min(2, len(_CONTROLS.findall(before))) + 3.0 * min(2, len(_BOXES.findall(before)))
    around = bool(left or right)
    scripts = {script for script in map(script_of, before) if script}
    if around:
        scripts |= {"latin"}
    if len(scripts) > 1:
        score += 3.0
    joined = left[-1:] + before + right[:1]
    if any(a.islower() and b.isupper() for a, b in pairwise(joined)) or (
        not left and len(before) > 1 and before[1].isupper() and right[:1].islower()
    ):
        score += 1.5
    elif not right and before[0].isalpha():
        before = before.rstrip(_ENDS)  # a word and a sign after it: nothing strange
    marks = sum(script_of(char) is None and not char.isspace() for char in before[1:])
    symbols = sum(unicodedata.category(char)[0] == "S" for char in before) if around else 0
    return score + 1.5 * min(3, marks + symbols)


def _implausibility(left: str, before: str, after: str, right: str) -> float:
    """How unlike a real word the characters would be after the repair."""
    score = 0.0
    word = left + after + right
    # Two code pages often give two good words: the letter that is met more often breaks the tie.
    score += 0.6 * (1.0 - min(map(frequency, after)))
    letters = [char for char in after if char >= "\x80" and script_of(char)]
    for char in after:
        kind = unicodedata.category(char)
        if kind in ("Cc", "Cn", "Co", "Cs", "Cf") and char not in PUNCTUATION:
            score += 20.0
        elif script_of(char) is None:
            score += 0.0 if char in PUNCTUATION or char < "\x80" else 4.0
        elif not is_common(char):
            score += 14.0
    scripts = {script for script in map(script_of, word) if script}
    if len(scripts) > 1 and scripts != {"han", "kana"}:
        score += 8.0
    if unicodedata.combining(after[0]):
        score += 6.0
    if len(word) == 1 and (letters or len(before) == 2):
        score += 3.0
    if not _has_usual_case(word):
        score += 3.0
    return score


def _has_usual_case(word: str) -> bool:
    """Whether capitals stand as in real words: none, at the start, all, or after a prefix (McÉ...)."""
    letters = [char for char in word if char.isalpha()]
    inner = letters[1:]
    return not any(char.isupper() for char in inner) or not any(char.islower() for char in letters)
