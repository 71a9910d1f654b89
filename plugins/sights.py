"""Places on the disk as they are found: names, sizes and times of all below them. Nothing is opened."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

_UNSETTLED: Final = 50_000_000
"""Nanoseconds; a file changed so shortly before it is looked at may change again under the same time."""


class Sight(NamedTuple):
    """What was found at a place."""

    digest: bytes
    """Of names, sizes and times of all below; empty where there is a link, which may lead anywhere."""
    is_settled: bool
    """Whether nothing had changed only just before."""


class Sights:
    """Places, each looked at once, however often it is asked for."""

    def __init__(self) -> None:
        self._seen: dict[str, Sight] = {}

    def __getitem__(self, place: str) -> Sight:
        if place not in self._seen:
            self._seen[place] = look(place)
        return self._seen[place]

    def digest(self, places: Iterable[str], settled: bool = False) -> bytes:
        """Of all these places; empty where one tells too little, or is not `settled` if that is asked for.

        Raises `OSError` for a folder that cannot be listed.
        """
        digest = hashlib.sha256()
        for place in places:
            sight = self[place]
            if not sight.digest or (settled and not sight.is_settled):
                return b""
            digest.update(os.fsencode(f"{place}\0"))
            digest.update(sight.digest)
        return digest.digest()


def look(place: str, found: Iterable[tuple[str, os.stat_result]] | None = None) -> Sight:
    """Look at a place now, or at what was `found` below it. Raises `OSError` as `below`."""
    began = time.time_ns()
    digest, latest = hashlib.sha256(), 0
    for path, status in below(place) if found is None else found:
        if stat.S_ISLNK(status.st_mode):
            return Sight(b"", False)
        latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
        told = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        digest.update(os.fsencode(f"{path[len(place) :]}\0{told}\n"))
    return Sight(digest.digest(), latest <= began - _UNSETTLED)


def below(place: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below a place and the place itself, in order; nothing where there is nothing.

    Links are not followed. Raises `OSError` for a folder that cannot be listed.
    """
    try:
        status = Path(place).stat()
    except OSError:
        return
    yield place, status
    waiting = [place] if stat.S_ISDIR(status.st_mode) else []
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
        for entry in inside:
            if entry.name != "__pycache__":
                status = entry.stat(follow_symlinks=False)
                yield entry.path, status
                if stat.S_ISDIR(status.st_mode):
                    waiting.append(entry.path)
