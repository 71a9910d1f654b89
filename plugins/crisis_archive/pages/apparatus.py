"""Around the archive: about, method with the refusals, search, the page for a missing address."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from crisis_archive.export import DATA_FILES
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Head, PagePlan, Site


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


def root_address(address: str) -> str:
    """What links that hold at any depth begin with: `/archive/`; the whole address where it has no path."""
    path = urlsplit(address).path.strip("/")
    return f"/{path}/" if path else f"{address}/"
