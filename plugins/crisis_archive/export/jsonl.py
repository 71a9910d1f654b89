"""An archive as JSON Lines (format `crisis-archive/1`): UTF-8, one object a line, sorted, no build times."""

from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.export.schema import SCHEMA_FILE, schema
from crisis_archive.model import Archive, Struct

# File -> the part of the archive it holds, and the fields its lines are sorted by.
_FILES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("documents.jsonl", "records", ("id",)),
    ("entities.jsonl", "entities", ("id",)),
    ("relations.jsonl", "relations", ("kind", "left", "right")),
    ("crises.jsonl", "crises", ("slug",)),
    ("briefings.jsonl", "briefings", ("crisis",)),
    ("comparisons.jsonl", "comparisons", ("id",)),
    ("refusals.jsonl", "refusals", ("file",)),
)
DATA_FILES: Final = (*(name for name, _, _ in _FILES), SCHEMA_FILE)
"""Names of all files that `write_data` writes."""


def write_data(archive: Archive, folder: Path) -> None:
    """Write the data files and `schema.json` into `folder`, which is made where it is missing.

    Raises `OSError` where a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, part, order in _FILES:
        _write_lines(folder / name, sorted(getattr(archive, part), key=attrgetter(*order)))
    (folder / SCHEMA_FILE).write_bytes(schema())


def _write_lines(path: Path, structs: Iterable[Struct]) -> None:
    """One line a struct: fields in the order of the type, tables (identifiers) sorted by key."""
    encoder = msgspec.json.Encoder(order="deterministic")
    with path.open("wb") as stream:
        for each in structs:
            stream.write(encoder.encode(each))
            stream.write(b"\n")
