"""The terms of all documents in order, as numbers; what was read for the last index is not read again.

The order in which terms are first met is lunr's own (`_index`), and it is that of reading everything from
first to last, whatever of it was known before and in however many processes the rest is read.
"""

import hashlib
from array import array
from collections.abc import Callable, Sequence
from itertools import chain, pairwise

import msgspec
import numpy as np
import numpy.typing as npt

from crisis_archive.scheduling.shares import in_shares, part_of

Numbers = npt.NDArray[np.int32]
Documents = Sequence[tuple[str, ...]]
KEY_BYTES = 16
_DOCUMENTS_A_PROCESS = 500
"""Fewer are read as fast in one process."""


class Reading(msgspec.Struct, frozen=True):
    """The terms of documents; numbers as bytes of 32 bits each, so that it can be kept as it is."""

    fields: int
    """Of each document."""
    keys: bytes
    """Hashes of the documents, one after the other."""
    terms: list[str]
    """In the order in which they are first met."""
    lengths: bytes
    """How many terms each field of each document has."""
    occurrences: bytes
    """All terms in order, as places in `terms`."""
    numbers: bytes
    """Of the documents, rising."""


class _TermNumbers(dict[str, tuple[int, ...]]):
    """Chunk of text to the numbers of its terms; worked out once a chunk, numbered when first met."""

    def __init__(self, terms_of: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._terms_of = terms_of
        self.numbers: dict[str, int] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = tuple(self.numbers.setdefault(term, len(self.numbers)) for term in self._terms_of(chunk))
        self[chunk] = found
        return found


def read(
    documents: Documents,
    fields: int,
    terms_of: Callable[[str], list[str]],
    processes: int = 1,
    before: Reading | None = None,
    keys: Sequence[bytes] | None = None,
    numbers: bytes | None = None,
) -> Reading:
    """The terms of documents, each the texts of so many fields; `before` is what the same `terms_of` gave.

    `keys` are hashes of 16 bytes of the documents, of theirs and perhaps of more, where somebody has them;
    `numbers` are theirs, rising, of 32 bits each: without any they are numbered through.
    `terms_of` must not look beyond white space: it is asked once for each distinct stretch between it.
    """
    keys = [_key(texts) for texts in documents] if keys is None else keys
    known = _places(before) if before is not None and before.fields == fields else {}
    new = [number for number, key in enumerate(keys) if key not in known]

    def share(number: int, shares: int) -> tuple[list[str], Numbers, Numbers]:
        return read_some([documents[each] for each in part_of(new, number, shares)], terms_of)

    parts = in_shares(share, max(1, min(processes, len(new) // _DOCUMENTS_A_PROCESS)))
    terms = {each: number for number, each in enumerate(before.terms)} if before and known else {}
    lengths, occurrences = [], []
    for own, of_field, found in parts:
        number_of = np.array([terms.setdefault(each, len(terms)) for each in own], dtype=np.int32)
        lengths.append(of_field)
        occurrences.append(number_of[found])
    # Behind what was known stand the documents that were read now, and each is fetched from its place.
    old = _arrays(before) if before and known else (np.empty(0, np.int32), np.empty(0, np.int32))
    known |= {keys[number]: len(old[0]) // fields + place for place, number in enumerate(new)}
    places = np.array([known[key] for key in keys], dtype=np.int64)
    all_lengths = np.concatenate([old[0], *lengths]).reshape(-1, fields)
    in_order = fetched(np.concatenate([old[1], *occurrences]), all_lengths.sum(axis=1), places)
    met, numbered = _as_met(in_order, list(terms))
    numbers = np.arange(len(keys), dtype=np.int32).tobytes() if numbers is None else numbers
    return Reading(fields, b"".join(keys), met, all_lengths[places].tobytes(), numbered.tobytes(), numbers)


def _key(texts: tuple[str, ...]) -> bytes:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\xff")  # stands in no text
    return digest.digest()[:KEY_BYTES]


def _places(before: Reading) -> dict[bytes, int]:
    keys, size = before.keys, KEY_BYTES
    return {keys[at : at + size]: number for number, at in enumerate(range(0, len(keys), size))}


def _arrays(reading: Reading) -> tuple[Numbers, Numbers]:
    return np.frombuffer(reading.lengths, np.int32), np.frombuffer(reading.occurrences, np.int32)


def read_some(
    documents: Documents, terms_of: Callable[[str], list[str]]
) -> tuple[list[str], Numbers, Numbers]:
    """Terms as first met, how many each field has, and all of them as places among the first."""
    numbers = _TermNumbers(terms_of)
    of_chunk = numbers.__getitem__  # no loop of Python's own: an archive has millions of chunks
    occurrences, lengths = array("i"), array("i")
    for texts in documents:
        for text in texts:
            before = len(occurrences)
            occurrences.extend(chain.from_iterable(map(of_chunk, text.split())))
            lengths.append(len(occurrences) - before)
    return list(numbers.numbers), np.array(lengths, np.int32), np.array(occurrences, np.int32)


def fetched(occurrences: Numbers, lengths: npt.NDArray[np.int64], places: npt.NDArray[np.int64]) -> Numbers:
    """The occurrences of documents in the order of these places; neighbours are fetched together."""
    starts = np.concatenate(([0], np.cumsum(lengths)))
    breaks = np.flatnonzero(np.diff(places) != 1) + 1
    runs = pairwise([0, *breaks.tolist(), len(places)]) if len(places) else ()
    pieces = [occurrences[starts[places[first]] : starts[places[after - 1] + 1]] for first, after in runs]
    return np.concatenate(pieces) if pieces else occurrences[:0]


def _as_met(occurrences: Numbers, terms: list[str]) -> tuple[list[str], Numbers]:
    """The terms that do occur in the order in which they are first met, and the occurrences by that order."""
    total = len(occurrences)
    first = np.full(len(terms), total, dtype=np.int64)
    first[occurrences[::-1]] = np.arange(total - 1, -1, -1)  # the first of equal ones is written last
    order = np.argsort(first, kind="stable")
    order = order[: np.count_nonzero(first < total)]
    rank = np.zeros(len(terms), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return [terms[each] for each in order.tolist()], rank[occurrences]
