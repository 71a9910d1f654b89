"""Telling by the first bytes what a file is: a web page, a text, or something that is neither."""

import re

from crisis_archive.text.reasons import reason

_MAGIC = (
    (b"%PDF-", reason("a PDF file")),
    (b"PK\x03\x04", reason("a ZIP archive or an office document")),
    (b"PK\x05\x06", reason("a ZIP archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", reason("an office document")),
    (b"{\\rtf", reason("an RTF document")),
    (b"\x89PNG\r\n\x1a\n", reason("a PNG image")),
    (b"\xff\xd8\xff", reason("a JPEG image")),
    (b"GIF87a", reason("a GIF image")),
    (b"GIF89a", reason("a GIF image")),
    (b"RIFF", reason("a sound, film or image file")),
    (b"\x1f\x8b", reason("a compressed file")),
    (b"BZh", reason("a compressed file")),
    (b"\xfd7zXZ\x00", reason("a compressed file")),
    (b"7z\xbc\xaf\x27\x1c", reason("a compressed file")),
    (b"\x28\xb5\x2f\xfd", reason("a compressed file")),
    (b"\x7fELF", reason("a program")),
    (b"MZ\x90\x00", reason("a program")),
    (b"SQLite format 3\x00", reason("a database")),
    (b"bplist00", reason("a web archive of Safari")),
    (b"ID3", reason("a sound file")),
    (b"OggS", reason("a sound file")),
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SUFFIXES = (b".html", b".htm", b".xhtml")


def foreign_format(content: bytes) -> str | None:
    """What a file is that is surely no text and no web page, in plain words; null for all others."""
    if _FEED.match(content[:4096]):
        return reason("a news feed (RSS or Atom) of many texts")
    return next((name for magic, name in _MAGIC if content.startswith(magic)), None)


def is_html(path: bytes, content: bytes) -> bool:
    """Whether a file is a web page: by its suffix, or by how it begins."""
    if path.lower().endswith(_HTML_SUFFIXES):
        return True
    start = content[:4096]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16: its ASCII is every other byte
        start = start[2:].replace(b"\x00", b"")
    return _HTML_START.match(start) is not None
