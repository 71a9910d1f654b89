"""The text and metadata of a saved web page. With `reading.article` all that knows the extractor.

trafilatura (Adrien Barbaresi, ACL 2021) finds the article; its marks for lists and tables are taken off,
as they do not stand on the page. Nothing is asked of the network.
"""

import datetime as dt
import logging
import re
import unicodedata
from html import unescape
from typing import NamedTuple

import trafilatura
from trafilatura.settings import Document as Found

from crisis_archive.model import Metadata
from crisis_archive.reading.article import article_text
from crisis_archive.text.reasons import reason

_DEEPEST = 1000
_MOST_TAGS = 30_000  # three times what the largest news pages hold
_LARGEST = 1_500_000  # characters beside scripts and styles; the extractor takes seconds for more
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th option".split()
)
_MARK = re.compile(r"^(?:[-*\N{BULLET}] |#{1,6} )")
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")
_MOST_DIGITS = 7
_NO_SIGNS = frozenset((*range(1, 9), *range(11, 13), *range(14, 32), 0xFFFE, 0xFFFF))
_LANGUAGE = re.compile(
    r"<html\b[^<>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE
)


class NotReadableError(ValueError):
    """A page that no text could be taken from; the message says why, for people."""


class Page(NamedTuple):
    """What a web page gives."""

    blocks: tuple[str, ...]
    """Text blocks in their order, no line feeds in them."""
    metadata: Metadata


def read_page(html: str) -> Page:
    """Text blocks and metadata of a page; raises `NotReadableError` where there is no text in it."""
    if _length(html) > _LARGEST:
        raise NotReadableError(
            reason(
                "This web page holds more than the {most} characters that are accepted.", most=f"{_LARGEST:,}"
            )
        )
    if html.count("<") > _MOST_TAGS and len(_TAG.findall(html)) > _MOST_TAGS:
        raise NotReadableError(
            reason("This web page has more than the {most} tags that are accepted.", most=f"{_MOST_TAGS:,}")
        )
    if _depth(html) > _DEEPEST:
        raise NotReadableError(
            reason("The tags of this web page are nested more than {most} deep.", most=f"{_DEEPEST:,}")
        )
    html = _REFERENCE.sub(_known, html)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = article_text(html)
    except Exception as error:  # of hostile markup the extractor may raise anything
        what = reason(
            "This web page cannot be taken apart ({error}); save its text as .txt.",
            error=type(error).__name__,
        )
        raise NotReadableError(what) from error
    blocks = tuple(block for block in map(_plain, text.split("\n")) if block)
    if not blocks:
        raise NotReadableError(reason("No article text was found in this web page."))
    blocks = _in_order(blocks, html)
    if not blocks:
        raise NotReadableError(reason("What was found in this web page cannot be shown to stand in it."))
    return Page(blocks, _metadata(html))


def _known(reference: re.Match[str]) -> str:
    """A reference to a character, written shortly; nothing for those that XML has not: the extractor gives
    up a whole page for one of them, and a browser shows nothing. Beyond all characters is U+FFFD, as there.
    """
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits, base) if len(digits) <= _MOST_DIGITS else 0xFFFD
    return "" if code in _NO_SIGNS else f"&#{code};"


def _in_order(blocks: tuple[str, ...], html: str) -> tuple[str, ...]:
    """The blocks in the order of the page: what is published as found stands there so.

    The extractor now and then puts a block first that it found late; of broken markup it makes words of its
    own, which are left out.
    """
    page = _letters(unescape(unescape(_MARKUP.sub("", html))))  # what is escaped twice the extractor reads
    if _stand_in(page, blocks):
        return blocks
    by_place = tuple(sorted(blocks, key=lambda each: page.find(_letters(each))))
    if _stand_in(page, by_place):
        return by_place
    kept, at = [], 0
    for block in by_place:
        place = page.find(_letters(block), at)
        if place >= 0:
            kept.append(block)
            at = place + len(_letters(block))
    return tuple(kept)


def _stand_in(page: str, blocks: tuple[str, ...]) -> bool:
    """Whether all words of the blocks are found in a page's letters, one after the other."""
    at = 0
    for word in _WORD.findall(unicodedata.normalize("NFKC", "\n".join(blocks))):
        at = page.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def _letters(text: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text)))


def _metadata(html: str) -> Metadata:
    language = _LANGUAGE.search(html[:5000])
    try:
        found = trafilatura.extract_metadata(html, extensive=False)
    except Exception as error:  # noqa: BLE001 - as above; what cannot be read of a page is unknown
        why = reason(
            "What this web page says of itself (headline, author, date, address) could not be read "
            "({error}); it stays unknown.",
            error=type(error).__name__,
        )
        return Metadata(language=language[1] if language else None, unread=why)
    return Metadata(
        title=_line(found.title),
        author=_line(found.author),
        publisher=_line(found.sitename),
        url=_line(found.url),
        language=language[1] if language else None,
        published=_day(found),
    )


def _plain(line: str) -> str:
    """A block without the extractor's marks for lists, headings and table cells."""
    line = line.strip()
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        line = " | ".join(cell for cell in cells if cell.strip("-"))
    return " ".join(_MARK.sub("", line).split())


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _day(found: Found) -> dt.date | None:
    try:
        return dt.date.fromisoformat(found.date) if found.date else None
    except ValueError:
        return None


def _length(html: str) -> int:
    """How many characters of a page stand outside scripts and styles."""
    length = len(html)
    lower = html.lower() if length > _LARGEST else ""
    for name in ("script", "style"):
        end = 0
        while (start := lower.find(f"<{name}", end)) >= 0 and (end := lower.find(f"</{name}", start)) >= 0:
            length -= end - start
    return length


def _depth(html: str) -> int:
    """How deep tags are nested at most, counting only those that must be closed."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[3] or match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
