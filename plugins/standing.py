"""Whether the site stands already: a build of the very same things would write the very same bytes.

After a build its record is kept: a digest of all that the site was made from, and one of the site as it
lies on the disk. Both are made of names, sizes and times alone, so that ten thousand texts take no longer
to look through than a program to start. What is asked in the same way and has both digests stands; anything
else, a doubt too, is built.
"""

import json
import os
import sqlite3
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from crisis_archive.memory import Memory, key_of
from sights import Sight, Sights, look

_PLUGINS: Final = Path(__file__).resolve().parent
_LITTER: Final = ("staged", "old", "lock")
"""What lies beside a site while it is built, or was left by a build that died."""
_OF_THE_WORK: Final = ("CRISIS_JOBS", "CRISIS_SCHEDULER")
"""Settings that say who does the work: the site does not depend on them."""
_PASSING: Final = frozenset(
    ("_", "COLUMNS", "CRISIS_SCHEDULER", "LINES", "OLDPWD", "OPENBLAS_NUM_THREADS", "SHLVL")
)
"""Variables that differ from one command to the next and say nothing of the site."""
_OURS: Final = ("seed_articles", "crisis_briefings", "cross_references", "lunr_search")


class Inputs(msgspec.Struct, frozen=True):
    """What a site is made from: files and folders, those that are missing too."""

    places: tuple[str, ...]
    digest: bytes


class Finished(NamedTuple):
    """A site that stands."""

    said: tuple[str, ...]
    """What its operator was told of it."""
    counts: tuple[int, int, int, int]
    """How many documents, crises, entities and refusals it has."""
    sight: Sight | None
    """How it lies on the disk; null where it cannot be looked at."""


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


def standing(
    cache: Path, settings_file: Path, overrides: Mapping[str, Any], sights: Sights | None = None
) -> Made | None:
    """The last build that was asked like this, if its site stands and nothing has changed.

    What cannot be read, or not any more, is a doubt like any other. `sights` are those of this build.
    """
    with suppress(OSError, msgspec.MsgspecError):
        return _standing(cache, settings_file, overrides, sights or Sights())
    return None


def _standing(cache: Path, settings_file: Path, overrides: Mapping[str, Any], sights: Sights) -> Made | None:
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
    # The site last: it has more files than all else, and most often it is a text that has changed.
    if (
        sights.digest(record.inputs.places) != record.inputs.digest
        or look(record.site).digest != record.site_digest
    ):
        return None
    return Made(record.inputs, site, record.said, record.counts)


def inputs_of(
    settings_file: Path, settings: Mapping[str, Any], sights: Sights | None = None
) -> Inputs | None:
    """What a build with these settings is made from, as it was seen; null where that cannot be told.

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
        digest = (sights or Sights()).digest(ordered, settled=True)
    return Inputs(ordered, digest) if digest else None


def remember(
    cache: Path, settings_file: Path, overrides: Mapping[str, Any], made: Made, site: Sight | None = None
) -> None:
    """Keep the record of a build, with its `site` as it was seen.

    Raises `OSError` where the cache cannot be written.
    """
    digest = (site or look(str(made.site))).digest
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
