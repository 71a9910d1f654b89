"""What stands around a number: all that the rules of this room look at."""

import re
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.numbers import Number

_REACH: Final = 240
"""Code points looked at on either side, never beyond the sentence: what keeps reading linear."""
_WORD: Final = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")


class Context(NamedTuple):
    """A number in its sentence."""

    text: str
    """The paragraph."""
    start: int
    """Where the sentence begins."""
    end: int
    """Where the sentence ends."""
    number: Number
    before: str
    """The sentence up to the number's bounding words, in lower case."""
    after: str
    """The sentence from the number on, in lower case."""
    words_after: tuple[str, ...]
    """The words that follow up to the first punctuation mark, in lower case."""
    others: tuple[Number, ...]
    """The other numbers of the sentence."""

    @property
    def sentence(self) -> str:
        """The sentence, as far as the rules look."""
        return self.text[self.first : self.stop]

    @property
    def first(self) -> int:
        """Where the stretch begins that the rules look at."""
        return max(self.start, self.number.start - _REACH)

    @property
    def stop(self) -> int:
        """Where that stretch ends."""
        return min(self.end, self.number.end + _REACH)

    @property
    def last(self) -> str:
        """The word right before the number; empty where a mark or nothing stands there."""
        match = re.search(r"([^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*\.?) $", self.before[-40:])
        return match[1] if match else ""

    @property
    def next(self) -> str:
        """The word right after the number; empty where a mark or nothing stands there."""
        return self.words_after[0] if self.words_after else ""

    @property
    def value(self) -> float | int:
        """The number itself, whatever its bound; 0 for a verbal one."""
        found = self.number.low if self.number.low is not None else self.number.high
        return found if found is not None else 0


def context_of(text: str, start: int, end: int, number: Number, others: tuple[Number, ...]) -> Context:
    """The context of a number of the sentence `start` to `end`."""
    after = text[number.end : min(end, number.end + _REACH)]
    before = text[max(start, number.start - _REACH) : number.start]
    near = re.split(r"[.,;:!?()\N{EM DASH}\"\N{RIGHT DOUBLE QUOTATION MARK}]", after, maxsplit=1)[0]
    joined = near[:1].isspace() or not near
    found = tuple(word.casefold() for word in _WORD.findall(near)) if joined else ()
    return Context(text, start, end, number, before.casefold(), after.casefold(), found, others)


def part_of_another(context: Context) -> bool:
    """Whether the number counts some of what the number before it counted (of these, eight of them)."""
    return bool(
        re.search(r"\b(?:of (?:these|those|them|whom)|among them)\b[^.;]{0,30}$", context.before)
        or re.match(r" of (?:these|those|them|whom)\b", context.after)
    )
