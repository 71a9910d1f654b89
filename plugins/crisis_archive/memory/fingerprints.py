"""Keys: hashes of everything that a kept value depends on, our own code included."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
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
    code = [part for room in sorted(rooms) for part in (room, _code_of(room))]
    return key_of(sys.version, *code, *map(_version_of, sorted(distributions)))


@cache
def _code_of(room: str) -> bytes:
    """Read once a run: many keys rest on it, and what was imported stays as it was."""
    place = _LIBRARY / room
    parts: list[bytes | str] = []
    for path in sorted(place.rglob("*")) if place.is_dir() else [place.with_suffix(".py")]:
        if path.is_file() and "__pycache__" not in path.parts:
            parts += [path.relative_to(_LIBRARY).as_posix(), path.read_bytes()]
    return key_of(*parts)


@cache
def _version_of(distribution: str) -> str:
    try:
        return f"{distribution}=={metadata.version(distribution)}"
    except metadata.PackageNotFoundError:
        return f"{distribution} is not installed"
