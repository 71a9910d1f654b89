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
from typing import Final, NoReturn

_DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ESCAPED: Final = {"%": "%25", "\n": "%0A", "\r": "%0D"}


class BaggingError(Exception):
    """A bag that cannot be written; one line that says why and what to do."""


def bagging_day(epoch: str) -> dt.date | None:
    """The day (UTC) of `SOURCE_DATE_EPOCH`, seconds since 1970; None where it is empty.

    Raises `BaggingError` for what is no number, or no day of the calendar.
    """
    if not epoch:
        return None
    problem = "this is no number of seconds since 1970 of a day before the year 10000; correct it"
    if not (epoch.isascii() and epoch.isdecimal()) or len(epoch) > len("253402300799"):
        raise BaggingError(f"SOURCE_DATE_EPOCH={epoch}: {problem}")
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError) as error:
        raise BaggingError(f"SOURCE_DATE_EPOCH={epoch}: {problem}") from error


def write_bag(bag: Path, parts: Mapping[str, Path], day: dt.date | None) -> int:
    """Put each folder of `parts` into `data/<its key>/` of a new bag; gives the number of files.

    `day` becomes the `Bagging-Date`; None: there is none. Raises `BaggingError`.
    """
    staged: Path | None = None
    try:
        bag = _free(bag, parts)
        sources = {f"data/{key}/{name}": path for key in parts for name, path in _files(parts[key]).items()}
        staged = _stage(bag)
        payload, size = {}, 0
        for path, source in sorted(sources.items()):
            payload[path], length = _copy(source, staged / path)
            size += length
        tags = {
            "bagit.txt": _DECLARATION,
            "bag-info.txt": _info(size, len(payload), day),
            "manifest-sha256.txt": _manifest(payload),
        }
        for name, text in tags.items():
            (staged / name).write_bytes(text.encode())
        hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tags.items()}
        (staged / "tagmanifest-sha256.txt").write_bytes(_manifest(hashes).encode())
        staged.rename(bag)
        staged = None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise BaggingError(f"{bag}: {error.strerror or error}{where}; mend that and bag again") from error
    finally:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)
    return len(payload)


def _free(bag: Path, parts: Mapping[str, Path]) -> Path:
    """The bag's place with links and `..` worked out: nothing lies there, and it lies in no part.

    Raises `BaggingError`, and `OSError` where it cannot be looked at.
    """
    try:
        place = Path(os.path.realpath(bag, strict=bag.is_symlink()))
    except ValueError as error:
        raise BaggingError(f"{bag!r}: this cannot be the name of a folder; name another") from error
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise BaggingError(f"{bag}: this holds something already; name another folder, or empty it")
    for folder in parts.values():
        source = Path(os.path.realpath(folder))
        if place == source or source in place.parents:
            raise BaggingError(f"{bag}: this lies in {folder}, which goes into the bag; name another folder")
    return place


def _stage(bag: Path) -> Path:
    """A new folder beside the bag's place. One that lies there may be somebody's: it is never cleared."""
    bag.parent.mkdir(parents=True, exist_ok=True)
    staged = bag.with_name(f".{bag.name}.staged")
    try:
        staged.mkdir()
    except FileExistsError:
        problem = "this was left by a bag that was not finished, or is yours"
        raise BaggingError(f"{staged}: {problem}; take it away and bag again") from None
    return staged


def _files(folder: Path) -> dict[str, Path]:
    """Regular files below a folder by their paths; what the bag cannot hold is an error, never left out."""
    found = {}
    for parent, folders, names in os.walk(folder, onerror=_stop):
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


def _stop(error: OSError) -> NoReturn:
    raise error


def _copy(source: Path, target: Path) -> tuple[str, int]:
    """Copy one file; gives the SHA-256 of what was written, and how many bytes that was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, length = hashlib.sha256(), 0
    with source.open("rb") as old, target.open("xb") as new:
        while piece := old.read(1 << 20):
            digest.update(piece)
            length += new.write(piece)
    return digest.hexdigest(), length


def _info(size: int, number: int, day: dt.date | None) -> str:
    dated = "" if day is None else f"Bagging-Date: {day.isoformat()}\n"
    return f"{dated}Payload-Oxum: {size}.{number}\n"


def _manifest(hashes: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {_listed(name)}\n" for name, digest in sorted(hashes.items()))


def _listed(name: str) -> str:
    """A path as a manifest has it: percent signs and line ends are encoded (RFC 8493, 2.1.3)."""
    return "".join(_ESCAPED.get(char, char) for char in name)
