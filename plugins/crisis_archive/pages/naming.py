"""The names of one text: who each is, what this text calls them, where else they appear."""

from collections.abc import Iterable
from functools import cached_property

from crisis_archive.addresses import of_entity
from crisis_archive.model import Entity, Record, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.views import Link
from crisis_archive.pages.words import Words

MOST_ALIASES = 3


class NameView(Struct, frozen=True):
    """One name and what a card says of it."""

    link: Link
    facts: tuple[str, ...]
    """Kind and role; where it appears; other spellings."""


class Cards:
    """What the pages of texts say of the entities that they name: one text more changes few of them."""

    def __init__(self, entities: Iterable[Entity], words: Words) -> None:
        self._entities = {each.id: each for each in entities}
        self._words = words
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}

    def facts(self, entity: str, text: str) -> tuple[str, ...]:
        """What the card of an entity says beside its name, in this text; nothing of one that is not known."""
        if entity not in self._entities:
            return ()
        if entity not in self._known:
            self._known[entity] = self._everywhere(self._entities[entity])
        kind, facts = self._known[entity]
        role = self._roles.get((entity, text))
        return (self._words("names.called", kind=kind, role=role) if role else kind, *facts)

    @cached_property
    def _roles(self) -> dict[tuple[str, str], str]:
        """The first of the roles that a text gives an entity."""
        found: dict[tuple[str, str], str] = {}
        for entity in self._entities.values():
            for role in entity.roles:
                for cite in role.cites:
                    found.setdefault((entity.id, cite.document), role.text)
        return found

    def _everywhere(self, entity: Entity) -> tuple[str, tuple[str, ...]]:
        """Kind, and what holds in whatever text."""
        words = self._words
        texts = words.about("nouns.text", len(entity.documents))
        facts = [words("names.where", texts=texts, crises=words.about("nouns.crisis", len(entity.crises)))]
        if entity.aliases:
            facts.append(words("names.also", names=", ".join(entity.aliases[:MOST_ALIASES])))
        return words(f"kinds.{entity.kind}.one"), tuple(facts)


def names_in(record: Record, catalogue: Catalogue, cards: dict[str, tuple[str, ...]]) -> tuple[NameView, ...]:
    """Every entity that the text names, in the order of its first mention in the paragraphs."""
    mentioned = sorted((each for each in record.mentions if each.paragraph >= 0), key=lambda each: each.span)
    order = dict.fromkeys(each.entity for each in mentioned)
    known = (catalogue.entities[each] for each in order if each in catalogue.entities)
    return tuple(NameView(Link(of_entity(each), each.name), cards[each.id]) for each in known)
