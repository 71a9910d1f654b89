"""Tags of HTML, or of a newswire's SGML, that stand in a text as if they were words (`<p>Roads open</p>`).

Only where several stand and one of them closes an element: who writes about tags names one or two.
"""

import re

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span"
    "|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_BLOCK = (
    "address|article|aside|blockquote|body|br|button|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|li|link|main|menu|meta|nav|noscript|ol|option|p"
    "|picture|pre|section|select|source|summary|table|tbody|tfoot|thead|title|tr|ul|video"
    "|byline|dateline|description|doc|docid|docno|doctype|headline|item|pubdate|story|text"  # of newswires
)
_CELL = "td|th|caption"
_ATTRIBUTES = r"(?:[\s/][^<>]{0,2000})?"
_TAG = re.compile(
    # What is read goes no further than the next of its like: else many that never close take quadratic time.
    r"<(?P<without>script|style|svg|template)\b[^<>]{0,2000}>"
    r"[^<]*+(?:<(?!/?(?P=without)\b)[^<]*+)*+</(?P=without)\s*>"
    r"|<!--[^<-]*+(?:(?!-->|<!--)[<-][^<-]*+)*+-->|<!\[CDATA\[|\]\]>|<!doctype[^<>]{0,500}>|<\?xml[^<>]{0,500}>"
    rf"|</?(?:(?P<inline>{_INLINE})|(?P<cell>{_CELL})|(?P<block>{_BLOCK})){_ATTRIBUTES}>",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(rf"</(?:{_INLINE}|{_CELL}|{_BLOCK})\s*>", re.IGNORECASE)
_FEWEST = 3
_WHY = reason("A tag of the page that the text was taken from.")


def run(draft: Draft, page: Page) -> None:
    """Take the tags away; those of blocks become line ends."""
    text = draft.text
    if page.is_html or "<" not in text or not _CLOSING.search(text):
        return
    tags = list(_TAG.finditer(text))
    if len(tags) >= _FEWEST:
        draft.apply("markup", [_wish(run) for run in _runs(text, tags)])


def _runs(text: str, tags: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Tags between which nothing but white space stands, together: of inline tags each stands alone."""
    runs: list[list[re.Match[str]]] = []
    for tag in tags:
        last = runs[-1][-1] if runs else None
        if last and _parts(last) and _parts(tag) and not text[last.end() : tag.start()].strip():
            runs[-1].append(tag)
        else:
            runs.append([tag])
    return runs


def _parts(tag: re.Match[str]) -> bool:
    """Whether what stands on its two sides are different parts of a page."""
    return bool(tag["block"] or tag["cell"])


def _wish(run: list[re.Match[str]]) -> Replacement:
    instead = "\n" if any(tag["block"] for tag in run) else " " if _parts(run[0]) else ""
    return Replacement(run[0].start(), run[-1].end(), instead, _WHY)
