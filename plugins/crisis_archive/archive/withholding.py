"""Texts that an editor withholds: their files are named with the reason and are not read."""

from collections.abc import Sequence

from crisis_archive.model import Editorial, Refusal
from crisis_archive.reading import SeedFile
from crisis_archive.reading.files import read_bytes


def without_withheld(
    files: Sequence[SeedFile], editorial: Editorial
) -> tuple[tuple[SeedFile, ...], list[Refusal]]:
    """The files to read, and a refusal for each that an editor withholds."""
    reasons = {each.seed: each.withheld for each in editorial.corrections if each.withheld}
    kept = tuple(file for file in files if file.file not in reasons)
    refusals = [_refusal(file, reasons[file.file]) for file in files if file.file in reasons]
    return kept, refusals


def _refusal(file: SeedFile, reason: str) -> Refusal:
    got = read_bytes(file, max_bytes=0)
    if isinstance(got, Refusal):
        return got
    return Refusal(file.file, got.sha256, got.size, f"Withheld by the editor: {reason}")
