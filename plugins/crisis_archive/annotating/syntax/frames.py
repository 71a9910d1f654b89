"""Frames: sentences as the narrator speaks them, each quoted stretch standing as one token."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from crisis_archive.text.sentences import sentence_ranges

TokenKind = Literal["word", "comma", "colon", "stop", "dash", "quote"]
_TOKEN: Final = re.compile(
    r"(?P<word>[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.&/-][^\W_]+)*)"
    r"|(?P<comma>,)|(?P<colon>:)|(?P<stop>[.;!?\N{HORIZONTAL ELLIPSIS}])"
    r"|(?P<dash>[\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}]|(?<=\s)-+(?=\s)|--)"
    r"|(?P<open>\()|(?P<close>\))"
)
_LONGEST_CLOSE: Final = 3
"""Code points of closing marks that may follow the last full stop of a sentence."""
_KINDS: Final[dict[str, TokenKind]] = {
    "word": "word",
    "comma": "comma",
    "colon": "colon",
    "stop": "stop",
    "dash": "dash",
}


class Token(NamedTuple):
    """One word, mark, or whole quoted stretch of a frame."""

    start: int
    end: int
    kind: TokenKind
    text: str
    """As it stands; of a quoted stretch the empty string."""
    low: str
    """In lower case, a possessive ending removed."""
    quote: int
    """Number of the quoted stretch; -1 for all else."""

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends in `'s`."""
        return self.text.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"))


class Frame(NamedTuple):
    """The tokens of one sentence of one paragraph."""

    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]


_token: Final = tuple.__new__
"""Makes a named tuple without going through its keyword arguments: a text has a thousand tokens."""


def masked(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The text with the inside of each stretch made one dull word, so that no rule sees into it.

    Its length stays, its first letter's case and its last mark too: they tell where sentences end.
    """
    parts = []
    done = 0
    for start, end in stretches:
        inner = text[start:end]
        head = "X" if inner[0].isupper() or not inner[0].isalpha() else "x"
        tail = inner[-1] if inner[-1] in ".,!?\N{HORIZONTAL ELLIPSIS}" else "x"
        parts += [text[done:start], (head + "x" * (len(inner) - 2) + tail) if len(inner) > 1 else "x"]
        done = end
    parts.append(text[done:])
    return "".join(parts)


def frames_of(paragraph: int, text: str, stretches: Sequence[tuple[int, int]]) -> list[Frame]:
    """The frames of a paragraph; `stretches` are the ranges inside its marks, in order, not nested."""
    plain = masked(text, stretches)
    starts = [start for start, _ in stretches]
    frames = []
    for start, end in sentence_ranges(plain):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = [(number, *stretches[number]) for number in range(first, last)]
        frames.append(Frame(paragraph, start, end, tuple(_tokens(plain, start, end, inside))))
    return frames


def _tokens(plain: str, start: int, end: int, inside: Sequence[tuple[int, int, int]]) -> list[Token]:
    tokens: list[Token] = []
    done = start
    depth = 0
    for number, first, last in inside:
        depth = _outside(plain, done, first, end, tokens, depth)
        tokens.append(Token(first, last, "quote", "", "", number))
        done = last
    _outside(plain, done, end, end, tokens, depth)
    return tokens


def _outside(plain: str, start: int, stop: int, end: int, tokens: list[Token], depth: int) -> int:
    """Append the tokens of `start` to `stop`; what stands in round brackets is left out."""
    for match in _TOKEN.finditer(plain, start, stop):
        kind = match.lastgroup or ""
        if kind == "word":
            if depth == 0:
                word = match[0]
                low = word.casefold()
                if not low.isalnum():
                    low = low.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s")
                tokens.append(_token(Token, (match.start(), match.end(), "word", word, low, -1)))
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif depth == 0 and not (match[0] == "." and end - match.end() > _LONGEST_CLOSE):
            # A full stop before the sentence's end belongs to an abbreviation (Gov. Smith).
            tokens.append(Token(match.start(), match.end(), _KINDS[kind], match[0], match[0], -1))
    return depth
