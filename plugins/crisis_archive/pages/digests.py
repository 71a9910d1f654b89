"""Digests of the texts, entities and relations of an archive, each worked out once a build."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from crisis_archive.model import Entity, Record, Relation
from crisis_archive.pages.faces import FACES, Face, shown

_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")


class _Known(dict[str, bytes]):
    """Digests by id; one that nobody has asked for yet is worked out."""

    def __init__(self, value_of: Callable[[str], object]) -> None:
        self._value_of = value_of

    def __missing__(self, identity: str) -> bytes:
        encoded = _ENCODER.encode(self._value_of(identity))
        found = self[identity] = hashlib.sha256(encoded).digest()
        return found


class Digests:
    """Digests of values of one archive, as far as somebody has asked for them."""

    def __init__(
        self,
        records: Mapping[str, Record],
        entities: Mapping[str, Entity],
        relations: Mapping[str, tuple[Relation, ...]],
    ) -> None:
        """All by ids; relations by that of either text."""

        def of_face(face: Face) -> _Known:
            return _Known(lambda identity: shown(entities[identity], face))

        self.records = _Known(records.__getitem__)
        self.faces = {face: of_face(face) for face in FACES}
        """By face, then by the id of an entity."""
        self.relations = _Known(relations.__getitem__)
