"""Joining all that is known of one text into the record that is published."""

from msgspec.structs import replace

from crisis_archive.draft import Draft, Replacement
from crisis_archive.model import (
    TITLE,
    Analysis,
    Document,
    Doubt,
    Evidence,
    Mention,
    PublicationDate,
    Quote,
    Record,
    SeedCorrection,
    Source,
    Time,
)
from crisis_archive.relating.corrections import with_corrected_readings
from crisis_archive.text.reasons import reason


def corrected(analysis: Analysis, correction: SeedCorrection | None) -> Analysis:
    """The analysis with what the editor states of its title, source, date, quotations and figures."""
    if correction is None:
        return analysis
    if correction.title is not None:
        analysis = _retitled(analysis, correction.title)
    document = analysis.document
    if correction.publisher or correction.author or correction.url:
        document = replace(
            document,
            source=Source(
                publisher=correction.publisher or document.source.publisher,
                author=correction.author or document.source.author,
                url=correction.url or document.source.url,
                origin="editor",
            ),
        )
    if correction.date is not None:
        proof = Evidence("", TITLE, 0, 0, "editor", reason("an editor gave this date"))
        document = replace(document, date=PublicationDate(*correction.date, "editor", (proof,)))
    return with_corrected_readings(replace(analysis, document=document), correction)


def _retitled(analysis: Analysis, title: str) -> Analysis:
    """The analysis under an editor's title; what was read in the old title goes with it.

    A title line of the seed itself is taken out of the text by an edit: an editor's title is no part of the
    replay, so the paragraphs alone must come out of it.
    """
    old = analysis.document
    edits = old.edits
    if old.title_origin == "seed":
        draft = Draft.resumed(old.seed.text, old.edits)
        end = min(len(old.title) + len("\n\n"), len(draft.text))
        draft.apply("editor", [Replacement(0, end, "", reason("The editor gives this text another title."))])
        edits = draft.edits()
    doubts = tuple(each for each in old.doubts if each.paragraph != TITLE)
    return replace(
        analysis,
        document=replace(old, title=title, title_origin="editor", edits=edits, doubts=doubts),
        names=tuple(each for each in analysis.names if each.paragraph != TITLE),
        quotes=tuple(each for each in analysis.quotes if each.paragraph != TITLE),
        figures=tuple(each for each in analysis.figures if each.paragraph != TITLE),
        times=tuple(each for each in analysis.times if each.paragraph != TITLE),
        doubts=tuple(each for each in analysis.doubts if each.paragraph != TITLE),
    )


def record_of(
    analysis: Analysis,
    *,
    correction: SeedCorrection | None,
    date: PublicationDate,
    crisis: str | None,
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    times: tuple[Time, ...],
) -> Record:
    """One line of `documents.jsonl`."""
    document = analysis.document
    seed = document.seed
    return Record(
        id=seed.id,
        file=seed.file,
        sha256=seed.sha256,
        bytes=seed.bytes,
        media=seed.media,
        encoding=seed.encoding,
        language=document.language,
        source=document.source,
        title=document.title,
        title_origin=document.title_origin,
        paragraphs=document.paragraphs,
        lines=document.lines,
        extracted=tuple(seed.text.split("\n")) if seed.media == "text/html" else None,
        edits=document.edits,
        doubts=_sorted_doubts(document, analysis.doubts),
        date=date,
        crisis=crisis,
        mentions=mentions,
        quotes=quotes,
        figures=analysis.figures,
        times=times,
        sentences=analysis.sentences,
        slug=correction.slug if correction and correction.slug else seed.id,
        note=correction.note if correction else None,
        found=seed.text,
    )


def _sorted_doubts(document: Document, more: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    both = {*document.doubts, *more}
    return tuple(sorted(both, key=lambda doubt: (doubt.paragraph, doubt.start, doubt.end, doubt.rule)))
