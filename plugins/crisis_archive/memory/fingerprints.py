"""Keys: hashes of everything that a kept value depends on, our own code included."""

import hashlib
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

_LIBRARY = Path(__file__).resolve().parent.parent


def key_of(*parts: bytes | str) -> bytes:
    """A key of 32 bytes for the parts; no two lists of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def fingerprint(rooms: Iterable[str], distributions: Iterable[str]) -> bytes:
    """A key for the code of `rooms` (folders or modules of the library) and the versions of what it uses."""
    parts: list[bytes | str] = [sys.version]
    for room in sorted(rooms):
        place = _LIBRARY / room
        for path in sorted(place.rglob("*")) if place.is_dir() else [place.with_suffix(".py")]:
            if path.is_file() and "__pycache__" not in path.parts:
                parts += [path.relative_to(_LIBRARY).as_posix(), path.read_bytes()]
    for name in sorted(distributions):
        try:
            parts.append(f"{name}=={metadata.version(name)}")
        except metadata.PackageNotFoundError:
            parts.append(f"{name} is not installed")
    return key_of(*parts)
