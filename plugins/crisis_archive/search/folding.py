"""Folding for the search: what a reader types and what a text says, brought to one form.

`text.folding.fold` takes off accents, case, the shapes of apostrophes and the dots of abbreviations;
here every mark that glues two words together (`capture—which`, `said.The`, `Brandt's`) goes as well,
because lunr splits at white space and hyphens alone and would lose both words. The script
`theme/scripts/search/fold.js` does the same to a query; a test runs both on every character.
"""

import re
import unicodedata
from itertools import filterfalse
from typing import Final

from crisis_archive.text.folding import fold

JS_SPACES: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What `\\s` means in JavaScript, for a character class; Python's own `\\s` is another set."""

# Folded, "US" would be the stop word "us" and the country could not be found at all.
_UNITED_STATES = re.compile(r"\b(?:[Uu]\.[Ss]\.(?:[Aa]\.)?|US)(?!\w)")
# Words, spaces and hyphens; a full stop or comma between digits (3.5, 1,000); an apostrophe in a word.
_KEPT_OR_MARK = re.compile(rf"[\w{JS_SPACES}-]+|(?<=\d)[.,](?=\d)|(?<=\w)'(?=\w)|(.)", re.DOTALL)
_POSSESSIVE = re.compile(r"(?:'s)+(?!\w)")
_PLAIN = re.compile(rf"[\w{JS_SPACES}-]*")
_HIGHEST = 0x1FFFF
"""No character above this one has a fold of its own."""


def fold_for_search(text: str) -> str:
    """The text as it is indexed; folding it again changes nothing."""
    folded = fold(_UNITED_STATES.sub("usa", text)).lower()
    if _PLAIN.fullmatch(folded):
        return folded
    return _KEPT_OR_MARK.sub(_without_mark, _POSSESSIVE.sub(" ", folded))


def _without_mark(match: re.Match[str]) -> str:
    mark = match[1]
    if mark is None:
        return match[0]
    category = unicodedata.category(mark)
    if category == "Cf":  # soft hyphens and joiners stand inside words
        return ""
    return " " if category == "Cc" or category[0] in "PS" else mark


def exceptions() -> dict[str, str]:
    """Each character whose fold a browser cannot work out from Unicode alone, with that fold; in order."""
    characters = [chr(code) for code in range(0x80, _HIGHEST)]
    # All at once and each on a line of its own: no fold looks beyond the end of a line.
    lines = "\n".join(characters)
    every = zip(characters, fold(lines).lower().split("\n"), _native(lines).split("\n"), strict=True)
    # What holds full stops (the square "a.m.") folds with the letters around it.
    return {
        character: folded for character, folded, native in every if folded != native and "." not in native
    }


def _native(text: str) -> str:
    """What a browser's own means make of a text: compatibility form, no accents, lower case."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return unicodedata.normalize("NFC", plain).lower()
