"""Every file read and surveyed, in processes; what was read before comes from memory."""

from collections.abc import Sequence
from typing import Final

import msgspec

from crisis_archive.cleaning import Survey, survey
from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.model import Refusal, Seed, Struct
from crisis_archive.reading import SeedFile, read_seed
from crisis_archive.reading.files import read_bytes
from crisis_archive.scheduling import Progress, map_batches

ROOMS: Final = ("model", "text", "reading", "draft", "cleaning")
LIBRARIES: Final = ("beautifulsoup4", "ftfy", "lxml", "msgspec", "trafilatura")


class _Read(Struct, frozen=True):
    """A file as it was read: a seed with its survey, or why there is none."""

    seed: Seed | None
    survey: Survey | None
    refusal: Refusal | None


_DECODER: Final = msgspec.msgpack.Decoder(_Read)


def read_all(
    files: Sequence[SeedFile], memory: Memory, limits: tuple[int, int], jobs: int, progress: Progress
) -> tuple[list[tuple[Seed, Survey]], list[Refusal]]:
    """The seeds with their surveys in the order of the files, and the files that were refused.

    `limits`: the most bytes of a file and the most characters of a text.
    """
    code = key_of(fingerprint(ROOMS, LIBRARIES), *map(str, limits))
    keys = [key_of(code, file.file, _checksum(file)) for file in files]
    kept = memory.get(keys)
    results = {number: _DECODER.decode(kept[key]) for number, key in enumerate(keys) if key in kept}
    missing = [number for number in range(len(files)) if number not in results]
    made = map_batches(
        _read_batch,
        [(files[number], limits) for number in missing],
        jobs,
        lambda done: progress("reading", done, len(missing)),
    )
    results |= {number: _DECODER.decode(each) for number, each in zip(missing, made, strict=True)}
    # A file that changed meanwhile is kept under the hash of what was read, not of what was listed.
    memory.put(
        {
            key_of(code, files[number].file, seed.sha256): each
            for number, each in zip(missing, made, strict=True)
            if (seed := results[number].seed)
        }
    )
    ordered = [results[number] for number in range(len(files))]
    seeds = [(each.seed, each.survey) for each in ordered if each.seed and each.survey]
    return seeds, [each.refusal for each in ordered if each.refusal]


def _checksum(file: SeedFile) -> str:
    """Of the file's bytes; empty for what cannot be read, which is never kept."""
    got = read_bytes(file, max_bytes=0)
    return "" if isinstance(got, Refusal) else got.sha256


def _read_batch(batch: Sequence[tuple[SeedFile, tuple[int, int]]]) -> list[bytes]:
    results = []
    for file, limits in batch:
        seed = read_seed(file, *limits)
        if isinstance(seed, Refusal):
            results.append(_Read(None, None, seed))
        else:
            results.append(_Read(seed, survey(seed), None))
    return [msgspec.msgpack.encode(each) for each in results]
