"""What the texts call an entity in each crisis: `acting president`, `lawmaker`, in their own words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from crisis_archive.model import Analysis, Cite, Crisis, Entity, Mention, Role, Span, Struct
from crisis_archive.relating.entities.calling import called
from crisis_archive.relating.entities.resolving import Entities
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.texts import Texts
from crisis_archive.text.folding import fold

_MOST: Final = 6
"""Roles shown of one entity in one crisis."""
_WHOSE: Final = frozenset("his her their its our my your".split())


class _Called(Struct, frozen=True, array_like=True):
    """Words of a text that say what an entity is, and where."""

    entity: str
    text: str
    at: Span


def with_crises(
    entities: Entities,
    crises: Sequence[Crisis],
    analyses: Sequence[Analysis],
    kept: Keeping | None = None,
) -> Entities:
    """The same entities with `crises` (slugs, sorted) and `roles` filled; each role cites its words."""
    kept = kept or nothing_kept()
    crises_of: dict[str, list[str]] = defaultdict(list)
    for crisis in sorted(crises, key=lambda each: each.slug):
        for document in crisis.documents:
            crises_of[document].append(crisis.slug)
    cites: dict[str, dict[str, dict[str, list[tuple[str, Cite]]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    texts = Texts(analyses)
    called_in = kept.each(
        "what entities are called",
        tuple[_Called, ...],
        [kept.named(each, entities.mentions) for each in texts.ids],
        lambda place: tuple(_roles_in(texts[place], entities.mentions[texts.ids[place]])),
        worth=2048,
    )
    for document, found in zip(texts.ids, called_in, strict=True):
        for each in found:
            for slug in crises_of[document]:
                cite = Cite(document, each.at.paragraph, each.at.start, each.at.end)
                cites[each.entity][slug][fold(each.text)].append((each.text, cite))

    def filled(entity: Entity) -> Entity:
        slugs = sorted({slug for document in entity.documents for slug in crises_of[document]})
        roles = [role for slug in slugs for role in _roles(slug, cites[entity.id][slug])]
        return replace(entity, crises=tuple(slugs), roles=tuple(roles))

    return replace(entities, entities=tuple(filled(entity) for entity in entities.entities))


def _roles_in(analysis: Analysis, mentions: Iterable[Mention]) -> Iterator[_Called]:
    document = analysis.document
    for mention in mentions:
        if mention.kind == "person" and mention.paragraph >= 0:
            for start, end in called(document.paragraphs[mention.paragraph], mention.start, mention.end):
                at = Span(mention.paragraph, start, end)
                text = document.text_at(at)
                # "his wife" says nothing where the sentence around it is not shown.
                if text.split()[0].casefold() not in _WHOSE:
                    yield _Called(mention.entity, text, at)


def _roles(crisis: str, found: Mapping[str, Sequence[tuple[str, Cite]]]) -> list[Role]:
    """The roles of one entity in one crisis, those that most texts give first."""

    def weight(key: str) -> tuple[int, int, str]:
        cites = [cite for _, cite in found[key]]
        return (-len({cite.document for cite in cites}), -len(cites), key)

    roles = []
    for key in sorted(found, key=weight)[:_MOST]:
        texts = sorted(text for text, _ in found[key])
        usual = max(texts, key=lambda text: (texts.count(text), text))
        # Texts write it with other capitals too: the first that is cited has these very words.
        ordered = sorted(found[key], key=lambda called: (called[0] != usual, called[1]))
        roles.append(Role(crisis, usual, tuple(cite for _, cite in ordered)))
    return roles
