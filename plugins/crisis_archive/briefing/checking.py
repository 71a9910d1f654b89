"""The last look at a briefing before it leaves: every sentence of it stands where it says it stands."""

from collections.abc import Iterator, Mapping, Sequence

from crisis_archive.model import Briefing, Cite, Record


class CitationError(Exception):
    """A briefing says something that its cited words do not say: a fault of this program, never of a seed."""


def check_citations(briefing: Briefing, records: Mapping[str, Record]) -> None:
    """Raise `CitationError` at the first statement that is not, verbatim, the first words it cites.

    Every other citation must lie inside its text, and every entry must have one.
    """
    for what, text, cites in _statements(briefing):
        if not cites:
            raise CitationError(f"the briefing of {briefing.crisis}: {what} “{text}” cites nothing")
        if records[cites[0].document].text_at(cites[0].span) != text:
            raise CitationError(f"the briefing of {briefing.crisis}: {what} “{text}” is not what it cites")
        for cite in cites:
            _check_place(cite, records, briefing.crisis)
    for cite in _other_cites(briefing):
        _check_place(cite, records, briefing.crisis)


def _check_place(cite: Cite, records: Mapping[str, Record], crisis: str) -> None:
    record = records.get(cite.document)
    length = 0
    if record is not None and -1 <= cite.paragraph < len(record.paragraphs):
        length = len(record.title if cite.paragraph < 0 else record.paragraphs[cite.paragraph])
    if not 0 <= cite.start < cite.end <= length:
        raise CitationError(f"the briefing of {crisis}: {cite} is no place in a text")


def _statements(briefing: Briefing) -> Iterator[tuple[str, str, Sequence[Cite]]]:
    """Everything that a reader takes for a text's own words: kind, words, citations."""
    if briefing.bottom_line:
        yield "the bottom line", briefing.bottom_line.text, briefing.bottom_line.cites
    for point in briefing.points:
        yield "the highlight", point.text, point.cites
    for figure in briefing.figures:
        yield "the figure", figure.text, figure.cites
    for entry in briefing.timeline:
        yield "the day", entry.text, entry.cites
    for quotation in briefing.quotations:
        yield "the quotation", quotation.text, quotation.cites


def _other_cites(briefing: Briefing) -> Iterator[Cite]:
    for actor in briefing.actors:
        yield from actor.cites
    for name in briefing.contested_names:
        yield from name.cites
    for dispute in briefing.disputes:
        for side in dispute.sides:
            yield from side.cites
    for unknown in briefing.unknowns:
        yield from unknown.cites
