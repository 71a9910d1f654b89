"""The tables of a correction that overrule what was read in a text: `[[name]]`, `[[quote]]`, `[[figure]]`."""

from typing import Final, get_args

from crisis_archive.model import EditedFigure, EditedName, EditedQuote
from crisis_archive.model.readings import Bound
from crisis_archive.reading.editorial_slugs import entity_of
from crisis_archive.reading.editorial_text import Table, suggest

_NONE: Final = "none"
"""What an editor writes where there is nothing: no name, no speaker, nobody who says so."""
_LARGEST: Final = 1e15
_BOUNDS: Final[dict[str, Bound]] = {bound: bound for bound in get_args(Bound)}


def edited_name(table: Table) -> EditedName:
    """Words and the entity that they name; `entity = "none"`: they are no name."""
    table.only("text", "entity")
    text, entity = table.needed("text"), table.needed("entity")
    return EditedName(text, None if entity == _NONE else entity_of(table, "entity"))


def edited_quote(table: Table) -> EditedQuote:
    """Words of a quotation and who says them; `speaker = "none"`: nobody knows."""
    table.only("text", "speaker")
    return EditedQuote(table.needed("text"), _unless_none(table.needed("speaker")) or None)


def edited_figure(table: Table) -> EditedFigure:
    """Words of a figure and what it says; what is left out stays as the build read it."""
    table.only("text", "low", "high", "bound", "counts", "claimant", "window")
    text = table.needed("text")
    low, high = _whole(table.number("low", 0, _LARGEST)), _whole(table.number("high", 0, _LARGEST))
    if low is not None and high is not None and low > high:
        table.fail("high", f"high is {high} and low is {low}", "write the smaller one as low")
    bound = table.words("bound")
    if bound is not None and bound not in _BOUNDS:
        table.fail("bound", f"unknown bound {bound!r}", suggest(bound, list(_BOUNDS)))
    return EditedFigure(
        text,
        low,
        high,
        _bound(low, high) if bound is None else _BOUNDS[bound],
        *(_unless_none(table.words(key)) for key in ("counts", "claimant", "window")),
    )


def _unless_none(words: str | None) -> str | None:
    """The words; the empty string for `none`, null where nothing was written."""
    return "" if words == _NONE else words


def _whole(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _bound(low: float | None, high: float | None) -> Bound | None:
    """What two ends mean where the editor does not say."""
    if low is None and high is None:
        return None
    return "at-most" if low is None else "at-least" if high is None else "exact"
