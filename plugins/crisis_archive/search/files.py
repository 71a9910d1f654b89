"""All files of the search index as scripts: terms, records, facets, and the one that describes them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple, overload

import msgspec
import numpy as np

from crisis_archive.memory import key_of
from crisis_archive.model import Crisis
from crisis_archive.search.buckets import GROUP_OF_KIND, SCRIPTS_OF_KIND
from crisis_archive.search.builder import K1, B, index_of
from crisis_archive.search.facets import facets
from crisis_archive.search.folding import exceptions
from crisis_archive.search.languages import Language
from crisis_archive.search.listing import Listing, listing_of_records
from crisis_archive.search.pipeline import ENGLISH, pipeline_labels, terms_of
from crisis_archive.search.posting import Posted, TermShards, all_shards, changed_shards
from crisis_archive.search.reading import KEY_BYTES, Reading, read
from crisis_archive.search.records import BOOSTS, SearchRecord
from crisis_archive.search.rereading import reread
from crisis_archive.search.shards import SHARD_BYTES, as_json, script, stamp_of
from crisis_archive.search.whole import whole_files

FOLDER: Final = "search"
OldData = Callable[[str, bytes], bytes | None]
File = tuple[str, bytes]
"""Path below the site's root and content."""


class Kept(NamedTuple):
    """The scripts of a shard or a bucket as another build wrote them."""

    stamp: str
    files: dict[str, str]
    """Paths below the site's root, and SHA-256 of the contents as hexadecimal digits."""
    keys: dict[str, bytes]
    """Of a bucket's scripts, by their names: a hash of all that each holds but its stamp."""


def nothing_old(name: str, key: bytes) -> bytes | None:
    """There are no old scripts."""
    return None


class Stamped(NamedTuple):
    """A shard, or a bucket of records, with the stamp that all its files carry."""

    number: int
    """Its place among all shards and, behind them, buckets."""
    stamp: str
    files: tuple[File, ...]
    keys: dict[str, bytes]
    """As of `Kept`."""


def index_files(
    records: Sequence[SearchRecord],
    crises: Sequence[Crisis],
    language: Language = ENGLISH,
    whole: bool = False,
    shard_bytes: int = SHARD_BYTES,
) -> Iterator[File]:
    """Paths below the site's root and contents; see `search_files`. Records of a kind follow each other."""
    yield from made_index(listing_of_records(records), crises, language, shard_bytes).files(whole)


class Known(msgspec.Struct, frozen=True):
    """What the next build by the same code, in the same language, need not work out again."""

    reading: Reading
    posted: Posted
    fold: dict[str, str]
    """Characters that a browser does not fold by itself."""


