"""Folders of ten thousands of files: what is in them, and how they go."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from crisis_archive.scheduling import available_cores
from crisis_archive.scheduling.shares import LostProcessError, in_shares, part_of

_FILES_WORTH_A_PROCESS: Final = 5_000
"""Fewer are removed in the time that it takes to fork a process."""
_PROCESSES: Final = 2
"""More wait for each other: a disk keeps one journal."""


def files_below(folder: Path) -> Iterator[str]:
    """Paths of all files from the folder on, `/` between parts.

    Raises `OSError` where a folder cannot be read, which `Path.rglob` passes over.
    """
    beginning = len(str(folder)) + 1
    for parent, _, names in os.walk(folder, onerror=fail):
        inside = f"{parent[beginning:]}/".replace(os.sep, "/").lstrip("/")
        for name in names:
            yield inside + name


def fail(error: OSError) -> NoReturn:
    """For `os.walk`, which passes over what it cannot list."""
    raise error


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it; nothing where there is nothing. Raises `OSError`."""
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    files = [f"{path}/{name}" for name in files_below(path)]
    if len(files) >= _FILES_WORTH_A_PROCESS:
        with suppress(LostProcessError):  # what it left is removed below
            in_shares(partial(_unlink_some, files), min(_PROCESSES, available_cores()))
    shutil.rmtree(path)


def _unlink_some(files: Sequence[str], share: int, shares: int) -> None:
    for file in part_of(files, share, shares):
        with suppress(OSError):  # what is left is removed afterwards, or named then
            os.unlink(file)  # noqa: PTH108 - ten thousand `Path`s take longer to make
