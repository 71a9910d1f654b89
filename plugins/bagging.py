"""A site and what it was made from as one BagIt bag (RFC 8493), to be kept for decades.

The bag is written beside its place and renamed when whole. It holds no date but one that is given: the same
folders give the same bytes.
"""

import datetime as dt
import hashlib
import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ESCAPED: Final = {"%": "%25", "\n": "%0A", "\r": "%0D"}


class BaggingError(Exception):
    """A bag that cannot be written; one line that says why and what to do."""


def write_bag(bag: Path, parts: Mapping[str, Path], epoch: int | None) -> int:
    """Put each folder of `parts` into `data/<its key>/` of a new bag; gives the number of files.

    `epoch` (seconds since 1970, UTC) becomes the `Bagging-Date`; None: there is none. Raises `BaggingError`.
    """
    if bag.exists() and (not bag.is_dir() or any(bag.iterdir())):
        raise BaggingError(f"{bag}: this holds something already; name another folder, or empty it")
    staged = bag.with_name(f".{bag.name}.staged")
    try:
        if staged.exists():
            shutil.rmtree(staged)
        payload, size = {}, 0
        for key, folder in sorted(parts.items()):
            for name, source in sorted(_files(folder).items()):
                path = f"data/{key}/{name}"
                payload[path] = _copy(source, staged / path)
                size += source.stat().st_size
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": _info(size, len(payload), epoch),
            "manifest-sha256.txt": _manifest(payload),
        }
        for name, text in tags.items():
            (staged / name).write_bytes(text.encode())
        hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tags.items()}
        (staged / "tagmanifest-sha256.txt").write_bytes(_manifest(hashes).encode())
        staged.rename(bag)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise BaggingError(f"{bag}: {error.strerror or error}{where}; mend that and bag again") from error
    return len(payload)


def _files(folder: Path) -> dict[str, Path]:
    """Regular files below a folder by their paths; what the bag cannot hold is an error, never left out."""
    found = {}
    for parent, folders, names in os.walk(folder):
        for name in names + [each for each in folders if Path(parent, each).is_symlink()]:
            path = Path(parent, name)
            if not stat.S_ISREG(path.lstat().st_mode):
                raise BaggingError(f"{path!r}: this is no regular file; take it out of the folder")
            shown = path.relative_to(folder).as_posix()
            try:
                shown.encode("utf-8")
            except UnicodeEncodeError:
                problem = f"{path!r}: this name is not UTF-8, which a bag cannot list; rename the file"
                raise BaggingError(problem) from None
            found[shown] = path
    return found


def _copy(source: Path, target: Path) -> str:
    """Copy one file; gives the SHA-256 of what was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as old, target.open("xb") as new:
        while piece := old.read(1 << 20):
            digest.update(piece)
            new.write(piece)
    return digest.hexdigest()


def _info(size: int, number: int, epoch: int | None) -> str:
    lines = [f"Payload-Oxum: {size}.{number}"]
    if epoch is not None:
        lines.insert(0, f"Bagging-Date: {dt.datetime.fromtimestamp(epoch, dt.UTC).date().isoformat()}")
    return "".join(f"{line}\n" for line in lines)


def _manifest(hashes: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {_listed(name)}\n" for name, digest in sorted(hashes.items()))


def _listed(name: str) -> str:
    """A path as a manifest has it: percent signs and line ends are encoded (RFC 8493, 2.1.3)."""
    return "".join(_ESCAPED.get(char, char) for char in name)
