"""What a build is given besides the library's settings: its address, its folders, the number of processes."""

import os
import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

from crisis_archive.settings import SettingsError
from publishing import check_apart
from setting_places import file_of, place_of

_FOLDERS: Final = ("CRISIS_SEEDS", "CRISIS_CONTENT", "CRISIS_CACHE")
_ADDRESS: Final = re.compile(r"https?://[^\s?#@\\<>\"'`{}|^]+", re.IGNORECASE)


def settle_folders(settings: MutableMapping[str, Any]) -> None:
    """Make our folders absolute, as Pelican does with its own: beside the settings file that names them.

    Pelican's own folder of content is the editors' then: what their pages link is looked for there.
    """
    for name in _FOLDERS:
        given = settings.get(name)
        if given and not Path(given).is_absolute():
            file = file_of(name, given)
            settings[name] = str((file.parent if file else Path.cwd()) / given)
    content = settings.get("CRISIS_CONTENT")
    if content and Path(content).is_dir():
        settings["PATH"] = str(content)


def check_build(settings: Mapping[str, Any]) -> None:
    """Look at Pelican's settings before anything is written.

    Raises `SettingsError` for an address that is none or a wrong number of processes, `OSError` where
    editors' pages cannot be listed, and `publishing.PublishingError` where output or cache are not apart from
    what they must not touch.
    """
    _check_address(settings.get("SITEURL"))
    _check_jobs(settings.get("CRISIS_JOBS", 0))
    output, cache = Path(settings["OUTPUT_PATH"]), settings.get("CRISIS_CACHE")
    sources = [Path(settings[name]) for name in ("CRISIS_SEEDS", "CRISIS_CONTENT") if settings.get(name)]
    check_apart(output, *sources)
    if cache:
        check_apart(Path(cache), *sources, output, what="cache")
    if settings.get("CRISIS_CONTENT"):
        _check_listable(Path(settings["CRISIS_CONTENT"], "pages"))


def _check_address(address: object) -> None:
    """It stands before every path, in links and feeds: scheme and host, no query, fragment or user."""
    if address is None or address == "":
        return
    if not isinstance(address, str) or not _ADDRESS.fullmatch(address) or not _has_host(address):
        _fail("SITEURL", address, "is no address of a site; write one like https://example.org/archive")


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is none
        return False


def _check_jobs(jobs: object) -> None:
    if not isinstance(jobs, int) or isinstance(jobs, bool) or jobs < 0:
        _fail("CRISIS_JOBS", jobs, "is no number of processes; write one without quotes, 0 for all cores")


def _check_listable(folder: Path) -> None:
    """Pelican passes over a folder that cannot be listed, and its pages would be missing without a word."""
    if folder.exists():
        for _ in os.walk(folder, onerror=_stop):
            pass


def _stop(error: OSError) -> NoReturn:
    raise error


def _fail(name: str, value: object, problem: str) -> NoReturn:
    place = place_of(name, value)
    raise SettingsError(f"{place}: {name} = {value!r} {problem}")
