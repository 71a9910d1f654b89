"""Text that goes on below a teaser inside the article: `Read also`, one headline, and the next paragraph.

Such a paragraph is short and stands alone, so that its length does not bring it back into the running text.
"""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.furniture.body import Kind, Line
from crisis_archive.text.marks import OPENING
from crisis_archive.text.words import words

_HEADING = re.compile(
    r"\W*(?:(?:see|read) (?:also|more|next|on)|also read|up next|recommended|don.?t miss"
    r"|related (?:articles?|stories|story|posts?|news|links)"
    r"|you (?:may|might) (?:also )?(?:like|be interested)"
    r"|te puede interesar|(?:lea|lee|leer|vea|ver|mira) (?:también|además|más)"
    r"|(?:leia|veja|saiba|confira) (?:mais|também)|(?:à )?(?:lire|voir) aussi|vous aimerez aussi"
    r"|(?:lesen|sehen|hören) sie auch|mehr zum thema|das könnte|(?:leggi|guarda) anche"
    r"|(?:lees|bekijk) ook|(?:läs|les|læs) (?:också|også)|(?:czytaj|zobacz) (?:także|też|również)"
    r"|читайте также)\b",
    re.IGNORECASE,
)
_LONGEST = 100  # characters of such a heading
_LONG = 5  # letters of a word that says what a text is about
_MOST = 6  # paragraphs


def with_text_below_teasers(
    texts: Sequence[str], lines: Sequence[Line], inside: Sequence[bool], again: Sequence[bool]
) -> list[bool]:
    """`inside` with the paragraphs that go on below a teaser behind its last line."""
    found = list(inside)
    if True not in found:
        return found
    last = len(found) - 1 - found[::-1].index(True)
    start = _below_teaser(texts, lines, last + 1)
    end = start
    while end < len(texts) and end - start < _MOST and _goes_on(texts[end], lines[end], again[end]):
        end += 1
    if start < end and not _is_list(lines, end) and _speaks_of(texts[start:end], texts, found):
        found[start:end] = [True] * (end - start)
    return found


def _below_teaser(texts: Sequence[str], lines: Sequence[Line], start: int) -> int:
    """The line below a heading of a teaser and at most one headline; the end where there is none."""
    if start >= len(texts) or not (len(texts[start]) < _LONGEST and _HEADING.match(texts[start])):
        return len(texts)
    below = start + 1
    if below < len(texts) and lines[below].kind is Kind.LABEL:
        below += 1
    return below


def _goes_on(text: str, line: Line, again: bool) -> bool:
    begins = not text.lstrip(OPENING)[:1].islower()
    return line.kind >= Kind.SENTENCE and line.ends and begins and not (line.likely or again)


def _is_list(lines: Sequence[Line], end: int) -> bool:
    """Whether headlines and blurbs take turns below."""
    below = [line for line in lines[end : end + 3] if line.kind is not Kind.FURNITURE]
    return any(line.kind >= Kind.SENTENCE for line in below)


def _speaks_of(some: Sequence[str], texts: Sequence[str], inside: Sequence[bool]) -> bool:
    """Whether the paragraphs share a word with the running text that says what it is about."""
    known = {
        word for text, is_inside in zip(texts, inside, strict=True) if is_inside for word in _stems(text)
    }
    return any(word in known for text in some for word in _stems(text))


def _stems(text: str) -> set[str]:
    return {word.lower()[:6] for word in words(text) if len(word) >= _LONG}
