"""What a build is given besides the library's settings: its address, its folders, the number of processes."""

import os
import re
from collections.abc import Mapping, MutableMapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

from crisis_archive.settings import SettingsError
from publishing import check_apart
from setting_places import file_of, place_of

_FOLDERS: Final = ("CRISIS_SEEDS", "CRISIS_CONTENT", "CRISIS_CACHE")
_NEEDED: Final = ("CRISIS_SEEDS", "OUTPUT_PATH")
_OURS: Final = ("seed_articles", "crisis_briefings", "cross_references", "lunr_search")
"""Plugins that make a site together: each writes pages that those of the others lead to."""
_ADDRESS: Final = re.compile(r"https?://[^\s?#@\\<>\"'`{}|^]+", re.IGNORECASE)


def settle_folders(settings: MutableMapping[str, Any]) -> None:
    """Make our folders absolute, as Pelican does with its own: beside the settings file that names them.

    Pelican's own folder of content is the editors' then: what their pages link is looked for there.
    Raises `SettingsError` for what is no folder's name.
    """
    if "OUTPUT_PATH" in settings:  # a review has none
        _check_name("OUTPUT_PATH", settings["OUTPUT_PATH"])
    for name in _FOLDERS:
        given = settings.get(name)
        _check_name(name, given)
        if given and not Path(given).is_absolute():
            file = file_of(name, given)
            settings[name] = str((file.parent if file else Path.cwd()) / given)
    content = settings.get("CRISIS_CONTENT")
    if content and Path(content).is_dir():
        settings["PATH"] = str(content)


def _check_name(name: str, given: object) -> None:
    """A folder is named by a string or a path, that of seeds and output must be."""
    if given in (None, "") and name not in _NEEDED:
        return
    problem = 'is no name of a folder; write one in quotes, e.g. "seeds"'
    if not isinstance(given, str | Path) or not str(given) or "\0" in str(given):
        _fail(name, given, problem)
    try:
        os.fsencode(given)
    except UnicodeEncodeError:
        _fail(name, given, problem)


def check_build(settings: Mapping[str, Any]) -> None:
    """Look at Pelican's settings before anything is written.

    Raises `SettingsError` for a setting that cannot be used, `OSError` where editors' pages cannot be listed,
    and `publishing.PublishingError` where output or cache are not apart from
    what they must not touch.
    """
    _check_plugins(settings.get("PLUGINS"))
    _check_address(settings.get("SITEURL"))
    _check_jobs(settings.get("CRISIS_JOBS", 0))
    _check_scheduler(settings.get("CRISIS_SCHEDULER", ""))
    _check_name_model(settings.get("CRISIS_NAME_MODEL", ""))
    for name in ("OUTPUT_PATH", *_FOLDERS):
        _check_place(name, settings.get(name))
    output, cache = Path(settings["OUTPUT_PATH"]), settings.get("CRISIS_CACHE")
    sources = [Path(settings[name]) for name in ("CRISIS_SEEDS", "CRISIS_CONTENT") if settings.get(name)]
    check_apart(output, *sources)
    if cache:
        check_apart(Path(cache), *sources, output, what="cache")
    if settings.get("CRISIS_CONTENT"):
        _check_listable(Path(settings["CRISIS_CONTENT"], "pages"))


def _check_plugins(plugins: object) -> None:
    """All of ours, in any order, with others beside them; Pelican takes names and modules."""
    given = plugins if isinstance(plugins, list | tuple) else ()
    names = {each if isinstance(each, str) else getattr(each, "__name__", "") for each in given}
    missing = [name for name in _OURS if name not in names]
    if missing:
        problem = f"PLUGINS leaves out {', '.join(missing)}; add to those of pelicanconf.py, take none away"
        raise SettingsError(f"{place_of('PLUGINS', plugins)}: {problem}")


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


def _check_scheduler(address: object) -> None:
    if not isinstance(address, str):
        _fail("CRISIS_SCHEDULER", address, 'is no address; write one like "tcp://example.org:8786"')


def _check_name_model(name: object) -> None:
    """A package of a name that nothing bears is passed over, as the documents say; what could be none, or is
    another package, is a mistake."""
    if not isinstance(name, str) or not name:
        return  # of the wrong type: the library says so
    spec = find_spec(name) if name.isidentifier() else None
    places = spec.submodule_search_locations or () if spec else ()
    if not name.isidentifier() or (spec and not any(Path(each, "meta.json").is_file() for each in places)):
        _fail("CRISIS_NAME_MODEL", name, "is no pipeline of spaCy; write the name of one, or '' for none")


def _check_place(name: str, folder: str | Path | None) -> None:
    """A link to itself leads nowhere; a file where editors' folder should be would be passed over."""
    if not folder:
        return
    try:
        Path(folder).resolve()
    except RuntimeError:
        _fail(name, str(folder), "is a link that leads round in a circle; name another folder")
    if name == "CRISIS_CONTENT" and Path(folder).exists() and not Path(folder).is_dir():
        _fail(name, str(folder), "is no folder; name another, or take the file away")


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
