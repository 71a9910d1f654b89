"""The files of a site while it is built: written in one go, or taken over from the site that stands."""

import hashlib
from pathlib import Path
from typing import Protocol


class OldSite(Protocol):
    """The site that stands (`page_memory.SiteMemory`)."""

    def take(self, path: str, target: str, sha256: str | None = None, key: bytes | None = None) -> str | None:
        """Put an old file in its place if it has this hash, or this key; null if not, else its hash."""

    def read(self, path: str, sha256: str) -> bytes | None:
        """An old file if it has this hash; null if not."""


class SiteFiles:
    """The files below one folder; those that the `old` site has too are taken over from it."""

    def __init__(self, folder: str, old: OldSite | None = None) -> None:
        self._folder, self._old = folder, old
        self._parents: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        """SHA-256 as hexadecimal digits, of the files whose bytes are known to whoever wrote them."""

    def place(self, path: str) -> str:
        """Where a file lies; `path` is relative to the site's root. Its folder is made."""
        parent, _, name = path.rpartition("/")
        folder = self._parents.get(parent)
        if folder is None:  # most files lie in few folders
            made = Path(self._folder, parent)
            made.mkdir(parents=True, exist_ok=True)
            folder = self._parents[parent] = str(made)
        return f"{folder}/{name}"

    def write(self, path: str, content: bytes) -> str:
        """Write a file, unless the old site has the very same; gives its hash."""
        digest = self.digests[path] = hashlib.sha256(content).hexdigest()
        place = self.place(path)
        if self._old is None or self._old.take(path, place, sha256=digest) is None:
            # Never over another file: that may be a link to one of the site that stands.
            with open(place, "xb", buffering=0) as stream:  # noqa: PTH123 - a `Path` takes longer to make
                stream.write(content)
        return digest

    def old(self, path: str, sha256: str) -> bytes | None:
        """What a file of the old site holds, if it has this hash there."""
        return None if self._old is None else self._old.read(path, sha256)

    def take_same(self, path: str, sha256: str) -> bool:
        """Take a file over from the old site, if it has this hash there."""
        if self._old is None or self._old.take(path, self.place(path), sha256=sha256) is None:
            return False
        self.digests[path] = sha256
        return True

    def take(self, path: str, key: bytes | None) -> str | None:
        """Take a page over from the old site, if it has this key there; gives its hash."""
        if self._old is None or key is None:
            return None
        digest = self._old.take(path, self.place(path), key=key)
        if digest is not None:
            self.digests[path] = digest
        return digest
