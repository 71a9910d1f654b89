"""Makes the search records of an archive when they are asked for; what is shown of them is made once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.memory import key_of
from crisis_archive.model import Archive, KeptRecords, Record
from crisis_archive.search.aside import Aside
from crisis_archive.search.records import (
    OfText,
    SearchRecord,
    compared_in,
    record_of_entity,
    records_of_briefings,
    records_of_text,
)
from crisis_archive.search.showing import shown

_ENCODER: Final = msgspec.msgpack.Encoder()


class Maker:
    """The records of texts by their places in the archive; of briefings and entities behind all texts."""

    def __init__(self, archive: Archive, folder: Path | None) -> None:
        """What is shown is put aside in a file in `folder`."""
        self.archive = archive
        self.aside = Aside(folder)
        self._crises = {crisis.slug: crisis for crisis in archive.crises}
        self._entities = {entity.id: entity for entity in archive.entities}
        self._compared = compared_in(archive)
        self._last_made: tuple[int, Sequence[SearchRecord]] = (-1, ())
        self._last_shown: tuple[int, Sequence[bytes]] = (-1, ())
        self.others = [*records_of_briefings(archive), *map(record_of_entity, archive.entities)]
        self.comparisons_told = {
            text: key_of(_ENCODER.encode(begun)) for text, begun in self._compared.items()
        }
        """A hash of the comparisons that each text begins."""

    def record(self, place: int) -> Record:
        """A text of the archive; it does not stay in memory."""
        records = self.archive.records
        return records.once(place) if isinstance(records, KeptRecords) else records[place]

    def of_text(self, record: Record) -> OfText:
        """What can be found of a text."""
        return records_of_text(record, self._entities, self._crises, self._compared)

    def made(self, place: int) -> Sequence[SearchRecord]:
        """All records of a place, in the order in which they are told."""
        texts = len(self.archive.records)
        if place >= texts:
            return self.others[place - texts : place - texts + 1]
        if place != self._last_made[0]:  # those of one text are asked for one after the other
            self._last_made = (place, self.of_text(self.record(place)).all)
        return self._last_made[1]

    def shown(self, place: int) -> Sequence[bytes]:
        """What is shown of each of them."""
        if place >= len(self.archive.records):
            return list(map(shown, self.made(place)))
        if place != self._last_shown[0]:
            there = self.aside.get(place)
            if there is None:
                there = list(map(shown, self.made(place)))
                self.aside.put(place, there)
            self._last_shown = (place, there)
        return self._last_shown[1]

    def comparisons(self, places: Mapping[str, int]) -> list[tuple[int, int]]:
        """All comparisons: the place of the text that begins each, and which of its own it is."""
        found: list[tuple[int, int]] = []
        met: dict[str, int] = {}
        for comparison in self.archive.comparisons:
            text = comparison.sides[0].cites[0].document
            if text in places:
                number = met[text] = met.get(text, -1) + 1
                found.append((places[text], number))
        return found