class IndexFiles(NamedTuple):
    """An index that has yet to be written: its files are encoded when they are asked for."""

    listing: Listing
    crises: Sequence[Crisis]
    language: Language
    reading: Reading
    shards: TermShards
    fold: dict[str, str]
    """Characters that a browser does not fold by itself."""

    @property
    def known(self) -> Known:
        """What to keep for the next build."""
        return Known(self.reading, self.shards.posted, self.fold)

    def files(self, whole: bool = False) -> Iterator[File]:
        """All of them, `search/meta.js` last; `whole` only where nothing was known before."""
        stamps: dict[int, str] = {}
        for number in self.numbers:
            each = self.made(number)
            stamps[number] = each.stamp
            yield from each.files
        yield from self.described(stamps, whole)

    @property
    def numbers(self) -> range:
        """Of the shards and, behind them, of the buckets of records."""
        return range(len(self.shards) + len(self.listing.buckets))

    def key(self, number: int) -> bytes:
        """The key of a shard or a bucket: a hash of all that its scripts are made of."""
        if number < len(self.shards):
            return key_of("terms", self.shards.keys[number])
        bucket = self.listing.buckets[number - len(self.shards)]
        return key_of(bucket.kind, str(bucket.number), self.listing.key(bucket))

    def made(self, number: int, old: OldData = nothing_old) -> Stamped:
        """A shard or a bucket; `old` has what scripts of records hold by their names and keys."""
        keys: dict[str, bytes] = {}
        if number < len(self.shards):
            named = [(f"terms/{self.shards.cut.names[number]}", as_json(self.shards.content(number)))]
        else:
            scripts = list(self.listing.buckets[number - len(self.shards)].scripts)
            keys = {name: self.listing.key_of_rows(rows) for name, rows in scripts}
            named = [(name, old(name, keys[name]) or self.listing.script(rows)) for name, rows in scripts]
        stamp = stamp_of(*(data for _, data in named))
        return Stamped(number, stamp, tuple(_file(name, stamp, data) for name, data in named), keys)

    def described(self, stamps: dict[int, str], whole: bool = False) -> Iterator[File]:
        """All that is about the whole index, for which the stamps of all its parts are wanted.

        Each of these carries the version: a stamp that changes with anything in them.
        """
        in_order = "".join(stamps[number] for number in range(len(stamps)))
        named = [("dictionary", self.shards.dictionary)]
        named += [(name, as_json(value)) for name, value in facets(self.listing, self.crises)]
        named.append(("meta", as_json(self._meta(in_order))))
        version = stamp_of(*(data for _, data in named))
        if whole:
            index = index_of(self.reading, tuple(BOOSTS))
            yield from whole_files(index, self.listing.records, self.language)
        for name, data in named:
            yield _file(name, version, data)

    def _meta(self, stamps: str) -> dict[str, Any]:
        lengths = np.frombuffer(self.reading.lengths, np.int32).reshape(-1, len(BOOSTS))
        # No term holds white space, for lunr cuts there.
        return {
            "fields": list(BOOSTS),
            "boosts": list(BOOSTS.values()),
            "k1": K1,
            "b": B,
            "documents": len(lengths),
            "totals": lengths.sum(axis=0, dtype=np.int64).tolist(),
            "language": self.language.code,
            "pipeline": pipeline_labels(self.language),
            "shards": len(self.shards),
            "bounds": " ".join(self.shards.cut.bounds),
            "kinds": [
                [kind, GROUP_OF_KIND[kind], SCRIPTS_OF_KIND[kind], room]
                for kind, room in self.listing.rooms.items()
            ],
            "stamps": stamps,
            "fold": self.fold,
        }


def made_index(
    listing: Listing,
    crises: Sequence[Crisis],
    language: Language = ENGLISH,
    shard_bytes: int = SHARD_BYTES,
    processes: int = 1,
    before: Known | None = None,
) -> IndexFiles:
    """The index of some records, worked out in so many processes: its bytes do not depend on them.

    `before` is what is `known` of an index in the same language and by the same code.
    """
    documents, terms = _Fields(listing.records), terms_of(language)
    fold = exceptions() if before is None else before.fold
    numbers = listing.numbers.astype(np.int32).tobytes()
    again = reread(documents, terms, before.reading, listing.keys, numbers) if before is not None else None
    if before is not None and again is not None:
        shards = changed_shards(again, before.posted, tuple(BOOSTS), shard_bytes)
        if shards is not None:
            return IndexFiles(listing, crises, language, again.reading, shards, fold)
    places = range(0, len(listing.keys), KEY_BYTES)
    keys = [listing.keys[at : at + KEY_BYTES] for at in places]
    known = before.reading if before else listing.read.pop() if listing.read else None
    reading = read(documents, len(BOOSTS), terms, processes, known, keys, numbers)
    del keys, known
    shards = all_shards(reading, tuple(BOOSTS), shard_bytes)
    return IndexFiles(listing, crises, language, reading, shards, fold)


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


def path_of(name: str) -> str:
    """Where a script lies, below the site's root."""
    return f"{FOLDER}/{name}.js"


def _file(name: str, stamp: str, data: bytes) -> File:
    return path_of(name), script(name, stamp, data)
