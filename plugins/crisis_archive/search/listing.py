"""All search records by what the index must know of each; they are made when they are asked for.

What a text gives is told once and kept under a hash of the text and its comparisons: a build in which
another text changed makes none of its records again, unless their scripts have to be written.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

import msgspec
import numpy as np

from crisis_archive.memory import key_of
from crisis_archive.search.buckets import GROUP_OF_KIND, SCRIPTS_OF_KIND, Bucket, Places, hash_of, numbered
from crisis_archive.search.reading import KEY_BYTES, Reading
from crisis_archive.search.records import KINDS, Kind, SearchRecord, key_of_record
from crisis_archive.search.showing import shown, together


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The records of one text, briefing or entity, but for what is indexed and shown of them."""

    kind: Kind
    """Of the first; those behind it are quotations and figures."""
    title: str
    address: str
    """Of all of them, as crisis, days and language."""
    note: str
    crisis: str | None
    days: tuple[str, str] | None
    language: str | None
    quotations: int
    compared: int
    """How many comparisons it begins, and figures it has: both are found as figures."""
    figures: int
    names: tuple[tuple[str, ...], ...]
    """The entities of the first and of each quotation."""
    keys: bytes
    """Of each record."""


def told_of(first: SearchRecord, quotations: Sequence[SearchRecord] = (),
            compared: Sequence[SearchRecord] = (), figures: Sequence[SearchRecord] = ()) -> Told:  # fmt: skip
    """What there is to tell of the records of one text, briefing or entity."""
    return Told(
        first.kind,
        first.title,
        first.address,
        first.note,
        first.crisis,
        first.days,
        first.language,
        len(quotations),
        len(compared),
        len(figures),
        tuple(each.entities for each in (first, *quotations)),
        b"".join(map(key_of_record, (first, *quotations, *compared, *figures))),
    )


class Listing(NamedTuple):
    """Search records in the order of their numbers: by kind, hash of address, and as they come."""

    told: Sequence[Told]
    made: Callable[[int], Sequence[SearchRecord]]
    """The records of what was told, by its place."""
    shown: Callable[[int], Sequence[bytes]]
    """What is shown of each of them (`showing.shown`), likewise."""
    owners: Places
    """Of each record, in whose told it stands."""
    inside: Places
    """And at which place."""
    keys: bytes
    """Hashes of all records, one after the other."""
    numbers: Places
    """Of all records, rising."""
    rooms: dict[Kind, int]
    """How many numbers each kind has, those of one behind those of the other."""
    buckets: Sequence[Bucket]
    read: list[Reading]
    """The terms of records, in any order, where they were read as they were told; large, so whoever needs
    them takes them out."""

    def __len__(self) -> int:
        return len(self.owners)

    @property
    def records(self) -> Sequence[SearchRecord]:
        """All of them, made when they are asked for."""
        return _Records(self, range(len(self.owners)))

    def script(self, rows: Sequence[int | None]) -> bytes:
        """What a script holds: what is shown of the records of these rows."""
        return together(
            None if row is None else self.shown(int(self.owners[row]))[int(self.inside[row])] for row in rows
        )

    def key_of_rows(self, rows: Sequence[int | None]) -> bytes:
        """A hash of the records of these rows, and of the places without one between them."""
        keys = (b"" if row is None else self.keys[row * KEY_BYTES : (row + 1) * KEY_BYTES] for row in rows)
        return key_of(*keys)[:KEY_BYTES]

    def key(self, bucket: Bucket) -> bytes:
        """The numbers and keys of the records of a bucket."""
        first, after = bucket.first, bucket.first + len(bucket.numbers)
        return bucket.numbers.tobytes() + self.keys[first * KEY_BYTES : after * KEY_BYTES]


class _Records(Sequence[SearchRecord]):
    """Records that are made when they are asked for."""

    def __init__(self, listing: Listing, places: range) -> None:
        self._listing, self._places = listing, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> SearchRecord: ...
    @overload
    def __getitem__(self, place: slice) -> "_Records": ...
    def __getitem__(self, place: int | slice) -> "SearchRecord | _Records":
        if isinstance(place, slice):
            return _Records(self._listing, self._places[place])
        at = self._places[place]
        return self._listing.made(int(self._listing.owners[at]))[int(self._listing.inside[at])]


