"""`resolve_entities`: one entity for all spellings of one name, two for two bearers of one."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from crisis_archive.model import (
    Analysis,
    AuthorityEntity,
    Entity,
    Mention,
    Quote,
    SeedCorrection,
    Struct,
)
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.folding import fold
from crisis_archive.text.slugs import slug


class Entities(Struct, frozen=True):
    """Who is who in the archive."""

    entities: tuple[Entity, ...]
    """Sorted by id."""
    mentions: dict[str, tuple[Mention, ...]]
    """By document id, in order of place; every document has an entry."""
    speakers: dict[str, tuple[Quote, ...]]
    """By document id: its quotes with `speaker` filled where the text names one."""


def resolve_entities(
    analyses: Sequence[Analysis],
    authority: tuple[AuthorityEntity, ...],
    corrections: tuple[SeedCorrection, ...] = (),
) -> Entities:
    """Ties every name of every text to an entity; the order of `analyses` does not matter."""
    mentions: dict[str, tuple[Mention, ...]] = {}
    spellings: dict[tuple[EntityKind, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    documents: dict[tuple[EntityKind, str], set[str]] = defaultdict(set)
    for analysis in sorted(analyses, key=lambda each: each.id):
        found = []
        for name in analysis.names:
            text = analysis.document.text_at(name.span)
            key = (name.kind, slug(fold(text)))
            spellings[key][text] += 1
            documents[key].add(analysis.id)
            found.append(Mention(name.paragraph, name.start, name.end, name.kind, "-".join(key)))
        mentions[analysis.id] = tuple(found)
    entities = []
    for (kind, key), counts in sorted(spellings.items()):
        best = min(counts, key=lambda text: (-counts[text], text))
        aliases = tuple(sorted(set(counts) - {best}))
        where = tuple(sorted(documents[kind, key]))
        entities.append(Entity(f"{kind}-{key}", kind, best, aliases, "found", None, None, {}, where, (), ()))
    return Entities(
        tuple(entities), mentions, {each.id: _spoken(each, mentions[each.id]) for each in analyses}
    )


def _spoken(analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    def filled(quote: Quote) -> Quote:
        at = quote.speaker_name_at
        if at is None:
            return quote
        over = [m for m in mentions if m.paragraph == at.paragraph and m.start < at.end and at.start < m.end]
        return replace(quote, speaker=over[0].entity if over else None)

    return tuple(filled(quote) for quote in analysis.quotes)
