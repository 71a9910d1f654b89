"""What sources say of one thing, side by side, each side with who says so."""

from collections.abc import Iterator

from crisis_archive.model import Briefing, KeyFigure, Point, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.retelling import only_retold
from crisis_archive.pages.statements import Citer, Statement, is_verbatim
from crisis_archive.pages.words import Words


class DisputeView(Struct, frozen=True):
    """What sources say of one thing, side by side."""

    subject: str
    verdict: str
    verdict_words: str
    sides: tuple[Statement, ...]


def dispute_views(
    briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words
) -> Iterator[DisputeView]:
    """The disputes of a briefing, in its order."""
    for each in briefing.disputes:
        sides = tuple(_side(side, catalogue, cite, words) for side in each.sides)
        yield DisputeView(each.subject, each.verdict, words.either("verdicts", each.verdict), sides)


def _side(side: Point, catalogue: Catalogue, cite: Citer, words: Words) -> Statement:
    """A side, with what its own words leave open: who says so, and that only a retelling does."""
    claimant = _claimant(side, catalogue)
    told = claimant is None or claimant.casefold() in side.text.casefold()
    notes = (
        None if told else words("briefing.says", claimant=claimant or ""),
        retold_words(side, catalogue, words),
    )
    about = ", ".join(filter(None, notes))
    return Statement(side.text, is_verbatim(side, catalogue), cite(side.cites), about or None)


def _claimant(side: Point, catalogue: Catalogue) -> str | None:
    """Who gives the figure that a side cites first, in the text's words."""
    cited = side.cites[0]
    record = catalogue.records.get(cited.document)
    figures = record.figures if record else ()
    return next((each.claimant for each in figures if each.span == cited.span), None)


def retold_words(stated: Point | KeyFigure, catalogue: Catalogue, words: Words) -> str | None:
    """That only a text which retells another one says so, in words; null where a source does."""
    return words("figures.only_retold") if only_retold(stated.cites, catalogue) else None
