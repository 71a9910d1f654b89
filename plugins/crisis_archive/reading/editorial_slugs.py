"""What an editor writes that becomes a part of an address."""

from typing import Final

from crisis_archive.reading.editorial_text import Table
from crisis_archive.text.slugs import is_address_part, slug

_LISTS: Final = ("person-index", "organisation-index", "place-index", "group-index", "event-index")


def slug_of(table: Table, key: str) -> str | None:
    """A part of an address: lower-case words joined by hyphens or low lines."""
    value = table.words(key)
    if value is not None and not is_address_part(value):
        better = slug(value)
        mend = f'write "{better}"' if is_address_part(better) else "choose another"
        table.fail(key, f"{value!r} cannot be part of an address", mend)
    return value


def entity_of(table: Table, key: str) -> str | None:
    """The id of an entity: a part of an address, and not that of the list of all."""
    identity = slug_of(table, key)
    if identity in _LISTS:
        table.fail(key, f"{identity!r} would lie where the list lies", "choose another id")
    return identity
