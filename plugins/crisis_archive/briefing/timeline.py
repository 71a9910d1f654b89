"""What happened when: days that the texts of a crisis tell of."""

from collections.abc import Sequence

from crisis_archive.model import Crisis, Record, TimelineEntry


def timeline(crisis: Crisis, records: Sequence[Record]) -> tuple[TimelineEntry, ...]:
    """Entries in the order of their dates."""
    return ()
