"""Packs: ten thousands of values of some kilobytes each in flat files, read when they are asked for.

A process that makes values writes them into a file of its own: they need not travel, and no process holds
them. All files are gone through once when they are opened: a damaged value is as if it had never been kept,
and what a build that was killed had written is there for the next.
"""

import errno
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32

_HEAD: Final = Struct("<I32sII")
"""Check sum of all that follows, key, bytes of the note, bytes of the value."""
_SUM: Final = 4
"""Bytes of a check sum."""
_BYTES_AT_ONCE: Final = 1 << 20
_MOST_FILES: Final = 64
_SUFFIX: Final = ".pack"
_UNFINISHED: Final = ".new"


class PackError(OSError):
    """What was kept can no longer be read: the disk failed meanwhile."""


class Entry(NamedTuple):
    """A value to keep."""

    key: bytes
    """A hash of 32 bytes."""
    note: bytes
    """Small; known of every value without reading it."""
    value: bytes


class Row(NamedTuple):
    """Where a value stands."""

    key: bytes
    note: bytes
    file: str
    """Empty where it could not be written."""
    start: int
    size: int
    held: bytes | None = None
    """The value itself, where it could not be written."""


class Writer(NamedTuple):
    """Writes values, each process into its own file."""

    folder: str | None
    stem: str
    """Of the names of files; no other build has it."""

    def write(self, entries: Sequence[Entry]) -> list[Row]:
        """Where each value stands from now on."""
        if self.folder is None or not entries:
            return [_held(each) for each in entries]
        name = f"{self.stem}-{os.getpid()}{_SUFFIX}"
        frames = [_frame(each) for each in entries]
        try:
            with (Path(self.folder) / name).open("ab") as stream:
                start = stream.seek(0, os.SEEK_END)
                stream.write(b"".join(frames))
        except OSError:  # no room, no leave: kept for this build alone
            return [_held(each) for each in entries]
        rows = []
        for entry, frame in zip(entries, frames, strict=True):
            rows.append(Row(entry.key, entry.note, name, start, len(frame)))
            start += len(frame)
        return rows


class Packs:
    """Values of one kind under their keys, and the files they stand in.

    Without a folder they are held in memory. No failing disk stops a build here, but for `read`.
    """

    def __init__(self, folder: Path | None, kind: str) -> None:
        self._folder, self._kind = folder, kind
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                self._folder = None
        self._files: dict[str, _File] = {}
        self._rows: dict[bytes, Row] = {}
        found = self._folder.glob(f"{kind}-*{_SUFFIX}") if self._folder else ()
        names = sorted(path.name for path in found)
        for name in names:
            file = self._opened(name)
            if file is not None:
                _scan(file, self._rows)
        last = names[-1].split("-")[1] if names else "0"
        number = int(last) + 1 if last.isdecimal() else 1
        self._stem = f"{kind}-{number:09}-{os.getpid()}"
        self.writer = Writer(str(self._folder) if self._folder else None, self._stem)

    def __contains__(self, key: bytes) -> bool:
        return key in self._rows

    def note(self, key: bytes) -> bytes:
        """What is noted of a value."""
        return self._rows[key].note

    def read(self, key: bytes) -> bytes:
        """The value of a key, in any process. Raises `PackError` where it was lost since the build began."""
        row = self._rows[key]
        if row.held is not None:
            return row.held
        try:
            frame = os.pread(self._files[row.file].handle, row.size, row.start)
        except OSError as error:
            raise PackError(error.errno, "what was kept cannot be read", row.file) from error
        if len(frame) != row.size or not _is_whole(frame):
            raise PackError(errno.EIO, "what was kept was damaged meanwhile", row.file)
        _, _, noted, _ = _HEAD.unpack_from(frame)
        return frame[_HEAD.size + noted :]

    def forget_notes(self) -> None:
        """Hold no more notes: of many values they take room."""
        self._rows = {key: row._replace(note=b"") for key, row in self._rows.items()}

    def put(self, entries: Sequence[Entry]) -> None:
        """Keep values."""
        self.adopt(self.writer.write(entries))
        for entry in entries:
            if entry.key not in self._rows:
                self._rows[entry.key] = _held(entry)

    def adopt(self, rows: Iterable[Row]) -> None:
        """Know what the writer wrote in whatever process; what is no longer there is not known."""
        for row in rows:
            if row.held is None:
                file = self._files.get(row.file) or self._opened(row.file)
                if file is None or file.key_at(row.start) != row.key:
                    continue
            self._rows[row.key] = row

    def end(self, used_keys: Iterable[bytes]) -> None:
        """Make room: these values are written together where files are many, or half of all is another's.

        What was known before can still be read.
        """
        if self._folder is None:
            return
        rows = (self._rows.get(key) for key in dict.fromkeys(used_keys))
        used = [row for row in rows if row is not None and row.held is None]
        with suppress(OSError):
            for left in self._folder.glob(f"{self._kind}-*{_UNFINISHED}"):  # by a build that was killed
                left.unlink()
            total = sum(os.fstat(each.handle).st_size for each in self._files.values())
            if len(self._files) <= _MOST_FILES and total <= 2 * sum(row.size for row in used):
                return
            fresh = self._folder / f"{self._stem}-all{_UNFINISHED}"
            with fresh.open("wb") as stream:
                for row in used:
                    stream.write(os.pread(self._files[row.file].handle, row.size, row.start))
            fresh.rename(fresh.with_suffix(_SUFFIX))
            for name in self._files:
                (self._folder / name).unlink(missing_ok=True)

    def _opened(self, name: str) -> "_File | None":
        assert self._folder is not None
        try:
            file = self._files[name] = _File(self._folder / name)
        except OSError:
            return None
        return file


class _File:
    """A file that stays open as long as anybody may read in it, in processes forked from this one too."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):  # where it could not be opened
            os.close(self.handle)

    def key_at(self, start: int) -> bytes:
        """The key of the value that stands there."""
        with suppress(OSError):
            return os.pread(self.handle, _HEAD.size, start)[_SUM:][:32]
        return b""


def _scan(file: _File, rows: dict[bytes, Row]) -> None:
    """All values of a file that are whole. One buffer serves all: memory taken anew each time is slow."""
    buffer, start, name = bytearray(_BYTES_AT_ONCE), 0, file.name
    with suppress(OSError):
        total = os.fstat(file.handle).st_size
        while total - start >= _HEAD.size:
            size = os.preadv(file.handle, [buffer], start)
            view, at, end = memoryview(buffer), 0, 0
            while at + _HEAD.size <= size:
                told, key, noted, valued = _HEAD.unpack_from(buffer, at)
                begin = at + _HEAD.size
                end = begin + noted + valued
                if start + end > total:  # cut, or a damaged head
                    return
                if end > size:
                    break
                if told == crc32(view[at + _SUM : end]):
                    note = bytes(view[begin : begin + noted])
                    rows[key] = Row(key, note, name, start + at, end - at)
                at = end
            if at == 0:
                if end <= len(buffer):  # cut meanwhile
                    return
                buffer = bytearray(end)
            start += at


def _held(entry: Entry) -> Row:
    return Row(entry.key, entry.note, "", 0, 0, entry.value)


def _frame(entry: Entry) -> bytes:
    key, note, value = entry
    head = _HEAD.pack(0, key, len(note), len(value))[_SUM:]
    told = crc32(value, crc32(note, crc32(head)))
    return b"".join((told.to_bytes(_SUM, "little"), head, note, value))


def _is_whole(frame: bytes) -> bool:
    return int.from_bytes(frame[:_SUM], "little") == crc32(memoryview(frame)[_SUM:])
