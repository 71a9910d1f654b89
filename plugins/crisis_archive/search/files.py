"""All files of the search index as scripts: terms, records, facets, and the one that describes them."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple, overload

import msgspec
import numpy as np

from crisis_archive.model import Crisis
from crisis_archive.search.builder import Index, index_of
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.facets import facets
from crisis_archive.search.folding import exceptions
from crisis_archive.search.languages import Language
from crisis_archive.search.pipeline import ENGLISH, pipeline_labels, terms_of
from crisis_archive.search.reading import Reading, read
from crisis_archive.search.records import BOOSTS, KINDS, Kind, SearchRecord
from crisis_archive.search.shards import SHARD_BYTES, TermShards, cut, script
from crisis_archive.search.whole import whole_files
from crisis_archive.text.hidden import visible

FOLDER: Final = "search"
GROUP_OF_KIND: Final[dict[Kind, int]] = {"text": 1, "briefing": 1, "entity": 8, "quotation": 8, "figure": 8}
"""How many records share a script: a result shows one of them, so whole texts stand alone."""


def index_files(
    records: Sequence[SearchRecord],
    crises: Sequence[Crisis],
    language: Language = ENGLISH,
    whole: bool = False,
    shard_bytes: int = SHARD_BYTES,
) -> Iterator[tuple[str, bytes]]:
    """Paths below the site's root and contents; see `search_files`."""
    yield from made_index(records, crises, language, shard_bytes).files(whole=whole)


class IndexFiles(NamedTuple):
    """An index that has yet to be written: its files are encoded when they are asked for."""

    records: Sequence[SearchRecord]
    crises: Sequence[Crisis]
    language: Language
    reading: Reading
    postings: Index
    shards: TermShards
    version: str

    def files(self, share: int = 0, shares: int = 1, whole: bool = False) -> Iterator[tuple[str, bytes]]:
        """Paths and contents of one of so many shares of them, `search/meta.js` last of the first share."""
        for number in range(share, len(self.shards.contents), shares):
            yield _file(f"terms/{number}", self.version, self.shards.contents[number])
        yield from _record_files(self.records, self.version, share, shares)
        if share:
            return
        yield _file("dictionary", self.version, dictionary(self.postings))
        for name, value in facets(self.records, self.crises):
            yield _file(name, self.version, value)
        if whole:
            yield from whole_files(self.postings, self.records, self.language)
        yield _file("meta", self.version, self._meta())

    def _meta(self) -> dict[str, Any]:
        return {
            "fields": list(BOOSTS),
            "documents": self.postings.documents,
            "language": self.language.code,
            "pipeline": pipeline_labels(self.language),
            "bounds": self.shards.bounds,
            "kinds": [[kind, count, GROUP_OF_KIND[kind]] for kind, count in _counts(self.records)],
            "fold": exceptions(),
        }


def made_index(
    records: Sequence[SearchRecord],
    crises: Sequence[Crisis],
    language: Language = ENGLISH,
    shard_bytes: int = SHARD_BYTES,
    processes: int = 1,
    before: Reading | None = None,
) -> IndexFiles:
    """The index of some records, worked out in so many processes: its bytes do not depend on them.

    `before` is the `reading` of an index in the same language and by the same code.
    """
    reading = read(_Fields(records), len(BOOSTS), terms_of(language), processes, before)
    index = index_of(reading, BOOSTS)
    version = _version(index, records, crises, language)
    return IndexFiles(records, crises, language, reading, index, cut(index, shard_bytes), version)


class _Fields(Sequence[tuple[str, ...]]):
    """The fields of records, put together when they are asked for."""

    def __init__(self, records: Sequence[SearchRecord]) -> None:
        self._records = records

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, place: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, place: slice) -> "_Fields": ...
    def __getitem__(self, place: int | slice) -> "tuple[str, ...] | _Fields":
        if isinstance(place, slice):
            return _Fields(self._records[place])
        return self._records[place].fields


def _file(name: str, version: str, value: object) -> tuple[str, bytes]:
    return f"{FOLDER}/{name}.js", script(name, version, value)


def _version(
    index: Index, records: Sequence[SearchRecord], crises: Sequence[Crisis], language: Language
) -> str:
    """Eight digits that change with anything that the files say, so that no stale shard is ever mixed in."""
    digest = hashlib.sha256(language.code.encode())
    digest.update(index.score_of.astype(np.int64).tobytes())
    for record in records:
        digest.update(msgspec.json.encode(record))
    for crisis in crises:
        digest.update(f"{crisis.slug}\n{crisis.title}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:8]


def _counts(records: Sequence[SearchRecord]) -> list[tuple[Kind, int]]:
    counts = {kind: len(list(group)) for kind, group in groupby(records, key=lambda record: record.kind)}
    return [(kind, counts.get(kind, 0)) for kind in KINDS]


def _record_files(
    records: Sequence[SearchRecord], version: str, share: int, shares: int
) -> Iterator[tuple[str, bytes]]:
    for kind, group in groupby(records, key=lambda record: record.kind):
        of_kind = list(group)
        size = GROUP_OF_KIND[kind]
        for number in range(share, -(-len(of_kind) // size), shares):
            some = of_kind[number * size : (number + 1) * size]
            yield _file(f"records/{kind}-{number}", version, [_shown(record) for record in some])


def _shown(record: SearchRecord) -> list[Any]:
    """What the page shows of a result: title, address, note, then text and fragment of each passage."""
    parts = [part for passage in record.passages for part in (visible(passage.text), passage.fragment)]
    return [visible(record.title), record.address, visible(record.note), *parts]
