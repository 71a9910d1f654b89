"""The names of all texts as numbers in one table: what many texts name is looked at once, and what the last
build read is taken over as arrays."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.model import Struct
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.identity import Identity
from crisis_archive.relating.vectors import distinct


class ReadName(NamedTuple):
    """One name of one text on its way to an entity; the same wherever the same words are settled alike."""

    entity: str | None
    """What an annotator knows to be meant."""
    kind: EntityKind
    text: str
    identity: Identity
    """By the words alone."""
    settled: Identity
    """After the other names of its text were heard."""


class NamesOfText(Struct, frozen=True, array_like=True):
    """The names of one text as they are read, and all else that is asked of it where names are tied."""

    names: tuple[ReadName, ...]
    at: tuple[int, ...]
    """Three numbers for each name: paragraph, start, end."""
    speakers: tuple[str, ...]
    """Ids that an editor gave to whom it quotes, sorted."""
    quotes: int
    """How many it has."""


class Names(msgspec.Struct, frozen=True):
    """The names of texts, as arrays: of one text after the other."""

    table: Sequence[ReadName]
    """All different names, each of which some text has."""
    numbers: NDArray[np.int32]
    """Of each name its place in the table."""
    at: NDArray[np.int32]
    """Of each name paragraph, start and end: three columns."""
    starts: NDArray[np.int64]
    """Where the names of each text begin, and the last ones end."""
    quotes: NDArray[np.int32]
    """How many each text has."""
    speakers: dict[int, tuple[str, ...]]
    """By text: ids that an editor gave to whom it quotes, where there are any."""

    def __len__(self) -> int:
        return len(self.quotes)

    def rows(self) -> NDArray[np.int64]:
        """For each name the place of its text."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def of(self, text: int) -> list[int]:
        """The numbers of the names of one text."""
        found: list[int] = self.numbers[self.starts[text] : self.starts[text + 1]].tolist()
        return found

    def texts_with(self, what: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many texts have each of `what`: a number from 0 on for each name of the table."""
        count = int(what.max(initial=-1)) + 1
        found: NDArray[np.int64] = np.bincount(
            distinct(self.rows() * count + what[self.numbers]) % max(count, 1), minlength=count
        )
        return found


class KeptNames(msgspec.Struct, frozen=True, array_like=True):
    """The same as bytes, with the keys of all texts and of what their reading rests on besides."""

    rests_on: bytes
    texts: tuple[bytes, ...]
    table: tuple[ReadName, ...]
    arrays: tuple[bytes, bytes, bytes, bytes]
    speakers: dict[int, tuple[str, ...]]

    @classmethod
    def of(cls, rests_on: bytes, texts: Sequence[bytes], names: Names) -> "KeptNames":
        """Packed."""
        numbers, at = names.numbers.astype("<i4"), names.at.astype("<i4")
        starts, quotes = names.starts.astype("<i8"), names.quotes.astype("<i4")
        arrays = numbers.tobytes(), at.tobytes(), starts.tobytes(), quotes.tobytes()
        return cls(rests_on, tuple(texts), tuple(names.table), arrays, names.speakers)

    def names(self) -> Names:
        """Unpacked."""
        numbers, at, starts, quotes = self.arrays
        return Names(
            self.table,
            np.frombuffer(numbers, "<i4"),
            np.frombuffer(at, "<i4").reshape(-1, 3),
            np.frombuffer(starts, "<i8"),
            np.frombuffer(quotes, "<i4"),
            self.speakers,
        )


def no_names() -> Names:
    """Those of no text."""
    nothing = np.empty(0, np.int32)
    return Names((), nothing, nothing.reshape(-1, 3), np.zeros(1, np.int64), nothing, {})


def laid_out(before: Names, taken: NDArray[np.int64], made: Sequence[NamesOfText]) -> Names:
    """The names of texts of which most were read before: `taken` gives for each its place there, or -1 for
    the next of those that were `made`."""
    number = {name: at for at, name in enumerate(before.table)}
    new = [number.setdefault(name, len(number)) for text in made for name in text.names]
    numbers = np.concatenate([before.numbers, np.array(new, dtype=np.int32)])
    at = np.concatenate([before.at, *(np.array(text.at, np.int32).reshape(-1, 3) for text in made)])
    source = taken.copy()
    source[taken < 0] = len(before) + np.arange(len(made))
    sizes = np.concatenate([np.diff(before.starts), np.array([len(text.names) for text in made], np.int64)])
    begins = np.concatenate([[0], np.cumsum(sizes)])[source]
    starts = np.concatenate([[0], np.cumsum(sizes[source])]).astype(np.int64)
    places = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], sizes[source])
    quotes = np.concatenate([before.quotes, np.array([text.quotes for text in made], np.int32)])
    told = {**before.speakers, **{len(before) + n: text.speakers for n, text in enumerate(made)}}
    speakers = {text: told[each] for text, each in enumerate(source.tolist()) if told.get(each)}
    table = list(number)
    used = distinct(numbers[places])
    return Names(
        [table[each] for each in used.tolist()],
        np.searchsorted(used, numbers[places]).astype(np.int32),
        at[places],
        starts,
        quotes[source],
        speakers,
    )
