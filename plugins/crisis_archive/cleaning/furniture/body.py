"""Where the running text of a page lies among all its lines.

A dynamic programme over the lines (as for labelled sequences: the best path through the states before, body,
gap, after): a line earns or costs something as body, entering a gap inside the body and coming back costs.
The features are those of Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features
(2010): length, punctuation, the neighbours; the weights are set by hand.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from crisis_archive.cleaning.furniture.comments import first_comments
from crisis_archive.cleaning.furniture.forms import OTHERS, is_sure, likely_words
from crisis_archive.text.marks import CLOSING, ENDS, OPENING, last_mark

_LEAVE = 1.0  # cost of a gap inside the body
_RETURN = 1.5
_GAP_LINE = 0.2  # cost of each line of a gap: text far away belongs to something else
_OTHERS = 3.0  # cost of a heading of links to other articles
_PER_SIGNATURE = 4  # lines of text in a comment
_ENOUGH = 4.0  # worth of an article above its readers' comments
_END = frozenset(ENDS + ":")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # written without spaces: two signs count as a word
_INNER_END = re.compile(rf"[.!?][{re.escape(CLOSING)}]?\s+[{re.escape(OPENING)}]?[^\W\d_]")


class Kind(IntEnum):
    """What a line looks like by form alone."""

    FURNITURE = 0
    LABEL = 1
    """Short, without a stop at its end: a menu entry, a name, a headline."""
    PIECE = 2
    """A piece of a sentence that a link cut out, or a few words with a stop."""
    SENTENCE = 3
    TEXT = 4
    """Two sentences and more."""


class Line(NamedTuple):
    """A line as the programme sees it."""

    kind: Kind
    words: int
    """Words."""
    likely: int
    """Words in it that speak of a site."""
    ends: bool
    """Whether it ends as a sentence does."""


def look_at(line: str, previous: str) -> Line:
    """A line's form; `previous` is the line above it."""
    if is_sure(line):
        return Line(Kind.FURNITURE, 0, 0, False)
    wide = len(_WIDE.findall(line)) if not line.isascii() else 0
    count = len(line.split()) + wide // 2
    likely = likely_words(line)
    ends = last_mark(line.rstrip("*")) in _END
    if (count >= 6 and ends) or count >= 14:
        several = _INNER_END.search(line) is not None or wide > 40
        return Line(Kind.TEXT if several else Kind.SENTENCE, count, likely, ends)
    cut = line[0].islower() or line[0] in ",;)" or previous[-1:] in (",", "-") or (ends and count > 1)
    return Line(Kind.PIECE if cut else Kind.LABEL, count, likely, ends)


def worths(lines: Sequence[Line], repeated: Sequence[bool]) -> list[float]:
    """For each line how much it speaks for being running text (above 0) or furniture (below)."""
    found = []
    for number, (kind, count, likely, ends) in enumerate(lines):
        if kind is Kind.FURNITURE:
            found.append(-2.0)
            continue
        if kind is Kind.LABEL:
            # After a long line without a stop it is the words of a link inside a sentence.
            above = lines[number - 1] if number else None
            value = 0.0 if above and above.kind >= Kind.SENTENCE and not above.ends else -0.8
        elif not ends and kind >= Kind.SENTENCE and _no_stop_around(lines, number):
            value = -0.4  # one of a list of headlines
        elif kind is Kind.PIECE:
            value = 0.1
        else:
            value = min(count, 60) / (9 if kind is Kind.TEXT else 12)
            if kind is Kind.SENTENCE and ends and _alone(lines, number):
                value *= 0.3  # the blurb of a teaser stands between headlines
        if repeated[number]:
            value -= 2.0
        found.append(value - likely * (1.5 if count < 40 else 0.7))
    return found


def _alone(lines: Sequence[Line], number: int) -> bool:
    above = lines[number - 1].kind if number else Kind.LABEL
    below = lines[number + 1].kind if number + 1 < len(lines) else Kind.LABEL
    return above <= Kind.LABEL and below <= Kind.LABEL


def _no_stop_around(lines: Sequence[Line], number: int) -> bool:
    around = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    return all(line.kind is not Kind.PIECE and not line.ends for line in around)


def body_of(texts: Sequence[str], values: Sequence[float]) -> list[bool]:
    """For each line whether it belongs to the running text. Readers' comments below an article do not."""
    others = [bool(len(text) < 100 and OTHERS.match(text)) for text in texts]
    whole = _best_path(values, others)
    headings, signatures = first_comments(texts)
    for end in sorted({*headings, *signatures}):
        if not any(whole[0][end:]):
            continue
        inside, worth = _best_path(values[:end], others)
        signed = [number for number in signatures if number >= end]
        below = sum(value > 1 for value in values[end:])
        if end in signatures and below > _PER_SIGNATURE * len(signed):
            continue
        least = _ENOUGH if len(signed) > 2 else max(_ENOUGH, 0.5 * _best_path(values[end:], others[end:])[1])
        if worth >= least:
            return inside + [False] * (len(texts) - end)
    return whole[0]


def _best_path(values: Sequence[float], others: Sequence[bool]) -> tuple[list[bool], float]:
    # States: 0 before, 1 body, 2 gap, 3 after. `back` remembers the best way into each state.
    low = float("-inf")
    best = (0.0, low, low, low)
    back: list[tuple[int, int, int, int]] = []
    for value, other in zip(values, others, strict=False):
        before, body, gap, after = best
        into_body = max((before, 0), (body, 1), (gap - _RETURN, 2))
        into_gap = max((body - _LEAVE, 1), (gap, 2))
        into_after = max((body, 1), (after, 3))
        best = (
            before,
            into_body[0] + value - (_OTHERS if other else 0.0),
            into_gap[0] - (_OTHERS if other else _GAP_LINE),
            into_after[0],
        )
        back.append((0, into_body[1], into_gap[1], into_after[1]))
    worth, state = max((best[0], 0), (best[1], 1), (best[3], 3))
    inside = [False] * len(values)
    for number in range(len(values) - 1, -1, -1):
        inside[number] = state == 1
        state = back[number][state]
    return inside, worth
