"""What the texts call an entity in each crisis."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from crisis_archive.model import Analysis, Crisis, Entity
from crisis_archive.relating.entities.resolving import Entities


def with_crises(entities: Entities, crises: Sequence[Crisis], analyses: Sequence[Analysis]) -> Entities:
    """The same entities with `crises` (slugs, sorted) and `roles` filled."""
    crises_of: dict[str, list[str]] = defaultdict(list)
    for crisis in sorted(crises, key=lambda each: each.slug):
        for document in crisis.documents:
            crises_of[document].append(crisis.slug)

    def filled(entity: Entity) -> Entity:
        slugs = sorted({slug for document in entity.documents for slug in crises_of[document]})
        return replace(entity, crises=tuple(slugs))

    return replace(entities, entities=tuple(filled(entity) for entity in entities.entities))
