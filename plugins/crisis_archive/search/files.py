"""All files of the search index as scripts: terms, records, facets, and the one that describes them."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any, Final, NamedTuple, overload

from crisis_archive.memory import key_of
from crisis_archive.model import Crisis
from crisis_archive.scheduling.shares import part_of
from crisis_archive.search.buckets import GROUP_OF_KIND, Bucket, buckets
from crisis_archive.search.builder import K1, B, Index, index_of
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.encoding import encode_text
from crisis_archive.search.facets import facets
from crisis_archive.search.folding import exceptions
from crisis_archive.search.languages import Language
from crisis_archive.search.pipeline import ENGLISH, pipeline_labels, terms_of
from crisis_archive.search.reading import NOTHING_READ, Reading, read
from crisis_archive.search.records import BOOSTS, SearchRecord, key_of_record
from crisis_archive.search.shards import SHARD_BYTES, TermShards, as_json, cut, script, stamp_of
from crisis_archive.search.whole import whole_files
from crisis_archive.text.hidden import visible

FOLDER: Final = "search"
File = tuple[str, bytes]
"""Path below the site's root and content."""


class Kept(NamedTuple):
    """The scripts of a bucket as another build wrote them."""

    stamp: str
    files: dict[str, str]
    """Paths below the site's root, and SHA-256 of the contents as hexadecimal digits."""


class Stamped(NamedTuple):
    """A shard, or a bucket of records, with the stamp that all its files carry."""

    number: int
    """Its place among all shards and, behind them, buckets."""
    stamp: str
    files: tuple[File, ...]


def index_files(
    records: Sequence[SearchRecord],
    crises: Sequence[Crisis],
    language: Language = ENGLISH,
    whole: bool = False,
    shard_bytes: int = SHARD_BYTES,
) -> Iterator[File]:
    """Paths below the site's root and contents; see `search_files`."""
    yield from made_index(records, crises, language, shard_bytes).files(whole)


class IndexFiles(NamedTuple):
    """An index that has yet to be written: its files are encoded when they are asked for."""

    buckets: Sequence[Bucket]
    crises: Sequence[Crisis]
    language: Language
    reading: Reading
    postings: Index
    shards: TermShards
    keys: Sequence[bytes]
    """Of each bucket: a hash of all that its scripts are made of."""

    def to_write(self, whole: bool = False) -> "IndexFiles":
        """The same without what takes much memory and no file is made from; `whole` as in `files`."""
        return self if whole else self._replace(reading=NOTHING_READ, postings=self.postings.bare)

    def files(self, whole: bool = False) -> Iterator[File]:
        """All of them, `search/meta.js` last."""
        stamps: dict[int, str] = {}
        for each in self.stamped():
            stamps[each.number] = each.stamp
            yield from each.files
        yield from self.described(stamps, whole)

    def stamped(self, share: int = 0, shares: int = 1) -> Iterator[Stamped]:
        """Terms and records: one of so many shares of them."""
        for number in self.numbers(share, shares):
            yield self.made(number)

    def numbers(self, share: int, shares: int) -> Sequence[int]:
        """The shards and, behind them, buckets of one share."""
        return part_of(range(len(self.shards.contents) + len(self.buckets)), share, shares)

    def key(self, number: int) -> bytes | None:
        """The key of a bucket; null for a shard."""
        terms = len(self.shards.contents)
        return self.keys[number - terms] if number >= terms else None

    def made(self, number: int) -> Stamped:
        """A shard or a bucket."""
        terms = len(self.shards.contents)
        if number < terms:
            named = [(f"terms/{number}", as_json(self.shards.contents[number]))]
        else:
            scripts = self.buckets[number - terms].scripts
            named = [(name, as_json([_shown(record) for record in some])) for name, some in scripts]
        stamp = stamp_of(*(data for _, data in named))
        return Stamped(number, stamp, tuple(_file(name, stamp, data) for name, data in named))

    def described(self, stamps: dict[int, str], whole: bool = False) -> Iterator[File]:
        """All that is about the whole index, for which the stamps of all its parts are wanted.

        Each of these carries the version: a stamp that changes with anything in them.
        """
        in_order = "".join(stamps[number] for number in range(len(stamps)))
        records = [record for bucket in self.buckets for record in bucket.records]
        named = [("dictionary", as_json(dictionary(self.postings)))]
        named += [(name, as_json(value)) for name, value in facets(records, self.crises)]
        named.append(("meta", as_json(self._meta(in_order))))
        version = stamp_of(*(data for _, data in named))
        if whole:
            yield from whole_files(self.postings, records, self.language)
        for name, data in named:
            yield _file(name, version, data)

    def _meta(self, stamps: str) -> dict[str, Any]:
        # No term holds white space, for lunr cuts there.
        return {
            "fields": list(BOOSTS),
            "boosts": list(BOOSTS.values()),
            "k1": K1,
            "b": B,
            "documents": self.postings.documents,
            "totals": self.postings.totals,
            "language": self.language.code,
            "pipeline": pipeline_labels(self.language),
            "shards": len(self.shards.contents),
            "bounds": " ".join(self.shards.bounds),
            "kinds": [
                [kind, GROUP_OF_KIND[kind], encode_text([len(bucket.records) for bucket in of_kind])]
                for kind, of_kind in groupby(self.buckets, key=lambda bucket: bucket.kind)
            ],
            "stamps": stamps,
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
    parted = buckets(records)
    in_order = [record for bucket in parted for record in bucket.records]
    of_records = [[key_of_record(record) for record in bucket.records] for bucket in parted]
    known = list(chain.from_iterable(of_records))
    reading = read(_Fields(in_order), len(BOOSTS), terms_of(language), processes, before, known)
    index = index_of(reading, tuple(BOOSTS))
    keys = [
        key_of(bucket.kind, str(bucket.number), *each)
        for bucket, each in zip(parted, of_records, strict=True)
    ]
    return IndexFiles(parted, crises, language, reading, index, cut(index, shard_bytes), keys)


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


def _file(name: str, stamp: str, data: bytes) -> File:
    return f"{FOLDER}/{name}.js", script(name, stamp, data)


def _shown(record: SearchRecord) -> list[Any]:
    """What the page shows of a result: title, address, note, then text and fragment of each passage."""
    parts = [part for passage in record.passages for part in (visible(passage.text), passage.fragment)]
    return [visible(record.title), record.address, visible(record.note), *parts]
