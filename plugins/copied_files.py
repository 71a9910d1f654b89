"""The files that Pelican copies as they are, looked at before a site is published.

Pelican only warns when a file of the theme or of an editor cannot be copied, and the site would go
without its style.
"""

import filecmp
import os
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from publishing import PublishingError


def check_copied(settings: Mapping[str, Any], folder: Path, static: Mapping[str, str]) -> None:
    """Compare every file that Pelican was to copy with its copy in the staged site, byte for byte.

    `static` are the files that editors link or list, source -> path in the site. Raises `PublishingError`
    for the first that is missing or other than its source, `OSError` for one that cannot be read.
    """
    for source, path in (*theme_files(settings), *static.items()):
        copied = folder / path
        if not copied.is_file() or not filecmp.cmp(source, copied, shallow=False):
            problem = "could not be copied whole into the site; mend that and build again"
            raise PublishingError(f"{source}: {problem}, the old site is unchanged")


def theme_files(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The theme's static files and where they lie in the site, as `StaticGenerator` copies them."""
    place, ignored = settings["THEME_STATIC_DIR"], settings["IGNORE_FILES"]

    def kept(names: list[str]) -> list[str]:
        return sorted(name for name in names if not any(fnmatch(name, each) for each in ignored))

    for given in settings["THEME_STATIC_PATHS"]:
        root = os.path.join(settings["THEME"], given)  # noqa: PTH118 - as Pelican joins them
        if os.path.isfile(root):  # noqa: PTH113 - as above
            for name in kept([Path(root).name]):
                yield root, f"{place}/{name}"
        for parent, folders, names in os.walk(root, followlinks=True):
            folders[:] = kept(folders)
            for name in kept(names):
                source = Path(parent, name)
                if source.is_file():
                    yield str(source), str(Path(place, source.relative_to(root)))
