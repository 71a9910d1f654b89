"""Code pages through which UTF-8 is misread, and the way back from characters to bytes.

Single-byte pages are read as browsers and Windows read them: a byte that the page leaves undefined stands for
the control character of the same number, so that nothing is lost on the way.
"""

from functools import cache
from typing import Final

SINGLE_BYTE: Final = (
    "cp1252 latin-1 cp1251 cp1250 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 iso8859_2 iso8859_3 "
    "iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 "
    "iso8859_14 iso8859_15 iso8859_16 tis_620 mac_roman mac_latin2 mac_cyrillic mac_greek mac_turkish "
    "cp437 cp850 cp852 cp855 cp858 cp866 cp862 koi8_r koi8_u"
).split()
MULTI_BYTE: Final = ("gb18030", "gbk", "big5", "cp950", "cp932", "shift_jis", "cp949", "euc_kr", "euc_jp")
"""Tried after the single-byte pages; the wider page of each family stands first."""


@cache
def bytes_of(codec: str) -> dict[str, bytes]:
    """For a single-byte page: every character above ASCII with its byte."""
    table: dict[str, bytes] = {}
    for code in range(0x80, 0x100):
        one = bytes([code])
        try:
            table[one.decode(codec)] = one
        except UnicodeDecodeError:
            table.setdefault(chr(code), one)
    return table


@cache
def leads() -> dict[str, int]:
    """Characters that can begin a garbled letter: a bit for each single-byte page in which they do."""
    return _bits(range(0xC2, 0xF5))


@cache
def trails() -> dict[str, int]:
    """Characters that can go on with a garbled letter: a bit for each single-byte page in which they do."""
    return _bits(range(0x80, 0xC0))


def _bits(wanted: range) -> dict[str, int]:
    bits: dict[str, int] = {}
    for number, codec in enumerate(SINGLE_BYTE):
        for char, one in bytes_of(codec).items():
            if one[0] in wanted:
                bits[char] = bits.get(char, 0) | 1 << number
    return bits


_LOOKED_AT = 64
"""Characters of a run; a rule asks for every rest of a long run anew."""


def possible_codecs(run: str) -> list[str]:
    """Pages through which a run of characters above ASCII may have been misread, the usual ones first."""
    mask = leads().get(run[0], 0)
    if len(run) > 1:
        mask &= trails().get(run[1], 0)
    else:
        mask = 0
    found = [codec for number, codec in enumerate(SINGLE_BYTE) if mask >> number & 1] if mask else []
    if any(char >= "\u2e80" for char in run[:_LOOKED_AT]):
        found += MULTI_BYTE
    return found


def reread(run: str, codec: str) -> str | None:
    """The run's bytes in a code page, read as UTF-8; null where that is not possible."""
    try:
        if codec in MULTI_BYTE:
            return run.encode(codec).decode("utf-8")
        table = bytes_of(codec)
        return b"".join([table[char] for char in run]).decode("utf-8")
    except (KeyError, UnicodeError):
        return None
