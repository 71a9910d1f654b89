"""What the page shows of a result, as it stands in scripts."""

from collections.abc import Iterable
from typing import Any

from crisis_archive.search.records import SearchRecord
from crisis_archive.search.shards import as_json
from crisis_archive.text.hidden import visible


def shown(record: SearchRecord) -> bytes:
    """Title, address, note, then text and fragment of each passage, as JSON; a comma behind it."""
    parts: list[Any] = [
        part for passage in record.passages for part in (visible(passage.text), passage.fragment)
    ]
    return as_json([visible(record.title), record.address, visible(record.note), *parts]) + b","


def together(each_shown: Iterable[bytes | None]) -> bytes:
    """What is shown of several, as one array; 0 stands for a number that no record has."""
    return b"[%s]" % b"".join(b"0," if each is None else each for each in each_shown)[:-1]
