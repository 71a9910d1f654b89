"""What editors write in `content/`, read once: crises, corrections, the authority file.

Nothing in them is guessed or skipped: whatever cannot be used stops the build with an `EditorialError`
that names the file, the line and the mend.
"""

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from crisis_archive.model import EditedCrisis, Editorial, EditorialError, SeedCorrection
from crisis_archive.reading.editorial_crises import read_crisis
from crisis_archive.reading.editorial_pages import check_file, check_pages
from crisis_archive.reading.editorial_tables import read_authority, read_correction
from crisis_archive.reading.editorial_text import read_text
from crisis_archive.text.slugs import document_id

_FILE: Final = "authority.toml"
_NAMES: Final = (_FILE, "corrections", "crises", "pages")


def read_editorial(folder: Path | None, files: Collection[str]) -> Editorial:
    """All that editors state; an empty `Editorial` where there is no folder.

    `files` are the paths of the seeds, below their folder and printable-escaped. Raises `EditorialError`.
    """
    if folder is None or not folder.is_dir():
        return Editorial()
    _check_names(folder)
    check_pages(folder / "pages")
    crises = [read_crisis(path, files) for path in _files(folder / "crises", ".md")]
    paths = _files(folder / "corrections", ".toml")
    corrections = [read_correction(path, files) for path in paths]
    _check_seeds_once(folder, crises, dict(zip(paths, corrections, strict=True)))
    _check_slugs(dict(zip(paths, corrections, strict=True)), files)
    return Editorial(
        crises=tuple(crises),
        corrections=tuple(sorted(corrections, key=lambda each: each.seed)),
        authority=read_authority(folder / _FILE),
    )


def _check_names(folder: Path) -> None:
    """A misspelt name would be passed over in silence, and so would a file where a folder should be."""
    for name in sorted(path.name for path in folder.iterdir()):
        near = get_close_matches(name, _NAMES, n=1, cutoff=0.8)
        if near and name not in _NAMES:
            problem = f"nothing reads {name!r}"
            raise EditorialError(str(folder / name), 1, problem, f"did you mean {near[0]}?")
        if name == _FILE:
            check_file(folder / name)
        elif name in _NAMES and not (folder / name).is_dir():
            raise EditorialError(str(folder / name), 1, "this is no folder", "make it one, or rename it")


def _files(folder: Path, suffix: str) -> list[Path]:
    """The files of a folder in the order of their names; dot files are nobody's business."""
    if not folder.is_dir():
        return []
    found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    for path in found:
        if path.suffix != suffix or not path.is_file():
            mend = f"only files ending in {suffix} belong here: rename or move it"
            raise EditorialError(str(path), 1, "this would not be read", mend)
    return found


def _line_with(path: Path, words: str) -> int:
    """The first line that holds the words, for an error; 1 where none does."""
    lines = enumerate(read_text(path).split("\n"), 1)
    return next((number for number, line in lines if words in line), 1)


def _check_seeds_once(
    folder: Path, crises: list[EditedCrisis], corrections: dict[Path, SeedCorrection]
) -> None:
    """A seed has one correction and lies in one crisis."""
    crisis_of: dict[str, str] = {}
    for crisis in crises:
        for seed in crisis.seeds:
            if seed in crisis_of:
                path = folder / "crises" / f"{crisis.slug}.md"
                problem = f"{seed} is named in {crisis_of[seed]}.md too"
                raise EditorialError(str(path), _line_with(path, seed), problem, "keep it in one of them")
            crisis_of[seed] = crisis.slug
    first: dict[str, Path] = {}
    for path, correction in corrections.items():
        other = first.setdefault(correction.seed, path)
        if other != path:
            problem = f"{correction.seed} is corrected in {other.name} too"
            line = _line_with(path, correction.seed)
            raise EditorialError(str(path), line, problem, "put both into one file")
        named = crisis_of.get(correction.seed, correction.crisis)
        if correction.crisis is not None and named != correction.crisis:
            problem = f"{correction.seed} is put into {correction.crisis} here and into {named} by {named}.md"
            raise EditorialError(str(path), _line_with(path, "crisis"), problem, "keep one of them")


def _check_slugs(corrections: dict[Path, SeedCorrection], files: Collection[str]) -> None:
    """No two texts share an address."""
    taken = {document_id(file): file for file in sorted(files)}
    for correction in corrections.values():
        if correction.slug is not None:
            taken.pop(document_id(correction.seed), None)
    for path, correction in corrections.items():
        if correction.slug is None:
            continue
        other = taken.setdefault(correction.slug, correction.seed)
        if other != correction.seed:
            problem = f"the slug {correction.slug!r} is that of {other}"
            raise EditorialError(str(path), _line_with(path, correction.slug), problem, "choose another")
