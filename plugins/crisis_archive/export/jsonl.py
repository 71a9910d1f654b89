"""An archive as JSON Lines (format `crisis-archive/1`): UTF-8, one object a line, sorted, no build times."""

import hashlib
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from crisis_archive.export.schema import SCHEMA_FILE, schema
from crisis_archive.export.texts import TextLines, write_texts
from crisis_archive.model import Archive, KeptRecords, Struct

TEXTS_FILE: Final = "documents.jsonl"
# File -> the part of the archive it holds, and the fields its lines are sorted by.
_FILES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (TEXTS_FILE, "records", ("id",)),
    ("entities.jsonl", "entities", ("id",)),
    ("relations.jsonl", "relations", ("kind", "left", "right")),
    ("crises.jsonl", "crises", ("slug",)),
    ("briefings.jsonl", "briefings", ("crisis",)),
    ("comparisons.jsonl", "comparisons", ("id",)),
    ("refusals.jsonl", "refusals", ("file",)),
)
DATA_FILES: Final = (*(name for name, _, _ in _FILES), SCHEMA_FILE)
"""Names of all files that `write_data` writes."""
_BYTES_AT_ONCE: Final = 1_000_000


def write_data(
    archive: Archive, folder: Path, before: TextLines | None = None
) -> tuple[dict[str, str], TextLines | None]:
    """Write the data files and `schema.json` into `folder`, which is made where it is missing.

    Gives the SHA-256 of each by its name, in hexadecimal, and what the next build by the same code may hand
    in as `before`, if texts are kept as bytes: the schema, and where the line of each text stands in that
    file, which may be there already. Raises `OSError` where one cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = (before.schema if before else b"") or schema()
    digests = {SCHEMA_FILE: _write(folder / SCHEMA_FILE, [described])}
    texts = None
    for name, part, order in _FILES:
        structs = getattr(archive, part)
        if isinstance(structs, KeptRecords):  # sorted already
            texts = replace(write_texts(structs, folder / name, before), schema=described)
            digests[name] = texts.sha256
        else:
            digests[name] = _write(folder / name, _lines(sorted(structs, key=attrgetter(*order))))
    return digests, texts


def _lines(structs: Iterable[Struct]) -> Iterator[bytes]:
    """One line a struct: fields in the order of the type, tables (identifiers) sorted by key."""
    encoder = msgspec.json.Encoder(order="deterministic")
    lines = bytearray()
    for each in structs:
        encoder.encode_into(each, lines, -1)
        lines += b"\n"
        if len(lines) > _BYTES_AT_ONCE:
            yield bytes(lines)
            lines.clear()
    yield bytes(lines)


def _write(path: Path, parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with path.open("wb") as stream:
        for part in parts:
            digest.update(part)
            stream.write(part)
    return digest.hexdigest()
