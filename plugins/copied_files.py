"""The files that Pelican copies as they are (the theme's, and those that pages link), and the pages it lists.

Pelican copies over whatever lies there, also where that is a link to a file of the site that stands, or lies
outside the site, only warns when a file cannot be copied, and passes over a folder that it cannot list.
"""

import filecmp
import os
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final, NoReturn

from pelican.generators import PagesGenerator, StaticGenerator

from crisis_archive.addresses import is_inside
from publishing import ALWAYS, MANIFEST, PublishingError

_WRITTEN_LAST: Final = (MANIFEST, ALWAYS, "sitemap.xml")
"""Files of every site that may not be there yet when others are copied."""


class CarefulStatic(StaticGenerator):  # type: ignore[misc]  # Pelican has no types
    """Copies to free places inside the site alone, from below the editors' folder, and looks at each copy.

    Pelican lets it run last: whatever else the site has is there by then.
    """

    def generate_output(self, writer: object) -> None:
        """Raises `PublishingError` before anything is copied, or for a copy that is not whole."""
        content, site = Path(self.settings["PATH"]), Path(self.output_path)
        linked = sorted(
            (str(content / file.source_path), file.save_as) for file in self.context["staticfiles"]
        )
        for source, path in linked:
            check_source(source, path, content)
        files = [*theme_files(self.settings), *linked]
        check_free(files, site)
        super().generate_output(writer)
        check_copied(files, site)


class CarefulPages(PagesGenerator):  # type: ignore[misc]  # Pelican has no types
    """Lists the pages of editors, and stops where a folder cannot be listed: Pelican passes over it."""

    def get_files(
        self, paths: Sequence[str], exclude: list[str] | None = None, extensions: Sequence[str] | None = None
    ) -> set[str]:
        """As Pelican's; raises `OSError`, and `PublishingError` where a second look finds more."""
        found: set[str] = super().get_files(paths, exclude, extensions)
        again = {file for file in self._files_below(paths) if self._include_path(file, extensions)}
        missed = min(again - found, default=None)
        if missed is not None:
            problem = "it came, or could not be listed, while the pages were read; build again"
            raise PublishingError(f"{missed}: {problem}, the old site is unchanged")
        return found

    def _files_below(self, paths: Sequence[str]) -> Iterator[str]:
        ignored = self.settings["IGNORE_FILES"]
        for path in (each for each in paths if Path(self.path, each).is_dir()):
            for parent, folders, names in os.walk(Path(self.path, path), onerror=_stop, followlinks=True):
                folders[:] = [each for each in folders if not any(fnmatch(each, one) for one in ignored)]
                yield from (os.path.join(os.path.relpath(parent, self.path), name) for name in names)  # noqa: PTH118 - as Pelican joins them


def _stop(error: OSError) -> NoReturn:
    raise error


def check_source(source: str, path: str, content: Path) -> None:
    """Stop at a file that lies, or would be written, elsewhere."""
    if not Path(source).resolve().is_relative_to(content.resolve()):
        raise PublishingError(f"{source}: it lies outside {content}; put what pages link into that folder")
    if not is_inside(path):
        raise PublishingError(
            f"{source}: it would be written to {path!r}, outside the site; link it otherwise"
        )


def check_free(files: Sequence[tuple[str, str]], site: Path) -> None:
    """Stop where a file would be copied over another; `files` are sources and their paths in the site."""
    taken = dict.fromkeys(_WRITTEN_LAST, "a file of the site")
    for source, path in files:
        if path in taken or os.path.lexists(site / path):
            other = taken.get(path, "a page of the site")
            raise PublishingError(f"{source}: it would take the place of {other}, {path}; rename it")
        taken[path] = "another file"


def check_copied(files: Sequence[tuple[str, str]], site: Path) -> None:
    """Compare every file with its copy, byte for byte.

    Raises `PublishingError` for the first that is missing or other than its source, `OSError` for one that
    cannot be read.
    """
    for source, path in files:
        copied = site / path
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
