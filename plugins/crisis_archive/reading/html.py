"""The text and metadata of a saved web page. The only module that knows the extractor (trafilatura)."""

from typing import NamedTuple

from crisis_archive.model import Metadata


class NotReadableError(ValueError):
    """A page that no text could be taken from; the message says why, for people."""


class Page(NamedTuple):
    """What a web page gives."""

    blocks: tuple[str, ...]
    """Text blocks in their order, no line feeds in them."""
    metadata: Metadata


def read_page(html: str) -> Page:
    """Text blocks and metadata of a page; raises `NotReadableError` where there is no text in it."""
    import trafilatura

    text = trafilatura.extract(html, favor_precision=True, include_comments=False)
    if not text:
        raise NotReadableError("No article text was found in this web page.")
    blocks = tuple(line.strip() for line in text.split("\n") if line.strip())
    found = trafilatura.extract_metadata(html)
    return Page(
        blocks,
        Metadata(
            title=found.title or None,
            author=found.author or None,
            publisher=found.sitename or None,
            url=found.url or None,
            language=found.language or None,
        ),
    )
