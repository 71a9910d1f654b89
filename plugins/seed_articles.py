"""Pelican: builds the archive once, stages the site, writes the pages of the texts, and publishes the whole.

Runs first and last. First: settings are read, the site is staged beside the old one, and
`crisis_archive.archive.build_archive` makes the archive, which travels in Pelican's context to the other
plugins. Last: data, site map and checksums are written and the new site takes the old one's place. Whatever
fails stops the build with one line, and the old site stands.
"""

import sys
from pathlib import Path
from typing import Any, ClassVar, Final, NoReturn

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator, StaticGenerator

from build_checks import check_build, settle_folders
from copied_files import CarefulPages, CarefulStatic
from crisis_archive.addresses import is_inside
from crisis_archive.archive import NothingToBuildError, build_archive
from crisis_archive.console import error_line, print_refusals, progress_on
from crisis_archive.export import TEXTS_FILE, SeedChangedError, TextLines, write_data, write_seeds
from crisis_archive.model import EditorialError
from crisis_archive.pages import Head, catalogue_of, know_digests
from crisis_archive.pages.views import Link, shortened
from crisis_archive.scheduling.cluster import ClusterError
from crisis_archive.settings import Settings, SettingsError, from_mapping
from data_memory import DataMemory
from editors_links import check_notes, check_page, check_places
from finishing import finish
from page_frame import PageError, frame_values, site_of
from page_memory import PageKeys, SiteMemory
from page_writing import (
    PlanGenerator,
    all_pages,
    beside,
    files_of,
    processes_for,
    stop_beside,
)
from publishing import PublishingError, Staging, stage
from setting_places import place_of
from site_files import SiteFiles
from standing import Finished
from template_compiling import compiled_for
from template_memory import templates_kept

FOLDERS: Final = ("CRISIS_SEEDS", "CRISIS_CONTENT", "CRISIS_CACHE", "CRISIS_JOBS", "CRISIS_SCHEDULER")
"""Settings of a build that are none of the library's."""
BUILD: Final = "BUILD_IN_PROGRESS"
"""The setting under which a run of Pelican keeps its `Build`."""
OUR_PAGES: Final = ("about", "method")
"""Pages that the frame links already."""
_TEXTS_WORTH_A_PROCESS: Final = 500
"""Lines of fewer are copied in the time that it takes to fork a process."""
_TEXTS_A_PAGE: Final = 10
"""So many texts are looked through in the time that a page takes."""
FAILED: Final = 1
NOTHING_TO_BUILD: Final = 2


def stop(message: str, code: int = FAILED) -> NoReturn:
    """End the build with one line. Plain Pelican swallows an exception in places, but no `SystemExit`."""
    print(error_line(message), file=sys.stderr)
    raise SystemExit(code)


def library_settings(settings: dict[str, Any]) -> Settings:
    """The `CRISIS_...` settings; an unknown one stops the build."""
    own = {key: value for key, value in settings.items() if key.startswith("CRISIS_") and key not in FOLDERS}
    try:
        return from_mapping(own, lambda key: place_of(key, own[key]))
    except SettingsError as error:
        stop(str(error))


class StrictPelican(Pelican):  # type: ignore[misc]  # Pelican has no types
    """Pelican that stops at a plugin it cannot load or register, and publishes when all is done."""

    finished: Finished | None = None
    """The site, when it stands."""

    def init_plugins(self) -> None:
        """Pelican logs what fails here and goes on without it."""
        wanted = len(self.settings["PLUGINS"])
        super().init_plugins()
        if len(self.plugins) != wanted:
            stop("a plugin could not be loaded; the reason stands above")

    def _get_generator_classes(self) -> list[type]:
        """Pelican's, but for those that copy files and list pages."""
        classes = super()._get_generator_classes()
        careful = {StaticGenerator: CarefulStatic, PagesGenerator: CarefulPages}
        if not careful.keys() <= set(classes):
            stop("this version of Pelican works in another way; install the one in requirements.lock")
        return [careful.get(each, each) for each in classes]

    def run(self) -> None:
        """Publish only when every plugin has done all it does."""
        with templates_kept(self.settings):
            try:
                super().run()
                self.finished = self._finish()
            except (PageError, PublishingError) as error:
                stop(str(error))
            finally:
                stop_beside(self.settings)

    def _finish(self) -> Finished:
        current: Build = self.settings[BUILD]
        if current.articles is None:
            stop("no page was written; the reason stands above")
        return finish(current.staging, current.articles, content_of(self.settings))


class Build:
    """One run of Pelican: the folder it writes to, and the generator that ends it."""

    def __init__(self, staging: Staging) -> None:
        self.staging = staging
        self.articles: SeedArticles | None = None


