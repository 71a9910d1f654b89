"""The links and fragments of what editors wrote, looked at when the whole site lies there."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Archive
from editors_markup import markup_problem, place_in
from page_frame import COLOPHON, MASTHEAD, PageError

_KINDS: Final = "txt json csv tsv pdf png jpg jpeg gif webp avif ico ttf otf woff woff2 zip gz mp3 mp4 webm"
_STILL: Final = tuple(f".{kind}" for kind in _KINDS.split())
"""Files that no browser runs."""
_FOLDERS: Final = frozenset(
    ("data", "search", "seeds", "theme", *(path.partition("/")[0] for path in (MASTHEAD | COLOPHON).values()))
)
"""Those that the site has already; whoever proves it finds nothing there that the data does not hold."""
_ALWAYS: Final = ("SHA256SUMS", "sitemap.xml")
"""Files that are written last."""


def check_notes(archive: Archive, rendered: Callable[[str], str], content: Path | None) -> None:
    """The markup of the notes that stand on briefings, as they are `rendered`. Raises `PageError`."""
    for file, _, html in _notes(archive, rendered, content):
        _check_markup(file, html)


def check_places(context: dict[str, Any]) -> None:
    """Pages of editors lie at places of their own, and have the frame of the site. Raises `PageError`."""
    first: dict[str, str] = {}
    pages = sorted(
        filter(None, context["generated_content"].values()), key=lambda each: str(each.source_path)
    )
    for page in pages:
        file = Path(page.source_path)
        if page.metadata.get("template"):
            mend = "take the line out, pages of editors have the frame of the site"
            raise PageError(f"{place_in(file, 'template')}: another template leaves out what is here; {mend}")
        is_ours = page.save_as in {*MASTHEAD.values(), *COLOPHON.values()}  # said when ours is made
        if not is_ours and page.save_as.partition("/")[0].removesuffix(".html") in _FOLDERS:
            problem = f"{page.save_as} would be taken for a page that is made of the texts"
            raise PageError(f"{place_in(file, page.save_as)}: {problem}; choose another name or folder")
        other = first.setdefault(page.save_as, page.source_path) if page.save_as else page.source_path
        if other != page.source_path:
            mend = "give one of them another Slug or Save_as"
            raise PageError(f"{page.source_path}: it would lie at {page.save_as}, as {other} does; {mend}")


def check_told_apart(paths: Iterable[str]) -> None:
    """No two pages differ in capitals alone: on many disks they would be one file. Raises `PageError`."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        other = first.setdefault(path.casefold(), path)
        if other != path:
            problem = f"{other} and {path} are one file where capitals are not told apart, as on many disks"
            raise PageError(f"{problem}; give the page in content/ another Slug or Save_as")


def check_page(page: Any) -> None:  # noqa: ANN401 (Pelican has no types)
    """The markup of a page that an editor wrote. Raises `PageError`."""
    _check_markup(Path(page.source_path), page.get_content(""))


def _check_markup(file: Path, html: str) -> None:
    problem = markup_problem(file, html)
    if problem:
        raise PageError(problem)


def check_editors_links(context: dict[str, Any], content: Path | None, folder: Path) -> None:
    """Every link of an editor's page or note leads to a file of the site in `folder` and a fragment of it,
    and no page has a fragment twice. Raises `PageError`, and `OSError` for what cannot be read."""
    for linked in context.get("staticfiles", ()):
        if not linked.save_as.endswith(_STILL):
            kinds = "pictures (.png, .jpg, .webp), .pdf, .csv, .txt or .zip, in lower case"
            problem = f"a site cannot hold files of this kind; make it one of {kinds}"
            raise PageError(f"{(content or Path()) / linked.source_path}: {problem}")
    site = _Site(folder, context["site"].address)
    for page in filter(None, context["generated_content"].values()):
        if page.save_as and (folder / page.save_as).is_file():
            whole = site.page(page.save_as)
            site.check(Path(page.source_path), page.save_as, whole, whole)
    for file, path, html in _notes(context["archive"], context["frame"]["markdown"], content):
        site.check(file, path, _Page(html), site.page(path))


def _notes(
    archive: Archive, rendered: Callable[[str], str], content: Path | None
) -> Iterator[tuple[Path, str, str]]:
    """File, path of the page, and rendered note."""
    for crisis in archive.crises:
        if crisis.note and content is not None:
            yield content / "crises" / f"{crisis.slug}.md", of_crisis(crisis), rendered(crisis.note)


class _Page(HTMLParser):
    """Fragments and links of a page or a piece of one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.ids.append(given["id"])
        self.links += [given[name] for name in ("href", "src") if name in given]


class _Site:
    """A site as it will be published."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder, self._address = folder, address
        self._known: dict[str, _Page] = {}

    def page(self, path: str) -> _Page:
        """A page of it; every one is read once."""
        if path not in self._known:
            self._known[path] = _Page((self._folder / path).read_text("utf-8"))
        return self._known[path]

    def check(self, file: Path, path: str, own: _Page, whole: _Page) -> None:
        """`own` is what the editor wrote of the page that lies at `path`, `whole` the page."""
        for each in dict.fromkeys(own.ids):
            if whole.ids.count(each) > 1:
                problem = f"the id {each!r} stands on {path} twice; choose another"
                raise PageError(f"{place_in(file, each)}: {problem}")
        for link in own.links:
            wrong = self._wrong(link.strip(), path)
            if wrong:
                raise PageError(f"{place_in(file, link)}: the link {link!r} {wrong}")

    def _wrong(self, link: str, path: str) -> str | None:
        if self._address and link.startswith(f"{self._address}/"):
            target = urlsplit(link.removeprefix(f"{self._address}/"))
            return self._wrong_target(target.path or "index.html", target.fragment)
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        if parts.path.startswith("/"):
            return "begins with a /; write it from the page on, e.g. ../texts/index.html"
        here = posixpath.join(posixpath.dirname(path), parts.path) if parts.path else path
        return self._wrong_target(posixpath.normpath(here), parts.fragment)

    def _wrong_target(self, target: str, fragment: str) -> str | None:
        path = unquote(target)
        if path in _ALWAYS:
            return None
        if path.startswith("..") or not (self._folder / path).is_file():
            mend = "a folder's page is its index.html" if (self._folder / path).is_dir() else "correct it"
            return f"leads to no file of the site; {mend}"
        if fragment and path.endswith(".html") and unquote(fragment) not in self.page(path).ids:
            return f"leads to a fragment that is not on {path}; correct it"
        return None
