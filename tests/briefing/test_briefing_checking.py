"""A briefing that says what no text says does not leave the house."""

import pytest
from msgspec.structs import replace

from crisis_archive.briefing import CitationError, brief
from crisis_archive.briefing.checking import check_citations
from crisis_archive.model import Cite, Point
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
