"""Texts that an editor withholds: their files are named with the reason and are not read."""

from collections.abc import Sequence

from crisis_archive.model import Editorial, Refusal
from crisis_archive.reading import SeedFile
from crisis_archive.reading.files import read_bytes
from crisis_archive.text.reasons import reason


def without_withheld(
    files: Sequence[SeedFile], editorial: Editorial
) -> tuple[tuple[SeedFile, ...], list[Refusal]]:
    """The files to read, and a refusal for each that an editor withholds."""
    withheld = {each.seed: each.withheld for each in editorial.corrections if each.withheld}
    kept = tuple(file for file in files if file.file not in withheld)
    refusals = [_refusal(file, withheld[file.file]) for file in files if file.file in withheld]
    return kept, refusals


def _refusal(file: SeedFile, why: str) -> Refusal:
    got = read_bytes(file, max_bytes=0)
    if isinstance(got, Refusal):
        return got
    return Refusal(file.file, got.sha256, got.size, reason("Withheld by the editor: {why}", why=why))
