"""What a page is before any template sees it: a path, a template's name and values."""

from collections.abc import Callable, Mapping
from typing import Any

from crisis_archive.model import Struct
from crisis_archive.pages.words import Words


class Site(Struct, frozen=True):
    """What all pages of one build share."""

    name: str
    words: Words
    address: str = ""
    """Where the site will be published, without a slash at the end; empty where that is not known."""
    language: str = "en"
    """BCP 47, of the archive's own words."""
    robots: bool = True
    """Whether search engines may index the site."""
    seeds: bool = False
    """Whether the seeds are published with it."""


class Head(Struct, frozen=True, kw_only=True):
    """What the frame of a page needs: `base.html` gets it as `head`."""

    path: str
    """Relative to the site's root, `/` between parts."""
    title: str
    """The heading of the page; the title in the browser adds the archive's name."""
    description: str
    """One plain sentence for search engines and link previews."""
    section: str = ""
    """The entry of the navigation that the page belongs to, e.g. `crises`."""
    json_ld: Mapping[str, Any] | None = None
    """The page as schema.org data."""
    og_type: str = "website"
    root_address: str | None = None
    """Overrides `root` where relative links cannot work (404)."""
    feed: str | None = None
    """Path of a feed that belongs to this page alone."""
    links: bool = True
    """Whether the page may link at all: a 404 page of a site without an address may not."""

    @property
    def root(self) -> str:
        """What to put before a path of the site to link to it from this page."""
        return "../" * self.path.count("/") if self.root_address is None else self.root_address


class PagePlan(Struct, frozen=True):
    """One file of the site that a template makes."""

    path: str
    template: str
    """File name below `theme/templates/`."""
    made: Mapping[str, Any] | Callable[[], Mapping[str, Any]]
    """What the template gets, or what works it out: of ten thousand pages each process asks for its own."""
    rests_on: Callable[[], object] | None = None
    """Works out a value that differs wherever `made` gives something else, sooner than `made` itself; without
    one the values are compared."""

    @property
    def values(self) -> Mapping[str, Any]:
        """What the template gets; a page has its `Head` under `head`."""
        return self.made() if callable(self.made) else self.made


def absolute(site: Site, path: str) -> str | None:
    """The published address of a path; null where the site's address is not known."""
    if not site.address:
        return None
    return f"{site.address}/{'' if path == 'index.html' else path}"
