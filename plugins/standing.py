"""Whether the site stands already: a build of the very same things would write the very same bytes.

After a build its record is kept: a digest of all that the site was made from, and one of the site as it
lies on the disk. Both are made of names, sizes and times alone, so that ten thousand texts take no longer
to look through than a program to start. What is asked in the same way and has both digests stands; anything
else, a doubt too, is built.
"""

import hashlib
import json
import os
import sqlite3
import stat
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import msgspec

from crisis_archive.memory import Memory, key_of

_PLUGINS: Final = Path(__file__).resolve().parent
_LITTER: Final = ("staged", "old", "lock")
"""What lies beside a site while it is built, or was left by a build that died."""
_OF_THE_WORK: Final = ("CRISIS_JOBS", "CRISIS_SCHEDULER")
"""Settings that say who does the work: the site does not depend on them."""
_PASSING: Final = frozenset(
    ("_", "COLUMNS", "CRISIS_SCHEDULER", "LINES", "OLDPWD", "OPENBLAS_NUM_THREADS", "SHLVL")
)
"""Variables that differ from one command to the next and say nothing of the site."""
_UNSETTLED: Final = 50_000_000
"""Nanoseconds; a file changed so shortly before it is looked at may change again under the same time."""
_OURS: Final = ("seed_articles", "crisis_briefings", "cross_references", "lunr_search")


class Inputs(msgspec.Struct, frozen=True):
    """What a site is made from: files and folders, those that are missing too."""

    places: tuple[str, ...]
    digest: bytes


class Made(msgspec.Struct, frozen=True):
    """A build that ended well."""

    inputs: Inputs
    """As they were before it began."""
    site: Path
    said: tuple[str, ...]
    """What it told its operator of the site."""
    counts: tuple[int, int, int, int]
    """Documents, crises, entities, refusals."""


class _Record(msgspec.Struct, frozen=True):
    """What is kept of such a build."""

    inputs: Inputs
    site: str
    site_digest: bytes
    said: tuple[str, ...]
    counts: tuple[int, int, int, int]


_RECORD: Final = msgspec.json.Decoder(_Record)


def standing(cache: Path, settings_file: Path, overrides: Mapping[str, Any]) -> Made | None:
    """The last build that was asked like this, if its site stands and nothing has changed.

    What cannot be read, or not any more, is a doubt like any other.
    """
    with suppress(OSError, msgspec.MsgspecError):
        return _standing(cache, settings_file, overrides)
    return None


def _standing(cache: Path, settings_file: Path, overrides: Mapping[str, Any]) -> Made | None:
    """As `standing`. Raises `OSError` and `msgspec.MsgspecError`."""
    folder = _folder(cache)
    if not folder.is_dir():
        return None
    key = _request(settings_file, overrides)
    try:
        with Memory.open(folder) as memory:
            kept = memory.get([key]).get(key)
    except (OSError, sqlite3.Error):
        return None  # a build will say what is wrong with its cache
    if kept is None:
        return None
    record = _RECORD.decode(kept)
    site = Path(record.site)
    if any(site.with_name(f".{site.name}.{what}").exists() for what in _LITTER):
        return None
    if _digest((record.site,)) != record.site_digest or _digest(record.inputs.places) != record.inputs.digest:
        return None
    return Made(record.inputs, site, record.said, record.counts)


def inputs_of(settings_file: Path, settings: Mapping[str, Any]) -> Inputs | None:
    """What a build with these settings is made from, as it is now; null where that cannot be told.

    A plugin of the user's own may read anything, a link may lead anywhere, and a file that changed just now
    may change again without a trace: then the next build looks for itself.
    """
    if tuple(getattr(each, "__name__", "") for each in settings["PLUGINS"]) != _OURS:
        return None
    base = Path(settings["PATH"])
    folders = [settings["THEME"], settings["CRISIS_SEEDS"], settings.get("CRISIS_CONTENT")]
    folders += [settings.get("CRISIS_NAME_MODEL"), *settings["THEME_TEMPLATES_OVERRIDES"]]
    below = [*settings["ARTICLE_PATHS"], *settings["STATIC_PATHS"], *settings["PAGE_PATHS"]]
    places = {str(settings_file), str(_PLUGINS), *_modules(), *(str(base / each) for each in below)}
    places |= {str(Path(each).absolute()) for each in folders if each}
    ordered = tuple(sorted(places))
    digest = b""
    with suppress(OSError):  # a folder that cannot be opened, or is gone: reading will name it
        digest = _digest(ordered, settled=True)
    return Inputs(ordered, digest) if digest else None


def remember(cache: Path, settings_file: Path, overrides: Mapping[str, Any], made: Made) -> None:
    """Keep the record of a build. Raises `OSError` where the cache cannot be written."""
    digest = _digest((str(made.site),))
    if digest:
        key = _request(settings_file, overrides)
        record = _Record(made.inputs, str(made.site), digest, made.said, made.counts)
        with Memory.open(_folder(cache)) as memory:
            memory.put({key: msgspec.json.encode(record)})


def _folder(cache: Path) -> Path:
    return cache / "standing"


def _request(settings_file: Path, overrides: Mapping[str, Any]) -> bytes:
    """How a build was asked, and in what surroundings: each of it may say something to a settings file."""
    given = {name: value for name, value in overrides.items() if name not in _OF_THE_WORK}
    environment = {name: value for name, value in os.environ.items() if name not in _PASSING}
    asked = [str(settings_file), str(Path.cwd()), given, environment, sys.version, sys.prefix, _installed()]
    return key_of("standing", json.dumps(asked, sort_keys=True))


def _installed() -> list[str]:
    """Name and version of every installed package, as its folder of metadata is called."""
    found: set[str] = set()
    for place in filter(os.path.isdir, sys.path):
        names = (path.name for path in Path(place).iterdir())
        found |= {name for name in names if name.endswith((".dist-info", ".egg-info", ".pth"))}
    return sorted(found)


def _modules() -> Iterator[str]:
    """Files of all modules that belong to no installed package: settings, tasks, plugins."""
    places = (sysconfig.get_path(each) for each in ("stdlib", "platstdlib", "purelib", "platlib"))
    installed = tuple(sorted({str(Path(each).resolve()) + os.sep for each in places}))
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file and not str(Path(file).resolve()).startswith(installed):
            yield str(Path(file).absolute())


def _digest(places: Iterable[str], settled: bool = False) -> bytes:
    """A digest of the names, sizes and times of all below these places; empty where that tells too little.

    `settled`: it tells too little where something changed only just now.
    """
    digest = hashlib.sha256()
    latest = 0
    for place in places:
        for path, status in _below(place):
            if stat.S_ISLNK(status.st_mode):
                return b""
            latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
            told = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
            digest.update(os.fsencode(f"{path}\0{told}\n"))
        digest.update(os.fsencode(f"{place}\0\n"))
    if settled and latest > time.time_ns() - _UNSETTLED:
        return b""
    return digest.digest()


def _below(place: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below a place and the place itself, in order; nothing where there is nothing."""
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
