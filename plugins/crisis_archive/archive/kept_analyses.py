"""All analyses of an archive as they are kept, each with its seed, read when somebody asks."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from crisis_archive.archive.correcting import corrected
from crisis_archive.archive.reading_stage import Seeds
from crisis_archive.memory import Packs
from crisis_archive.model import Analysis, KeptAnalyses, Seed, SeedCorrection

NO_SEED: Final = Seed("", "", "", 0, "text/plain", "", "")
"""Stands in an analysis that is kept: its seed is kept apart."""
_ANALYSIS: Final = msgspec.msgpack.Decoder(Analysis)


class Place(NamedTuple):
    """Where an analysis stands."""

    id: str
    file: str
    seed: bytes
    """The key of its seed."""
    key: bytes


def kept_analyses(
    seeds: Seeds, analyses: Packs, places: Iterable[Place], corrections: Sequence[SeedCorrection]
) -> KeptAnalyses:
    """The analyses in the order of their ids, with what editors state of each text."""
    ordered = sorted(places)
    by_file = {each.seed: each for each in corrections}
    ids, files = tuple(each.id for each in ordered), tuple(each.file for each in ordered)
    return KeptAnalyses(ids, files, partial(_read, seeds, analyses, ordered, by_file))


def _read(
    seeds: Seeds,
    analyses: Packs,
    places: Sequence[Place],
    corrections: dict[str, SeedCorrection],
    place: int,
) -> Analysis:
    _, file, seed, key = places[place]
    analysis = _ANALYSIS.decode(analyses.read(key))
    analysis = replace(analysis, document=replace(analysis.document, seed=seeds.seed(seed)))
    return corrected(analysis, corrections.get(file))
