"""Pelican: the search index, the scripts that read it, and the search page.

Takes the archive that `seed_articles` built from Pelican's context and hands it to
`crisis_archive.search`. lunr.js comes from the installed mkdocs wheel and is refused where it is not
the very file that the index was made for. With CRISIS_SEARCH_WHOLE_INDEX=1 in the environment the
index is written in one piece too, for whoever wants to check it.
"""

import hashlib
import os
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import rjsmin
from pelican import signals
from pelican.generators import Generator

from crisis_archive.model import Archive
from crisis_archive.pages.plan import Head
from crisis_archive.search import search_files, search_records
from crisis_archive.search.entries import Letter, letters
from crisis_archive.settings import Settings

VARIABLE: Final = "CRISIS_SEARCH_WHOLE_INDEX"
LUNR: Final = ("mkdocs.contrib.search", "templates/search/lunr.js")
LUNR_SHA256: Final = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
"""lunr.js 2.3.9 as the mkdocs wheel carries it."""


class SearchError(Exception):
    """The search cannot be built; the message says why and what to do."""


def lunr_script() -> bytes:
    """lunr.js, made smaller; its licence line stays. Raises `SearchError` where it is not the pinned file."""
    package, path = LUNR
    content = files(package).joinpath(path).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != LUNR_SHA256:
        raise SearchError(
            f"the lunr.js of the installed package mkdocs is not version 2.3.9 (its SHA-256 is {found}); "
            "install the version of mkdocs that pyproject.toml names"
        )
    small: str = rjsmin.jsmin(content.decode("utf-8"), keep_bang_comments=True)
    return small.encode("utf-8")


class SearchGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Writes `search/`, `search.html` and the lists of entries."""

    def generate_output(self, writer: object) -> None:
        """Write all files below the output folder."""
        archive: Archive = self.context["archive"]
        for path, content in self._files(archive):
            target = Path(self.output_path, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def _files(self, archive: Archive) -> Iterator[tuple[str, bytes]]:
        settings = self.context.get("library_settings") or Settings()
        yield "search/lunr.js", lunr_script()
        yield from search_files(archive, settings, whole=os.environ.get(VARIABLE) == "1")
        for path, markup in self._pages(archive):
            yield path, markup.encode("utf-8")

    def _pages(self, archive: Archive) -> Iterator[tuple[str, str]]:
        words = tomllib.loads(Path(self.theme, "words", "search.en.toml").read_text("utf-8"))
        found = letters(search_records(archive))
        head = Head(path="search.html", title=words["title"], description=words["description"])
        yield head.path, self._render("search.html", head=head, words=words, entries=found)
        for letter in found:
            yield letter.path, self._entries_page(letter, found, words)

    def _entries_page(self, letter: Letter, all_letters: tuple[Letter, ...], words: dict[str, Any]) -> str:
        said = words["entries"]
        head = Head(
            path=letter.path,
            title=said["heading"].format(letter=letter.letter),
            description=said["description"].format(letter=letter.letter),
        )
        return self._render("entries.html", head=head, words=words, letter=letter, entries=all_letters)

    def _render(self, template: str, **values: object) -> str:
        rendered: str = self.env.get_template(template).render({**self.context, **values})
        return rendered


def add_generator(pelican: object) -> type[SearchGenerator]:
    """The generator of the search."""
    return SearchGenerator


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
