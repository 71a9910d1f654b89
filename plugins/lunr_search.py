"""Pelican: the search index, the scripts that read it, and the search page.

Takes the archive that `seed_articles` built from Pelican's context and hands it to
`crisis_archive.search`. lunr.js comes from the installed mkdocs wheel and is refused where it is not
the very file that the index was made for. With CRISIS_SEARCH_WHOLE_INDEX=1 in the environment the
index is written in one piece too, for whoever wants to check it.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

import rjsmin
from msgspec.structs import replace
from pelican import signals

from crisis_archive.model import Archive
from crisis_archive.pages import Head, PagePlan, Site
from crisis_archive.scheduling.giving_back import give_back
from crisis_archive.search import (
    IndexFiles,
    Kept,
    Listing,
    language_of,
    listing_of_archive,
    reader_of_terms,
    search_index,
)
from crisis_archive.search.entries import Letter, letters
from crisis_archive.search.files import OldData, nothing_old, path_of
from crisis_archive.search.shards import data_of
from crisis_archive.settings import Settings, SettingsError
from page_writing import PlanGenerator, beside, files_of, write_plans
from search_memory import Remembered, SearchMemory
from setting_places import place_of
from site_files import SiteFiles

VARIABLE: Final = "CRISIS_SEARCH_WHOLE_INDEX"
PACKAGE: Final = "mkdocs.contrib.search"
LUNR: Final = "templates/search/lunr.js"
SUPPORT: Final = "lunr-language/lunr.stemmer.support.js"
SHA256: Final = {
    LUNR: "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc",
    SUPPORT: "9acfb121aae107828dc54f15cf779ef4a151cdaaade158be705a26e6e96ec618",
    "lunr-language/lunr.de.js": "69ebe4ca1354e9c6a3bade2f2a267102837aa9c7a5a0d49ca2ddf75fb5a2149e",
    "lunr-language/lunr.es.js": "64595a693de6028a6ec6f4d63866b8a0269cb67c1adad19e7964ce9eb4d2b3d6",
    "lunr-language/lunr.fr.js": "3eb7c29a8ed7223880d86e98d7d17edf14c8560dbf1a3e6650763670eabf0b34",
    "lunr-language/lunr.hu.js": "e37d458d1f9f2f88d97fc8b95a287f777ce01995387ae84024b1c1ae285fc348",
    "lunr-language/lunr.nl.js": "72f0cd46480beb723a4580a6c03f1908bdd76d7b2fc1630352ff3006a622e6c5",
    "lunr-language/lunr.no.js": "7ce0ab207f7ab0efa28ff0aa6baf19848227b63642a0cfc2e5cdae553c01caf8",
    "lunr-language/lunr.pt.js": "f360ba47ff7f214341ce0df20584104889e7fadcfd1939390213ad390731b58e",
    "lunr-language/lunr.ro.js": "af24457f99bea45a4a9307908adf5a688ad04066b0d15571f3050aee69bcf38b",
    "lunr-language/lunr.ru.js": "dcb5bbee18f742928488115c549cbbee30cef7ae04cd4c1b7f635fd97cf1244d",
    "lunr-language/lunr.sv.js": "7c9a798bea88c09d92347b7a6cd215e630537cdf823f1afcefbd3751b298b187",
}
"""lunr.js 2.3.9 and lunr-languages as the mkdocs wheel carries them."""
JOINED: Final = {
    "engine": ("fold", "store", "expand", "partial", "find"),
    "page": ("filters", "excerpt", "page"),
}
"""What the site gets of `theme/scripts/search/`: few requests, each with one task. Every page's search box
needs the engine, only the search page the other."""
_RECORDS_WORTH_A_PROCESS: Final = 500
"""Fewer are read in the time that it takes to fork a process."""
_TEXTS_WORTH_A_PROCESS: Final = 50
"""Fewer are indexed in the time that it takes to fork a process."""


class SearchError(Exception):
    """The search cannot be built; the message says why and what to do."""


def script(path: str) -> str:
    """A script of the installed package. Raises `SearchError` where it is not the pinned file."""
    # Found and not imported: what else the package is for takes a while.
    package = find_spec(PACKAGE.partition(".")[0])
    folders = (package.submodule_search_locations if package else None) or [""]
    content = Path(folders[0], *PACKAGE.split(".")[1:], path).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256[path]:
        raise SearchError(
            f"{path} of the installed package mkdocs is not the one this search was made for (its SHA-256 "
            f"is {found}); install the version of mkdocs that pyproject.toml names"
        )
    return content.decode("utf-8")


def language_script(code: str) -> str:
    """The lunr-languages script of a language; none for English, which lunr.js has itself."""
    return "" if code == "en" else script(f"lunr-language/lunr.{code}.js")


def lunr_scripts(code: str) -> bytes:
    """lunr.js with what the language needs, made smaller; licence lines stay."""
    parts = [script(LUNR)] + ([script(SUPPORT), language_script(code)] if code != "en" else [])
    small = [rjsmin.jsmin(part, keep_bang_comments=True) for part in parts]
    return "\n".join(small).encode("utf-8")


def joined_scripts(theme: Path) -> Iterator[tuple[str, bytes]]:
    """The theme's own scripts as the site has them: paths and contents, joined and made smaller."""
    for name, parts in JOINED.items():
        texts = [(theme / "scripts" / "search" / f"{part}.js").read_text("utf-8") for part in parts]
        yield f"search/{name}.js", "\n".join(map(rjsmin.jsmin, texts)).encode("utf-8")


