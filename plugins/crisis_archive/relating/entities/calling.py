"""Where a text says what a person is: before the name (acting president Jane Roe) or after it.

Words are looked at from the name outwards and compared with lists: one pass over a dozen words a mention.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

HEADS: Final = frozenset(
    "president premier chancellor minister senator governor mayor judge justice king queen prince "
    "princess emperor sultan sheikh imam ayatollah rabbi pope cardinal archbishop bishop general "
    "colonel lieutenant captain major commander admiral sergeant inspector superintendent detective "
    "constable sheriff ambassador envoy consul commissioner director chairman chairwoman chairperson "
    "chair chief secretary undersecretary speaker leader head spokesman spokeswoman spokesperson "
    "analyst economist lawyer attorney prosecutor coach manager editor author actor actress singer "
    "lawmaker legislator congressman congresswoman representative deputy activist journalist reporter "
    "professor doctor researcher scientist engineer teacher student farmer owner founder co-founder "
    "executive officer official adviser advisor aide ally opponent rival successor predecessor mentor "
    "husband wife son daughter father mother brother sister widow nephew niece cousin dictator "
    "strongman politician diplomat negotiator mediator fighter militant rebel warlord cleric priest "
    "pastor monk surgeon nurse historian writer poet artist candidate nominee resident survivor victim "
    "witness volunteer coordinator ombudsman monarch regent vice-president treasurer counsel "
    "hydrologist seismologist geologist meteorologist epidemiologist virologist veterinarian paramedic "
    "firefighter pilot".split()
)
"""Nouns that say what a person is."""
_ENDS: Final = frozenset(
    "said says told that which who whom and but or as by with after before when while of from to in on "
    "at for against between is was were are has had have been be being called named under over about "
    "like recognized recognised met than quoted replace replaced support supported urged until since "
    "where because into not nor also will would could should may might can including toward towards "
    "behind around alongside despite asked whose amid per via near among if whether then so yet both "
    "either neither become became becomes".split()
)
"""Words that end a role to the left: clauses, verbs, prepositions."""
_ARTICLES: Final = frozenset(["the", "a", "an"])
_DETERMINERS: Final = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my"])
_OF_TITLES: Final = frozenset(
    "former then late ex acting interim caretaker outgoing incoming incumbent current elected newly-elected "
    "designate ousted deposed toppled exiled jailed disgraced retired prime vice first deputy senior chief "
    "assistant associate foreign interior defence defense finance health justice education trade labour "
    "labor home state federal regional provincial national opposition rebel army police military navy party "
    "transitional longtime long-time veteran self-proclaimed self-declared co".split()
)
"""Words that may stand in lower case before a title in capitals."""
_LINKS: Final = frozenset(["of", "for", "to", "at", "in"])
_INSIDE: Final = frozenset(["of", "for", "the", "and"])
_KNOWN_INSIDE: Final = _OF_TITLES | _DETERMINERS | _INSIDE | HEADS
"""Words that a title may have besides its head."""
_WORD: Final = re.compile(r"[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*(?:\.(?=\w)\w*|(?<=\b[A-Z])\.)*")
_POSSESSIVE: Final = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s", "'", "\N{RIGHT SINGLE QUOTATION MARK}")
_REACH: Final = 100
"""Code points before or after the name in which a role is looked for."""
_MOST_WORDS: Final = 6
"""Words before the head."""
_MOST_AFTER: Final = 6
"""Words after the head (secretary `of state`)."""


class _Word(NamedTuple):
    start: int
    end: int
    low: str
    capital: bool


def called(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of `text` that say what the person named at `start` to `end` is."""
    found = _before(text, start)
    if found:
        yield found
    found = _after(text, end)
    if found:
        yield found


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [
        _Word(match.start(), match.end(), match[0].casefold(), match[0][0].isupper())
        for match in _WORD.finditer(text, start, end)
    ]


