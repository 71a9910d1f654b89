"""The figures board: all counts of one thing side by side, with who claims them and over what days."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from crisis_archive.addresses import of_crisis
from crisis_archive.model import Comparison, Figure, Record, Side, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import CiteView, Link, cite_views, paged, pagers

SIDES_A_PAGE = 400


class SideRow(Struct, frozen=True):
    """What one side says."""

    value: str
    """The words of the figure alone."""
    text: str | None
    """The words around it, where the side gives them."""
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
    sides = [(board, side) for board in catalogue.archive.comparisons for side in board.sides]
    shares = paged("figures/index.html", sides, SIDES_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("figures.title"),
            description=words("figures.description"),
            section="figures",
        )
        boards = tuple(
            _board(number, [each[1] for each in group], group[0][0], catalogue, site)
            for number, group in enumerate(_by_board(share), 1)
        )
        yield PagePlan(path, "figures.html", {"head": head, "boards": boards, "pager": pager})


def _by_board(sides: Sequence[tuple[Comparison, Side]]) -> Iterator[list[tuple[Comparison, Side]]]:
    for _, group in groupby(sides, key=lambda each: each[0].id):
        yield list(group)


def _board(
    number: int, sides: Sequence[Side], comparison: Comparison, catalogue: Catalogue, site: Site
) -> Board:
    verdict = site.words.either("verdicts", comparison.verdict)
    rows = tuple(_side(each, comparison.subject, catalogue, site) for each in sides)
    return Board(f"board-{number}", comparison.subject, comparison.verdict, verdict, rows)


def _side(side: Side, subject: str, catalogue: Catalogue, site: Site) -> SideRow:
    words = site.words
    record = catalogue.records.get(side.cites[0].document) if side.cites else None
    figure = _figure(side, subject, record)
    crisis = catalogue.crises.get(record.crisis or "") if record else None
    value = record.text_at(figure.span) if record and figure else side.text
    return SideRow(
        value,
        side.text if side.text != value else None,
        (figure.claimant if figure else None) or words("figures.no_claimant"),
        (figure.window if figure else None) or words("figures.no_window"),
        Link(of_crisis(crisis), crisis.title) if crisis else None,
        cite_views(catalogue, side.cites, words),
    )


def _figure(side: Side, subject: str, record: Record | None) -> Figure | None:
    """The figure that a side rests on: of several in the cited words the one that counts the subject."""
    if record is None:
        return None
    cite = side.cites[0]
    cited = [
        figure
        for figure in record.figures
        if figure.paragraph == cite.paragraph and cite.start <= figure.start and figure.end <= cite.end
    ]
    return next((figure for figure in cited if figure.counts == subject), cited[0] if cited else None)
