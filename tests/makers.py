"""Small texts made into records and material, by hand."""

from collections.abc import Mapping, Sequence

from crisis_archive.briefing.material import Material
from crisis_archive.model import (
    Comparison,
    Crisis,
    Entity,
    PublicationDate,
    Record,
    SeedCorrection,
    Source,
    Span,
)
from crisis_archive.text.sentences import sentence_ranges


def record(identity: str, *paragraphs: str, **more: object) -> Record:
    """A record of plain paragraphs; `more` replaces fields."""
    fields: dict[str, object] = {
        "id": identity,
        "file": f"{identity}.txt",
        "sha256": "0" * 64,
        "bytes": 1,
        "media": "text/plain",
        "encoding": "utf-8",
        "language": "en",
        "source": Source(),
        "title": f"Title of {identity}",
        "title_origin": "seed",
        "paragraphs": paragraphs,
        "lines": tuple(range(1, len(paragraphs) + 1)),
        "extracted": None,
        "edits": (),
        "doubts": (),
        "date": PublicationDate(),
        "crisis": "flood",
        "mentions": (),
        "quotes": (),
        "figures": (),
        "times": (),
        "sentences": tuple(
            Span(number, start, end)
            for number, paragraph in enumerate(paragraphs)
            for start, end in sentence_ranges(paragraph)
        ),
        "slug": identity,
        "note": None,
        "found": "\n\n".join(paragraphs),
    }
    return Record(**{**fields, **more})  # type: ignore[arg-type]  # the fields above are typed one by one


def crisis(*groups: Sequence[str], slug: str = "flood") -> Crisis:
    """A crisis of the documents in `groups`, one group an independent source."""
    documents = tuple(sorted(each for group in groups for each in group))
    return Crisis(slug, "Flood", "derived", None, None, documents, tuple(tuple(g) for g in groups), ())


def material(
    records: Sequence[Record],
    groups: Sequence[Sequence[str]] | None = None,
    *,
    entities: Sequence[Entity] = (),
    comparisons: Sequence[Comparison] = (),
    corrections: Mapping[str, SeedCorrection] | None = None,
) -> Material:
    """Material of one crisis; every record its own source unless `groups` says otherwise."""
    groups = groups or [[each.id] for each in records]
    the_crisis = crisis(*groups)
    return Material(
        crisis=the_crisis,
        records={each.id: each for each in records},
        entities={each.id: each for each in entities},
        comparisons=comparisons,
        corrections=corrections or {},
        sources={each: group[0] for group in groups for each in group},
    )
