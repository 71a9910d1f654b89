"""Frames: sentences as the narrator speaks them, each quoted stretch standing as one token."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from typing import Final, Literal, NamedTuple

from crisis_archive.text.sentences import sentence_ranges

TokenKind = Literal["word", "comma", "colon", "stop", "dash", "quote"]
_TOKEN: Final = re.compile(
    r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}.&/-][^\W_]+)*"
    r"|[,:.;!?\N{HORIZONTAL ELLIPSIS}()]"
    r"|[\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}]|(?<=\s)-+(?=\s)|--"
)
_LONGEST_CLOSE: Final = 3
"""Code points of closing marks that may follow the last full stop of a sentence."""
_REMEMBERED: Final = 128
"""Paragraphs whose frames are kept for the next reader of the same text."""
_LONGEST_KEPT: Final = 10_000
"""Code points: what is longer is not kept, so that what is kept stays small."""
_PIECES: Final = 2048
"""Pieces between spaces whose tokens are kept: a text has the same ones again and again."""
_LONGEST_PIECE: Final = 40
"""Code points: longer pieces are rare, and are cut each time."""
_KINDS: Final[dict[str, TokenKind]] = {
    ",": "comma",
    ":": "colon",
    **dict.fromkeys(".;!?\N{HORIZONTAL ELLIPSIS}", "stop"),
    **dict.fromkeys("\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}", "dash"),
    "--": "dash",
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


class Frame:
    """The tokens of one sentence of one paragraph; they are read when they are first asked for."""

    def __init__(self, paragraph: int, start: int, end: int, read: Callable[[], tuple[Token, ...]]) -> None:
        self.paragraph, self.start, self.end = paragraph, start, end
        self._read = read

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in order."""
        return self._read()

    def with_next(self, following: "Frame") -> "Frame":
        """This sentence and the one after it as one."""
        return Frame(self.paragraph, self.start, following.end, lambda: self.tokens + following.tokens)


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


def frames_of(paragraph: int, text: str, stretches: Sequence[tuple[int, int]]) -> tuple[Frame, ...]:
    """The frames of a paragraph; `stretches` are the ranges inside its marks, in order, not nested."""
    asked = (paragraph, text, tuple(stretches))
    return _kept_frames(*asked) if len(text) <= _LONGEST_KEPT else _frames(*asked)


def _frames(paragraph: int, text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[Frame, ...]:
    plain = masked(text, stretches)
    starts = [start for start, _ in stretches]
    frames = []
    for start, end in sentence_ranges(plain):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = [(number, *stretches[number]) for number in range(first, last)]
        frames.append(Frame(paragraph, start, end, partial(_tokens, plain, start, end, inside)))
    return tuple(frames)


_kept_frames: Final = lru_cache(maxsize=_REMEMBERED)(_frames)


def _tokens(plain: str, start: int, end: int, inside: Sequence[tuple[int, int, int]]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    done = start
    depth = 0
    for number, first, last in inside:
        depth = _outside(plain, done, first, end, tokens, depth)
        tokens.append(Token(first, last, "quote", "", "", number))
        done = last
    _outside(plain, done, end, end, tokens, depth)
    return tuple(tokens)


def _outside(plain: str, start: int, stop: int, end: int, tokens: list[Token], depth: int) -> int:
    """Append the tokens of `start` to `stop`; what stands in round brackets is left out."""
    if start and plain[start - 1].isspace():
        start -= 1  # a dash is told by the space before it
    found: list[Token] = []
    pieces = plain[start:stop].split(" ")
    last = len(pieces) - 1
    at = start
    for number, piece in enumerate(pieces):
        if piece.isalnum():
            found.append(_token(Token, (at, at + len(piece), "word", piece, piece.casefold(), -1)))
        elif piece:
            # A dash is told by the spaces around it; nothing else looks beyond its piece.
            if len(piece) <= _LONGEST_PIECE and ("-" not in piece or 0 < number < last):
                inside = _between_spaces(piece)
            else:
                inside = _cut(" " * (number > 0), piece, " " * (number < last))
            for first, after, kind, word, low, _ in inside:
                # A full stop before the sentence's end belongs to an abbreviation (Gov. Smith).
                if word != "." or end - at - after <= _LONGEST_CLOSE:
                    found.append(_token(Token, (at + first, at + after, kind, word, low, -1)))
        at += len(piece) + 1
    if depth or "(" in plain[start:stop] or ")" in plain[start:stop]:
        bracketed, depth = _in_brackets([token.text for token in found], depth)
        found = [token for place, token in enumerate(found) if place not in bracketed]
    tokens += found
    return depth


def _cut(before: str, piece: str, after: str) -> tuple[Token, ...]:
    """The tokens of a piece without spaces as if it stood at the beginning, between what is around it."""
    found = []
    for match in _TOKEN.finditer(f"{before}{piece}{after}"):
        word = match[0]
        low = word.casefold()
        kind = "dash" if word[0] == "-" else _KINDS.get(word, "word")
        if kind == "word" and not word.isalnum():
            low = low.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix("'s")
        found.append(Token(match.start() - len(before), match.end() - len(before), kind, word, low, -1))
    return tuple(found)


@lru_cache(maxsize=_PIECES)
def _between_spaces(piece: str) -> tuple[Token, ...]:
    return _cut(" ", piece, " ")


def _in_brackets(words: Sequence[str], depth: int) -> tuple[set[int], int]:
    """Numbers of the brackets and of the words between them, and how many are open at the end.

    `depth` brackets are open before the first word.
    """
    found = set()
    for at, word in enumerate(words):
        if word == "(":
            depth += 1
        if depth or word == ")":
            found.add(at)
        if word == ")":
            depth = max(0, depth - 1)
    return found, depth
