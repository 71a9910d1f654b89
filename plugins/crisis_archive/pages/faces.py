"""What a page shows of entities that it only names: one text more in an archive changes few such pages."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

from msgspec.structs import replace

from crisis_archive.model import Entity

Face = Literal["acting", "named"]
FACES: Final[tuple[Face, ...]] = get_args(Face)


def named(entity: Entity) -> Entity:
    """Who or what it is, and where: all that a link, a quotation or a map needs."""
    return replace(entity, aliases=(), identifiers={}, documents=(), crises=(), roles=())


def acting(entity: Entity) -> Entity:
    """The same, and what the crises call it; not where."""
    return replace(named(entity), roles=tuple(replace(each, cites=()) for each in entity.roles))


class Faces(Mapping[str, Entity]):
    """Some entities by their ids, of each no more than its face."""

    def __init__(self, entities: Mapping[str, Entity], faces: Mapping[str, Face]) -> None:
        """Ids in `faces` that are none of the entities are left out."""
        self._entities = entities
        self.faces = {each: face for each, face in faces.items() if each in entities}
        """By id, in the order given."""

    def __getitem__(self, identity: str) -> Entity:
        return shown(self._entities[identity], self.faces[identity])

    def __contains__(self, identity: object) -> bool:
        return identity in self.faces

    def __iter__(self) -> Iterator[str]:
        return iter(self.faces)

    def __len__(self) -> int:
        return len(self.faces)


def shown(entity: Entity, face: Face) -> Entity:
    """An entity as far as this face of it goes."""
    return named(entity) if face == "named" else acting(entity)
