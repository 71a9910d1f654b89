"""What was read in one text, as tables: who spoke, what was counted, which days are meant."""

from crisis_archive.addresses import cite_fragment, of_entity
from crisis_archive.model import Cite, Figure, Quote, Record, Struct, Time
from crisis_archive.model.spans import Placed
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.views import Link, shortened
from crisis_archive.pages.words import Words
from crisis_archive.text.quoted import spoken


class Reading(Struct, frozen=True):
    """One row: the words, where they stand, and what they are taken for."""

    where: str
    """Fragment of the sentence on the text's own page."""
    number: int
    """Paragraph, from 1."""
    text: str
    meaning: tuple[str | Link, ...]
    """One cell a column."""


class Readings(Struct, frozen=True):
    """All that was read in one text, in the order of the text."""

    quotes: tuple[Reading, ...]
    """Columns: speaker, who relays it."""
    figures: tuple[Reading, ...]
    """Columns: what is counted, claimant, window."""
    times: tuple[Reading, ...]
    """Columns: the day or days."""

    def __bool__(self) -> bool:
        return bool(self.quotes or self.figures or self.times)


def readings(record: Record, catalogue: Catalogue, words: Words) -> Readings:
    """The tables of one text."""
    return Readings(
        tuple(_reading(record, each, _said_by(each, catalogue, words)) for each in record.quotes),
        tuple(_reading(record, each, _counted(each, words)) for each in record.figures),
        tuple(_reading(record, each, (_days(each, words),)) for each in record.times),
    )


def _reading(record: Record, placed: Placed, meaning: tuple[str | Link, ...]) -> Reading:
    cite = Cite(record.id, placed.paragraph, placed.start, placed.end)
    whole = record.text_at(placed.span)
    text = shortened(spoken(whole) if isinstance(placed, Quote) else whole, 160)
    return Reading(cite_fragment(record, cite), placed.paragraph + 1, text, meaning)


def _said_by(quote: Quote, catalogue: Catalogue, words: Words) -> tuple[str | Link, ...]:
    speaker: str | Link = quote.speaker_text or words("quotes.nobody")
    entity = catalogue.entities.get(quote.speaker or "")
    if entity is not None:
        speaker = Link(of_entity(entity), entity.name)
    return speaker, words.listed(list(quote.chain))


def _counted(figure: Figure, words: Words) -> tuple[str | Link, ...]:
    claimant = figure.claimant or words("figures.no_claimant")
    return figure.counts, claimant, figure.window or words("figures.no_window")


def _days(time: Time, words: Words) -> str:
    if time.earliest is None or time.latest is None:
        return words("times.unknown")
    return dates.days(time.earliest, time.latest, words)
