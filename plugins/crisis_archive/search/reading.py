"""The terms of all documents in order, as numbers; what was read for the last index is not read again.

The order in which terms are first met is lunr's own (`_index`), and it is that of reading everything from
first to last, whatever of it was known before and in however many processes the rest is read.
"""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from crisis_archive.scheduling.shares import in_shares, part_of

Numbers = npt.NDArray[np.int32]
Documents = Sequence[tuple[str, ...]]
TermsOf = Callable[[str], list[str]]
"""Gives the terms of a stretch of text in order."""
KEY_BYTES = 16
_ROWS_AT_ONCE = 500_000
"""Occurrences looked at at once: more need no less time, and more memory."""
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

    def __init__(self, terms_of: TermsOf) -> None:
        super().__init__()
        self._terms_of = terms_of
        self.numbers: dict[str, int] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = tuple(self.numbers.setdefault(term, len(self.numbers)) for term in self._terms_of(chunk))
        self[chunk] = found
        return found


class ReadTerms(NamedTuple):
    """The terms of some documents."""

    terms: list[str]
    """In the order in which they are first met."""
    lengths: Numbers
    """How many of them each field of each document has."""
    occurrences: Numbers
    """All of them, as places in `terms`."""


class TermReader:
    """Reads the terms of documents, one after the other."""

    def __init__(self, terms_of: TermsOf) -> None:
        self._numbers = _TermNumbers(terms_of)
        self._occurrences, self._lengths = array("i"), array("i")

    def read(self, texts: Iterable[str]) -> None:
        """Read the fields of a document."""
        of_chunk = self._numbers.__getitem__  # no loop of Python's own: an archive has millions of chunks
        occurrences = self._occurrences
        for text in texts:
            before = len(occurrences)
            occurrences.extend(chain.from_iterable(map(of_chunk, text.split())))
            self._lengths.append(len(occurrences) - before)

    @property
    def terms(self) -> ReadTerms:
        """What was read."""
        lengths, occurrences = (np.array(each, np.int32) for each in (self._lengths, self._occurrences))
        return ReadTerms(list(self._numbers.numbers), lengths, occurrences)


def read_terms(documents: Iterable[tuple[str, ...]], terms_of: TermsOf) -> ReadTerms:
    """The terms of documents."""
    reader = TermReader(terms_of)
    for texts in documents:
        reader.read(texts)
    return reader.terms


def read(
    documents: Documents,
    fields: int,
    terms_of: TermsOf,
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
    if before is not None and before.fields != fields:
        before = None
    known = _places(before) if before is not None else {}
    new = [number for number, key in enumerate(keys) if key not in known]

    def share(number: int, shares: int) -> ReadTerms:
        return read_terms((documents[each] for each in part_of(new, number, shares)), terms_of)

    if new or before is None:
        parts = in_shares(share, max(1, min(processes, len(new) // _DOCUMENTS_A_PROCESS)))
        before = joined(before, b"".join(keys[number] for number in new), parts, fields)
        known = _places(before)
    # Each is fetched from its place.
    places = np.array([known[key] for key in keys], dtype=np.int64)
    lengths = np.frombuffer(before.lengths, np.int32).reshape(-1, fields)
    in_order = fetched(np.frombuffer(before.occurrences, np.int32), lengths.sum(axis=1), places)
    met = _number_as_met(in_order, before.terms)
    numbers = np.arange(len(keys), dtype=np.int32).tobytes() if numbers is None else numbers
    return Reading(fields, b"".join(keys), met, lengths[places].tobytes(), in_order.tobytes(), numbers)


def joined(before: Reading | None, keys: bytes, parts: Iterable[ReadTerms], fields: int) -> Reading:
    """What was known and behind it documents with these keys that were read now; numbered through."""
    terms = {each: number for number, each in enumerate(before.terms if before else ())}
    lengths, occurrences = ([before.lengths], [before.occurrences]) if before else ([], [])
    for own, of_field, found in parts:
        number_of = np.array([terms.setdefault(each, len(terms)) for each in own], dtype=np.int32)
        lengths.append(of_field.tobytes())
        is_first = len(terms) == len(own) and not occurrences  # then they are numbered already
        occurrences.append((found if is_first else number_of[found]).tobytes())
    keys = (before.keys if before else b"") + keys
    numbers = np.arange(len(keys) // KEY_BYTES, dtype=np.int32).tobytes()
    return Reading(fields, keys, list(terms), b"".join(lengths), b"".join(occurrences), numbers)


def _key(texts: tuple[str, ...]) -> bytes:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\xff")  # stands in no text
    return digest.digest()[:KEY_BYTES]


def _places(before: Reading) -> dict[bytes, int]:
    keys, size = before.keys, KEY_BYTES
    return {keys[at : at + size]: number for number, at in enumerate(range(0, len(keys), size))}


def fetched(occurrences: Numbers, lengths: npt.NDArray[np.int64], places: npt.NDArray[np.int64]) -> Numbers:
    """The occurrences of documents in the order of these places; neighbours are fetched together."""
    starts = np.concatenate(([0], np.cumsum(lengths)))
    breaks = np.flatnonzero(np.diff(places) != 1) + 1
    runs = pairwise([0, *breaks.tolist(), len(places)]) if len(places) else ()
    pieces = [occurrences[starts[places[first]] : starts[places[after - 1] + 1]] for first, after in runs]
    return np.concatenate([occurrences[:0], *pieces])


def _number_as_met(occurrences: Numbers, terms: Sequence[str]) -> list[str]:
    """The terms that do occur in the order in which they are first met; occurrences get its numbers."""
    total = len(occurrences)
    parts = [slice(start, start + _ROWS_AT_ONCE) for start in range(0, total, _ROWS_AT_ONCE)]
    first = np.full(len(terms), total, dtype=np.int64)
    for part in reversed(parts):
        some = occurrences[part][::-1]
        first[some] = np.arange(part.start + len(some) - 1, part.start - 1, -1)  # the first is written last
    order = np.argsort(first, kind="stable")
    order = order[: np.count_nonzero(first < total)]
    rank = np.zeros(len(terms), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    for part in parts:
        occurrences[part] = rank[occurrences[part]]
    return [terms[each] for each in order.tolist()]
