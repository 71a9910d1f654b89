"""Quotation marks: where quoted stretches begin and end, also nested, damaged, or running over paragraphs."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_DOUBLE_OPEN: Final = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_DOUBLE_CLOSE: Final = "\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
_DOUBLE_EITHER: Final = (
    '"\N{FULLWIDTH QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}\N{DOUBLE PRIME}'
)
_SINGLE: Final = (
    "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
)
# One set of characters comes first: `re` then passes over all others at once. A lone ` is no mark.
_MARK: Final = re.compile(
    f"[`{_DOUBLE_OPEN}{_DOUBLE_CLOSE}{_DOUBLE_EITHER}{_SINGLE}](?:(?<=`)`|(?<=')'|(?<!`))"
)
_REMEMBERED: Final = 256
"""Paragraphs whose stretches are kept for the next reader of the same text."""
_LONGEST_KEPT: Final = 10_000
"""Code points: what is longer is not kept, so that what is kept stays small."""
_AFTER_CLOSING: Final = frozenset(".,;:!?)]}")
_LONGEST_SINGLE: Final = 400
"""Code points: further on, a lone apostrophe is likelier than the end of a single-quoted stretch."""


class Marked(NamedTuple):
    """A stretch between quotation marks of one paragraph; `start` and `end` exclude the marks."""

    paragraph: int
    start: int
    end: int
    level: int
    """0 at the top, 1 for a quotation within another."""
    closed: bool
    """False where the stretch runs to the end of its paragraph without a closing mark."""
    single: bool
    """Whether the marks are single ones."""


class _Open(NamedTuple):
    start: int
    single: bool
    certain: bool
    """The character itself can only open (a curly or low mark)."""


def marked_stretches(paragraphs: tuple[str, ...]) -> tuple[Marked, ...]:
    """All quoted stretches in order of start; a quotation over paragraphs gives one stretch in each."""
    found: list[Marked] = []
    for number, paragraph in enumerate(paragraphs):
        kept = _kept_stretches(paragraph) if len(paragraph) <= _LONGEST_KEPT else _in_paragraph(paragraph)
        found.extend([each._replace(paragraph=number) for each in kept])
    return tuple(found)


def is_taken_up(paragraphs: tuple[str, ...], stretch: Marked) -> bool:
    """Whether a stretch that nothing closes goes on: the next paragraph opens with a mark again."""
    following = stretch.paragraph + 1
    return following < len(paragraphs) and _MARK.match(paragraphs[following].lstrip()) is not None


def _in_paragraph(text: str) -> tuple[Marked, ...]:
    """The stretches of one paragraph, as if it were the first."""
    stack: list[_Open] = []
    found: list[Marked] = []
    for match in _MARK.finditer(text):
        single = len(match[0]) == 1 and match[0] in _SINGLE
        if single:
            _meet_single(text, match, stack, found)
        else:
            _meet_double(text, match, stack, found)
    doubles = [place for place, each in enumerate(stack) if not each.single]
    if doubles:
        # Never closed: it may go on in the next paragraph, or its mark was lost.
        start = stack[doubles[0]].start
        start += len(text[start:]) - len(text[start:].lstrip())
        end = len(text.rstrip())
        if start < end:
            found = [each for each in found if each.start < start]
            found.append(Marked(0, start, end, 0, False, False))
    return tuple(sorted(each for each in found if text[each.start : each.end].strip()))


_kept_stretches: Final = lru_cache(maxsize=_REMEMBERED)(_in_paragraph)


def _looks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether what stands around a mark lets it open, and lets it close."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not before.isalnum() and not after.isspace() and after not in _AFTER_CLOSING
    closes = not before.isspace() and not after.isalnum()
    return opens, closes


def _meet_double(text: str, match: re.Match[str], stack: list[_Open], found: list[Marked]) -> None:
    opens, closes = _looks(text, match.start(), match.end())
    inside = any(not each.single for each in stack)
    certain = match[0] in _DOUBLE_OPEN or match[0] == "``"
    if certain:
        closing = inside and not opens
    elif match[0] in _DOUBLE_CLOSE:
        closing = inside or not opens or closes
    else:
        closing = inside and (closes or not opens)
        if not inside and not opens and text[match.start() - 1 : match.start()].isalnum():
            # 6'3" is a measure, not the beginning of speech.
            return
    if closing:
        _close(text, match.start(), False, stack, found)
    elif inside and not certain and not stack[-1].certain:
        # A second straight mark that can only open: the first was never closed, so it is given up.
        stack[:] = [_Open(match.end(), False, certain)]
    else:
        stack.append(_Open(match.end(), False, certain))


def _meet_single(text: str, match: re.Match[str], stack: list[_Open], found: list[Marked]) -> None:
    opens, closes = _looks(text, match.start(), match.end())
    after = text[match.end() : match.end() + 1]
    inside = any(each.single for each in stack)
    if inside and closes and not (opens and after.isalnum()):
        _close(text, match.start(), True, stack, found)
    elif opens and not closes and match[0] != "\N{RIGHT SINGLE QUOTATION MARK}" and after.isalpha():
        stack.append(_Open(match.end(), True, match[0] != "'"))


def _close(text: str, at: int, single: bool, stack: list[_Open], found: list[Marked]) -> None:
    """Close the innermost open mark of its sort; marks opened inside it and never closed were apostrophes."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].single == single:
            opened = stack[place]
            del stack[place:]
            if single and at - opened.start > _LONGEST_SINGLE:
                return
            inner = text[opened.start : at]
            start = opened.start + len(inner) - len(inner.lstrip())
            end = at - len(inner) + len(inner.rstrip())
            if start < end:
                found.append(Marked(0, start, end, len(stack), True, single))
            return
