"""The list of all crises, newest first."""

from collections.abc import Iterator

from crisis_archive.model import Briefing, Crisis, KeyFigure, Struct
from crisis_archive.pages.briefing_parts import figure_range
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.texts import TextRow, text_row
from crisis_archive.pages.views import Link, crisis_link, paged, pagers
from crisis_archive.pages.words import Words

ROWS_A_PAGE = 300
FIGURES_SHOWN = 2


class CrisisRow(Struct, frozen=True):
    """One crisis in a list."""

    link: Link
    derived: bool
    """Whether its title was made from its texts."""
    counts: str
    bottom_line: str | None
    status: str | None
    figures: tuple[tuple[str, str], ...] = ()
    """What is counted, and from where to where the texts' figures of it reach."""
    language: str | None = None
    """Of the bottom line."""


def crisis_row(crisis: Crisis, catalogue: Catalogue, site: Site) -> CrisisRow:
    """A crisis as lists show it."""
    words = site.words
    briefing = catalogue.briefings.get(crisis.slug)
    counts = words(
        "crisis.counts",
        texts=words.count("nouns.text", len(crisis.documents)),
        sources=words.count("nouns.independent_source", len(crisis.independent_sources)),
    )
    line = briefing.bottom_line if briefing else None
    cited = catalogue.outlines.get(line.cites[0].document) if line and line.cites else None
    figures = tuple(_ranges(briefing, catalogue, words))[:FIGURES_SHOWN] if briefing else ()
    return CrisisRow(
        crisis_link(crisis, words),
        crisis.title_origin == "derived",
        counts,
        line.text if line else None,
        crisis.status,
        figures,
        cited.listed.language if cited else None,
    )


def _ranges(briefing: Briefing, catalogue: Catalogue, words: Words) -> Iterator[tuple[str, str]]:
    """What the texts count differently, the weightiest first."""
    groups: dict[str, list[KeyFigure]] = {}
    for each in briefing.figures:
        groups.setdefault(each.counts, []).append(each)
    for counts, figures in groups.items():
        if span := figure_range(figures, catalogue, words):
            yield counts, span


def loose_texts(catalogue: Catalogue, site: Site) -> tuple[TextRow, ...]:
    """Texts that belong to no crisis."""
    outside = (each.listed for each in catalogue.outlines.values() if each.listed.crisis is None)
    return tuple(text_row(each, catalogue, site) for each in outside)


def plan_crises(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`crises/index.html` and its further pages."""
    words = site.words
    crises = catalogue.crises_newest_first
    shares = paged("crises/index.html", crises, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("crises.title"),
            description=words("crises.description", crises=words.count("nouns.crisis", len(crises))),
            section="crises",
        )
        rows = tuple(crisis_row(each, catalogue, site) for each in share)
        values = {"head": head, "rows": rows, "total": len(crises), "pager": pager}
        yield PagePlan(path, "crises.html", values)
