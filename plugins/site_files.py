"""The files of a site while it is built: written in one go, their hashes known from then on."""

import hashlib
from pathlib import Path


class SiteFiles:
    """The files below one folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
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
        """Write a file; gives its hash."""
        with open(self.place(path), "wb", buffering=0) as stream:  # noqa: PTH123 - a `Path` takes longer to make
            stream.write(content)
        digest = self.digests[path] = hashlib.sha256(content).hexdigest()
        return digest
