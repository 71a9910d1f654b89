"""Joining all that is known of one text into the record that is published."""

from collections.abc import Mapping

from crisis_archive.archive.relating_stage import Records
from crisis_archive.model import (
    Analysis,
    Document,
    Doubt,
    Editorial,
    KeptRecords,
    Mention,
    PublicationDate,
    Quote,
    Record,
    SeedCorrection,
    Time,
)
from crisis_archive.relating.dating import Dating
from crisis_archive.relating.entities.resolving import Entities
from crisis_archive.relating.keeping import Told
from crisis_archive.relating.texts import Texts


def join_records(
    texts: Texts,
    editorial: Editorial,
    named: Entities,
    dating: Dating,
    crisis_of: Mapping[str, str | None],
    records: Records,
) -> KeptRecords:
    """The records of all texts, in their order."""
    corrections = {each.seed: each for each in editorial.corrections}
    told = [
        Told(
            dating.dates[each],
            crisis_of[each],
            named.mentions[each],
            named.speakers[each],
            dating.times[each],
        )
        for each in texts.ids
    ]

    def make(place: int) -> Record:
        correction = corrections.get(texts.files[place])
        return record_of(texts[place], correction=correction, **told[place]._asdict())

    return records.join(texts.ids, told, make)


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
