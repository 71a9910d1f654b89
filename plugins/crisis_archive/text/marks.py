"""Quotation marks, brackets and sentence ends of the languages that news is printed in.

A mark may open in one language and close in another: “ closes after „ (German, Czech) and opens before ”
(English); » opens before « (Danish, German books) and closes after « (French, Spanish, Russian).
"""

from typing import Final

OPENING: Final = (
    "\"'(["
    "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    "\N{LEFT CORNER BRACKET}\N{LEFT WHITE CORNER BRACKET}\N{FULLWIDTH LEFT PARENTHESIS}"
    "\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}"
)
"""What may stand before the first letter of a sentence."""
CLOSING: Final = (
    "\"')]}"
    "\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    "\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}\N{FULLWIDTH RIGHT PARENTHESIS}"
)
"""What may stand after the last full stop of a sentence."""
ENDS: Final = (
    ".!?\N{HORIZONTAL ELLIPSIS}"
    "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
    "\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}\N{DEVANAGARI DANDA}"
)
"""What ends a sentence."""
_BEFORE_CLOSING: Final = CLOSING + " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"  # « Non ! »


def last_mark(line: str) -> str:
    """The last character of a line before its closing marks; empty where there is none."""
    return line.rstrip(_BEFORE_CLOSING)[-1:]


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    mark = last_mark(line)
    return bool(mark) and mark in ENDS
