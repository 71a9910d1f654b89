"""Folding: one form for spellings that a reader takes for the same (Peña, Pena; ’ and ')."""

import re
import unicodedata
from itertools import filterfalse

_APOSTROPHES = str.maketrans(
    dict.fromkeys(
        "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
        "\N{MODIFIER LETTER APOSTROPHE}\N{PRIME}\N{FULLWIDTH APOSTROPHE}",
        "'",
    )
)
# Letters that carry their stroke or ligature inside, which NFKD does not take apart.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ı": "i",
    }
)
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}(?!\w)")


def strip_accents(text: str) -> str:
    """The text without diacritics; the number of code points may change."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(filterfalse(unicodedata.combining, decomposed)))


def fold(text: str) -> str:
    """One form for comparing: accents, case, apostrophes and the dots of abbreviations (U.S.) removed."""
    if text.isascii() and "." not in text:  # most words: nothing to take apart
        return text.lower()
    plain = strip_accents(text.translate(_APOSTROPHES))
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), plain).casefold()
