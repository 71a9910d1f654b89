"""The article in a saved web page: the extractor (trafilatura) asked for precision, and what that misses.

Two things are mended around it. Posts that an article quotes stand in boxes that the extractor throws
away by their names: they are taken out of them first. And where it gives much less than the page's own
paragraphs hold, it is asked again for all that it can find.
"""

import re
from html import unescape

import trafilatura
from bs4 import BeautifulSoup

_PARAGRAPH = re.compile(r"<p\b[^<>]*>(.*?)</p>", re.DOTALL | re.IGNORECASE)
_NO_TEXT = re.compile(r"<(script|style|noscript)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LITTLE = 0.5  # of the text in a page's paragraphs
_MUCH_LESS = 0.4  # of what is found when all is asked for
_POSTS = (
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "bluesky-embed",
    "mastodon-embed",
)
_BOXES = ("div", "figure", "section", "aside")


def article_text(html: str) -> str:
    """The text blocks of the article, one a line, with the extractor's marks; empty where none is found.

    Of hostile markup the extractor may raise anything.
    """
    page = _with_plain_posts(html) if any(name in html for name in _POSTS) else html
    precise = trafilatura.extract(page, favor_precision=True, include_comments=False) or ""
    if len(precise) >= _LITTLE * _length_of_paragraphs(page):
        return precise
    everything = trafilatura.extract(page, favor_recall=True, include_comments=False) or ""
    return everything if len(precise) < _MUCH_LESS * len(everything) else precise


def _with_plain_posts(html: str) -> str:
    """The page with every quoted post as a plain quotation outside its boxes."""
    page = BeautifulSoup(html, "lxml")
    for name in _POSTS:
        for post in page.select(f"blockquote.{name}"):
            post.attrs = {}
            box = post.parent
            while (
                box is not None
                and box.name in _BOXES
                and box.get_text(strip=True) == post.get_text(strip=True)
            ):
                box.replace_with(post)
                box = post.parent
    return str(page)


def _length_of_paragraphs(html: str) -> int:
    """How many characters stand in the page's `<p>` elements."""
    held = _PARAGRAPH.findall(_NO_TEXT.sub("", html))
    return sum(len(" ".join(unescape(_TAG.sub("", each)).split())) for each in held)
