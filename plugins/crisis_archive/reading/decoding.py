"""From bytes to text: byte order marks, UTF-8, UTF-16, what a page declares, code pages by evidence."""

import codecs
import re
from typing import NamedTuple

from crisis_archive.reading import codepages
from crisis_archive.text.letters import PUNCTUATION, is_common
from crisis_archive.text.reasons import reason


class UndecodableError(ValueError):
    """Bytes that are no text; the message says why, for people."""


class Decoded(NamedTuple):
    """A text and how its bytes were read."""

    text: str
    """Line ends as `\\n`; an unpaired surrogate has become U+FFFD."""
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\r\x0b\x0c\x1a\x1b")
_MOST_CONTROLS = 0.05
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
_VALID = re.compile(
    rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})", re.DOTALL
)
_RUN_OF_UTF8 = re.compile(rb"(?:[\x00-\x7f]+|" + _VALID.pattern + rb")+")
_HIGH = re.compile(rb"[\x80-\xff]")
_SIGNS = PUNCTUATION | frozenset("\u3001\u3002\u300c\u300d\uff08\uff09\uff0c\uff1a\uff01\uff1f\u3000")
_MOSTLY_USUAL = 0.85
_MOSTLY = 0.7  # share of the bytes above ASCII that stand in valid UTF-8, from which on the rest is stray


def decode(content: bytes, *, html: bool = False) -> Decoded:
    """The text of a file; raises `UndecodableError` where the bytes are no text."""
    text, encoding = _decoded(content, html)
    text = (
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_surrogates(text) else text
    )
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _decoded(content: bytes, html: bool) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide(content) or _escaped(content)
    if wide:
        return wide
    wide = _wide_by_letters(content)
    if wide:
        return wide
    if len(content.translate(None, _CONTROLS)) < (1 - _MOST_CONTROLS) * len(content):
        raise UndecodableError(
            reason("The file is binary (it holds control characters throughout), not a text.")
        )
    utf8 = _utf8(content)
    if utf8 is not None:
        return utf8, "utf-8"
    declared = _DECLARED.search(content[:4096]) if html else None
    if declared:
        known = _declared(content, declared[1].decode("ascii"))
        if known:
            return known
    high = len(_HIGH.findall(content))
    if sum(map(len, _VALID.findall(content))) >= _MOSTLY * high:
        return _mixed(content), "utf-8 with windows-1252"
    codec = codepages.guess(content)
    if codec is None:
        raise UndecodableError(
            reason("The file is not UTF-8, and no other encoding turns its bytes into words.")
        )
    return content.decode(codepages.codec_of(codec)), codec


def _utf8(content: bytes) -> str | None:
    """The bytes read as UTF-8; a letter cut in two at the very end and lone surrogates are let pass."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not content[: error.start].isascii():
            return content[: error.start].decode("utf-8", "surrogatepass") + "\N{REPLACEMENT CHARACTER}"
        return None


def _wide(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte of its ASCII signs is zero."""
    if len(content) < 4 or len(content) % 2 or b"\x00" not in content[:4096]:
        return None
    for encoding, first in (("utf-32-le", 3), ("utf-32-be", 0)):
        if len(content) % 4 == 0 and not any(content[first:4096:4]):
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    even, odd = content[:4096:2].count(0), content[1:4096:2].count(0)
    half = len(content[:4096]) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # Text of any language holds spaces and line ends: a tenth is enough where the other half has none.
        if zeros >= 0.1 * half and others <= 0.01 * half:
            text = content.decode(encoding, "replace")
            if text.count("\N{REPLACEMENT CHARACTER}") <= 0.01 * len(text):
                return text, encoding
    return None


def _wide_by_letters(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark, of scripts whose letters leave no byte zero, only line ends and spaces do.

    Read so, nearly all are letters in common use; of other bytes, read so, a third at most are.
    """
    sample = content[:4096]
    if len(content) < 16 or len(content) % 2:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[::2].count(0))):
        if not zeros:
            continue
        try:
            text, found = content.decode(encoding), sample.decode(encoding, "ignore")
        except UnicodeDecodeError:
            continue
        usual = sum(char < "\x80" or char in _SIGNS or is_common(char) for char in found)
        if usual >= _MOSTLY_USUAL * len(found):
            return text, encoding
    return None


def _escaped(content: bytes) -> tuple[str, str] | None:
    """Japanese and Korean of seven bits, told by the escapes that change the alphabet."""
    for mark, codec in ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr")):
        if mark in content[:4096]:
            try:
                return content.decode(codec), codepages.public_name(codec)
            except UnicodeDecodeError:
                return None
    return None


def _declared(content: bytes, name: str) -> tuple[str, str] | None:
    """What a web page says of itself, read as browsers do (latin-1 is windows-1252)."""
    try:
        found = codecs.lookup("windows-1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1") else name)
        return content.decode(found.name), codepages.public_name(found.name)
    except (LookupError, UnicodeDecodeError):
        return None


def _mixed(content: bytes) -> str:
    """UTF-8 with stray bytes of Windows between; what even Windows does not know becomes U+FFFD."""
    parts = []
    at = 0
    for match in _RUN_OF_UTF8.finditer(content):
        parts.append(content[at : match.start()].decode("windows-1252", "replace"))
        parts.append(match[0].decode("utf-8", "replace"))
        at = match.end()
    return "".join(parts) + content[at:].decode("windows-1252", "replace")


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
