"""Who is who and who says what."""

from collections import Counter

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Actor, Cite, Entity, QuotationEntry, Quote, Record, Role
from crisis_archive.text.folding import fold
from crisis_archive.text.quoted import spoken
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
    role = _role(entity, material)
    return Actor(
        entity=entity.id,
        name=entity.name,
        role=role.text if role else None,
        cites=role.cites if role else tuple(cites[:_MOST_CITES]),
    )


def _role(entity: Entity, material: Material) -> Role | None:
    """What most texts call somebody; `Norwegian President` says more than `President`, and stands for it."""
    voices = set(material.sources.values())
    roles = [role for role in entity.roles if role.crisis == material.crisis.slug]
    # A rewrite's word for somebody stands only where no source has one.
    roles.sort(key=lambda each: not any(cite.document in voices for cite in each.cites))
    return next((role for role in roles if _says_more(role.text, roles[0].text)), roles[0]) if roles else None


def _says_more(role: str, other: str) -> bool:
    """Whether a role is another one with words before or after it."""
    more, less = f" {fold(role)} ", f" {fold(other)} "
    return more != less and less in more


def quotations(material: Material) -> tuple[QuotationEntry, ...]:
    """Everything quoted, once each; a rewrite's quotation only where its source has not got it."""
    entries: dict[str, tuple[Record, QuotationEntry]] = {}
    voices = set(material.sources.values())
    for record in sorted(material.records.values(), key=lambda each: (each.id not in voices, each.id)):
        for quote in record.quotes:
            text = spoken(record.text_at(quote.span))
            place = _spoken_at(record, quote)
            key = " ".join(fold(word) for word in words(text))
            if len(words(text)) < _FEWEST_QUOTED_WORDS:
                continue
            if key in entries:
                first, entry = entries[key]
                if quote.speaker == entry.speaker:
                    cites = (*entry.cites, place)
                    entries[key] = (first, _with_cites(entry, cites))
                    continue
                key = f"{key} {quote.speaker or quote.speaker_text}"
            entries[key] = (
                record,
                QuotationEntry(text, quote.speaker, quote.speaker_text, quote.chain, (place,)),
            )
    return tuple(entry for _, entry in entries.values())[:_MOST_QUOTATIONS]


def _spoken_at(record: Record, quote: Quote) -> Cite:
    length = len(spoken(record.text_at(quote.span)))
    return Cite(record.id, quote.paragraph, quote.start, quote.start + length)


def _with_cites(entry: QuotationEntry, cites: tuple[Cite, ...]) -> QuotationEntry:
    return QuotationEntry(entry.text, entry.speaker, entry.speaker_text, entry.chain, cites)
