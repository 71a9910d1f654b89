"""The figures board: all counts of one thing side by side, with who claims them and over what days."""

from collections.abc import Iterator

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Comparison, Figure, Record, Side, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import CiteView, Link, cite_views, paged, pagers

BOARDS_A_PAGE = 200


class SideRow(Struct, frozen=True):
    """What one side says."""

    text: str
    claimant: str
    window: str
    source: Link | None
    """The crisis that it was said in."""
    cites: tuple[CiteView, ...]


class Board(Struct, frozen=True):
    """All counts of one thing."""

    id: str
    subject: str
    verdict: str
    verdict_words: str
    sides: tuple[SideRow, ...]


def plan_figures(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`figures/index.html` and its further pages."""
    words = site.words
    comparisons = catalogue.archive.comparisons
    shares = paged("figures/index.html", comparisons, BOARDS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("figures.title"),
            description=words("figures.description"),
            section="figures",
        )
        boards = tuple(_board(number, each, catalogue, site) for number, each in enumerate(share, 1))
        yield PagePlan(path, "figures.html", {"head": head, "boards": boards, "pager": pager})


def _board(number: int, comparison: Comparison, catalogue: Catalogue, site: Site) -> Board:
    verdict = site.words.either("verdicts", comparison.verdict)
    sides = tuple(_side(each, catalogue, site) for each in comparison.sides)
    return Board(f"board-{number}", comparison.subject, comparison.verdict, verdict, sides)


def _side(side: Side, catalogue: Catalogue, site: Site) -> SideRow:
    words = site.words
    record = catalogue.records.get(side.cites[0].document) if side.cites else None
    figure = _figure(side, record)
    crisis = catalogue.crises.get(record.crisis or "") if record else None
    return SideRow(
        side.text,
        (figure.claimant if figure else None) or words("figures.no_claimant"),
        (figure.window if figure else None) or words("figures.no_window"),
        Link(of_crisis(crisis), crisis.title) if crisis else None,
        cite_views(catalogue, side.cites, words),
    )


def _figure(side: Side, record: Record | None) -> Figure | None:
    """The figure that a side rests on."""
    if record is None:
        return None
    cite = side.cites[0]
    for figure in record.figures:
        if figure.paragraph == cite.paragraph and cite.start <= figure.start and figure.end <= cite.end:
            return figure
    return None
