"""The editor's word: the authority file and the `[[name]]` tables of corrections."""

from collections import defaultdict
from collections.abc import Iterator

from crisis_archive.model import Analysis, AuthorityEntity, Mention, SeedCorrection
from crisis_archive.model.readings import EntityKind
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

    def find(self, kind: EntityKind, key: tuple[str, ...]) -> Identity | None:
        """The entity that goes by these words; none where two share them and the kind does not tell."""
        ids = self._named.get(key, set())
        if len(ids) > 1:
            ids = {each for each in ids if self.by_id[each].kind == kind}
        if len(ids) != 1:
            return None
        (found,) = ids
        return Identity(self.by_id[found].kind, EDITORS + found)

    def kind_of(self, entity: str, otherwise: EntityKind) -> EntityKind:
        """The kind of an entity by its record, else by its id."""
        if entity in self.by_id:
            return self.by_id[entity].kind
        kinds: tuple[EntityKind, ...] = ("person", "organisation", "place", "group", "event")
        return next((kind for kind in kinds if entity.startswith(f"{kind}-")), otherwise)


def corrected_mentions(
    analysis: Analysis, correction: SeedCorrection, authority: Authority
) -> Iterator[Mention]:
    """Every place of the words that an editor tied to an entity, in the title and the paragraphs."""
    document = analysis.document
    for edited in correction.names:
        kind = authority.kind_of(edited.entity, "organisation")
        for number, text in enumerate((document.title, *document.paragraphs), -1):
            at = text.find(edited.text)
            while at >= 0:
                end = at + len(edited.text)
                if _is_whole(text, at, end):
                    yield Mention(number, at, end, kind, edited.entity)
                at = text.find(edited.text, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()
