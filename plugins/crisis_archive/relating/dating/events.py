"""Tellings of one event: which date expressions of different texts speak of the same thing.

Two tellings are tied when the same kind of event stands beside both expressions and the words around
them share a name or two other words; weekdays also when their sentences are nearly the same. Only texts
of one crisis are compared, through an index of kinds and words, never all pairs.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from crisis_archive.model import Analysis, Anchor, Name, Placed, Span, Struct, TimeExpression
from crisis_archive.relating.dating.event_kinds import kinds_of, kinds_of_word
from crisis_archive.text.folding import fold
from crisis_archive.text.reasons import reason
from crisis_archive.text.stopwords import STOP_WORDS
from crisis_archive.text.words import words

_STEM = 7
"""Letters that are compared: president and presidential, diplomats and diplomatic meet."""
_NEAR = 90
"""Code points around an expression in which its event is named."""
_STEP = 1000
"""Code points of a sentence that are read at least on either side of an expression; keeps reading linear."""
_COMMON = 60
"""A word held by more tellings of a kind than this tells nothing."""
_ALIKE = 0.55
"""Share of the shorter sentence's words from which two sentences tell the same."""
_LEANING = frozenset("he she it they this that these those el ella es er sie il elle ils ce".split())

ALIKE: Final = reason("both sentences tell the same")
ONCE: Final = frozenset({"election", "oath"})


class Telling(Struct, frozen=True):
    """A date expression with the words that say what happened then."""

    document: str
    """Empty for an editor's anchor."""
    number: int
    """Which expression of the document; 0 for an anchor."""
    expression: TimeExpression | None
    """None for an anchor."""
    sentence: Span
    kinds: frozenset[str]
    names: frozenset[str]
    """Stems of the capitalised words of the sentence that name no place, group or organisation."""
    stems: frozenset[str]
    """Stems of all content words near the expression."""
    all_stems: frozenset[str]
    """Stems of the whole sentence."""
    words: str
    """The words that name the event, for readers."""
    beside: TimeExpression | None = None
    """The expression that a distance from an event explains: `Thursday night, the day after his oath`."""

    @property
    def counts(self) -> bool:
        """Whether it counts from an event that it names: `one week after the capture`."""
        return self.expression is not None and self.expression.event is not None

    @property
    def weekday(self) -> int | None:
        """The weekday that the telling gives its event."""
        if self.expression is None or (self.expression.event and self.beside is None):
            return None
        if self.beside is None:
            return self.expression.weekday if self.expression.day is None else None
        if self.beside.weekday is None or self.expression.unit != "day":
            return None
        return (self.beside.weekday - (self.expression.offset or 0)) % 7


@lru_cache(maxsize=1 << 8)  # every date of a sentence asks for its words
def stems_of(text: str) -> tuple[frozenset[str], frozenset[str], list[str]]:
    """Stems of the content words, of those with a capital, and the folded words themselves."""
    read = list(map(_read, words(text)))
    stems = frozenset(stem for _, stem, _ in read if stem)
    return stems, frozenset(name for _, _, name in read if name), [plain for plain, _, _ in read]


@lru_cache(maxsize=1 << 14)  # the common ones come again and again
def _read(word: str) -> tuple[str, str, str]:
    """A word folded; its stem where it has content; the same where it has a capital too."""
    plain = fold(word).removesuffix("'s")
    if len(plain) < 3 or plain in STOP_WORDS or plain.isdigit():
        return plain, "", ""
    stem = plain[:_STEM]
    return plain, stem, stem if word[0].isupper() else ""


def anchor_telling(anchor: Anchor) -> Telling:
    """An editor's anchor as a telling; its day is in the anchor."""
    stems, names, folded = stems_of(anchor.event)
    return Telling("", 0, None, Span(-1, 0, 0), kinds_of(folded), names, stems, stems, anchor.event)


def tellings_of(analysis: Analysis) -> Iterator[Telling]:
    """The date expressions of a text with the words around them; those of a title have none."""
    starts = [(span.paragraph, span.start) for span in analysis.sentences]
    names = sorted((each for each in analysis.names if each.kind != "person"), key=_place)
    name_starts = [_place(each) for each in names]
    for number, expression in enumerate(analysis.times):
        order = bisect_right(starts, _place(expression)) - 1
        if order < 0 or analysis.sentences[order].paragraph != expression.paragraph:
            continue
        span = analysis.sentences[order]
        first = bisect_left(name_starts, (span.paragraph, span.start))
        last = bisect_left(name_starts, (span.paragraph, span.end))
        yield _telling(analysis, number, order, names[first:last])


def _place(placed: Placed) -> tuple[int, int]:
    return placed.paragraph, placed.start


def _telling(analysis: Analysis, number: int, order: int, shared_names: Sequence[Name]) -> Telling:
    expression = analysis.times[number]
    span = _stretch(analysis.sentences[order], expression)
    sentence = analysis.document.text_at(span)
    at, end = expression.start - span.start, expression.end - span.start
    if expression.event is not None:
        near = named = expression.event
    else:
        first, last = max(0, at - _NEAR), min(len(sentence), end + _NEAR)
        own = _without_other_events(analysis, number, span)
        near, named = own[first:at] + " " + own[end:last], sentence[first:last].strip()
    stems, _, folded = stems_of(near)
    all_stems, names, every = stems_of(sentence)
    if every and every[0] in _LEANING and order > 0:
        stems |= stems_of(analysis.document.text_at(analysis.sentences[order - 1]))[0]
    for name in shared_names:
        # Places, groups and organisations are shared by a whole crisis and tie nothing.
        names -= stems_of(analysis.document.text_at(name.span))[0]
    kinds = kinds_of(folded)
    beside = beside_of(analysis, number)
    return Telling(analysis.id, number, expression, span, kinds, names, stems, all_stems, named, beside)


