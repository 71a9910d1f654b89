"""The archive's figures board."""

from collections.abc import Sequence

from crisis_archive.model import Comparison, Crisis, Record, Relation


def compare_figures(
    records: Sequence[Record], crises: Sequence[Crisis], relations: Sequence[Relation]
) -> tuple[Comparison, ...]:
    """Figures of one crisis about one thing, side by side, sorted by id."""
    return ()
