"""The only way to change a text: a `Draft` applies changes and keeps the record of them.

A draft begins as the decoded seed. Rules replace stretches of the *current* text; the draft carries every
change back to its place in the seed, and where several rules touch one stretch it keeps one edit that names
them all. `replay` makes the cleaned text from the seed and the record alone.

What a blank line is: the finished text of a draft holds no white space at its ends, and its parts (title,
paragraphs) are separated by exactly two line feeds; no part holds a line feed or begins or ends with white
space. Whoever splits the replayed text at blank lines, by any definition of them, gets the same parts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from crisis_archive.model import Edit


class Replacement(NamedTuple):
    """One wish of a rule, in places of the draft's current text."""

    start: int
    end: int
    after: str
    why: str


class _Change(NamedTuple):
    """A change in places of the seed."""

    start: int
    end: int
    after: str
    rules: tuple[str, ...]
    whys: tuple[str, ...]


class Draft:
    """A text under repair: `text` is how it reads now, `edits()` what was done to it."""

    def __init__(self, text: str) -> None:
        self._seed = text
        self._changes: list[_Change] = []
        self.text = text

    @classmethod
    def resumed(cls, text: str, edits: Sequence[Edit]) -> "Draft":
        """The draft of the seed `text` as it was when `edits` were taken; raises like `replay`."""
        draft = cls(text)
        draft.text = replay(text, edits)
        starts = _line_starts(text)
        for edit in edits:
            start = starts[edit.line - 1] + edit.start
            change = _Change(start, start + len(edit.before), edit.after, edit.rules, (edit.why,))
            draft._changes.append(change)
        return draft

    def apply(self, rule: str, wishes: Iterable[Replacement]) -> bool:
        """Replace stretches of the current text, all at once; true where anything changed.

        Raises `ValueError` where two wishes overlap or one lies outside the text.
        """
        asked = sorted(wishes)
        end = 0
        for wish in asked:
            if not end <= wish.start <= wish.end <= len(self.text):
                raise ValueError(f"rule {rule}: changes overlap or lie outside the text at {wish.start}")
            end = wish.end
        asked = [wish for wish in asked if self.text[wish.start : wish.end] != wish.after]
        if not asked:
            return False
        self._changes = _merged(self._seed, self.text, self._changes, rule, asked)
        self.text = _applied(self.text, ((wish.start, wish.end, wish.after) for wish in asked))
        return True

    def origin(self, place: int) -> int:
        """The place in the seed where the current text's `place` comes from."""
        return next(self._origins((place,)))

    def _origins(self, places: Iterable[int]) -> Iterator[int]:
        """The same for many places that come in order, in one pass."""
        shift = number = 0
        for place in places:
            while number < len(self._changes):
                change = self._changes[number]
                if place < change.start + shift + len(change.after):
                    break
                shift += len(change.after) - (change.end - change.start)
                number += 1
            inside = number < len(self._changes) and place >= self._changes[number].start + shift
            yield self._changes[number].start if inside else place - shift

    def edits(self) -> tuple[Edit, ...]:
        """Every change so far, sorted, not overlapping; what one rule removed side by side is one."""
        if not self._changes:
            return ()
        starts = _line_starts(self._seed)
        edits = []
        for change in _joined_removals(self._changes):
            line = bisect_right(starts, change.start)
            before = self._seed[change.start : change.end]
            start = change.start - starts[line - 1]
            edits.append(Edit(change.rules, line, start, before, change.after, "; ".join(change.whys)))
        return tuple(edits)

    def lines_of(self, places: Iterable[int]) -> tuple[int, ...]:
        """For each place of the current text the 1-based line of the seed that it comes from.

        The places come in order.
        """
        starts = _line_starts(self._seed)
        return tuple(bisect_right(starts, origin) for origin in self._origins(places))


def replay(text: str, edits: Sequence[Edit]) -> str:
    """The cleaned text: title line (where it comes from the seed) and paragraphs, a blank line between.

    Raises `ValueError` where an edit does not fit the text: the seed or the record is not the right one.
    """
    starts = _line_starts(text)
    changes = []
    for edit in edits:
        start = starts[edit.line - 1] + edit.start if 0 < edit.line <= len(starts) else -1
        end = start + len(edit.before)
        if start < 0 or text[start:end] != edit.before:
            raise ValueError(f"line {edit.line}, {edit.start}: the text there is not {edit.before!r}")
        changes.append((start, end, edit.after))
    return _applied(text, changes)


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]


def _applied(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, after in changes:
        parts += (text[done:start], after)
        done = end
    return "".join((*parts, text[done:]))


def _merged(
    seed: str, text: str, changes: list[_Change], rule: str, wishes: list[Replacement]
) -> list[_Change]:
    """Old changes and new wishes as one sorted list in places of the seed; what touches becomes one."""
    result: list[_Change] = []
    shift = 0  # a place of the current text less its place in the seed
    for group in _groups(_placed(changes), wishes):
        start, end = group.start, group.end
        grown = sum([len(old.after) - (old.end - old.start) for old in group.old])
        if group.new:
            after = _applied(text[start:end], ((w.start - start, w.end - start, w.after) for w in group.new))
            rules = dict.fromkeys([name for old in group.old for name in old.rules] + [rule])
            whys = dict.fromkeys([why for old in group.old for why in old.whys] + [w.why for w in group.new])
            change = _Change(start - shift, end - shift - grown, after, tuple(rules), tuple(whys))
            if seed[change.start : change.end] != after:
                result.append(change)
        else:
            result += group.old
        shift += grown
    return result


@dataclass(slots=True)
class _Group:
    """Changes and wishes that touch one stretch of the current text."""

    start: int
    end: int
    old: list[_Change]
    new: list[Replacement]
    inserts: bool
    """Whether a wish in it puts something between two characters: what it touches must join it."""


def _placed(changes: list[_Change]) -> Iterator[tuple[int, int, _Change]]:
    """Every change with where it lies in the current text."""
    shift = 0
    for change in changes:
        start = change.start + shift
        yield start, start + len(change.after), change
        shift += len(change.after) - (change.end - change.start)


def _groups(old: Iterable[tuple[int, int, _Change]], new: list[Replacement]) -> Iterator[_Group]:
    every: list[tuple[int, int, _Change | Replacement]] = list(old)
    every += [(wish.start, wish.end, wish) for wish in new]
    every.sort(key=itemgetter(0, 1))  # two sorted runs: they are merged, an old change before a new one
    group: _Group | None = None
    for start, end, item in every:
        inserts = not isinstance(item, _Change) and start == end
        if group is None or start > group.end or (start == group.end and not (inserts or group.inserts)):
            if group is not None:
                yield group
            group = _Group(start, end, [], [], inserts)
        group.end = max(group.end, end)
        group.inserts |= inserts
        if isinstance(item, _Change):
            group.old.append(item)
        else:
            group.new.append(item)
    if group is not None:
        yield group


def _joined_removals(changes: list[_Change]) -> Iterator[_Change]:
    """The changes, with removals that lie side by side and have the same rules made one."""
    last: _Change | None = None
    for change in changes:
        if (
            last is not None
            and not (last.after or change.after)
            and last.end == change.start
            and last.rules == change.rules
        ):
            whys = tuple(dict.fromkeys(last.whys + change.whys))
            last = _Change(last.start, change.end, "", last.rules, whys)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last
