"""The store: one SQLite file of keys and values, each value with its own checksum."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

_FORMAT = 1
_KEPT_BUILDS = 3
_MOST_VARIABLES = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, check_sum BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


def _check_sum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=8).digest()


class Memory:
    """Values under keys, kept for the builds to come; entries that the last three builds did not use go.

    Open it with `Memory.open(folder)`; with no folder it forgets everything at once. A damaged file is
    thrown away, a damaged entry is not given back.
    """

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection
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
        with closing(_connect(path)) as connection:
            memory = cls(connection)
            yield memory
            memory._end()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are kept under `keys`; those missing or damaged are left out."""
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        wanted = sorted(set(keys))
        for start in range(0, len(wanted), _MOST_VARIABLES):
            some = wanted[start : start + _MOST_VARIABLES]
            marks = ",".join("?" * len(some))
            try:
                rows = self._connection.execute(
                    f"SELECT key, value, check_sum FROM entries WHERE key IN ({marks})", some
                ).fetchall()
            except sqlite3.DatabaseError:
                return found  # a damaged page: what it held is computed again
            found |= {key: value for key, value, check_sum in rows if check_sum == _check_sum(value)}
        self._used |= found.keys()
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep `values`."""
        if self._connection is None:
            return
        rows = [(key, value, _check_sum(value), self._build) for key, value in sorted(values.items())]
        with self._connection:  # kept at once, so that a build that is killed has not worked in vain
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)

    def _begin(self) -> int:
        if self._connection is None:
            return 0
        (last,) = self._connection.execute("PRAGMA user_version").fetchone()
        return int(last) + 1

    def _end(self) -> None:
        assert self._connection is not None
        used = [(self._build, key) for key in sorted(self._used)]
        with self._connection:
            self._connection.executemany("UPDATE entries SET used = ? WHERE key = ?", used)
            self._connection.execute("DELETE FROM entries WHERE used <= ?", [self._build - _KEPT_BUILDS])
            self._connection.execute(f"PRAGMA user_version = {self._build}")


def _connect(path: Path) -> sqlite3.Connection:
    """A connection to a store that works; a file that is none is thrown away."""
    for attempt in (1, 2):
        connection = sqlite3.connect(path, timeout=60)
        try:
            connection.execute(_SCHEMA)
            connection.execute("SELECT key, value, check_sum, used FROM entries LIMIT 1").fetchall()
        except sqlite3.OperationalError:
            connection.close()
            raise
        except sqlite3.DatabaseError:
            connection.close()
            if attempt == 2:
                raise
            path.unlink(missing_ok=True)
        else:
            return connection
    raise AssertionError("unreachable")
