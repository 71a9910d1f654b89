"""A site is built beside the old one and swapped in whole: at any moment the old site stands, or the new.

    staging = stage(output)             # an empty folder beside the output; nobody else can build there
    ...                                 # write the site into staging.folder
    write_checksums(staging.folder)
    publish(staging)                    # the new site takes the old one's place

A build that fails or is killed leaves the old site as it was; what it left beside it is cleared by the next.
"""

import ctypes
import errno
import fcntl
import hashlib
import os
import stat
import sys
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from folders import fail, files_below, remove

MANIFEST: Final = "SHA256SUMS"
"""Lists every file of a site with its hash."""
ALWAYS: Final = "data/documents.jsonl"
"""Every site has it: a folder whose manifest lists it, and all else that is there, was written by a build."""
_HASH_AND_SPACE: Final = 66  # characters of a line before the path
_FOLDER_MODE: Final = 0o755
_FILE_MODE: Final = 0o644
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
# A file system or kernel that cannot exchange two names says so with one of these.
_CANNOT_EXCHANGE: Final = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


class PublishingError(Exception):
    """A site that cannot be put in its place; one line saying which folder, what is wrong and what to do."""


class Staging:
    """A folder beside the output that one build alone may write, until it is published or given up.

    Giving up happens by itself when the object or the process goes; a kill leaves it to the next build.
    """

    def __init__(self, output: Path, lock: int) -> None:
        self.output = output
        """Where the site will stand."""
        self.folder = _beside(output, "staged")
        """Where the site is written."""
        self.release = weakref.finalize(self, _release, output, lock)
        """Clears what is left beside the output and lets the next build begin."""


def stage(output: Path) -> Staging:
    """An empty folder beside `output` for a new site; litter of dead builds is cleared first.

    Raises `PublishingError` where another build is at work, or `output` holds what no build has written.
    """
    output = output.resolve()
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(output)
        staging = Staging(output, lock)
        _recover(output)
        check_replaceable(output)
        staging.folder.mkdir(mode=_FOLDER_MODE)
    except OSError as error:
        raise _in_words(output, error) from error
    return staging


def write_checksums(folder: Path, known: Mapping[str, str] | None = None) -> None:
    """Write `SHA256SUMS`: a line for every other file, sorted by path, as `sha256sum -c` reads it.

    `known` has the SHA-256 of files whose bytes were hashed when they were written. Raises `PublishingError`.
    """
    lines = []
    digests = known or {}
    try:
        for name in files_below(folder):
            if name == MANIFEST:
                continue
            if "\n" in name or "\\" in name:
                raise PublishingError(f"{folder}: {name!r} cannot be listed in {MANIFEST}; rename that page")
            digest = digests.get(name)
            if digest is None:
                with (folder / name).open("rb") as stream:
                    digest = hashlib.file_digest(stream, "sha256").hexdigest()
            lines.append((os.fsencode(name), digest))
        listing = b"".join(each.encode() + b"  " + name + b"\n" for name, each in sorted(lines))
        (folder / MANIFEST).write_bytes(listing)
    except OSError as error:
        raise _in_words(folder, error) from error


def publish(staging: Staging) -> None:
    """Give every file its mode, bring the site to the disk, and swap it in for the old one.

    Raises `PublishingError`; the old site stands then, unless the message says that the new one does.
    """
    output, folder = staging.output, staging.folder
    try:
        _set_modes(folder)
        _to_disk(folder)
        check_replaceable(output)
        _swap(folder, output)
    except OSError as error:
        raise _in_words(output, error) from error
    try:
        _sync(output.parent)
        staging.release()
    except OSError as error:
        problem = (
            f"{output}: the new site stands, but not all beside it is in order: {error.strerror or error}"
        )
        raise PublishingError(f"{problem}; build again to be sure") from error


def check_apart(written: Path, *folders: Path, what: str = "output") -> None:
    """Stop where a folder that a build writes to (`what` for short) lies in, or around, one of the others."""
    site = written.resolve()
    for folder in folders:
        source = folder.resolve()
        if site == source or source in site.parents or site in source.parents:
            raise PublishingError(f"{written}: this is not apart from {folder}; name another {what} folder")


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")


def _in_words(output: Path, error: OSError) -> PublishingError:
    where = f" ({error.filename})" if error.filename else ""
    return PublishingError(
        f"{output}: {error.strerror or error}{where}; mend that and build again, the old site is unchanged"
    )


def _lock(output: Path) -> int:
    """The open lock file. The kernel lets go of it when the process dies, however it dies."""
    path = _beside(output, "lock")
    while True:
        lock = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, _FILE_MODE)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            problem = f"{output}: another build is writing this site; wait for it, or name another output"
            raise PublishingError(problem) from None
        try:
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        except FileNotFoundError:
            pass  # The build before us removed it just now: its name is free, so take it anew.
        os.close(lock)


def _release(output: Path, lock: int) -> None:
    """Clear everything beside the output, the lock last."""
    try:
        for what in ("staged", "old"):
            remove(_beside(output, what))
    finally:
        _beside(output, "lock").unlink(missing_ok=True)
        os.close(lock)


def _recover(output: Path) -> None:
    """Clear what a dead build left; where it died between two renames the old site comes back."""
    old = _beside(output, "old")
    if old.is_dir() and not output.exists():
        old.rename(output)
    remove(old)
    remove(_beside(output, "staged"))


def check_replaceable(output: Path) -> None:
    """Stop at a folder that no build has written: it may be somebody's home."""
    if not output.exists():
        return
    if not output.is_dir():
        raise PublishingError(f"{output}: this is not a folder; name another output folder")
    names = {path.name for path in output.iterdir()}
    listed = _listed(output / MANIFEST) if MANIFEST in names else set()
    if names and (ALWAYS not in listed or ".git" in names):
        raise PublishingError(
            f"{output}: this holds files that no build wrote; empty it, or name another folder"
        )
    other = min((name for name in files_below(output) if name not in listed and name != MANIFEST), default="")
    if other:
        problem = "which no build wrote; take it away, or name another output folder"
        raise PublishingError(f"{output}: this holds {other!r}, {problem}")


def _listed(manifest: Path) -> set[str]:
    """The paths in a list of checksums."""
    lines = os.fsdecode(manifest.read_bytes()).split("\n")
    return {line[_HASH_AND_SPACE:] for line in lines}


def _set_modes(folder: Path) -> None:
    """The same modes whatever the umask."""
    for parent, _, names in os.walk(folder, onerror=fail):
        Path(parent).chmod(_FOLDER_MODE)
        for name in names:
            file = f"{parent}/{name}"
            status = os.stat(file, follow_symlinks=False)  # noqa: PTH116 - a `Path` of each takes longer
            if stat.S_IMODE(status.st_mode) != _FILE_MODE or stat.S_ISLNK(status.st_mode):
                os.chmod(file, _FILE_MODE)  # noqa: PTH101 - as above


def _to_disk(folder: Path) -> None:
    """All of the folder is on the disk when this returns: in one call on Linux, else file by file."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is not None:
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if syncfs(handle) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code), str(folder))
        finally:
            os.close(handle)
        return
    for parent, _, names in os.walk(folder, onerror=fail):
        for name in names:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(staged: Path, output: Path) -> None:
    """The staged site takes the output's place; the old one, if any, lies beside it afterwards."""
    if not output.exists():
        staged.rename(output)
    elif not _exchange(staged, output):
        old = _beside(output, "old")
        output.rename(old)
        try:
            staged.rename(output)
        except OSError:
            old.rename(output)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; false where this system cannot."""
    exchange = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    )
    if exchange is None:
        return False
    if exchange(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
