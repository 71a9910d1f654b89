"""Garbled letters: UTF-8 that was once read in another code page (`Tomás` that became `Tomรกs`).

A run of characters above ASCII is taken back to bytes through each code page that could have garbled it and
read as UTF-8. It is repaired where the evidence is strong: the bytes are valid, the found characters are
unlike a real word, the result is like one, and the rest of the text is not written in the found script.
ftfy (Robyn Speer) knows whole lines that were garbled and lost bytes, in the code pages it covers.
"""

import re
from collections import Counter
from typing import NamedTuple

from crisis_archive.cleaning.mojibake import known, lost
from crisis_archive.cleaning.mojibake.codepages import possible_codecs, reread
from crisis_archive.cleaning.mojibake.evidence import (
    ENOUGH,
    SAME_PAGE,
    SAME_PAGE_STRONG,
    STRONG,
    strength,
)
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.letters import PUNCTUATION, script_of
from crisis_archive.text.reasons import reason

_RUN = re.compile(r"[^\x00-\x7f]+")
_WORD_BEFORE = re.compile(r"[A-Za-z]*\Z")
_WORD_AFTER = re.compile(r"[A-Za-z]*")
_GAP = re.compile(r"[^\w'’-]")
_SHORT = 40  # characters
_MOST_TIMES = 3  # a text may have been garbled more than once


class Reading(NamedTuple):
    """One way to read a garbled run."""

    start: int
    end: int
    after: str
    codec: str
    score: float


def run(draft: Draft, page: Page) -> None:
    """Repair what is surely garbled."""
    if draft.text.isascii():
        return
    lost.mend(draft)
    for _ in range(_MOST_TIMES):
        changed = known.mend_whole_lines(draft)
        readings = garbled(draft.text)
        changed |= draft.apply("mojibake", [Replacement(r.start, r.end, r.after, _why(r)) for r in readings])
        if not changed:
            break
    known.mend_pieces(draft)


def garbled(text: str) -> list[Reading]:
    """The runs to repair, each with its best reading, in order."""
    runs = [match.span() for match in _RUN.finditer(text)]
    options = [_readings(text, start, end) for start, end in runs]
    if len(text) < _SHORT:
        # Hardly a word around it: where two code pages give two letters nobody can tell.
        options = [found if len({each.after for each in found}) == 1 else [] for found in options]
    native = _native_words(text, [span for span, found in zip(runs, options, strict=True) if not found])
    scored = [[_scored(text, reading, native) for reading in found] for found in options]
    some, strong = _pages(scored, ENOUGH), _pages(scored, STRONG)

    def total(reading: Reading) -> float:
        others = some[reading.codec] - (reading.score >= ENOUGH)
        strong_others = strong[reading.codec] - (reading.score >= STRONG)
        return reading.score + (SAME_PAGE_STRONG if strong_others else SAME_PAGE if others else 0.0)

    best = [max(found, key=lambda r: (total(r), some[r.codec])) for found in scored if found]
    return _whole_words(text, [(reading, total(reading) >= ENOUGH) for reading in best])


def _pages(scored: list[list[Reading]], least: float) -> Counter[str]:
    """In how many runs each code page reaches a strength."""
    return Counter(codec for found in scored for codec in {r.codec for r in found if r.score >= least})


def _whole_words(text: str, judged: list[tuple[Reading, bool]]) -> list[Reading]:
    """The readings to carry out; a word is repaired as a whole or left as it is."""
    chosen: list[Reading] = []
    word: list[tuple[Reading, bool]] = []
    for reading, repair in judged:
        if word and _GAP.search(text, word[-1][0].end, reading.start):
            chosen += [each for each, _ in word] if all(good for _, good in word) else []
            word = []
        word.append((reading, repair))
    return chosen + ([each for each, _ in word] if all(good for _, good in word) else [])


def _readings(text: str, start: int, end: int) -> list[Reading]:
    """Every way to read a run; clean quotation marks and dashes at its ends may be left out."""
    run = text[start:end]
    if len(run) == 1 and run < "\u2e80":
        return []
    found = []
    firsts = [0]
    while run[firsts[-1]] in PUNCTUATION and firsts[-1] + 1 < len(run):
        firsts.append(firsts[-1] + 1)
    lasts = [len(run)]
    while run[lasts[-1] - 1] in PUNCTUATION and lasts[-1] > 1:
        lasts.append(lasts[-1] - 1)
    for first in firsts:
        for codec in possible_codecs(run[first:]):
            for last in lasts:
                after = reread(run[first:last], codec) if last > first else None
                if after is not None and after != run[first:last]:
                    found.append(Reading(start + first, start + last, after, codec, 0.0))
                    break
    return found


def _scored(text: str, reading: Reading, native: Counter[str]) -> Reading:
    left = _WORD_BEFORE.search(text, max(0, reading.start - 30), reading.start)
    right = _WORD_AFTER.match(text, reading.end)
    before = text[reading.start : reading.end]
    scripts = {script for script in map(script_of, before) if script}
    others = max((native[script] for script in scripts), default=0)
    score = strength(left[0] if left else "", before, reading.after, right[0] if right else "", others)
    return reading._replace(score=score)


def _native_words(text: str, runs: list[tuple[int, int]]) -> Counter[str]:
    """How many runs that cannot be garbled are written in each script but Latin."""
    return Counter(
        script
        for start, end in runs
        for script in {script_of(char) for char in text[start : min(end, start + 20)]}
        if script and script != "latin"
    )


def _why(reading: Reading) -> str:
    return reason("Letters garbled on the way here: UTF-8 that was read as {codec}.", codec=reading.codec)
