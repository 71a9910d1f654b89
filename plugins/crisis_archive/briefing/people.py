"""Who is who and who says what."""

from collections import Counter

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Actor, Cite, Entity, QuotationEntry, Record
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_ACTING_KINDS = frozenset(["person", "organisation", "group"])
_MOST_ACTORS = 30
_MOST_QUOTATIONS = 60
_FEWEST_QUOTED_WORDS = 2
_MOST_CITES = 12


def actors(material: Material) -> tuple[Actor, ...]:
    """People, organisations and groups: first those that most sources name, then those most often named."""
    sources: dict[str, set[str]] = {}
    times: Counter[str] = Counter()
    cites: dict[str, list[Cite]] = {}
    for record in material.records.values():
        for mention in record.mentions:
            if _acts(material.entities[mention.entity]):
                sources.setdefault(mention.entity, set()).add(material.sources[record.id])
                times[mention.entity] += 1
                cites.setdefault(mention.entity, []).append(cite(record, mention))
    order = sorted(sources, key=lambda entity: (-len(sources[entity]), -times[entity], entity))
    return tuple(
        _actor(material.entities[entity], material, cites[entity]) for entity in order[:_MOST_ACTORS]
    )


def _acts(entity: Entity) -> bool:
    """Whether it can act: a nationality, a group that the gazetteer knows, acts through others."""
    return entity.kind in _ACTING_KINDS and not (entity.kind == "group" and entity.origin == "gazetteer")


def _actor(entity: Entity, material: Material, cites: list[Cite]) -> Actor:
    voices = set(material.sources.values())
    roles = [role for role in entity.roles if role.crisis == material.crisis.slug]
    # A rewrite's word for somebody stands only where no source has one.
    role = min(roles, key=lambda each: not any(cite.document in voices for cite in each.cites), default=None)
    return Actor(
        entity=entity.id,
        name=entity.name,
        role=role.text if role else None,
        cites=role.cites if role else tuple(cites[:_MOST_CITES]),
    )


def quotations(material: Material) -> tuple[QuotationEntry, ...]:
    """Everything quoted, once each; a rewrite's quotation only where its source has not got it."""
    entries: dict[str, tuple[Record, QuotationEntry]] = {}
    voices = set(material.sources.values())
    for record in sorted(material.records.values(), key=lambda each: (each.id not in voices, each.id)):
        for quote in record.quotes:
            text = record.text_at(quote.span)
            key = " ".join(fold(word) for word in words(text))
            if len(words(text)) < _FEWEST_QUOTED_WORDS:
                continue
            if key in entries:
                first, entry = entries[key]
                if quote.speaker == entry.speaker:
                    cites = (*entry.cites, cite(record, quote))
                    entries[key] = (first, _with_cites(entry, cites))
                    continue
                key = f"{key} {quote.speaker or quote.speaker_text}"
            entries[key] = (
                record,
                QuotationEntry(text, quote.speaker, quote.speaker_text, quote.chain, (cite(record, quote),)),
            )
    return tuple(entry for _, entry in entries.values())[:_MOST_QUOTATIONS]


def _with_cites(entry: QuotationEntry, cites: tuple[Cite, ...]) -> QuotationEntry:
    return QuotationEntry(entry.text, entry.speaker, entry.speaker_text, entry.chain, cites)
