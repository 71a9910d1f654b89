"""Which files of a folder are seeds, and what their bytes are. Opens nothing but regular files."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crisis_archive.model import Refusal, Struct
from crisis_archive.text.reasons import reason
from crisis_archive.text.slugs import document_id

_CHUNK = 1 << 20
# What a file itself can be the reason of: no leave to read it, gone meanwhile, or become another thing.
_OF_THE_FILE = frozenset(
    (errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENXIO, errno.ENODEV)
)


class SeedFile(Struct, frozen=True):
    """Something that lies in the seeds folder; listed, not opened."""

    path: bytes
    """Where it lies on disk, in the file system's own bytes: no locale can garble it."""
    file: str
    """Path below the seeds folder, `/` between parts, printable-escaped."""
    id: str
    """Of the document it may become."""
    problem: str | None = None
    """Why it cannot be opened (a link, a device ...), in plain words; null for a regular file."""


class FileBytes(NamedTuple):
    """A regular file's content; `content` is null where it is larger than allowed."""

    content: bytes | None
    sha256: str
    size: int


def list_seeds(folder: Path) -> tuple[SeedFile, ...]:
    """Everything below `folder` but folders and what begins with a dot, sorted by the bytes of its path.

    Links are never followed and nothing is opened. Raises `OSError` where `folder` itself cannot be
    listed, or the machine fails to list another.
    """
    root = os.fsencode(folder)
    found = sorted(_walk(root, b""))
    return tuple(_seed_file(root + b"/" + path, path, problem) for path, problem in found)


def read_bytes(file: SeedFile, max_bytes: int) -> FileBytes | Refusal:
    """The file's content and checksum; a refusal where it is no regular file or may not be read.

    A file larger than `max_bytes` is hashed piece by piece and its content is not kept.
    Raises `OSError` where the machine fails to read it.
    """
    if file.problem is not None:
        return Refusal(file.file, None, None, file.problem)
    try:
        # O_NONBLOCK and O_NOFOLLOW: what was a file when it was listed may have become a pipe or a link.
        handle = os.open(file.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as error:
        return Refusal(file.file, None, None, _unreadable(error, file.path))
    try:
        problem = _irregular(os.fstat(handle).st_mode)
        if problem:
            return Refusal(file.file, None, None, problem)
        digest, size, parts = hashlib.sha256(), 0, []
        while piece := os.read(handle, _CHUNK):
            digest.update(piece)
            size += len(piece)
            if size <= max_bytes:
                parts.append(piece)
            else:
                parts.clear()
    except OSError as error:
        return Refusal(file.file, None, None, _unreadable(error, file.path))
    finally:
        os.close(handle)
    return FileBytes(b"".join(parts) if size <= max_bytes else None, digest.hexdigest(), size)


def printable(path: bytes) -> str:
    r"""A path as text: a newline as `\n`, an undecodable byte as `\xff`, a backslash as `\\`."""
    text = path.decode("utf-8", "surrogateescape")
    if text.isprintable() and "\\" not in text:  # as good as all are
        return text
    shown = []
    for char in text:
        code = ord(char)
        if 0xDC80 <= code <= 0xDCFF:
            shown.append(f"\\x{code - 0xDC00:02x}")
        elif char == "\\":
            shown.append("\\\\")
        elif char.isprintable():
            shown.append(char)
        else:
            short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
            shown.append(short.get(char) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"))
    return "".join(shown)


def _seed_file(path: bytes, below: bytes, problem: str | None) -> SeedFile:
    shown = printable(below)
    return SeedFile(path, shown, document_id(shown), problem)


def _walk(root: bytes, below: bytes) -> Iterator[tuple[bytes, str | None]]:
    """Paths below `root` with what is wrong about them; explicit stack, as folders may nest deeply."""
    waiting = [below]
    while waiting:
        here = waiting.pop()
        try:
            entries = list(os.scandir(root + b"/" + here if here else root))
        except OSError as error:
            if not here:
                raise
            yield here, _unreadable(error, root + b"/" + here, reason("folder"))
            continue
        for entry in entries:
            if entry.name.startswith(b"."):
                continue
            path = here + b"/" + entry.name if here else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                try:
                    mode = entry.stat(follow_symlinks=False).st_mode
                except OSError as error:  # gone since the folder was listed
                    yield path, _unreadable(error, root + b"/" + path)
                else:
                    yield path, _irregular(mode)


def _irregular(mode: int) -> str | None:
    """What kind of thing this is, in plain words; null for a regular file."""
    if stat.S_ISREG(mode):
        return None
    kinds = (
        (stat.S_ISLNK, reason("a link")),
        (stat.S_ISFIFO, reason("a named pipe")),
        (stat.S_ISSOCK, reason("a socket")),
        (stat.S_ISCHR, reason("a device")),
        (stat.S_ISBLK, reason("a device")),
        (stat.S_ISDIR, reason("a folder")),
    )
    kind = next((name for test, name in kinds if test(mode)), reason("something else"))
    return reason("This is {kind}, not a regular file; put the file itself here.", kind=kind)


def _unreadable(error: OSError, path: bytes, kind: str = reason("file")) -> str:
    """Why a file or folder cannot be read, in plain words.

    Raises `OSError` where the machine is at fault and not the file: a site would lack a text that is there.
    """
    if error.errno == errno.ELOOP:
        return reason("This is {kind}, not a regular file; put the file itself here.", kind=reason("a link"))
    if error.errno not in _OF_THE_FILE:
        raise OSError(error.errno, os.strerror(error.errno or 0), printable(path)) from error
    return reason("The {kind} cannot be read ({error}).", kind=kind, error=os.strerror(error.errno))
