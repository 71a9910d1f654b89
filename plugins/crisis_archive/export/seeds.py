"""The seeds themselves, published beside the site where a setting asks for it: byte for byte, and inert.

A saved web page may hold scripts. So every seed ends in `.txt`, under the id of its document: a browser shows
it as text and runs nothing of it, and no name that somebody gave a file gets into an address.
"""

from collections.abc import Iterable
from pathlib import Path

from crisis_archive.addresses import of_seed
from crisis_archive.model import Record, Refusal
from crisis_archive.reading import list_seeds
from crisis_archive.reading.files import read_bytes


class SeedChangedError(Exception):
    """A seed is not what it was when the build began; one line that names it."""


def write_seeds(records: Iterable[Record], seeds: Path, site: Path) -> None:
    """Copy the seed of every record from the folder `seeds` below `site`.

    Raises `SeedChangedError` where a file is gone or has another hash now.
    """
    files = {file.file: file for file in list_seeds(seeds)}
    for record in records:
        file = files.get(record.file)
        got = read_bytes(file, record.bytes) if file else None
        if got is None or isinstance(got, Refusal) or got.content is None or got.sha256 != record.sha256:
            raise SeedChangedError(f"{record.file}: this seed changed while the site was built; build again")
        target = site / of_seed(record)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(got.content)
