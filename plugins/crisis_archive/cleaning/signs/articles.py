"""`a` before a vowel, `an` before a consonant: the noun may have been changed by a program (English only)."""

import re

from crisis_archive.model import Doubt
from crisis_archive.text.reasons import reason

# Vowels that are not heard (a one-off, a European, a unit) and consonants that are (an hour, an MP) stay out.
_MISFIT = re.compile(
    # The letter first and what stands before it second: `re` then passes over all other letters at once.
    r"[Aa](?<!\w[Aa])(?: (?=(?:a|e(?!u|w)|i|o(?!n[ec]|ui))[a-z]{3,}\b)"
    r"|n (?=(?![aeiou]|ho(?:ur|nou?r|nest)|heir)[a-z]{4,}\b))"
)


def find(text: str, paragraph: int) -> list[Doubt]:
    """Every article that does not fit the word after it."""
    why = reason("The article does not fit the word after it: perhaps another word stood here.")
    return [
        Doubt("articles", paragraph, match.start(), match.end() - 1, why) for match in _MISFIT.finditer(text)
    ]
