"""The store: one SQLite file of keys and values, each value with its own checksum."""

import errno
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from zlib import crc32

_FORMAT = 4
_KEPT_BUILDS = 3
_MOST_VARIABLES = 500
_ERRORS = (sqlite3.Error, UnicodeDecodeError)  # the second where a damaged file is quoted in a message
# What SQLite says of a file that is no store of ours, or no longer one. All else (no room, a lock, a
# disk that fails) says nothing about what is in it.
_DAMAGED = frozenset(
    (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA)
)
_MOST_BUILDS = 2**31 - 1  # that a file of SQLite can count
# When an entry was used last stands apart from it: a value is not written anew because it was read. Tables
# with rows are many times faster than those without, for values of some kilobytes.
_SCHEMA = (
    "PRAGMA page_size = 16384",  # most values are larger: fewer pages to go through
    "PRAGMA secure_delete = OFF",  # nothing here is secret, and wiping what goes takes as long as writing it
    "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL, check_sum BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID",
    # What a power cut leaves is thrown away if it is damaged: nothing has to wait for the disk.
    "PRAGMA synchronous = OFF",
)
_USED = "INSERT OR REPLACE INTO uses VALUES (?, ?)"


def _check_sum(key: bytes, value: bytes) -> bytes:
    """Of both: a damaged key must not lead to another's value."""
    return crc32(value, crc32(key)).to_bytes(4, "big")


class Memory:
    """Values under keys, kept for the builds to come; entries that the last three builds did not use go.

    Open it with `Memory.open(folder)`; with no folder it forgets everything at once. A damaged file is
    thrown away, a damaged entry is not given back; where a disk fails or is full it remembers no more. It is
    there to save time, so once it is open nothing that befalls it stops a build.
    """

    def __init__(self, connection: sqlite3.Connection | None, path: Path | None = None) -> None:
        self._connection, self._path = connection, path
        self._is_damaged = False
        self._build = self._begin()
        self._used: set[bytes] = set()

    @classmethod
    @contextmanager
    def open(cls, folder: Path | None) -> Iterator["Memory"]:
        """The memory in `folder` (made when missing); what is kept is written when the block ends well.

        Raises `OSError` when the folder cannot be made or written.
        """
        if folder is None:
            yield cls(None)
            return
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"memory-{_FORMAT}.sqlite"
        for old in sorted(set(folder.glob("memory-*.sqlite")) - {path}):  # of another version of this program
            with suppress(OSError):
                old.unlink()
        with closing(_connect(path)) as connection:
            memory = cls(connection, path)
            yield memory
            memory._end()
        if memory._is_damaged:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def apart(self) -> "Memory":
        """The same entries for a process forked from this one: through a connection of its own.

        When it is done this one has to `see` what it has `seen`.
        """
        if self._path is None:
            return Memory(None)
        try:
            return Memory(_connect(self._path, is_ours=False), self._path)
        except OSError:  # it is there to save time: without it everything is made
            return Memory(None)

    @property
    def seen(self) -> tuple[frozenset[bytes], bool]:
        """What was given back or put here, and whether damage was met."""
        return frozenset(self._used), self._is_damaged

    def see(self, seen: tuple[frozenset[bytes], bool]) -> None:
        """Know what `apart` has seen."""
        used, is_damaged = seen
        self._used |= used
        self._is_damaged |= is_damaged

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are kept under `keys`; those missing or damaged are left out."""
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        wanted = sorted(set(keys))
        for start in range(0, len(wanted), _MOST_VARIABLES):
            some = wanted[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(some))
            rows: list[tuple[object, object, object]] = []
            with self._forgiving():
                query = f"SELECT key, value, check_sum FROM entries WHERE key IN ({marks})"
                rows = self._connection.execute(query, some).fetchall()
            for key, value, check_sum in rows:
                if (
                    isinstance(key, bytes)
                    and isinstance(value, bytes)
                    and check_sum == _check_sum(key, value)
                ):
                    found[key] = value
        self._used |= found.keys()
        return found

    @property
    def used(self) -> frozenset[bytes]:
        """The keys of all that was given back or put here by this build."""
        return frozenset(self._used)

    def use(self, keys: Iterable[bytes]) -> None:
        """Keep what lies under `keys` as if it had been asked for."""
        self._used.update(keys)

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep `values`."""
        if self._connection is None:
            return
        self._used |= values.keys()
        ordered = sorted(values)
        rows = ((key, values[key], _check_sum(key, values[key])) for key in ordered)
        with self._forgiving(), self._connection:  # at once: a build that is killed has not worked in vain
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            self._connection.executemany(_USED, [(key, self._build) for key in ordered])

    def forget(self, keys: Iterable[bytes]) -> None:
        """Keep no longer what lies under `keys`."""
        if self._connection is None:
            return
        self._used.difference_update(keys)
        with self._forgiving(), self._connection:
            for table in ("entries", "uses"):
                some = [(key,) for key in keys]
                self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", some)

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Whatever SQLite says in the block, the build goes on; a damaged file is made anew by the next."""
        try:
            yield
        except _ERRORS as error:
            self._is_damaged |= _is_damage(error)

    def _begin(self) -> int:
        last = 0
        if self._connection is not None:
            with self._forgiving():
                (last,) = self._connection.execute("PRAGMA user_version").fetchone()
        return last + 1 if 0 <= last < _MOST_BUILDS else 1

    def _end(self) -> None:
        assert self._connection is not None
        used = [(key, self._build) for key in sorted(self._used)]
        with self._forgiving(), self._connection:
            self._connection.executemany(_USED, used)
            self._connection.execute("DELETE FROM uses WHERE used <= ?", [self._build - _KEPT_BUILDS])
            self._connection.execute("DELETE FROM entries WHERE key NOT IN (SELECT key FROM uses)")
            self._connection.execute(f"PRAGMA user_version = {self._build}")


def _is_damage(error: Exception) -> bool:
    # The first byte of a code is its kind.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _DAMAGED


def _connect(path: Path, *, is_ours: bool = True) -> sqlite3.Connection:
    """A connection to a store that works; a file that is none is thrown away, if nobody else uses it."""
    for attempt in (1, 2):
        connection = None
        try:
            connection = sqlite3.connect(path, timeout=60)
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute("SELECT key, value, check_sum FROM entries LIMIT 1").fetchall()
            connection.execute("SELECT key, used FROM uses LIMIT 1").fetchall()
        except _ERRORS as error:
            if connection is not None:
                connection.close()
            if attempt == 2 or not is_ours or not _is_damage(error):
                raise OSError(errno.EIO, f"the cache cannot be used ({error})", str(path)) from error
            path.unlink(missing_ok=True)
        else:
            return connection
    raise AssertionError("unreachable")
