"""The plans of all pages: an archive in, paths, templates and values out. A new kind is one line here."""

from collections.abc import Collection, Iterator
from typing import Final

from crisis_archive.model import Archive
from crisis_archive.pages.apparatus import plan_about, plan_method, plan_missing, plan_paper, plan_search
from crisis_archive.pages.briefing import plan_briefings
from crisis_archive.pages.catalogue import Catalogue, catalogue_of
from crisis_archive.pages.chronology import plan_chronology, plan_sources
from crisis_archive.pages.comparisons import plan_comparison_list, plan_comparison_pages
from crisis_archive.pages.crises import plan_crises
from crisis_archive.pages.entities import plan_entity_pages
from crisis_archive.pages.entity_lists import plan_entity_lists
from crisis_archive.pages.figures import plan_figures
from crisis_archive.pages.home import plan_home
from crisis_archive.pages.kinds import PageKind
from crisis_archive.pages.machines import plan_feeds, plan_robots, site_map
from crisis_archive.pages.parts import know_digests
from crisis_archive.pages.plan import Head, PagePlan, Site, absolute
from crisis_archive.pages.quotations import plan_quotations
from crisis_archive.pages.text import plan_text_pages
from crisis_archive.pages.texts import plan_texts
from crisis_archive.pages.words import Words, WordsError

PAGE_KINDS: Final = (
    PageKind("home", plan_home),
    PageKind("crises", plan_crises),
    PageKind("briefings", plan_briefings),
    PageKind("texts", plan_texts),
    PageKind("text-pages", plan_text_pages),
    # A page of these takes ten times as long as others: begun last, they would end last.
    PageKind("figures", plan_figures),
    PageKind("quotations", plan_quotations),
    PageKind("chronology", plan_chronology),
    PageKind("sources", plan_sources),
    PageKind("entity-lists", plan_entity_lists),
    PageKind("entity-pages", plan_entity_pages),
    PageKind("comparison-list", plan_comparison_list),
    PageKind("comparison-pages", plan_comparison_pages),
    PageKind("about", plan_about),
    PageKind("method", plan_method),
    PageKind("search", plan_search),
    PageKind("missing", plan_missing),
    PageKind("feeds", plan_feeds),
    PageKind("robots", plan_robots),
    PageKind("paper", plan_paper),
)


def plan_pages(
    archive: Archive | Catalogue, site: Site, kinds: Collection[str] | None = None
) -> Iterator[PagePlan]:
    """The plans of all pages in the order of `PAGE_KINDS`, or those of some kinds only.

    Raises `ValueError` for a kind that is none.
    """
    names = {kind.name for kind in PAGE_KINDS}
    unknown = set(kinds or ()) - names
    if unknown:
        raise ValueError(f"no such kind of page: {', '.join(sorted(unknown))}")
    catalogue = archive if isinstance(archive, Catalogue) else catalogue_of(archive)
    for kind in PAGE_KINDS:
        if kinds is None or kind.name in kinds:
            yield from kind.plan(catalogue, site)


__all__ = [
    "PAGE_KINDS",
    "Catalogue",
    "Head",
    "PageKind",
    "PagePlan",
    "Site",
    "Words",
    "WordsError",
    "absolute",
    "catalogue_of",
    "know_digests",
    "plan_pages",
    "site_map",
]
