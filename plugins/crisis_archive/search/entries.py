"""Everything that can be found, by its first letter: the way in for readers without JavaScript."""

import unicodedata
from collections.abc import Iterable

from crisis_archive.model import Struct
from crisis_archive.search.listing import Told
from crisis_archive.search.records import Kind
from crisis_archive.text.folding import fold

_LISTED: frozenset[Kind] = frozenset(("text", "briefing", "entity"))
OTHER = "0-9"
"""Where entries stand that begin with no letter of the Latin alphabet."""


class Entry(Struct, frozen=True):
    """One line of the list."""

    title: str
    address: str
    kind: str
    """What it is, in the data's own word: `text`, `briefing`, or the kind of an entity."""


class Letter(Struct, frozen=True):
    """All entries under one letter, in order."""

    letter: str
    """A capital letter, or `OTHER`."""
    path: str
    """Of its page, below the site's root."""
    entries: tuple[Entry, ...]


def letters(told: Iterable[Told]) -> tuple[Letter, ...]:
    """The letters that have entries, in order; titles are sorted without accents and case."""
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    for record in told:
        if record.kind in _LISTED:
            key = fold(record.title).lstrip("\"'([“”‘«¿¡ ")
            kind = record.note if record.kind == "entity" else record.kind
            entry = Entry(record.title, record.address, kind)
            found.setdefault(_letter(key), []).append((key, record.address, entry))
    return tuple(
        Letter(
            letter,
            f"entries/{letter.lower()}.html",
            tuple(entry for _, _, entry in sorted(lines, key=lambda line: line[:2])),
        )
        for letter, lines in sorted(found.items())
    )


def _letter(key: str) -> str:
    first = unicodedata.normalize("NFKD", key[:1]).upper()
    return first if "A" <= first <= "Z" and len(first) == 1 else OTHER