class SeedArticles(PlanGenerator):
    """The list of texts, a page for each, and the data."""

    kinds: ClassVar = ("texts", "text-pages")

    def generate_context(self) -> None:
        """Begin `data/`: it needs nothing of the pages."""
        cache = self.settings.get("CRISIS_CACHE")
        memory = DataMemory(Path(cache) if cache else None, self.settings["OUTPUT_PATH"])
        before = memory.before()
        if before and not files_of(self).take_same(f"data/{TEXTS_FILE}", before.sha256):
            before = None
        # Where all lines have to be made it takes memory, and nothing else is left to do by then.
        worth_it = before is not None and len(before.texts) >= _TEXTS_WORTH_A_PROCESS
        self.data = beside(self, lambda _: self.write_data(memory, before), worth_it=worth_it, single=True)

    def generate_output(self, writer: object) -> None:
        """Write the pages and what is published beside them."""
        super().generate_output(writer)
        archive, site = self.context["archive"], Path(self.output_path)
        files_of(self).digests |= self.data.result()
        if self.context["library_settings"].publish_seeds:
            try:
                write_seeds(archive.records, Path(self.settings["CRISIS_SEEDS"]), site)
            except SeedChangedError as error:
                stop(str(error))
        self.settings[BUILD].articles = self

    def write_data(self, memory: DataMemory, before: TextLines | None) -> dict[str, str]:
        """Write `data/`, lines of texts that did not change from the file of `before`; gives all hashes."""
        digests, lines = write_data(self.context["archive"], Path(self.output_path, "data"), before)
        if lines is not None:
            memory.keep(lines)
        return {f"data/{name}": digest for name, digest in digests.items()}


def prepare(pelican: Any) -> type[SeedArticles]:  # noqa: ANN401 (Pelican has no types)
    """Once a run, before anything is made: the site is staged."""
    settings = pelican.settings
    try:
        settle_folders(settings)
    except SettingsError as error:
        stop(str(error))
    pelican.path = settings["PATH"]
    seeds, content = Path(settings["CRISIS_SEEDS"]), content_of(settings)
    if not seeds.is_dir():
        stop(f"{seeds}: there is no such folder of seeds; correct CRISIS_SEEDS or make it")
    output = Path(settings["OUTPUT_PATH"])
    try:
        check_build(settings)
        settings[BUILD] = Build(stage(output))
    except (PublishingError, SettingsError) as error:
        stop(str(error))
    pelican.output_path = str(settings[BUILD].staging.folder)
    settings["PAGE_PATHS"] = [str(content / "pages")] if content else []
    return SeedArticles


def content_of(settings: dict[str, Any]) -> Path | None:
    """The folder of what editors write, where there is one."""
    content = settings.get("CRISIS_CONTENT")
    return Path(content) if content and Path(content).is_dir() else None


def build(first: ArticlesGenerator) -> None:
    """Once a run, with the first generator: the archive and the words of its pages go into the context."""
    settings = first.settings
    library = library_settings(settings)
    cache = settings.get("CRISIS_CACHE")
    try:
        archive = build_archive(
            Path(settings["CRISIS_SEEDS"]),
            content_of(settings),
            Path(cache) if cache else None,
            settings.get("CRISIS_JOBS", 0),
            library,
            progress_on(sys.stderr),
            settings.get("CRISIS_SCHEDULER", ""),
        )
        site = site_of(settings, library)
    except NothingToBuildError as error:
        print_refusals(error.refusals, sys.stderr)
        stop(str(error), NOTHING_TO_BUILD)
    except (ClusterError, EditorialError, PageError) as error:
        stop(str(error))
    frame = frame_values(site)
    check_notes(archive, frame["markdown"], content_of(settings))
    templates = compiled_for(site.words, first.env)
    old_site = SiteMemory(Path(cache) if cache else None, settings[BUILD].staging.output)
    processes = processes_for(first, len(archive.records) // _TEXTS_A_PAGE)
    catalogue = catalogue_of(archive, Path(cache) if cache else None, processes)
    keys = PageKeys(templates, frame) if cache and templates_are_ours(settings) else None
    if keys is not None:
        know_digests(catalogue, processes)
    first.context.update(
        frame,
        frame=frame,
        templates=templates,
        written=set(),
        old_site=old_site,
        files=SiteFiles(str(settings[BUILD].staging.folder), old_site),
        page_keys=keys,
        page_keys_made={},
        archive=archive,
        catalogue=catalogue,
        library_settings=library,
    )


def templates_are_ours(settings: dict[str, Any]) -> bool:
    """Whether no code but ours has a say in what templates make of values: else pages have no keys."""
    foreign = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
    return not any(settings[name] for name in foreign) and not settings["JINJA_ENVIRONMENT"].get("extensions")


def list_pages(generator: PagesGenerator) -> None:
    """Pages that an editor wrote are linked from every page; one that cannot be read stops the build."""
    broken = sorted(path for path, page in generator.context["generated_content"].items() if page is None)
    if broken:
        stop(f"{broken[0]}: this page cannot be used; the reason stands above")
    others = (page for page in generator.pages if page.slug not in OUR_PAGES)
    for page in all_pages(generator.context):
        if not is_inside(page.save_as) or not page.save_as.endswith(".html"):
            stop(f"{page.source_path}: Save_as {page.save_as!r} is no .html file inside the site; correct it")
    check_places(generator.context)
    own_pages = tuple(Link(page.save_as, page.title) for page in others)
    generator.context["frame"]["own_pages"] = generator.context["own_pages"] = own_pages


def frame_page(generator: PagesGenerator, content: Any) -> None:  # noqa: ANN401 (as above)
    """Before an editor's page is written: what the frame around it shows."""
    archive = generator.context["archive"]
    check_page(content)
    text = " ".join(Markup(content.content).striptags().split())
    head = Head(path=content.save_as, title=content.title, description=shortened(text, 200) or content.title)
    generator.context.update(head=head, refusals=archive.refusals, notices=archive.notices)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(prepare)
    signals.article_generator_init.connect(build)
    signals.page_generator_finalized.connect(list_pages)
    signals.page_generator_write_page.connect(frame_page)
