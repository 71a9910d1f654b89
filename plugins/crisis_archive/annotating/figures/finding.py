"""All figures of one text."""

from bisect import bisect_right
from typing import Final

from crisis_archive.annotating.figures.claimants import Claim, Elsewhere, claimant_of
from crisis_archive.annotating.figures.context import Context, context_of, part_of_another
from crisis_archive.annotating.figures.counting import counted
from crisis_archive.annotating.figures.exclusions import excluded_by
from crisis_archive.annotating.figures.numbers import find_numbers
from crisis_archive.annotating.figures.windows import window_of
from crisis_archive.annotating.syntax.frames import frames_of
from crisis_archive.model import Document, Figure, Name, Quote, Span

SOME_OF_THEM: Final = " (some of them)"
"""Ends `counts` where a figure counts some of what the figure before it counted."""


def find_figures(
    document: Document,
    sentences: tuple[Span, ...],
    names: tuple[Name, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Figure, ...]:
    """The figures of a text in order: what counts or measures something of the events it tells of."""
    spoken: dict[int, list[Quote]] = {}
    for quote in quotes:
        spoken.setdefault(quote.paragraph, []).append(quote)
    inside: dict[int, list[Span]] = {}
    for span in sentences:
        inside.setdefault(span.paragraph, []).append(span)
    found: list[Figure] = []
    elsewhere = Elsewhere()
    for number, text in enumerate(document.paragraphs):
        reader = _Paragraph(number, text, spoken.get(number, []), inside.get(number, []))
        found.extend(reader.figures(elsewhere))
    return tuple(found)


class _Paragraph:
    """One paragraph: its sentences for the numbers, its frames for the claimants."""

    def __init__(self, number: int, text: str, quotes: list[Quote], sentences: list[Span]) -> None:
        self.number, self.text, self.quotes, self.sentences = number, text, quotes, sentences
        self.frames = frames_of(number, text, [(quote.start, quote.end) for quote in quotes])
        self.starts = [frame.start for frame in self.frames]

    def figures(self, elsewhere: Elsewhere) -> list[Figure]:
        """The figures of the paragraph; `elsewhere` is carried on from paragraph to paragraph."""
        contexts = self._contexts()
        found: list[Figure] = []
        done = 0
        for context in contexts:
            at = max(0, bisect_right(self.starts, context.number.start) - 1)
            for frame in self.frames[done:at]:
                elsewhere.leave(frame, self.text)
            done = max(done, at)
            if excluded_by(context) is None:
                found.append(self._figure(context, at, elsewhere, found[-1] if found else None))
        for frame in self.frames[done:]:
            elsewhere.leave(frame, self.text)
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
            for at, number in enumerate(inside):
                others = (*inside[max(0, at - 4) : at], *inside[at + 1 : at + 5])
                contexts.append(context_of(self.text, sentence.start, sentence.end, number, others))
        return contexts

    def _figure(self, context: Context, at: int, elsewhere: Elsewhere, before: Figure | None) -> Figure:
        number = context.number
        claim = self._claim(context, at, elsewhere)
        if claim is None and before is not None and part_of_another(context):
            claim = (
                Claim(before.claimant, before.claimant_at) if before.claimant and before.claimant_at else None
            )
        window = window_of(context)
        counts = counted(context).text
        if before is not None and part_of_another(context):
            counts = before.counts.removesuffix(SOME_OF_THEM) + SOME_OF_THEM
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

    def _claim(self, context: Context, at: int, elsewhere: Elsewhere) -> Claim | None:
        start = context.number.start
        for quote in self.quotes:
            if quote.start <= start < quote.end:
                if quote.speaker_text is None or quote.speaker_at is None:
                    return None
                pronoun = quote.speaker_text.casefold() in ("he", "she", "it", "they")
                return elsewhere.last if pronoun else Claim(quote.speaker_text, quote.speaker_at)
        if not self.frames:
            return None
        return claimant_of(self.frames[at], start, self.text, elsewhere)
