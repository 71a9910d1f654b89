"""All files of the search index as scripts: terms, records, facets, and the one that describes them."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import msgspec

from crisis_archive.model import Crisis
from crisis_archive.search.builder import Index, build_index
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.facets import facets
from crisis_archive.search.folding import exceptions
from crisis_archive.search.languages import Language
from crisis_archive.search.pipeline import ENGLISH, pipeline_labels, terms_of
from crisis_archive.search.records import BOOSTS, KINDS, Kind, SearchRecord
from crisis_archive.search.shards import SHARD_BYTES, cut, script
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
    index = build_index((record.fields for record in records), BOOSTS, terms_of(language))
    version = _version(index, records, crises, language)
    shards = cut(index, shard_bytes)
    for number, contents in enumerate(shards.contents):
        yield _file(f"terms/{number}", version, contents)
    yield from _record_files(records, version)
    yield _file("dictionary", version, dictionary(index))
    for name, value in facets(records, crises):
        yield _file(name, version, value)
    if whole:
        yield from whole_files(index, records, language)
    meta = {
        "fields": list(BOOSTS),
        "documents": index.documents,
        "language": language.code,
        "pipeline": pipeline_labels(language),
        "bounds": shards.bounds,
        "kinds": [[kind, count, GROUP_OF_KIND[kind]] for kind, count in _counts(records)],
        "fold": exceptions(),
    }
    yield _file("meta", version, meta)


def _file(name: str, version: str, value: object) -> tuple[str, bytes]:
    return f"{FOLDER}/{name}.js", script(name, version, value)


def _version(
    index: Index, records: Sequence[SearchRecord], crises: Sequence[Crisis], language: Language
) -> str:
    """Eight digits that change with anything that the files say, so that no stale shard is ever mixed in."""
    digest = hashlib.sha256(language.code.encode())
    digest.update(index.score_of.tobytes())
    for record in records:
        digest.update(msgspec.json.encode(record))
    for crisis in crises:
        digest.update(f"{crisis.slug}\n{crisis.title}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:8]


def _counts(records: Sequence[SearchRecord]) -> list[tuple[Kind, int]]:
    counts = {kind: len(list(group)) for kind, group in groupby(records, key=lambda record: record.kind)}
    return [(kind, counts.get(kind, 0)) for kind in KINDS]


def _record_files(records: Sequence[SearchRecord], version: str) -> Iterator[tuple[str, bytes]]:
    for kind, group in groupby(records, key=lambda record: record.kind):
        of_kind = [_shown(record) for record in group]
        size = GROUP_OF_KIND[kind]
        for number, first in enumerate(range(0, len(of_kind), size)):
            yield _file(f"records/{kind}-{number}", version, of_kind[first : first + size])


def _shown(record: SearchRecord) -> list[Any]:
    """What the page shows of a result: title, address, note, then text and fragment of each passage."""
    parts = [part for passage in record.passages for part in (visible(passage.text), passage.fragment)]
    return [visible(record.title), record.address, visible(record.note), *parts]
