"""Words and marks of one paragraph, cut so that names can be put together from them."""

import re
from functools import lru_cache
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
    r"[a-z]+(?![\w.'&\N{RIGHT SINGLE QUOTATION MARK}-])"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|{_APOSTROPHE}[sS]?(?![^\W_])"
    r"|[^\W_]+\.(?:com|org|net)(?![^\W_])"
    rf"|[^\W_]+(?:(?:{_APOSTROPHE}(?![sS](?![^\W_]))|[&-](?!(?:[^\W\d_]\.){{2}}))[^\W_]+)*"
    r"|\S"
)
_REMEMBERED: Final = 4096
"""Pieces between spaces whose tokens are kept: a text has the same ones again and again."""
_LONGEST_PIECE: Final = 40
"""Code points: longer pieces are rare, and are cut each time."""
_LISTING: Final = (",", "(")
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
"""Makes a named tuple without its keyword arguments: a text has a thousand tokens."""


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """All tokens of a paragraph in order; a possessive ending is one of its own.

    `offset` is added to every place.
    """
    found: list[Token] = []
    *pieces, last = text.split(" ")
    before = ""
    for piece in pieces:
        # Most pieces are words, plain or with a mark behind, and nothing else need be asked about them.
        word = piece if piece.isalpha() else piece[:-1]
        if word.isalpha() and (word is piece or piece[-1] in ",;:" or (piece[-1] == "." and word.islower())):
            end = offset + len(word)
            low = word if word.islower() and word.isascii() else word.casefold()
            found.append(_token(Token, (offset, end, word, low, word[0].isupper())))
            if word is not piece:
                mark = piece[-1]
                found.append(_token(Token, (end, end + 1, mark, mark.rstrip("."), False)))
        elif "-" in piece and before.endswith(_LISTING):
            found += _listed(f"{piece} ", offset)
        elif len(piece) > _LONGEST_PIECE:
            found += _cut(f"{piece} ", offset)
        else:
            for start, end, word, low, capital in _before_a_space(piece):
                found.append(_token(Token, (offset + start, offset + end, word, low, capital)))
        offset += len(piece) + 1
        before = piece
    found += _listed(last, offset) if before.endswith(_LISTING) else _cut(last, offset)
    return found


@lru_cache(maxsize=_REMEMBERED)
def _before_a_space(piece: str) -> tuple[Token, ...]:
    """The tokens of what stands between two spaces, as if it stood at the beginning."""
    return tuple(_cut(f"{piece} ", 0))


def _listed(text: str, offset: int) -> list[Token]:
    """As `tokens_of`, behind a comma or an opening bracket."""
    return _cut(f", {text}", offset - 2)[1:]


def _cut(text: str, offset: int) -> list[Token]:
    """As `tokens_of`, piece by piece."""
    found: list[Token] = []
    done = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue  # the full stop of the word before it
        word = match[0]
        if not word[0].isalnum():
            found.append(Token(offset + start, offset + end, word, word.casefold().rstrip("."), False))
            continue
        done = end if "." in word else _word_end(text, start, end)
        whole = text[start:done]
        low = whole.casefold().rstrip(".")
        found.append(Token(offset + start, offset + done, whole, low, _is_capital(whole)))
        if done < end:
            found += _cut(text[done:end], offset + done)
            done = end
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
