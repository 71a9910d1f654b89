"""All figures of one text."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from crisis_archive.annotating.figures.claimants import Claim, Elsewhere, claimant_of
from crisis_archive.annotating.figures.context import Context, part_of_another
from crisis_archive.annotating.figures.counting import UNKNOWN, counted
from crisis_archive.annotating.figures.exclusions import excluded_by
from crisis_archive.annotating.figures.former import is_added, is_former, joined_to
from crisis_archive.annotating.figures.numbers import find_numbers
from crisis_archive.annotating.figures.windows import window_of
from crisis_archive.annotating.syntax.frames import Frame, frames_of
from crisis_archive.model import Document, Figure, Name, Quote, Span

_LANGUAGES: Final = ("en", "und")
SOME_OF_THEM: Final = " (some of them)"
"""Ends `counts` where a figure counts some of what another figure counts."""
AN_EARLIER_COUNT: Final = " (an earlier count)"
"""Ends `counts` where a figure is told as given before."""
NO_TOTALS: Final = (SOME_OF_THEM, AN_EARLIER_COUNT)


def find_figures(
    document: Document,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Figure, ...]:
    """The figures of a text in order: what counts or measures something of the events it tells of.

    None in a text of another language: the rules are of English, and 1.500 is another number in German.
    """
    if document.language.split("-")[0] not in _LANGUAGES:
        return ()
    spoken: dict[int, list[Quote]] = {}
    for quote in quotes:
        spoken.setdefault(quote.paragraph, []).append(quote)
    inside: dict[int, list[Span]] = {}
    for span in sentences:
        inside.setdefault(span.paragraph, []).append(span)
    found: list[Figure] = []

    @cache
    def frames(number: int) -> Sequence[Frame]:
        ranges = [(quote.start, quote.end) for quote in spoken.get(number, [])]
        return frames_of(number, document.paragraphs[number], ranges)

    elsewhere = Elsewhere(frames, document.paragraphs)
    for number, text in enumerate(document.paragraphs):
        reader = _Paragraph(number, text, spoken.get(number, []), inside.get(number, []), frames)
        found.extend(reader.figures(elsewhere))
    return tuple(found)


_TABLE: Final = 40
"""Numbers in one sentence: more are a table, which states nothing of who counts what."""


class _Paragraph:
    """One paragraph: its sentences for the numbers, its frames for the claimants."""

    def __init__(
        self,
        number: int,
        text: str,
        quotes: list[Quote],
        sentences: list[Span],
        frames: Callable[[int], Sequence[Frame]],
    ) -> None:
        self.number, self.text, self.quotes, self.sentences, self.frames = (
            number,
            text,
            quotes,
            sentences,
            frames,
        )

    def figures(self, elsewhere: Elsewhere) -> list[Figure]:
        """The figures of the paragraph."""
        found: list[Figure] = []
        contexts = self._contexts()
        out = {context.number for context in contexts if excluded_by(context) is not None}
        for context in contexts:
            # "from 60 to 80 dollars": the unit of both stands behind the second.
            if context.number not in out and joined_to(context) not in out:
                found.append(self._figure(context, elsewhere, found[-1] if found else None))
        return found

    def _contexts(self) -> list[Context]:
        numbers = find_numbers(self.text)
        contexts = []
        place = 0
        for sentence in self.sentences:
            inside = []
            while place < len(numbers) and numbers[place].start < sentence.end:
                inside.append(numbers[place])
                place += 1
            if len(inside) > _TABLE:
                continue
            for at, number in enumerate(inside):
                others = (*inside[max(0, at - 4) : at], *inside[at + 1 : at + 5])
                contexts.append(Context(self.text, sentence.start, sentence.end, number, others))
        return contexts

    def _figure(self, context: Context, elsewhere: Elsewhere, before: Figure | None) -> Figure:
        number = context.number
        claim = self._claim(context, elsewhere)
        if claim is None and before is not None and part_of_another(context):
            claim = (
                Claim(before.claimant, before.claimant_at) if before.claimant and before.claimant_at else None
            )
        window = window_of(context)
        counts = counted(context).text
        counts = _as_told(context, counts, before, self.text)
        return Figure(
            self.number,
            number.start,
            number.end,
            number.low,
            number.high,
            number.bound,
            counts,
            claim.text if claim else None,
            self.text[slice(*window)] if window else None,
            claim.at if claim else None,
            Span(self.number, *window) if window else None,
        )

    def _claim(self, context: Context, elsewhere: Elsewhere) -> Claim | None:
        start = context.number.start
        place = bisect_right(self.quotes, start, key=lambda each: each.start) - 1
        if place >= 0:
            quote = self.quotes[place]
            if start < quote.end:
                if quote.speaker_text is None or quote.speaker_at is None:
                    return None
                pronoun = quote.speaker_text.casefold() in ("he", "she", "it", "they")
                frame = self._frame(start)
                if pronoun and frame is not None:
                    return elsewhere.before(frame)
                return Claim(quote.speaker_text, quote.speaker_at)
        frame = self._frame(start)
        return claimant_of(frame, start, self.text, elsewhere) if frame is not None else None

    def _frame(self, start: int) -> Frame | None:
        """The frame that a place stands in."""
        frames = self.frames(self.number)
        place = max(0, bisect_right(frames, start, key=lambda each: each.start) - 1)
        return frames[place] if frames else None


def _as_told(context: Context, counts: str, before: Figure | None, text: str) -> str:
    """`counts`, with what makes the number no total; what became of an old count is what that one counted."""
    if before is not None and part_of_another(context):
        return before.counts.removesuffix(SOME_OF_THEM) + SOME_OF_THEM
    if is_former(context):
        return counts if counts == UNKNOWN else counts + AN_EARLIER_COUNT
    rose = before is not None and text[before.end : context.number.start] == " to "
    if before is not None and rose and before.counts.endswith(AN_EARLIER_COUNT):
        return before.counts.removesuffix(AN_EARLIER_COUNT)
    return counts + SOME_OF_THEM if counts != UNKNOWN and is_added(context) else counts
