"""Who is who: the names of all texts tied to the entities of the archive."""

from crisis_archive.relating.entities.resolving import Entities, resolve_entities
from crisis_archive.relating.entities.roles import with_crises

__all__ = ["Entities", "resolve_entities", "with_crises"]
