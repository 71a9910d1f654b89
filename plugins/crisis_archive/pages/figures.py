"""The figures board: all counts of one thing side by side, with who claims them and over what days."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from crisis_archive.addresses import of_crisis
from crisis_archive.briefing.shown import without_dateline
from crisis_archive.model import Comparison, Figure, Record, Side, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.retelling import only_retold
from crisis_archive.pages.views import CiteView, Link, Pager, cite_views, paged, pagers, shortened
from crisis_archive.pages.words import Words

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
    retold: str | None = None
    """That only a text which retells another one has it, in words."""


class Board(Struct, frozen=True):
    """All counts of one thing."""

    id: str
    subject: str
    verdict: str
    verdict_words: str
    range_words: str | None
    """The lowest and the highest value given, in the texts' words; null where there is but one."""
    crisis: Link | None
    """The crisis of all sides; null where they are of several, or of none."""
    sides: tuple[SideRow, ...]


def plan_figures(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`figures/index.html` and its further pages."""
    words = site.words
    sides = [(board, side) for board in catalogue.archive.comparisons for side in board.sides]
    shares = paged("figures/index.html", sides, SIDES_A_PAGE, lambda each: f"{each[0].id} {each[1].text}")
    labels = [(path, shortened(share[0][0].subject, 24) if share else "") for path, share in shares]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("figures.title"),
            description=words("figures.description"),
            section="figures",
        )
        part = _part(share, catalogue)
        boards = {board.id: board for board, _ in share}
        rests_on = partial(digest_of, part, head, pager, list(boards.values()), [side for _, side in share])
        yield PagePlan(path, "figures.html", partial(_values, head, share, pager, part, site), rests_on)


def _part(share: Sequence[tuple[Comparison, Side]], catalogue: Catalogue) -> Catalogue:
    """All that a page shows besides the comparisons."""
    boards = {board.id: board for board, _ in share}
    texts = dict.fromkeys(
        cite.document for board in boards.values() for side in board.sides for cite in side.cites
    )
    of_texts = (catalogue.outlines[each].listed.crisis for each in texts if each in catalogue.outlines)
    return part_of(catalogue, texts, crises=dict.fromkeys(each for each in of_texts if each), retold=texts)


def _values(
    head: Head, share: Sequence[tuple[Comparison, Side]], pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    boards = tuple(
        _board(number, [each[1] for each in group], group[0][0], catalogue, site)
        for number, group in enumerate(_by_board(share), 1)
    )
    return {"head": head, "boards": boards, "pager": pager}


def _by_board(sides: Sequence[tuple[Comparison, Side]]) -> Iterator[list[tuple[Comparison, Side]]]:
    for _, group in groupby(sides, key=lambda each: each[0].id):
        yield list(group)


def _board(
    number: int, sides: Sequence[Side], comparison: Comparison, catalogue: Catalogue, site: Site
) -> Board:
    verdict = site.words.either("verdicts", comparison.verdict)
    read = {id(each): _read(each, comparison.subject, catalogue) for each in (*comparison.sides, *sides)}
    rows = tuple(_side(each, read[id(each)], catalogue, site) for each in sides)
    crises = {row.source for row in rows}
    figures = [
        (each.record.text_at(each.figure.span), each.figure.low, each.figure.high)
        for each in (read[id(side)] for side in comparison.sides)
        if each.record and each.figure and not each.is_retold
    ]
    return Board(
        f"board-{number}",
        comparison.subject,
        comparison.verdict,
        verdict,
        range_words(figures, site.words),
        crises.pop() if len(crises) == 1 else None,
        rows,
    )


def range_words(figures: Iterable[tuple[str, float | None, float | None]], words: Words) -> str | None:
    """The lowest and the highest of some figures (words, low, high), as the texts have them.

    Null where all give one value, or none a number.
    """
    valued = [
        (value, text)
        for text, low, high in figures
        if (value := low if low is not None else high) is not None
    ]
    if not valued:
        return None
    lowest, highest = min(valued), max(valued)
    if lowest[0] == highest[0]:
        return None
    return words("figures.range", lowest=lowest[1], highest=highest[1])


class _Read(NamedTuple):
    """What a side rests on."""

    record: Record | None
    figure: Figure | None
    is_retold: bool
    """Whether only texts that draw on another one say so."""


def _read(side: Side, subject: str, catalogue: Catalogue) -> _Read:
    record = catalogue.records.get(side.cites[0].document) if side.cites else None
    return _Read(record, _figure(side, subject, record), only_retold(side.cites, catalogue))


def _side(side: Side, read: _Read, catalogue: Catalogue, site: Site) -> SideRow:
    words = site.words
    record, figure, is_retold = read
    crisis = catalogue.crises.get(record.crisis or "") if record else None
    text = without_dateline(side.text, record) if record else side.text
    value = record.text_at(figure.span) if record and figure else text
    return SideRow(
        value,
        text if text != value else None,
        (figure.claimant if figure else None) or words("figures.no_claimant"),
        (figure.window if figure else None) or words("figures.no_window"),
        Link(of_crisis(crisis), crisis.title) if crisis else None,
        cite_views(catalogue, side.cites, words),
        words("figures.only_retold") if is_retold else None,
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
