"""The names of one text: who each is, what this crisis calls them, where else they appear."""

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


def names_in(record: Record, catalogue: Catalogue, words: Words) -> tuple[NameView, ...]:
    """Every entity that the text names, in the order of its first mention in the paragraphs."""
    mentioned = sorted((each for each in record.mentions if each.paragraph >= 0), key=lambda each: each.span)
    order = dict.fromkeys(each.entity for each in mentioned)
    known = (catalogue.entities[each] for each in order if each in catalogue.entities)
    return tuple(
        NameView(Link(of_entity(each), each.name), tuple(_facts(each, record, words))) for each in known
    )


def _facts(entity: Entity, record: Record, words: Words) -> list[str]:
    roles = [role.text for role in entity.roles if any(cite.document == record.id for cite in role.cites)]
    kind = words(f"kinds.{entity.kind}.one")
    facts = [words("names.called", kind=kind, role=roles[0]) if roles else kind]
    texts = words.count("nouns.text", len(entity.documents))
    facts.append(words("names.where", texts=texts, crises=words.count("nouns.crisis", len(entity.crises))))
    if entity.aliases:
        facts.append(words("names.also", names=", ".join(entity.aliases[:MOST_ALIASES])))
    return facts
