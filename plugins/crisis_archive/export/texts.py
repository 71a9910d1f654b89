"""The lines of texts, taken over from the last `documents.jsonl` where a text is what it was."""

import hashlib
from collections.abc import Iterator
from itertools import accumulate, groupby
from pathlib import Path
from typing import IO, Final

import msgspec

from crisis_archive.model import KeptRecords

_BYTES_AT_ONCE: Final = 1_000_000


class TextLines(msgspec.Struct, frozen=True):
    """A file with a line for each text."""

    sha256: str
    """Of the file, as hexadecimal digits."""
    texts: tuple[bytes, ...]
    """Hashes of the texts, in order."""
    sizes: tuple[int, ...]
    """How many bytes each line has."""
    schema: bytes = b""
    """What `schema.json` has; it rests on the code alone."""


def write_texts(records: KeptRecords, path: Path, before: TextLines | None) -> TextLines:
    """Write the file anew; where it is there already it is that of `before`, and nothing is written into it.

    Raises `OSError`.
    """
    texts = tuple(records.digest(place) for place in range(len(records)))
    if before is None or not path.exists():
        with path.open("wb") as stream:
            return _write(stream, texts, _encoded(records, range(len(records))))
    if texts == before.texts:
        return before
    with path.open("rb") as old:
        path.unlink()  # a link to a file of the site that stands
        with path.open("xb") as stream:
            return _write(stream, texts, _taken_over(records, texts, before, old))


Part = tuple[bytes, list[int]]
"""Some bytes, and the sizes of the lines that end in them."""


def _write(stream: IO[bytes], texts: tuple[bytes, ...], parts: Iterator[Part]) -> TextLines:
    digest = hashlib.sha256()
    sizes: list[int] = []
    for part, some in parts:
        digest.update(part)
        stream.write(part)
        sizes += some
    return TextLines(digest.hexdigest(), texts, tuple(sizes))


def _encoded(records: KeptRecords, places: range) -> Iterator[Part]:
    """Lines as `jsonl` writes them."""
    encoder = msgspec.json.Encoder(order="deterministic")
    lines, sizes = bytearray(), list[int]()
    for record in records if len(places) == len(records) else map(records.__getitem__, places):
        begin = len(lines)
        encoder.encode_into(record, lines, -1)
        lines += b"\n"
        sizes.append(len(lines) - begin)
        if len(lines) > _BYTES_AT_ONCE:
            yield bytes(lines), sizes
            lines, sizes = bytearray(), []
    yield bytes(lines), sizes


def _taken_over(
    records: KeptRecords, texts: tuple[bytes, ...], before: TextLines, old: IO[bytes]
) -> Iterator[Part]:
    """The lines, those that the old file has from there: neighbours together."""
    places = {text: place for place, text in enumerate(before.texts)}
    begins = [0, *accumulate(before.sizes)]
    found = [places.get(text) for text in texts]
    # Neighbours in both files have the same distance from one to the other; new texts follow each other.
    for known, some in groupby(range(len(texts)), key=lambda each: _distance(each, found[each])):
        run = list(some)
        if known is None:
            yield from _encoded(records, range(run[0], run[-1] + 1))
            continue
        first = run[0] - known
        after = first + len(run)
        old.seek(begins[first])
        left = begins[after] - begins[first]
        while left:
            part = old.read(min(left, _BYTES_AT_ONCE))
            if not part:
                raise OSError(f"{old.name}: this file ended too soon")
            left -= len(part)
            yield part, []
        yield b"", list(before.sizes[first:after])


def _distance(place: int, before: int | None) -> int | None:
    return None if before is None else place - before
