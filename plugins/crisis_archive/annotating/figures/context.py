"""What stands around a number: all that the rules of this room look at."""

import re
from functools import cached_property
from typing import Final

from crisis_archive.annotating.figures.numbers import Number

_REACH: Final = 240
"""Code points looked at on either side, never beyond the sentence: what keeps reading linear."""
_NEAR: Final = 100
"""Code points before a number in which the words stand that lead to it."""
_WORD: Final = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
_LAST: Final = re.compile(r"([^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*\.?) $")
_MARK: Final = re.compile(r"[.,;:!?()\N{EM DASH}\"\N{RIGHT DOUBLE QUOTATION MARK}]")
_OF_WHOLE: Final = re.compile(
    r" of (?:(?:the|its|their|his|her|our|these|those|all|some|about|nearly) "
    r"|[^\W\d_]+['\N{RIGHT SINGLE QUOTATION MARK}]s ){0,3}",
    re.IGNORECASE,
)
_OF_THOSE: Final = re.compile(
    r"\b(?:of (?:these|those|them|whom)|among them)\b(?:(?! (?:said|says?|told) )[^.;]){0,30}$"
)
_SIGNS_OF_THOSE: Final = ("of these", "of those", "of them", "of whom", "among them")
"""All that the pattern fits holds one of these: told sooner than that it does."""
_OF_THOSE_AFTER: Final = re.compile(r" of (?:these|those|them|whom)\b")


def _words_up_to_mark(following: str) -> tuple[str, ...]:
    near = _MARK.split(following, maxsplit=1)[0]
    joined = near[:1].isspace() or not near
    return tuple([word.casefold() for word in _WORD.findall(near)]) if joined else ()


class Context:
    """A number in its sentence; what is seldom asked for is made when it is."""

    def __init__(self, text: str, start: int, end: int, number: Number, others: tuple[Number, ...]) -> None:
        self.text = text
        """The paragraph."""
        self.start, self.end = start, end
        """Where the sentence begins and ends."""
        self.number = number
        self.others = others
        """The other numbers of the sentence."""
        self.first = max(start, number.start - _REACH)
        """Where the stretch begins that the rules look at."""
        self.stop = min(end, number.end + _REACH)
        """Where that stretch ends."""
        self.before = text[self.first : number.start].casefold()
        """The sentence up to the number's bounding words, in lower case."""
        self.near = self.before[-_NEAR:]
        """The end of `before`."""
        self.after = text[number.end : self.stop].casefold()
        """The sentence from the number on, in lower case."""
        self.words_after = _words_up_to_mark(text[number.end : self.stop])
        """The words that follow up to the first punctuation mark, in lower case."""
        self.next = self.words_after[0] if self.words_after else ""
        """The word right after the number; empty where a mark or nothing stands there."""

    @cached_property
    def whole(self) -> Number | None:
        """The number Y of `X of the Y passengers`: what is said after it is said of X."""
        following = next((each for each in self.others if each.start >= self.number.end), None)
        if following is None or _OF_WHOLE.fullmatch(self.text, self.number.end, following.start) is None:
            return None
        return following

    @property
    def is_whole(self) -> bool:
        """Whether it is such a Y itself: what is said after it is said of X."""
        earlier = [each for each in self.others if each.end <= self.number.start]
        return (
            bool(earlier) and _OF_WHOLE.fullmatch(self.text, earlier[-1].end, self.number.start) is not None
        )

    @cached_property
    def counted_words(self) -> tuple[str, ...]:
        """The words after the number, or after the whole that it is part of."""
        if self.whole is None:
            return self.words_after
        return _words_up_to_mark(self.text[self.whole.end : self.stop])

    @cached_property
    def sentence(self) -> str:
        """The sentence, as far as the rules look, in lower case."""
        return self.text[self.first : self.stop].casefold()

    @cached_property
    def last(self) -> str:
        """The word right before the number; empty where a mark or nothing stands there."""
        before = self.before[-40:]
        # Only what stands behind the last space but one can be that word.
        match = _LAST.search(before, before.rfind(" ", 0, -1) + 1) if before.endswith(" ") else None
        return match[1] if match else ""

    @property
    def value(self) -> float | int:
        """The number itself, whatever its bound; 0 for a verbal one."""
        found = self.number.low if self.number.low is not None else self.number.high
        return found if found is not None else 0


def part_of_another(context: Context) -> bool:
    """Whether the number counts some of what the number before it counted (of these, eight of them)."""
    is_told = any(sign in context.near for sign in _SIGNS_OF_THOSE)
    return bool((is_told and _OF_THOSE.search(context.near)) or _OF_THOSE_AFTER.match(context.after))
