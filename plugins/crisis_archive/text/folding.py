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
_APOSTROPHES_AND_LETTERS = _APOSTROPHES | _LETTERS
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}(?!\w)")


def strip_accents(text: str) -> str:
    """The text without diacritics; the number of code points may change."""
    return text if text.isascii() else _stripped(text.translate(_LETTERS))


def _stripped(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def small_in_place(text: str) -> str | None:
    """The text in small letters, each in its place: `re` is several times as fast there as with IGNORECASE.

    Null where that would find something else: a capital that becomes two letters, the small letters that `re`
    takes for others.
    """
    low = text.lower()
    return low if len(low) == len(text) and "ı" not in low and "ſ" not in low else None


def fold(text: str) -> str:
    """One form for comparing: accents, case, apostrophes and the dots of abbreviations (U.S.) removed."""
    if text.isascii() and "." not in text:  # most words: nothing to take apart
        return text.lower()
    plain = _stripped(text.translate(_APOSTROPHES_AND_LETTERS))
    if "." in plain:
        plain = _DOTTED.sub(lambda match: match[0].replace(".", ""), plain)
    return plain.casefold()
