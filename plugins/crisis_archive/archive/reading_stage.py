"""Every file read and surveyed, in processes; what was read before comes from memory."""

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

import msgspec

from crisis_archive.cleaning import Survey, survey
from crisis_archive.memory import Entry, Packs, Row, Writer, fingerprint, key_of
from crisis_archive.model import Refusal, Seed
from crisis_archive.reading import SeedFile, read_seed
from crisis_archive.reading.files import read_bytes
from crisis_archive.scheduling import Progress, map_batches

ROOMS: Final = ("model", "text", "reading", "draft", "cleaning")
LIBRARIES: Final = ("beautifulsoup4", "ftfy", "lxml", "msgspec", "trafilatura")
_ENCODER: Final = msgspec.msgpack.Encoder()
_SEED: Final = msgspec.msgpack.Decoder(Seed)
_SURVEY: Final = msgspec.msgpack.Decoder(Survey)
_Item = tuple[SeedFile, tuple[int, int]]


class ReadSeed(NamedTuple):
    """A seed that was read, known by what it is kept under."""

    id: str
    file: str
    sha256: str
    key: bytes


class Seeds:
    """All seeds of an archive; each is kept with its survey, and read when it is asked for."""

    def __init__(self, packs: Packs, read: Sequence[ReadSeed]) -> None:
        self.read, self.packs = tuple(read), packs

    def surveys(self) -> list[Survey]:
        """Of all seeds in their order; they take much room, and are to be had once."""
        found = [_SURVEY.decode(self.packs.note(each.key)) for each in self.read]
        self.packs.forget_notes()
        return found

    def seed(self, key: bytes) -> Seed:
        """The seed that is kept under this key."""
        return _SEED.decode(self.packs.read(key))


def read_all(
    files: Sequence[SeedFile], packs: Packs, limits: tuple[int, int], jobs: int, progress: Progress
) -> tuple[Seeds, list[Refusal]]:
    """The seeds in the order of the files, and the files that were refused.

    `limits`: the most bytes of a file and the most characters of a text.
    """
    code = key_of(fingerprint(ROOMS, LIBRARIES), *map(str, limits))
    sums = [_checksum(file) for file in files]
    keys = [key_of(code, file.file, told) for file, told in zip(files, sums, strict=True)]
    found: dict[int, ReadSeed | Refusal] = {
        number: ReadSeed(file.id, file.file, told, key)
        for number, (file, told, key) in enumerate(zip(files, sums, keys, strict=True))
        if key in packs
    }
    missing = [number for number in range(len(files)) if number not in found]
    items: list[_Item] = [(files[number], limits) for number in missing]
    told = partial(progress, "reading", of=len(missing))
    made = map_batches(partial(_read_batch, packs.writer, code), items, jobs, told)
    packs.adopt(row for _, row in made if row is not None)
    for number, item, one in zip(missing, items, made, strict=True):
        outcome, row = one
        if row is not None and row.key not in packs:  # its file is gone: this one is held
            ((outcome, row),) = _read_batch(Writer(None, ""), code, [item])
            packs.adopt([row] if row is not None else [])
        found[number] = outcome
    ordered = [found[number] for number in range(len(files))]
    refusals = [each for each in ordered if isinstance(each, Refusal)]
    return Seeds(packs, [each for each in ordered if isinstance(each, ReadSeed)]), refusals


def _checksum(file: SeedFile) -> str:
    """Of the file's bytes; empty for what cannot be read, which is never kept."""
    got = read_bytes(file, max_bytes=0)
    return "" if isinstance(got, Refusal) else got.sha256


def _read_batch(
    writer: Writer, code: bytes, batch: Sequence[_Item]
) -> list[tuple[ReadSeed | Refusal, Row | None]]:
    """What became of each file, and where its seed and survey stand."""
    outcomes: list[ReadSeed | Refusal] = []
    entries = []
    for file, limits in batch:
        seed = read_seed(file, *limits)
        if isinstance(seed, Refusal):
            outcomes.append(seed)
            continue
        # A file that changed meanwhile is kept under the hash of what was read, not of what was listed.
        key = key_of(code, file.file, seed.sha256)
        outcomes.append(ReadSeed(seed.id, seed.file, seed.sha256, key))
        entries.append(Entry(key, _ENCODER.encode(survey(seed)), _ENCODER.encode(seed)))
    rows = iter(writer.write(entries))
    return [(each, next(rows) if isinstance(each, ReadSeed) else None) for each in outcomes]