def _before(text: str, start: int) -> tuple[int, int] | None:
    """The role right before the name, or before the comma before it."""
    words = _words(text, max(0, start - _REACH), start)
    if not words:
        return None
    between = text[words[-1].end : start]
    if between not in (" ", ", "):
        return None
    # Only words with nothing but a space between them belong together.
    first = len(words) - 1
    while first and text[words[first - 1].end : words[first].start] == " ":
        first -= 1
    words = words[first:]
    head = _head_before(words)
    if head is None:
        return None
    at = head
    while at and head - at < _MOST_WORDS and words[at - 1].low not in _ENDS:
        at -= 1
        if words[at].low in _DETERMINERS:
            break
    at = max(at, _title_from(words, head))
    determined = words[at].low in _DETERMINERS or any(
        word.low.endswith(_POSSESSIVE) for word in words[at:head]
    )
    if between == ", " and not determined:
        return None
    return _without_article(words, at, head), words[-1].end


def _title_from(words: list[_Word], head: int) -> int:
    """Where a title in capitals begins: in `soldiers overthrew President` the verb is no part of it.

    A word in lower case belongs to it if it is known to, or stands right after an article or a possessive.
    """
    if not words[head].capital:
        return 0
    for at in range(head - 1, -1, -1):
        word, before = words[at].low, words[at - 1].low if at else ""
        known = words[at].capital or word in _KNOWN_INSIDE
        if known or word.endswith(_POSSESSIVE) or before in _DETERMINERS or before.endswith(_POSSESSIVE):
            continue
        return at + 1
    return 0


def _head_before(words: list[_Word]) -> int | None:
    """The last word, or the word before an `of` phrase that reaches to the end."""
    if words[-1].low in HEADS:
        return len(words) - 1
    for at in range(len(words) - 2, max(-1, len(words) - 2 - _MOST_AFTER), -1):
        if words[at].low in HEADS:
            rest = words[at + 1 :]
            fits = rest[0].low in ("of", "for") and all(word.capital or word.low in _INSIDE for word in rest)
            return at if fits and len(rest) > 1 else None
    return None


def _without_article(words: list[_Word], at: int, head: int) -> int:
    if words[at].low in _ARTICLES and at < head:
        owned = any(word.low.endswith(_POSSESSIVE) for word in words[at:head])
        return words[at].start if owned else words[at + 1].start
    if words[at].low in _ARTICLES:
        return words[at + 1].start
    return words[at].start


def _after(text: str, end: int) -> tuple[int, int] | None:
    """The role in the apposition after the name: `, a lawmaker,`."""
    if not text.startswith(", ", end):
        return None
    words = _words(text, end + 2, min(len(text), end + _REACH))
    last = 0
    while last < len(words) and (not last or text[words[last - 1].end : words[last].start] == " "):
        last += 1
    closing = text[words[last - 1].end : words[last - 1].end + 1] if last else ""
    words = words[:last]
    head = next((at for at, word in enumerate(words[: _MOST_WORDS + 1]) if word.low in HEADS), None)
    if head is None or any(word.low in _ENDS for word in words[:head]):
        return None
    while head + 1 < len(words) and words[head + 1].low in HEADS:
        head += 1
    determined = words[0].low in _DETERMINERS or words[0].capital or words[0].low.endswith(_POSSESSIVE)
    stop = _end_after(words, head)
    if not determined or (stop == len(words) and closing not in (",", ".", ";", ")", "")):
        return None
    if stop < len(words) and words[stop].low not in ("who", "whose"):
        return None
    return _without_article(words, 0, head), words[stop - 1].end


def _end_after(words: list[_Word], head: int) -> int:
    """One past the `of` phrase that follows the head, if one does."""
    stop = head + 1
    if stop < len(words) and words[stop].low in _LINKS:
        stop += 1
        while (
            stop < len(words) and stop - head <= _MOST_AFTER + 2 and words[stop].low not in ("who", "whose")
        ):
            stop += 1
    return stop
