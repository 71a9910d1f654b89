"""What results can be narrowed by: crisis, kind, person, place, year, language."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from crisis_archive.model import Crisis
from crisis_archive.search.buckets import Places
from crisis_archive.search.encoding import encode_text
from crisis_archive.search.listing import Listing


def facets(listing: Listing, crises: Sequence[Crisis]) -> Iterator[tuple[str, Any]]:
    """Names and values of the scripts that tell where records belong.

    `facets` has, for each number in turn as runs of (how many, which): the crisis (0: none, else its place
    in the list and one), the language likewise; `days` has the first and last day of each. A number that no
    record has counts to that before it. `numbers` tells which they are: how many follow each other that are,
    that are not, that are ...
    """
    yield "numbers", encode_text(_held(listing.numbers))
    told = listing.told
    numbers = {crisis.slug: number for number, crisis in enumerate(crises, 1)}
    languages = sorted({each.language for each in told if each.language})
    of_language = {language: number for number, language in enumerate(languages, 1)}
    yield (
        "facets",
        {
            "crises": [[crisis.slug, crisis.title] for crisis in crises],
            "crisis": _runs(listing, [numbers.get(each.crisis or "", 0) for each in told]),
            "languages": languages,
            "language": _runs(listing, [of_language.get(each.language or "", 0) for each in told]),
        },
    )
    days = sorted({each.days for each in told if each.days})
    of_days = {day: number for number, day in enumerate(days, 1)}
    yield (
        "days",
        {
            "days": days,
            "day": _runs(listing, [of_days[each.days] if each.days else 0 for each in told]),
        },
    )
    of_entities = [
        told[listing.owners[row]]
        for bucket in listing.buckets
        if bucket.kind == "entity"
        for row in range(bucket.first, bucket.first + len(bucket.numbers))
    ]
    entities = {each.names[0][0]: place for place, each in enumerate(of_entities)}
    yield (
        "entities",
        {
            "entities": [[each.names[0][0], each.title] for each in of_entities],
            "named": encode_text(_named(listing, entities)),
        },
    )


def _held(numbers: Places) -> Places:
    """How many numbers follow each other that some record has, that none has, and so on."""
    if not len(numbers):
        return numbers
    firsts = np.flatnonzero(np.diff(numbers, prepend=-2) != 1)
    lasts = np.append(firsts[1:], len(numbers)) - 1
    bounds = np.column_stack((numbers[firsts], numbers[lasts] + 1)).ravel()
    return np.diff(bounds, prepend=[0, 0] if numbers[0] else [])


def _runs(listing: Listing, of_owners: list[int]) -> str:
    """Runs of equal values, encoded as length and value."""
    values = np.array(of_owners, dtype=np.int64)[listing.owners]
    begins = np.flatnonzero(np.diff(values, prepend=-1))
    bounds = listing.numbers[begins]
    bounds[:1] = 0
    lengths = np.diff(bounds, append=_span(listing))
    return encode_text(np.column_stack((lengths, values[begins])).ravel())


def _span(listing: Listing) -> int:
    """How many numbers there are up to that of the last record."""
    return int(listing.numbers[-1]) + 1 if len(listing) else 0


def _named(listing: Listing, entities: dict[str, int]) -> Places:
    """For each number how many entities its record names, then the gaps between their places."""
    names = [of_record for each in listing.told for of_record in each.names]
    sizes = np.array([len(of_record) for of_record in names], dtype=np.int64)
    found = np.array([entities.get(each, -1) for each in chain.from_iterable(names)], dtype=np.int64)
    # Those of one text follow each other: the first record, then its quotations.
    with_names = np.array([len(each.names) for each in listing.told], dtype=np.int64)
    begins = np.cumsum(with_names) - with_names
    rows = begins[listing.owners] + listing.inside
    rows[listing.inside >= with_names[listing.owners]] = -1
    place_of = np.empty(len(names), dtype=np.int64)
    place_of[rows[rows >= 0]] = np.flatnonzero(rows >= 0)
    record_of = np.repeat(place_of, sizes)[found >= 0]
    found = found[found >= 0]
    order = np.lexsort((found, record_of))
    record_of, found = record_of[order], found[order]
    gaps = np.diff(found, prepend=0) - 1
    firsts = np.flatnonzero(np.diff(record_of, prepend=-1))
    gaps[firsts] = found[firsts]
    counts = np.bincount(listing.numbers[record_of], minlength=_span(listing))
    numbers: Places = np.empty(len(counts) + len(gaps), dtype=np.int64)
    heads = np.arange(len(counts)) + np.cumsum(counts) - counts
    is_gap = np.ones(len(numbers), dtype=np.bool_)
    is_gap[heads] = False
    numbers[heads] = counts
    numbers[is_gap] = gaps
    return numbers
