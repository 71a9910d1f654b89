"""Where the running text of a page lies among all its lines.

A dynamic programme over the lines (as for labelled sequences: the best path through the states before, body,
gap, after): a line earns or costs something as body, entering a gap inside the body and coming back costs.
The features are those of Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features
(2010): length, punctuation, the neighbours; the weights are set by hand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

from crisis_archive.cleaning.furniture.comments import SEVERAL, first_comments
from crisis_archive.cleaning.furniture.forms import ABOUT, BYLINE, DATELINE, OTHERS
from crisis_archive.cleaning.furniture.likely import likely_words
from crisis_archive.text.marks import CLOSING, ENDS, OPENING, last_mark

_LEAVE = 1.0  # cost of a gap inside the body
_RETURN = 2.0
_GAP_LINE = 0.2  # cost of each line of a gap: text far away belongs to something else
_FURNITURE = 2.0  # cost of a line that is surely furniture inside the body, and ...
_WHOLE_PAGE = 20  # ... of how many lines a page is; in less, an article with a few buttons, it costs less
_ABOUT = 8.0  # of the heading above a biography
_OTHERS = 3.0  # cost of a heading of links to other articles
_PER_SIGNATURE = 4  # lines of text in a comment
_ENOUGH = 4.0  # worth of an article above its readers' comments
_END = frozenset(ENDS + ":")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")  # written without spaces: two signs count as a word
_INNER_END = re.compile(rf"[.!?][{re.escape(CLOSING)}]?\s+[{re.escape(OPENING)}]?[^\W\d_]")

_LONGEST_HEADLINE = 160  # characters
_GLUED = re.compile(
    r"[a-z\d?!\N{RIGHT SINGLE QUOTATION MARK}](?:An?|The|This|In|On|At|As|After|For|It|He|She|They|We|When"
    r"|With|El|La|Los|Las|Un|Una|Le|Les|Une|Der|Die|Das|Ein|Eine|Il|Lo|Gli|Os?|Um|Uma) [a-z\d]"
)
_CAPITAL_INSIDE = re.compile(r"[a-z]{3}[a-z?!][A-Z][a-z]+ [A-Za-z\d]")
_SIGNED = 4.0
_NEAR_BYLINE = 6  # lines
_TURNS = 4  # lines to both sides


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


_FORM: Final = Line(Kind.FURNITURE, 0, 0, False)


def looks(lines: Sequence[str], sure: Sequence[bool]) -> list[Line]:
    """How every line looks; `sure` are those that no author writes."""
    return [
        _FORM if is_sure else look_at(line, lines[number - 1] if number else "")
        for number, (line, is_sure) in enumerate(zip(lines, sure, strict=True))
    ]


def look_at(line: str, previous: str) -> Line:
    """How a line of text, or of what may be text, looks; `previous` is the line above it."""
    wide = len(_WIDE.findall(line)) if not line.isascii() else 0
    count = len(line.split()) + wide // 2
    likely = likely_words(line)
    ends = last_mark(line.rstrip("*")) in _END
    if (count >= 6 and ends) or count >= 14:
        several = _INNER_END.search(line) is not None or wide > 40
        return Line(Kind.TEXT if several else Kind.SENTENCE, count, likely, ends)
    cut = line[0].islower() or line[0] in ",;)" or previous[-1:] in (",", "-") or (ends and count > 1)
    return Line(Kind.PIECE if cut else Kind.LABEL, count, likely, ends)


def worths(texts: Sequence[str], lines: Sequence[Line], repeated: Sequence[bool]) -> list[float]:
    """For each line how much it speaks for being running text (above 0) or furniture (below)."""
    found = []
    glued = _glued(texts)
    again = Counter(texts)
    for number, (kind, count, likely, ends) in enumerate(lines):
        if kind is Kind.FURNITURE:
            found.append(-min(_FURNITURE, len(lines) / _WHOLE_PAGE))
            continue
        if kind is Kind.LABEL:
            # After a long line without a stop it is the words of a link inside a sentence.
            above = lines[number - 1] if number else None
            value = 0.0 if above and above.kind >= Kind.SENTENCE and not above.ends else -0.8
        elif not ends and kind >= Kind.SENTENCE and _no_stop_around(lines, number):
            value = -0.4  # one of a list of headlines
        elif kind is Kind.PIECE:
            # Beside a sentence it is what a link cut out of it; in a row of its like, a menu or a table.
            value = 0.1 if _beside_text(lines, number) else -0.4
        else:
            value = min(count, 60) / (9 if kind is Kind.TEXT else 12)
            if glued[number]:
                # A headline and its blurb in one link; several of them are a list of teasers.
                value = (
                    -0.4
                    if any(glued[max(0, number - 1) : number] + glued[number + 1 : number + 2])
                    else 0.3 * value
                )
            elif (
                number
                and again[texts[number]] == 2 == again[texts[number - 1]]
                and not lines[number - 1].ends
            ):
                value = -0.4  # a headline with its blurb that stands elsewhere on the page too
            elif ends and _alone(lines, number) and (kind is Kind.SENTENCE or _in_turns(lines, number)):
                value *= 0.3  # the blurb of a teaser stands between headlines
        if repeated[number]:
            value -= 2.0
        found.append(value - likely * (1.5 if count < 40 else 0.7))
    for number in _below_bylines(texts, lines):
        found[number] += _SIGNED
    return found


def _below_bylines(texts: Sequence[str], lines: Sequence[Line]) -> set[int]:
    """The first lines of running text below a line that says who wrote it or when it was published."""
    first = set()
    for number, text in enumerate(texts):
        if len(text) < 140 and (DATELINE.fullmatch(text) or BYLINE.fullmatch(text)):
            for below in range(number + 1, min(number + _NEAR_BYLINE, len(texts) - 1)):
                if lines[below].kind >= Kind.SENTENCE:
                    if lines[below].ends and lines[below + 1].kind >= Kind.SENTENCE:
                        first.add(below)
                    break
    return first


def _glued(texts: Sequence[str]) -> list[bool]:
    """Whether a sentence begins inside a word (`Roads open againThe ministry said`): two blocks in one line.

    Where no small word shows it, names are written so too (`WhatsApp said`): then a neighbour must be alike.
    """
    weak = [_CAPITAL_INSIDE.search(text, 0, _LONGEST_HEADLINE) is not None for text in texts]
    alike = [one or other for one, other in zip([False, *weak], [*weak[1:], False], strict=False)]
    return [
        (is_weak and by) or _GLUED.search(text, 0, _LONGEST_HEADLINE) is not None
        for text, is_weak, by in zip(texts, weak, alike, strict=True)
    ]


def _in_turns(lines: Sequence[Line], number: int) -> bool:
    """Whether headlines and paragraphs take turns for long: a list of teasers."""
    around = lines[max(0, number - _TURNS) : number + _TURNS + 1]
    texts = [line.kind >= Kind.SENTENCE and line.ends for line in around]
    return len(texts) > _TURNS and all(one != other for one, other in pairwise(texts))


def _beside_text(lines: Sequence[Line], number: int) -> bool:
    around = lines[max(0, number - 2) : number + 3]
    return any(line.kind >= Kind.SENTENCE for line in around)


def _alone(lines: Sequence[Line], number: int) -> bool:
    above = lines[number - 1].kind if number else Kind.LABEL
    below = lines[number + 1].kind if number + 1 < len(lines) else Kind.LABEL
    if above is below is Kind.FURNITURE:
        # Advertisements on both sides, and text above the first: so articles are cut up, not teasers.
        return number < 2 or lines[number - 2].kind < Kind.SENTENCE
    return above <= Kind.LABEL and below <= Kind.LABEL


def _no_stop_around(lines: Sequence[Line], number: int) -> bool:
    around = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    return all(line.kind is not Kind.PIECE and not line.ends for line in around)


def body_of(texts: Sequence[str], values: Sequence[float]) -> list[bool]:
    """For each line whether it belongs to the running text. Readers' comments below an article do not."""
    others = [_cost(text) for text in texts]
    whole = _best_path(values, others)
    headings, signatures = first_comments(texts)
    ends = [(end, len(signed) - place) for signed in signatures for place, end in enumerate(signed)]
    for end, signed in sorted(ends + [(end, 0) for end in headings]):
        if not any(whole[0][end:]):
            continue
        inside, worth = _best_path(values[:end], others)
        below = sum(value > 1 for value in values[end:])
        if signed and (signed < SEVERAL or below > _PER_SIGNATURE * signed):
            continue
        least = _ENOUGH if signed else max(_ENOUGH, 0.5 * _best_path(values[end:], others[end:])[1])
        if worth >= least:
            return inside + [False] * (len(texts) - end)
    return whole[0]


def _cost(text: str) -> float:
    """What it costs a body to go on behind this line."""
    if len(text) < 100 and ABOUT.fullmatch(text):
        return _ABOUT
    return _OTHERS if len(text) < 100 and ":" not in text[:-1] and OTHERS.match(text) else 0.0


def _best_path(values: Sequence[float], others: Sequence[float]) -> tuple[list[bool], float]:
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
            into_body[0] + value - other,
            into_gap[0] - (other or _GAP_LINE),
            into_after[0],
        )
        back.append((0, into_body[1], into_gap[1], into_after[1]))
    worth, state = max((best[0], 0), (best[1], 1), (best[3], 3))
    inside = [False] * len(values)
    for number in range(len(values) - 1, -1, -1):
        inside[number] = state == 1
        state = back[number][state]
    return inside, worth
