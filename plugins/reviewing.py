"""`invoke review`: what most needs an editor's eye, worst first, and files to write the answer in."""

import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any, Final

from build_checks import settle_folders
from crisis_archive.archive import NothingToBuildError, build_archive
from crisis_archive.console import print_refusals, progress_on
from crisis_archive.model import Archive, EditorialError, Record
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.review import Concern, draft_correction, review
from crisis_archive.settings import SettingsError

_WIDTH: Final = 9


class ReviewError(Exception):
    """No review could be made; one line that says why and what to do."""


def run_review(settings: MutableMapping[str, Any], most: int, write: bool) -> str:
    """Build the archive of these settings and tell its `most` worst concerns, in lines for a terminal.

    With `write` each text among them that has no correction gets a file below `corrections/` in which
    nothing but `seed` is in force; no file is ever changed. Raises `ReviewError`.
    """
    from seed_articles import content_of, library_settings

    try:
        settle_folders(settings)
    except SettingsError as error:
        raise ReviewError(str(error)) from error
    seeds, content = Path(settings["CRISIS_SEEDS"]), content_of(dict(settings))
    cache = settings.get("CRISIS_CACHE")
    try:
        archive = build_archive(
            seeds,
            content,
            Path(cache) if cache else None,
            settings.get("CRISIS_JOBS", 0),
            library_settings(dict(settings)),
            progress_on(sys.stderr),
        )
        editorial = read_editorial(content, {record.file for record in archive.records} | _refused(archive))
        found = review(archive, editorial.authority)
        corrected = {each.seed for each in editorial.corrections}
        folder = Path(settings["CRISIS_CONTENT"]) / "corrections"
        written = _write_drafts(archive, found[:most], corrected, folder) if write else {}
    except NothingToBuildError as error:
        print_refusals(error.refusals, sys.stderr)
        raise ReviewError(str(error)) from error
    except EditorialError as error:
        raise ReviewError(str(error)) from error
    except OSError as error:
        raise ReviewError(f"{error.filename or seeds}: {error.strerror or error}") from error
    return "\n".join(_report(found, most, written))


def _refused(archive: Archive) -> set[str]:
    return {refusal.file for refusal in archive.refusals}


def _report(found: Sequence[Concern], most: int, written: Mapping[str, Path]) -> list[str]:
    if not found:
        return ["nothing needs an eye"]
    lines = []
    for concern in found[:most]:
        lines.append(f"{concern.kind:{_WIDTH}} {concern.file or 'names'}: {concern.says}")
        if concern.file is None:
            lines += [f"{'':{_WIDTH}}   {line}" for line in concern.mend.split("\n")]
    if len(found) > most:
        lines.append(f"... and {len(found) - most:,} more (--most {len(found)} tells all)")
    if any(concern.file is None for concern in found[:most]):
        lines.append("Tables of names go into content/authority.toml.")
    lines += [f"to fill in: {path}" for _, path in sorted(written.items())]
    return lines


def _write_drafts(
    archive: Archive, found: Sequence[Concern], corrected: set[str], folder: Path
) -> dict[str, Path]:
    """A file for every text among the concerns that has none; by the text's file."""
    record_of: dict[str, Record] = {record.file: record for record in archive.records}
    written = {}
    for file in dict.fromkeys(each.file for each in found if each.file and each.file not in corrected):
        path = folder / f"{record_of[file].id}.toml"
        own = [each for each in found if each.file == file]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(draft_correction(record_of[file], own))
        except FileExistsError:
            continue  # an editor's, of another text: its name is the editor's to choose
        written[file] = path
    return written
