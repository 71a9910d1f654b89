"""What an editor says of the quotations and figures of one text wins over what was read in it.

A table of a correction holds for every reading that its words meet; where they meet none the editor adds
one. All of it is marked as the editor's.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from crisis_archive.model import (
    TITLE,
    Analysis,
    Document,
    EditedFigure,
    EditedQuote,
    Editorial,
    Entity,
    Figure,
    Placed,
    Quote,
    SeedCorrection,
    Span,
)
from crisis_archive.relating.texts import Texts

_PRONOUNS = frozenset("he she it they".split())
_UNTOLD = "unknown"
"""What a figure counts where nobody says."""


def places_of(document: Document, words: str) -> Iterator[Span]:
    """Every place where these words stand as whole words, in the title and the paragraphs, in order."""
    for number, text in enumerate((document.title, *document.paragraphs), TITLE):
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
                yield Span(number, at, end)
            at = text.find(words, end)


def with_corrected_readings(analysis: Analysis, correction: SeedCorrection) -> Analysis:
    """The analysis with the quotations and figures as the editor has them."""
    quotes, figures, doubts = list(analysis.quotes), list(analysis.figures), analysis.doubts
    for quote in correction.quotes:
        for place in _in_text(analysis.document, quote.text):
            quotes = _edited_quotes(quotes, place, quote)
            doubts = tuple(
                each
                for each in doubts
                if each.rule != "quotation-without-speaker"
                or not _meet(Span(each.paragraph, each.start, each.end), place)
            )
    for figure in correction.figures:
        for place in _in_text(analysis.document, figure.text):
            figures = list(_edited_figures(figures, place, figure))
    return replace(
        analysis,
        quotes=tuple(sorted(quotes, key=_place)),
        figures=tuple(sorted(figures, key=_place)),
        doubts=doubts,
    )


def unmatched(analyses: Sequence[Analysis], editorial: Editorial) -> Iterator[str]:
    """What an editor should know: words of corrections that do not stand in their text, one line each."""
    texts = Texts(analyses)
    place_of = {file: place for place, file in enumerate(texts.files)}
    for correction in editorial.corrections:
        place = place_of.get(correction.seed)
        if place is None:
            continue
        document = texts[place].document
        for kind, tables in (
            ("name", correction.names),
            ("quote", correction.quotes),
            ("figure", correction.figures),
        ):
            for table in tables:
                if next(places_of(document, table.text), None) is None:
                    yield (
                        f"content/corrections: {correction.seed}: the words of a [[{kind}]], "
                        f"{table.text!r}, do not stand in the text as it is shown; copy them from its page"
                    )


def unknown_speakers(editorial: Editorial, entities: Iterable[Entity]) -> Iterator[str]:
    """What an editor should know: speakers of corrections whom no text and no authority file names."""
    known = {entity.id for entity in entities}
    for correction in editorial.corrections:
        for quote in correction.quotes:
            if quote.speaker is not None and quote.speaker not in known:
                yield (
                    f"content/corrections: {correction.seed}: there is no entity {quote.speaker!r} for a "
                    f"[[quote]]; take an id from data/entities.jsonl, or add it to content/authority.toml"
                )


def _in_text(document: Document, words: str) -> Iterator[Span]:
    return (place for place in places_of(document, words) if place.paragraph != TITLE)


def _meet(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _place(placed: Placed) -> Span:
    return placed.span


def _edited_quotes(quotes: list[Quote], place: Span, edited: EditedQuote) -> list[Quote]:
    if not any(_meet(each.span, place) for each in quotes):
        new = Quote(place.paragraph, place.start, place.end, edited.speaker, None, None, (), origin="editor")
        return [*quotes, new]
    return [_spoken(each, edited) if _meet(each.span, place) else each for each in quotes]


def _spoken(quote: Quote, edited: EditedQuote) -> Quote:
    """The words that named another speaker go; a pronoun may stand for anybody and stays."""
    kept = edited.speaker is not None and (quote.speaker_text or "").casefold() in _PRONOUNS
    return replace(
        quote,
        speaker=edited.speaker,
        speaker_text=quote.speaker_text if kept else None,
        speaker_at=quote.speaker_at if kept else None,
        speaker_name_at=None,
        cue=quote.cue if edited.speaker is not None else None,
        chain=quote.chain if kept else (),
        origin="editor",
    )


def _edited_figures(figures: list[Figure], place: Span, edited: EditedFigure) -> Iterator[Figure]:
    met = False
    for figure in figures:
        if not _meet(figure.span, place):
            yield figure
            continue
        met = True
        if edited.counts != "":
            yield _stated(figure, edited)
    if not met and edited.counts != "" and edited.bound is not None:
        bare = Figure(*_parts(place), None, None, edited.bound, _UNTOLD, None, None)
        yield _stated(bare, edited)


def _parts(place: Span) -> tuple[int, int, int]:
    return place.paragraph, place.start, place.end


def _stated(figure: Figure, edited: EditedFigure) -> Figure:
    """The figure with what the editor states of it; the rest stays as read."""
    changed = replace(figure, origin="editor")
    if edited.bound is not None:
        changed = replace(changed, bound=edited.bound)
    if edited.low is not None or edited.high is not None:
        changed = replace(changed, low=edited.low, high=edited.high)
    if edited.counts:
        changed = replace(changed, counts=edited.counts)
    if edited.claimant is not None:
        changed = replace(changed, claimant=edited.claimant or None, claimant_at=None)
    if edited.window is not None:
        changed = replace(changed, window=edited.window or None, window_at=None)
    return changed
