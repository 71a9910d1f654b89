"""What was made and is wanted later, put aside in a file without a name: only where it stands is held."""

import os
import tempfile
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

_ROOM: Final = 1 << 36
"""Bytes of the file that each process has to itself; what nobody wrote takes no room on a disk."""


class Row(NamedTuple):
    """Where the parts of one value stand."""

    start: int
    ends: "array[int]"
    """Of each part, counted from the start."""
    held: bytes | None = None
    """All parts, where they could not be written."""


class Aside:
    """Values in some parts each, under numbers. Where no file can be written they stay in memory."""

    def __init__(self, folder: Path | None = None) -> None:
        """The file lies in this folder as long as it is open; without one where the system has such files."""
        self._handle = -1
        with suppress(OSError):  # no leave, no room: values stay in memory
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
                self._handle = os.dup(file.fileno())
        self._end = 0
        self._rows: dict[int, Row] = {}

    def __del__(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)

    def begin_share(self, number: int) -> None:
        """Write into a room of its own from now on: several processes fill the file."""
        self._end = number * _ROOM

    def put(self, number: int, parts: Sequence[bytes]) -> Row:
        """Put a value aside; gives what `adopt` takes in another process."""
        ends = array("I")
        total = 0
        for part in parts:
            total += len(part)
            ends.append(total)
        data = b"".join(parts)
        row = Row(self._end, ends, data)
        with suppress(OSError):  # no room, no file
            if os.pwrite(self._handle, data, self._end) == total:
                row = Row(self._end, ends)
                self._end += total
        self._rows[number] = row
        return row

    def adopt(self, rows: Mapping[int, Row]) -> None:
        """Know what was put aside in whatever process."""
        self._rows |= rows

    def get(self, number: int) -> list[bytes] | None:
        """The parts of a value; null where there is none, or it can no longer be read."""
        row = self._rows.get(number)
        if row is None:
            return None
        total = row.ends[-1] if row.ends else 0
        data = row.held
        if data is None:
            data = b""
            with suppress(OSError):  # the disk failed meanwhile: told by null, and made anew
                data = os.pread(self._handle, total, row.start)
        if len(data) != total:
            return None
        return [data[start:end] for start, end in pairwise([0, *row.ends])]
