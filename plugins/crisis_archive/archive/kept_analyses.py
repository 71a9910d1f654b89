"""All analyses of an archive as the bytes that are kept, each with its seed, read when somebody asks."""

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from crisis_archive.archive.correcting import corrected
from crisis_archive.model import Analysis, KeptAnalyses, Seed, SeedCorrection

NO_SEED: Final = Seed("", "", "", 0, "text/plain", "", "")
"""Stands in an analysis that is kept: its seed is kept apart."""
_ENCODER: Final = msgspec.msgpack.Encoder()
_SEED: Final = msgspec.msgpack.Decoder(Seed)
_ANALYSIS: Final = msgspec.msgpack.Decoder(Analysis)


class _Place(NamedTuple):
    """Where an analysis stands."""

    id: str
    file: str
    block: int
    start: int
    middle: int
    """Where its seed ends and the analysis begins."""
    end: int


class Gathered:
    """Analyses as they come. They stand in few large blocks: a process forked from this one that reads some
    of them gets no copies of these."""

    def __init__(self, corrections: Sequence[SeedCorrection] = ()) -> None:
        self._corrections = {each.seed: each for each in corrections}
        self._blocks: list[memoryview] = []
        self._places: list[_Place] = []

    def add(self, some: Sequence[tuple[Seed, msgspec.Raw]]) -> None:
        """Some more texts."""
        block = bytearray()
        for seed, analysis in some:
            start = len(block)
            block += _ENCODER.encode(seed)
            middle = len(block)
            block += analysis
            self._places.append(_Place(seed.id, seed.file, len(self._blocks), start, middle, len(block)))
        self._blocks.append(memoryview(bytes(block)))

    def analyses(self) -> KeptAnalyses:
        """All that came, in the order of their ids."""
        places = sorted(self._places)
        ids, files = tuple(each.id for each in places), tuple(each.file for each in places)
        return KeptAnalyses(ids, files, partial(_read, self._blocks, places, self._corrections))


def _read(
    blocks: Sequence[memoryview],
    places: Sequence[_Place],
    corrections: dict[str, SeedCorrection],
    place: int,
) -> Analysis:
    _, file, block, start, middle, end = places[place]
    whole = blocks[block]
    analysis = _ANALYSIS.decode(whole[middle:end])
    seed = _SEED.decode(whole[start:middle])
    analysis = replace(analysis, document=replace(analysis.document, seed=seed))
    return corrected(analysis, corrections.get(file))
