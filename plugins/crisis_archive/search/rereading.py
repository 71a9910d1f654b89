"""What is read again where few documents changed, came or went, and which terms are concerned.

A posting says which documents hold a term by their numbers. So the postings of a term are what they were
unless it stands in a document that is another now, or has another number, or is gone.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from crisis_archive.search.reading import KEY_BYTES, Documents, Numbers, Reading, fetched, read_terms

_ONE_OF: Final = 20
"""Where more than one document of so many changed, all is made anew."""


class Reread(NamedTuple):
    """A reading in which next to all documents are what they were, with the same numbers."""

    reading: Reading
    """Terms are numbered as they were, new ones behind them."""
    changed: Numbers
    """Terms of the documents that are not; sorted."""


def reread(
    documents: Documents, terms_of: Callable[[str], list[str]], before: Reading, keys: bytes, numbers: bytes
) -> Reread | None:
    """What documents with these keys and numbers say, where next to all of them were there before."""
    stays, place_of = _staying(before, keys, numbers)
    rows = np.flatnonzero(~stays)
    was_there = np.ones(len(before.keys) // KEY_BYTES, dtype=np.bool_)
    was_there[place_of[stays]] = False
    gone = np.flatnonzero(was_there)
    if (len(rows) + len(gone)) * _ONE_OF > len(stays):
        return None
    # Those that only got another number are known by their keys.
    known = {_key(before.keys, place): place for place in gone.tolist()}
    moved_from = [known.get(_key(keys, row), -1) for row in rows.tolist()]
    new = [row for row, place in zip(rows.tolist(), moved_from, strict=True) if place < 0]
    own, of_field, found = read_terms((documents[row] for row in new), terms_of)
    terms = {term: number for number, term in enumerate(before.terms)}
    occurrences = np.array([terms.setdefault(each, len(terms)) for each in own], dtype=np.int32)[found]
    place_of[rows] = moved_from
    place_of[new] = np.arange(len(new)) + len(was_there)  # behind all that was there
    old_lengths = np.frombuffer(before.lengths, np.int32)
    lengths = np.concatenate([old_lengths, of_field]).reshape(-1, before.fields)
    together = np.concatenate([np.frombuffer(before.occurrences, np.int32), occurrences])
    sizes = lengths.sum(axis=1, dtype=np.int64)
    in_order = fetched(together, sizes, place_of).tobytes()
    reading = Reading(before.fields, keys, list(terms), lengths[place_of].tobytes(), in_order, numbers)
    concerned = np.concatenate([gone, place_of[rows]])
    return Reread(reading, np.unique(fetched(together, sizes, concerned)))


def _staying(
    before: Reading, keys: bytes, numbers: bytes
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """Of each document whether it was there with its number, and at which place."""
    old_numbers, new_numbers = np.frombuffer(before.numbers, np.int32), np.frombuffer(numbers, np.int32)
    place_of = np.searchsorted(old_numbers, new_numbers)
    stays = np.zeros(len(new_numbers), dtype=np.bool_)
    inside = np.flatnonzero(place_of < len(old_numbers))
    places = place_of[inside]
    old, new = (np.frombuffer(each, np.uint8).reshape(-1, KEY_BYTES) for each in (before.keys, keys))
    same = (old_numbers[places] == new_numbers[inside]) & (old[places] == new[inside]).all(axis=1)
    stays[inside] = same
    return stays, place_of


def _key(keys: bytes, place: int) -> bytes:
    return keys[place * KEY_BYTES : (place + 1) * KEY_BYTES]
