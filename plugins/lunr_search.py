"""Pelican: the search index, the scripts that read it, and the search page.

Takes the archive that `seed_articles` built from Pelican's context and hands it to
`crisis_archive.search`. lunr.js comes from the installed mkdocs wheel and is refused where it is not
the very file that the index was made for. With CRISIS_SEARCH_WHOLE_INDEX=1 in the environment the
index is written in one piece too, for whoever wants to check it.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import ClassVar, Final

import rjsmin
from pelican import signals

from crisis_archive.model import Archive
from crisis_archive.pages import Head, PagePlan, Site
from crisis_archive.search import search_files, search_records
from crisis_archive.search.entries import Letter, letters
from page_writing import PlanGenerator, write_plan

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


class SearchGenerator(PlanGenerator):
    """Writes `search/`, `search.html` and the list of entries."""

    kinds: ClassVar = ("search",)

    def generate_output(self, writer: object) -> None:
        """Write all files below the output folder."""
        super().generate_output(writer)
        archive: Archive = self.context["archive"]
        site: Site = self.context["site"]
        for plan in plan_entries(letters(search_records(archive)), site):
            write_plan(self, plan)
        whole = os.environ.get(VARIABLE) == "1"
        try:
            self._write("search/lunr.js", lunr_script())
        except SearchError as error:
            print(f"error: {error}", file=sys.stderr)
            raise SystemExit(1) from error
        for path, content in search_files(archive, self.context["library_settings"], whole):
            self._write(path, content)

    def _write(self, path: str, content: bytes) -> None:
        target = Path(self.output_path, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def plan_entries(found: Sequence[Letter], site: Site) -> Iterator[PagePlan]:
    """The list of all entries: one page of letters, and one page a letter."""
    words = site.words
    head = Head(
        path="entries/index.html",
        title=words("search.entries.title"),
        description=words("search.entries.intro"),
    )
    yield PagePlan(head.path, "entries.html", {"head": head, "letters": found, "letter": None})
    for letter in found:
        head = Head(
            path=letter.path,
            title=words("search.entries.heading", letter=letter.letter),
            description=words("search.entries.description", letter=letter.letter),
        )
        yield PagePlan(head.path, "entries.html", {"head": head, "letters": found, "letter": letter})


def add_generator(pelican: object) -> type[SearchGenerator]:
    """The generator of the search."""
    return SearchGenerator


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