class Indexed(NamedTuple):
    """What came of writing the index."""

    digests: dict[str, str]
    """SHA-256 of its files, by path, as hexadecimal digits."""
    entries: tuple[Letter, ...]
    """All that can be found."""


class SearchGenerator(PlanGenerator):
    """Writes `search/`, `search.html` and the list of entries."""

    kinds: ClassVar = ("search",)

    def generate_context(self) -> None:
        """Begin the index: it needs nothing of the pages, and they nothing of it but the list of entries."""
        worth_it = len(self.context["archive"].records) >= _TEXTS_WORTH_A_PROCESS
        self.index = beside(self, self.write_index, worth_it=worth_it)

    def generate_output(self, writer: object) -> None:
        """Write all files below the output folder."""
        super().generate_output(writer)
        indexed = self.index.result()
        files_of(self).digests |= indexed.digests
        write_plans(self, plan_entries(indexed.entries, self.context["site"]))

    def write_index(self, processes: int) -> Indexed:
        """Write the index and lunr.js below the output folder, in so many processes at most.

        What stands in the way stops the build.
        """
        settings: Settings = self.context["library_settings"]
        files = SiteFiles(self.output_path, self.context["old_site"])
        try:
            files.write("search/lunr.js", lunr_scripts(language_of(settings)))
            for path, content in joined_scripts(Path(self.theme)):
                files.write(path, content)
            listing = self._write_index(files, self.context["archive"], settings, processes)
        except (SearchError, SettingsError) as error:
            place = f"{place_of('CRISIS_SEARCH_LANGUAGE')}: " if isinstance(error, SettingsError) else ""
            print(f"error: {place}{error}", file=sys.stderr)
            raise SystemExit(1) from error
        return Indexed(files.digests, letters(listing.told))

    def _write_index(self, files: SiteFiles, archive: Archive, settings: Settings, processes: int) -> Listing:
        code = language_of(settings)
        words = language_script(code)
        whole = os.environ.get(VARIABLE) == "1"
        cache = self.settings.get("CRISIS_CACHE")
        memory = SearchMemory(Path(cache) if cache else None, self.settings["OUTPUT_PATH"], (code, words))
        before = memory.before()
        # In one piece terms have the numbers of an index that nothing was known of.
        known = None if whole else before.known
        terms_of = None if known else reader_of_terms(settings, words)
        listing, telling = listing_of_archive(archive, before.telling, terms_of, memory.folder, processes)
        give_back()  # what it took to read is not needed to number what was read
        processes = max(1, min(processes, len(listing) // _RECORDS_WORTH_A_PROCESS))
        index = search_index(listing, archive.crises, settings, words, processes, known)
        give_back()  # what it took to make the postings is not needed to write them
        keys = [index.key(number) for number in index.numbers]
        # In this process: another needs two hundred megabytes, and writes files no sooner than this one.
        old = OldScripts(files, before.scripts.values())
        made = [written(files, index, each, before.scripts.get(keys[each]), old) for each in index.numbers]
        index.shards.texts.clear()  # they are written
        memory.keep(Remembered(telling, index.known, dict(zip(keys, made, strict=True))))
        stamps = {number: each.stamp for number, each in enumerate(made)}
        for path, content in index.described(stamps, whole):
            files.write(path, content)
        return listing


def written(
    files: SiteFiles, index: IndexFiles, number: int, kept: Kept | None, old: OldData = nothing_old
) -> Kept:
    """Write a shard or a bucket of records; one that is `kept` from the last build is taken over unmade."""
    taken: set[str] = set()
    if kept is not None:
        taken = {path for path, digest in kept.files.items() if files.take_same(path, digest)}
        if len(taken) == len(kept.files):
            return kept
    made = index.made(number, old)
    # What was taken over is a link to the old site's own file: nothing may be written into it.
    new = {path: files.write(path, content) for path, content in made.files if path not in taken}
    known = {path: kept.files[path] for path in taken} if kept is not None else {}
    return Kept(made.stamp, new | known, made.keys)


class OldScripts:
    """What the scripts of records of the last index hold: a stamp that changed changes nothing of it."""

    def __init__(self, files: SiteFiles, kept: Iterable[Kept]) -> None:
        self._files = files
        self._known = {
            name: (key, each.files[path_of(name)]) for each in kept for name, key in each.keys.items()
        }

    def __call__(self, name: str, key: bytes) -> bytes | None:
        """As JSON, if it has this key and stands as it was written."""
        known, sha256 = self._known.get(name, (b"", ""))
        content = self._files.old(path_of(name), sha256) if known == key else None
        return data_of(content, name) if content is not None else None


def plan_entries(found: Sequence[Letter], site: Site) -> Iterator[PagePlan]:
    """The list of all entries: one page of letters, and one page a letter."""
    words = site.words
    head = Head(
        path="entries/index.html",
        title=words("search.entries.title"),
        description=words("search.entries.intro"),
    )
    links = tuple(replace(each, entries=()) for each in found)
    yield PagePlan(head.path, "entries.html", {"head": head, "letters": links, "letter": None})
    for letter in found:
        head = Head(
            path=letter.path,
            title=words("search.entries.heading", letter=letter.letter),
            description=words("search.entries.description", letter=letter.letter),
        )
        yield PagePlan(head.path, "entries.html", {"head": head, "letters": links, "letter": letter})


def add_generator(pelican: object) -> type[SearchGenerator]:
    """The generator of the search."""
    return SearchGenerator


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
