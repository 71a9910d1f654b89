"""Words and marks of one paragraph, cut so that names can be put together from them."""

import re
from itertools import accumulate, repeat
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
    # One group alone: a split by it gives the gaps and the tokens in turn.
    # Most words are plain: they are told first, and nothing else need be asked about them.
    r"([a-z]+(?![\w.'&\N{RIGHT SINGLE QUOTATION MARK}-])"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|{_APOSTROPHE}[sS]?(?![^\W_])"
    r"|[^\W_]+\.(?:com|org|net)(?![^\W_])"
    rf"|[^\W_]+(?:(?:{_APOSTROPHE}(?![sS](?![^\W_]))|[&-](?!(?:[^\W\d_]\.){{2}}))[^\W_]+)*"
    r"|\S)"
)
_MARKS: Final = frozenset(
    ". , ; : ! ? ( ) \" ' ` - $ % & / \N{RIGHT SINGLE QUOTATION MARK} \N{LEFT SINGLE QUOTATION MARK} "
    "\N{LEFT DOUBLE QUOTATION MARK} \N{RIGHT DOUBLE QUOTATION MARK} \N{EN DASH} \N{EM DASH} "
    "'s \N{RIGHT SINGLE QUOTATION MARK}s".split()
)
"""The common tokens that are no words; as good as all marks of a text."""
_LOW_OF_MARK: Final = {".": ""}

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
    pieces = _TOKEN.split(text)
    words = pieces[1::2]
    places = list(accumulate(map(len, pieces), initial=offset))
    lows = map(_LOW_OF_MARK.get, words, words)
    # All of them as if they were plain; what is not is put right afterwards, from the last to the first, so
    # that the numbers of those still to come stay.
    found = list(map(_token, repeat(Token), zip(places[1::2], places[2::2], words, lows, repeat(False))))
    ascii_only = text.isascii()
    special = [
        at
        for at, word in enumerate(words)
        if not (word.islower() and word.isalpha() and (ascii_only or word.isascii())) and word not in _MARKS
    ]
    for at in reversed(special):
        start, end, word = found[at][:3]
        if word.isalpha() and not text.startswith(".", end - offset):
            found[at] = _token(Token, (start, end, word, word.casefold(), word[0].isupper()))
        else:
            _put_right(text, offset, found, at)
    return found


def _put_right(text: str, offset: int, found: list[Token], at: int) -> None:
    """Replace a token that is more than a plain word or mark by what it is, or by the parts that it has."""
    start, end, word = found[at][:3]
    if not word[0].isalnum():
        found[at] = Token(start, end, word, word.casefold().rstrip("."), False)
        return
    cut = end - offset if "." in word else _word_end(text, start - offset, end - offset)
    whole = text[start - offset : cut]
    token = Token(start, cut + offset, whole, whole.casefold().rstrip("."), _is_capital(whole))
    if cut + offset > end:
        found[at : at + 2] = [token]  # with its full stop
    elif cut + offset < end:
        found[at : at + 1] = [token, *tokens_of(text[cut : end - offset], cut + offset)]
    else:
        found[at] = token


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
