"""The English stemmer exactly as lunr.js 2.3.9 has it.

Source: `lunr.stemmer` in lunr.js, itself Porter (1980), "An algorithm for suffix stripping",
Program 14(3), with the departures of its JavaScript version: `day` keeps its y, `try` becomes `tri`.
The stemmer of the lunr package differs there, and an index made with it loses those words. The
patterns are lunr.js's own, so that one can be laid beside the other; ASCII and DOTALL are left out
because JavaScript's `.` stops at line ends too, which no token holds. A pattern is tried where the word has
one of its endings: next to no word has any, and looking at an end takes no time.
"""

import re
from typing import Final

_STEP_2: Final = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "bli": "ble",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
    "logi": "log",
}
_STEP_3: Final = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
_STEP_4: Final = "al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize"
_ENDINGS_2: Final = tuple(_STEP_2)
_ENDINGS_3: Final = tuple(_STEP_3)
_ENDINGS_4: Final = tuple(_STEP_4.split("|"))

_CONSONANT = "[^aeiou]"
_VOWEL = "[aeiouy]"
_CONSONANTS = _CONSONANT + "[^aeiouy]*"
_VOWELS = _VOWEL + "[aeiou]*"
_M_OVER_0 = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_M_IS_1 = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}({_VOWELS})?$")
_M_OVER_1 = re.compile(f"^({_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_HAS_VOWEL = re.compile(f"^({_CONSONANTS})?{_VOWEL}")
_SHORT = re.compile(f"^{_CONSONANTS}{_VOWEL}[^aeiouwxy]$")

_PLURAL_ES = re.compile(r"^(.+?)(ss|i)es$")
_PLURAL_S = re.compile(r"^(.+?)([^s])s$")
_EED = re.compile(r"^(.+?)eed$")
_ED_ING = re.compile(r"^(.+?)(ed|ing)$")
_AT_BL_IZ = re.compile(r"(at|bl|iz)$")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")
_FINAL_Y = re.compile(r"^(.+?[^aeiou])y$")
_SUFFIX_2 = re.compile(f"^(.+?)({'|'.join(_STEP_2)})$")
_SUFFIX_3 = re.compile(f"^(.+?)({'|'.join(_STEP_3)})$")
_SUFFIX_4 = re.compile(f"^(.+?)({_STEP_4})$")
_ION = re.compile(r"^(.+?)(s|t)(ion)$")
_FINAL_E = re.compile(r"^(.+?)e$")


def stem(word: str) -> str:
    """The stem of a lower-case word, as `lunr.stemmer` gives it."""
    if len(word.encode("utf-16-le", "surrogatepass")) < 6:  # JavaScript counts UTF-16 units
        return word
    starts_with_y = word[0] == "y"
    if starts_with_y:
        word = "Y" + word[1:]
    word = _ed_ing(_plural(word))
    if word.endswith("y") and (match := _FINAL_Y.search(word)):
        word = match[1] + "i"
    if word.endswith(_ENDINGS_2):
        word = _replace(word, _SUFFIX_2, _STEP_2)
    if word.endswith(_ENDINGS_3):
        word = _replace(word, _SUFFIX_3, _STEP_3)
    word = _final_e(_long_suffix(word))
    return "y" + word[1:] if starts_with_y else word


def _plural(word: str) -> str:
    if not word.endswith("s"):
        return word
    match = _PLURAL_ES.search(word) or _PLURAL_S.search(word)
    return match[1] + match[2] if match else word


def _ed_ing(word: str) -> str:
    if not word.endswith(("ed", "ing")):
        return word
    if match := _EED.search(word):
        return word[:-1] if _M_OVER_0.search(match[1]) else word
    match = _ED_ING.search(word)
    if not match or not _HAS_VOWEL.search(match[1]):
        return word
    word = match[1]
    if _AT_BL_IZ.search(word):
        return word + "e"
    if _DOUBLED.search(word):
        return word[:-1]
    return word + "e" if _SHORT.search(word) else word


def _replace(word: str, pattern: re.Pattern[str], endings: dict[str, str]) -> str:
    match = pattern.search(word)
    if match and _M_OVER_0.search(match[1]):
        return match[1] + endings[match[2]]
    return word


def _long_suffix(word: str) -> str:
    if word.endswith(_ENDINGS_4) and (match := _SUFFIX_4.search(word)):
        return match[1] if _M_OVER_1.search(match[1]) else word
    if word.endswith("ion") and (match := _ION.search(word)):
        stem_of = match[1] + match[2]
        return stem_of if _M_OVER_1.search(stem_of) else word
    return word


def _final_e(word: str) -> str:
    if word.endswith("e") and (match := _FINAL_E.search(word)):
        base = match[1]
        if _M_OVER_1.search(base) or (_M_IS_1.search(base) and not _SHORT.search(base)):
            word = base
    return word[:-1] if word.endswith("ll") and _M_OVER_1.search(word) else word
