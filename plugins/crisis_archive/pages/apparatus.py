"""Around the archive: about, method with the refusals, search, what a missing address and paper show."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from crisis_archive.export import DATA_FILES
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.citing import fixing_hash
from crisis_archive.pages.plan import Head, PagePlan, Site

PAPER: Final = "theme/css/paper.css"


def plan_about(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`about.html`."""
    head = Head(
        path="about.html", title=site.words("about.title"), description=site.words("about.description")
    )
    files = tuple(f"data/{name}" for name in DATA_FILES)
    yield PagePlan("about.html", "about.html", {"head": head, "data_files": files})


def plan_method(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`method.html`: how texts are cleaned, read and brought together, and what could not be read."""
    head = Head(
        path="method.html", title=site.words("method.title"), description=site.words("method.description")
    )
    archive = catalogue.archive
    values = {"head": head, "refusals": archive.refusals, "notices": archive.notices}
    values["sections"] = site.words.sections("method.sections")
    yield PagePlan("method.html", "method.html", values)


def plan_search(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`search.html`: the frame; the index is the search plugin's."""
    head = Head(
        path="search.html", title=site.words("search.title"), description=site.words("search.description")
    )
    yield PagePlan("search.html", "search.html", {"head": head})


def plan_missing(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`404.html` is shown at any depth: it links from the site's root, or not at all."""
    head = Head(
        path="404.html",
        title=site.words("missing.title"),
        description=site.words("missing.description"),
        root_address=root_address(site.address),
        links=bool(site.address),
    )
    yield PagePlan("404.html", "missing.html", {"head": head})


def plan_paper(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """What stands at the foot of every printed page: the archive's name, its latest day and its hash."""
    texts = catalogue.outlines.values()
    listed = (each.listed for each in texts)
    known = (each.latest for each in listed if each.latest == each.earliest)
    last = max((day for day in known if day), default=None)
    foot = [site.name, site.words("paper.as_of", day=dates.day(last, site.words)) if last else None]
    foot.append(site.words("paper.fixed_by", hash=fixing_hash(each.sha256 for each in texts)))
    line = f" {chr(0xB7)} ".join(part for part in foot if part)
    yield PagePlan(PAPER, "paper.css", {"foot": css_string(line)})


def css_string(text: str) -> Markup:
    """Text between the quotation marks of a style sheet: all but plain letters and figures escaped."""
    return Markup("").join(  # nothing of the text is left that could end the string
        Markup(char) if char.isascii() and char.isalnum() else Markup(f"\\{ord(char):06x}") for char in text
    )


def root_address(address: str) -> str:
    """What links that hold at any depth begin with: `/archive/`; the whole address where it has no path."""
    path = urlsplit(address).path.strip("/")
    return f"/{path}/" if path else f"{address}/"