def listing_of_records(records: Sequence[SearchRecord]) -> Listing:
    """Of records that are made already; those of one kind follow each other."""
    return listing_of(
        [told_of(record) for record in records],
        lambda place: records[place : place + 1],
        lambda place: [shown(records[place])],
    )


def listing_of(
    told: Sequence[Told],
    made: Callable[[int], Sequence[SearchRecord]],
    each_shown: Callable[[int], Sequence[bytes]],
    compared: Sequence[tuple[int, int]] = (),
    read: Reading | None = None,
) -> Listing:
    """Of what was told; `compared` has the comparisons in order: who begins each, which of its own it is."""
    sizes = np.array([(each.quotations, each.compared, each.figures) for each in told], dtype=np.int64)
    quotations, comparisons, figures = sizes.reshape(-1, 3).T
    begins = _before(1 + quotations + comparisons + figures)
    begins_of_kind = {kind: [] for kind in KINDS}  # type: dict[Kind, list[int]]
    for place, each in enumerate(told):
        begins_of_kind[each.kind].append(place)
    rows: dict[Kind, list[Places]] = {
        kind: [begins[np.array(places, dtype=np.int64)]] for kind, places in begins_of_kind.items()
    }
    rows["quotation"].append(np.repeat(begins + 1, quotations) + _within(quotations))
    pairs = np.array(compared, dtype=np.int64).reshape(-1, 2)
    rows["figure"].append(begins[pairs[:, 0]] + 1 + quotations[pairs[:, 0]] + pairs[:, 1])
    rows["figure"].append(np.repeat(begins + 1 + quotations + comparisons, figures) + _within(figures))
    owner_of = np.repeat(np.arange(len(told)), 1 + quotations + comparisons + figures)
    hashes = np.array([hash_of(each.address) for each in told], dtype=np.int64)
    parts: list[Places] = []
    numbers: list[Places] = []
    rooms: dict[Kind, int] = {}
    for kind in KINDS:
        of_kind = np.concatenate(rows[kind])
        of_kind = of_kind[np.argsort(hashes[owner_of[of_kind]], kind="stable")]
        own, room = numbered(hashes[owner_of[of_kind]], kind)
        parts.append(of_kind)
        numbers.append(own + sum(rooms.values()))
        rooms[kind] = room
    order, all_numbers = np.concatenate(parts), np.concatenate(numbers)
    keys = np.frombuffer(b"".join(each.keys for each in told), np.uint8).reshape(-1, KEY_BYTES)
    owners = owner_of[order]
    in_order = keys[order].tobytes()
    buckets = _buckets(all_numbers, rooms)
    places = order - begins[owners]
    reads = [read] if read else []
    return Listing(told, made, each_shown, owners, places, in_order, all_numbers, rooms, buckets, reads)


def _buckets(numbers: Places, rooms: dict[Kind, int]) -> list[Bucket]:
    found: list[Bucket] = []
    begin = 0
    for kind, room in rooms.items():
        size = GROUP_OF_KIND[kind] * SCRIPTS_OF_KIND[kind]
        starts = np.arange(begin, begin + room, size)
        firsts = np.searchsorted(numbers, starts).tolist()
        afters = np.searchsorted(numbers, starts + size).tolist()
        for place, (start, first, after) in enumerate(zip(starts.tolist(), firsts, afters, strict=True)):
            found.append(Bucket(kind, place, numbers[first:after] - start, first))
        begin += room
    return found


def _before(sizes: Places) -> Places:
    """How many stand before each run of so many."""
    return np.cumsum(sizes) - sizes


def _within(sizes: Places) -> Places:
    """0, 1, 2 ... for each run of so many."""
    return np.arange(int(sizes.sum())) - np.repeat(_before(sizes), sizes)