def _stretch(sentence: Span, expression: TimeExpression) -> Span:
    """The sentence as far as it is read: of a list that never ends only what stands around the expression.

    It is cut at even steps, so that the expressions that stand together share their words.
    """
    middle = sentence.start + (expression.start - sentence.start) // _STEP * _STEP
    return Span(
        sentence.paragraph,
        max(sentence.start, middle - _STEP),
        min(sentence.end, max(expression.end, middle + 2 * _STEP)),
    )


def beside_of(analysis: Analysis, number: int) -> TimeExpression | None:
    """The expression just before one that counts from an event, when the two name the same day."""
    after = analysis.times[number]
    if number == 0 or after.event is None:
        return None
    before = analysis.times[number - 1]
    adjoin = before.paragraph == after.paragraph and 0 <= after.start - before.end <= 3
    return before if adjoin and before.event is None else None


def _without_other_events(analysis: Analysis, number: int, span: Span) -> str:
    """The sentence without the events that expressions beside this one count from; those are theirs."""
    sentence = analysis.document.text_at(span)
    for other in analysis.times[max(0, number - 3) : number + 4]:
        if other.event is not None and other.paragraph == span.paragraph:
            first, last = other.start - span.start, other.end - span.start + len(other.event) + 1
            if 0 <= first < len(sentence):
                last = min(last, len(sentence))
                sentence = sentence[:first] + " " * (last - first) + sentence[last:]
    return sentence


def tie(left: Telling, right: Telling) -> str | None:
    """What makes the two tell of one event, in plain words; None where nothing does.

    An editor's anchor is tied by kind and name, or by kind and two words. Two texts are tied by kind only
    for what happens once in a while and by name (`ONCE`); a crisis has too many attacks and arrests.
    """
    if left.weekday is not None and right.weekday is not None and left.weekday != right.weekday:
        return None
    if _same_event(left, right):
        return reason("both tell of the same {kind}", kind=min(left.kinds & right.kinds))
    if left.weekday is not None and left.weekday == right.weekday and left.document != right.document:
        common = len(left.all_stems & right.all_stems)
        if common >= 7 and common >= _ALIKE * min(len(left.all_stems), len(right.all_stems)):
            return ALIKE
    return None


def _same_event(left: Telling, right: Telling) -> bool:
    shared = left.kinds & right.kinds
    if not shared:
        return False
    # Words that name what happened say nothing of which one it was.
    kind_words = {
        word
        for word in (left.names & right.names) | (left.stems & right.stems)
        if kinds_of_word(word) & shared and (word in left.stems or word in right.stems)
    }
    names = (left.names & right.names) - kind_words
    others = (left.stems & right.stems) - kind_words
    if _by_an_editor(left, right) or left.counts or right.counts:
        by_name = bool(names and _by_an_editor(left, right))
        return len(others) >= 2 or by_name or _oath(left, right, names)
    if not shared & ONCE or not _both_past(left, right):
        return False
    if not _looks_back(left) or not _looks_back(right):
        return False
    return len(others) >= (1 if left.document == right.document else 2) or _oath(left, right, names)


def _looks_back(telling: Telling) -> bool:
    """Whether the words say outright which year they mean: `in 2018`, `last May`, `two years ago`."""
    each = telling.expression
    return each is None or each.year is not None or (each.offset or 0) < 0


def _oath(left: Telling, right: Telling, names: frozenset[str]) -> bool:
    """Somebody is sworn in once, and on a day: the name and the weekday are enough."""
    return (
        "oath" in left.kinds & right.kinds
        and bool(names)
        and left.weekday is not None
        and right.weekday is not None
    )


def _by_an_editor(left: Telling, right: Telling) -> bool:
    return left.expression is None or right.expression is None


def _both_past(left: Telling, right: Telling) -> bool:
    return all(each.expression is None or each.expression.tense == "past" for each in (left, right))


class TellingIndex:
    """Finds the tellings of one crisis that may be tied to a given one."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, telling in enumerate(tellings):
            for key in self._keys(telling):
                self._by_key[key].append(number)

    @staticmethod
    def _keys(telling: Telling) -> Iterator[tuple[str, str]]:
        for kind in sorted(telling.kinds):
            for stem in sorted(telling.stems | telling.names):
                yield kind, stem
        weekday = telling.expression.weekday if telling.expression else None
        if weekday is not None:
            for stem in sorted(telling.all_stems):
                yield str(weekday), stem

    def tied_to(self, telling: Telling) -> Iterator[tuple[Telling, str]]:
        """Every other telling of the same event, with what ties them."""
        near = {
            number
            for key in self._keys(telling)
            if len(numbers := self._by_key.get(key, [])) <= _COMMON
            for number in numbers
        }
        for number in sorted(near):
            other = self._tellings[number]
            if (other.document, other.number) != (telling.document, telling.number):
                why = tie(telling, other)
                if why is not None:
                    yield other, why
