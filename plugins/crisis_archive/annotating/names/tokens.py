"""Words and marks of one paragraph, cut so that names can be put together from them."""

import re
from typing import Final, NamedTuple

from crisis_archive import gazetteer
from crisis_archive.annotating.names.lexicon import TITLES
from crisis_archive.gazetteer import STATE_ABBREVIATIONS

_APOSTROPHE: Final = "['\N{RIGHT SINGLE QUOTATION MARK}]"
# Words that keep their full stop: it does not end the name that they are part of.
_SHORTENED: Final = frozenset(
    "Mr Mrs Ms Dr Prof Rev Fr Sr Jr St Gen Col Lt Sgt Capt Cmdr Maj Adm Gov Sen Rep Hon Inc Ltd Corp Co "
    "Bros Mt Ft Mme Mlle Sra Cpl Pvt Assn Dept Univ".split()
) | frozenset(short.rstrip(".") for short in STATE_ABBREVIATIONS if short.count(".") == 1)
_DIGIT: Final = re.compile(r"\d")
_TOKEN: Final = re.compile(
    # Most words are plain: they are told first, and nothing else need be asked about them.
    r"(?P<plain>(?<![^\W_])[a-z]+(?![\w.'&\N{RIGHT SINGLE QUOTATION MARK}-]))|"
    rf"(?P<dotted>(?:[^\W\d_]\.){{2,}})"
    rf"|(?P<possessive>{_APOSTROPHE}[sS]?(?![^\W_]))"
    r"|(?P<site>[^\W_]+\.(?:com|org|net)(?![^\W_]))"
    rf"|(?P<word>[^\W_]+(?:(?:{_APOSTROPHE}(?![sS](?![^\W_]))|[&-](?!(?:[^\W\d_]\.){{2}}))[^\W_]+)*)"
    r"|(?P<mark>\S)"
)

# R-Utica, DAP-Tanjung: a party and a constituency. G-7, G20: groups of states; RM10 and F-16 are no names.
_AFFILIATION: Final = re.compile(r"[A-Z]{1,4}-[A-Z][a-z]+")
_AFTER_HYPHEN: Final = re.compile(
    r"[a-z]+(?:ed|ing)|led|born|run|style|like|area|wide|only|era|owned|held|made|built|bound|wing|hit|torn|type|"
    r"themed|aligned|friendly|free|loving|language|speaking|level|sponsored|elect|designate"
)
_NUMBERED: Final = re.compile(r"G-?\d{1,2}|[A-Z][a-z]{3,}-\d+")


class Token(NamedTuple):
    """A word or a mark."""

    start: int
    end: int
    text: str
    low: str
    """In lower case, without a final full stop."""
    capital: bool
    """Whether it is a word that may be part of a name by its capital letter."""


_token: Final = tuple.__new__
"""Makes a named tuple without its keyword arguments: most of the tokens of a text are plain words."""


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """All tokens of a paragraph in order; a possessive ending is one of its own.

    `offset` is added to every place.
    """
    found = []
    done = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        sort, word = match.lastgroup, match[0]
        if sort == "plain":
            found.append(_token(Token, (start + offset, end + offset, word, word, False)))
            continue
        capital = False
        if sort == "word":
            cut = _word_end(text, start, end)
            word = text[start:cut]
            capital = _is_capital(word)
            done = max(done, cut)
        elif sort != "mark" and sort != "possessive":
            capital = _is_capital(word)
        stop = start + len(word)
        found.append(Token(start + offset, stop + offset, word, word.casefold().rstrip("."), capital))
        if stop < end:
            found.extend(tokens_of(text[stop:end], offset + stop))
    return found


def _word_end(text: str, start: int, end: int) -> int:
    word = text[start:end]
    if text.startswith(".", end) and (
        word in _SHORTENED
        or (word.casefold() in TITLES and len(word) <= 4 and word[0].isupper())
        or (len(word) == 1 and word.isupper() and text[end + 1 : end + 2] == " ")
    ):
        return end + 1
    head, hyphen, tail = word.partition("-")
    if not hyphen:
        return end
    if _AFFILIATION.match(word) and text[max(0, start - 2) : start].rstrip().endswith(("(", ",")):
        return start + len(head)
    if gazetteer.country(head) and (gazetteer.country(tail) or tail in gazetteer.WORLD_BODIES):
        return start + len(head)
    # Of `Moscow-based` the first part is the name; `al-Assad` and `Ki-moon` are one.
    if head[0].isupper() and _AFTER_HYPHEN.fullmatch(tail):
        return start + len(head)
    return end


def _is_capital(word: str) -> bool:
    if not word.isalpha() and _DIGIT.search(word):
        return _NUMBERED.fullmatch(word) is not None
    if word[0].isupper():
        return True
    head, mark, tail = word.partition("-")
    if not mark:
        head, mark, tail = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").partition("'")
    return bool(mark) and head in ("al", "el", "as", "ar", "ad", "an", "d", "l") and tail[:1].isupper()
