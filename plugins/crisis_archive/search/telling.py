"""What can be found in an archive, told of each text once and kept for the next build."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec

from crisis_archive.memory import key_of
from crisis_archive.model import Archive, KeptRecords, Record
from crisis_archive.search.listing import Listing, Told, listing_of, told_of
from crisis_archive.search.records import (
    OfText,
    SearchRecord,
    compared_in,
    record_of_entity,
    records_of_briefings,
    records_of_text,
)

_ENCODER: Final = msgspec.msgpack.Encoder()
_MADE: Final = msgspec.msgpack.Decoder(tuple[SearchRecord, ...])


class ToldText(msgspec.Struct, frozen=True, array_like=True):
    """What was told of one text, and of what besides itself and names."""

    id: str
    compared: bytes
    """A hash of the comparisons that it begins."""
    told: Told


class Telling(msgspec.Struct, frozen=True):
    """What was told of the texts of an archive."""

    entities: dict[str, str]
    """The names of all entities by their ids."""
    crises: dict[str, str]
    """The titles of all crises by their slugs."""
    texts: dict[bytes, ToldText]
    """Under hashes of the texts."""


NOTHING_TOLD: Final = Telling({}, {}, {})


def listing_of_archive(archive: Archive, before: Telling = NOTHING_TOLD) -> tuple[Listing, Telling]:
    """All that can be found, and what to keep of it for the next build by the same code.

    A text that it was told of is read only where records of it are asked for.
    """
    maker = _Maker(archive)
    now = Telling(
        {entity.id: entity.name for entity in archive.entities},
        {crisis.slug: crisis.title for crisis in archive.crises},
        {},
    )
    known = _holding(before, now, maker)
    records = archive.records
    texts: list[ToldText] = []
    for place in range(len(records)):
        key = records.digest(place) if isinstance(records, KeptRecords) else b""
        text = known.get(key) or maker.told(place)
        texts.append(text)
        if key:
            now.texts[key] = text
    others = [told_of(record) for record in maker.others]
    told = [*(text.told for text in texts), *others]
    places = {text.id: place for place, text in enumerate(texts)}
    return listing_of(told, maker.made, maker.comparisons(places)), now


def _holding(before: Telling, now: Telling, maker: "_Maker") -> dict[bytes, ToldText]:
    """What was told and is so still: of texts whose entities, crisis and comparisons are what they were."""
    entities = {each for each, _ in before.entities.items() ^ now.entities.items()}
    crises = {each for each, _ in before.crises.items() ^ now.crises.items()}
    compared = maker.comparisons_told
    return {
        key: text
        for key, text in before.texts.items()
        if text.compared == compared.get(text.id, b"")
        and text.told.crisis not in crises
        and (not entities or entities.isdisjoint(chain.from_iterable(text.told.names)))
    }


class _Maker:
    """Makes the records of an archive when they are asked for, each once; they stay as bytes."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._crises = {crisis.slug: crisis for crisis in archive.crises}
        self._entities = {entity.id: entity for entity in archive.entities}
        self._compared = compared_in(archive)
        self._made: dict[int, bytes | tuple[SearchRecord, ...]] = {}
        self._last: tuple[int, Sequence[SearchRecord]] = (-1, ())
        self.others = [*records_of_briefings(archive), *map(record_of_entity, archive.entities)]
        self.comparisons_told = {
            text: key_of(_ENCODER.encode(begun)) for text, begun in self._compared.items()
        }
        """A hash of the comparisons that each text begins."""

    def told(self, place: int) -> ToldText:
        """What there is to tell of a text."""
        record = self._archive.records[place]
        of = self._of_text(record)
        self._made[place] = _small(of.all)
        told = told_of(of.text, of.quotations, of.compared, of.figures)
        return ToldText(record.id, self.comparisons_told.get(record.id, b""), told)

    def made(self, place: int) -> Sequence[SearchRecord]:
        """The records of a text by its place; of briefings and entities by theirs behind all texts."""
        texts = len(self._archive.records)
        if place >= texts:
            return self.others[place - texts : place - texts + 1]
        if place != self._last[0]:  # those of one text are asked for one after the other
            kept = self._made.get(place)
            if kept is None:
                found = self._of_text(self._archive.records[place]).all
                self._made[place] = _small(found)
            else:
                found = _MADE.decode(kept) if isinstance(kept, bytes) else kept
            self._last = (place, found)
        return self._last[1]

    def comparisons(self, places: Mapping[str, int]) -> list[tuple[int, int]]:
        """All comparisons: the place of the text that begins each, and which of its own it is."""
        found: list[tuple[int, int]] = []
        met: dict[str, int] = {}
        for comparison in self._archive.comparisons:
            text = comparison.sides[0].cites[0].document
            if text in places:
                number = met[text] = met.get(text, -1) + 1
                found.append((places[text], number))
        return found

    def _of_text(self, record: Record) -> OfText:
        return records_of_text(record, self._entities, self._crises, self._compared)


def _small(records: tuple[SearchRecord, ...]) -> bytes | tuple[SearchRecord, ...]:
    try:
        return _ENCODER.encode(records)
    except UnicodeEncodeError:  # half of a surrogate pair, which a damaged text may hold
        return records
