"""A briefing that says what no text says does not leave the house."""

from typing import Any

import pytest
from msgspec.structs import replace

from crisis_archive.briefing import CitationError, brief
from crisis_archive.briefing.checking import check_citations
from crisis_archive.model import (
    Actor,
    Briefing,
    Cite,
    ContestedName,
    KeyFigure,
    Point,
    QuotationEntry,
    TimelineEntry,
    Unknown,
)
from crisis_archive.model.briefings import Dispute
from tests.makers import material, record

TEXT = "The river broke the northern dam on Monday and flooded the whole of the old market town of Alba."
MATERIAL = material([record("one", TEXT), record("two", TEXT.replace("Monday", "Tuesday"))])
GOOD = brief(MATERIAL)


def test_what_is_made_passes() -> None:
    assert GOOD.bottom_line is not None
    check_citations(GOOD, MATERIAL.records)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(
            Point(TEXT.replace("Alba", "Lindow"), (Cite("one", 0, 0, len(TEXT)),)), id="other words"
        ),
        pytest.param(Point(TEXT, (Cite("one", 0, 1, len(TEXT)),)), id="a place beside it"),
        pytest.param(Point(TEXT, ()), id="no citation"),
        pytest.param(
            Point(TEXT, (Cite("one", 0, 0, len(TEXT)), Cite("two", 0, 0, 10_000))),
            id="a place outside the text",
        ),
        pytest.param(
            Point(TEXT, (Cite("one", 0, 0, len(TEXT)), Cite("three", 0, 0, 5))), id="a text that is not there"
        ),
    ],
)
def test_a_statement_that_is_not_what_it_cites_stops_the_build(point: Point) -> None:
    with pytest.raises(CitationError, match="briefing of flood"):
        check_citations(replace(GOOD, points=(point,)), MATERIAL.records)


PLACES = [
    (Cite("one", 0, 0, len(TEXT)), True),
    (Cite("one", 0, 0, 1), True),
    (Cite("one", -1, 0, 3), True),  # the title
    (Cite("one", -1, 0, len("Title of one")), True),
    (Cite("one", -1, 0, len("Title of one") + 1), False),
    (Cite("one", -2, 0, 3), False),
    (Cite("one", 1, 0, 3), False),
    (Cite("one", 0, 0, len(TEXT) + 1), False),
    (Cite("one", 0, 3, 3), False),
    (Cite("one", 0, 5, 3), False),
    (Cite("one", 0, -1, 3), False),
    (Cite("nobody", 0, 0, 3), False),
]


def passes(briefing: Briefing) -> bool:
    try:
        check_citations(briefing, MATERIAL.records)
    except CitationError:
        return False
    return True


@pytest.mark.parametrize(("cite", "good"), PLACES)
def test_every_other_citation_lies_in_its_text(cite: Cite, good: bool) -> None:
    first = Cite("one", 0, 0, len(TEXT))
    assert passes(replace(GOOD, points=(Point(TEXT, (first, cite)),))) is good
    assert passes(replace(GOOD, unknowns=(like(Unknown, cites=(cite,)),))) is good


BAD = Cite("one", 0, 0, 10_000)
WRONG = "Words of nobody."


@pytest.mark.parametrize("field", ["bottom_line", "points", "figures", "timeline", "quotations"])
def test_every_kind_of_statement_is_compared(field: str) -> None:
    """A statement that its citation does not say is found wherever it stands."""
    cite = (Cite("one", 0, 0, 9),)
    made: dict[str, Any] = {
        "bottom_line": Point(WRONG, cite),
        "points": (Point(WRONG, cite),),
        "figures": (like(KeyFigure, text=WRONG, cites=cite),),
        "timeline": (like(TimelineEntry, text=WRONG, cites=cite),),
        "quotations": (like(QuotationEntry, text=WRONG, cites=cite),),
    }
    assert not passes(replace(GOOD, **{field: made[field]}))


@pytest.mark.parametrize("field", ["actors", "contested_names", "disputes", "unknowns"])
def test_every_kind_of_entry_has_its_places_looked_at(field: str) -> None:
    made: dict[str, Any] = {
        "actors": (like(Actor, cites=(BAD,)),),
        "contested_names": (like(ContestedName, cites=(BAD,)),),
        "disputes": (like(Dispute, sides=(Point(TEXT, (BAD,)),)),),
        "unknowns": (like(Unknown, cites=(BAD,)),),
    }
    assert not passes(replace(GOOD, **{field: made[field]}))


def like(kind: type[Any], **values: object) -> Any:  # noqa: ANN401 - of whatever type is asked for
    """One of a kind of which only some fields matter here."""
    names = kind.__struct_fields__
    return kind(**{**dict.fromkeys(names), **values})
