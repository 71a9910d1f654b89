"""The editor's word: the authority file and the `[[name]]` tables of corrections."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.msgpack import encode

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, AuthorityEntity, Mention, SeedCorrection
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.corrections import places_of
from crisis_archive.relating.entities.identity import Identity, key_words

EDITORS = "id:"
"""Begins the key of an identity that an editor gave."""


class Authority:
    """The entities of `authority.toml`, looked up by any of their names."""

    def __init__(self, entities: tuple[AuthorityEntity, ...]) -> None:
        self.by_id = {entity.id: entity for entity in entities}
        named: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                named[key_words(name)].add(entity.id)
        self._named = named
        self.key = key_of(encode(entities))
        """A hash of the whole file."""
        self._apart = {frozenset((each.id, other)) for each in entities for other in each.distinct_from}

    def find(self, kind: EntityKind, key: tuple[str, ...]) -> Identity | None:
        """The entity that goes by these words; none where two share them and the kind does not tell."""
        ids = self._named.get(key, set())
        if len(ids) > 1:
            ids = {each for each in ids if self.by_id[each].kind == kind}
        if len(ids) != 1:
            return None
        (found,) = ids
        return Identity(self.by_id[found].kind, EDITORS + found)

    def identity(self, entity: str) -> Identity:
        """The identity of an entity of the file."""
        return Identity(self.by_id[entity].kind, EDITORS + entity)

    def apart(self, one: Identity, other: Identity) -> bool:
        """Whether the file tells the bearers of two names apart: then neither may stand for the other."""
        if not self._apart:
            return False
        first, second = self.find(one.kind, one.words), self.find(other.kind, other.words)
        if first is None or second is None:
            return False
        return frozenset(each.key.removeprefix(EDITORS) for each in (first, second)) in self._apart

    def kind_of(self, entity: str, otherwise: EntityKind) -> EntityKind:
        """The kind of an entity by its record, else by its id."""
        if entity in self.by_id:
            return self.by_id[entity].kind
        kinds: tuple[EntityKind, ...] = ("person", "organisation", "place", "group", "event")
        return next((kind for kind in kinds if entity.startswith(f"{kind}-")), otherwise)


def corrected_mentions(
    analysis: Analysis, correction: SeedCorrection, authority: Authority
) -> Iterator[Mention]:
    """Every place of the words that an editor tied to an entity, in the title and the paragraphs.

    An empty entity: the words are no name.
    """
    for edited in correction.names:
        kind = authority.kind_of(edited.entity or "", "organisation")
        for place in places_of(analysis.document, edited.text):
            yield Mention(place.paragraph, place.start, place.end, kind, edited.entity or "", "editor")
