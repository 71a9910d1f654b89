"""Numbers of records depend on nothing but which there are, and few change when one comes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.search.buckets import GROUP_OF_KIND, SCRIPTS_OF_KIND, Bucket, hash_of, numbered
from crisis_archive.search.listing import listing_of_records
from crisis_archive.search.records import KINDS, Kind, Passage, SearchRecord

HASHES = st.lists(st.integers(0, 2**32 - 1), max_size=200).map(sorted)


def found(address: str, kind: Kind = "text") -> SearchRecord:
    return SearchRecord(kind, address, (Passage("Words.", "p1"),), address, "", address)


def numbers_of(addresses: list[str]) -> dict[str, int]:
    listing = listing_of_records([found(each) for each in addresses])
    return {each.address: int(number) for each, number in zip(listing.records, listing.numbers, strict=True)}


@given(HASHES, st.sampled_from(KINDS))
def test_each_record_has_a_number_to_itself(hashes: list[int], kind: Kind) -> None:
    numbers, room = numbered(np.array(hashes, dtype=np.int64), kind)
    assert (np.diff(numbers) > 0).all()
    assert room % (GROUP_OF_KIND[kind] * SCRIPTS_OF_KIND[kind]) == 0
    assert not hashes or 0 <= numbers[0] <= numbers[-1] < room


@pytest.mark.parametrize("same", [0, 2**32 - 1])
def test_many_records_of_one_address_follow_each_other(same: int) -> None:
    numbers, room = numbered(np.full(5000, same, dtype=np.int64), "figure")
    assert (np.diff(numbers) == 1).all()
    assert numbers[-1] < room


@given(st.lists(st.text(max_size=5), unique=True))
def test_the_order_in_which_records_come_gives_no_other_numbers(addresses: list[str]) -> None:
    by_hash = list({hash_of(each): each for each in addresses}.values())
    assert numbers_of(sorted(by_hash)) == numbers_of(sorted(by_hash, reverse=True))


def test_one_record_more_moves_few() -> None:
    addresses = [f"texts/{number}.html" for number in range(1000)]
    moved = 0
    for more in range(50):
        before, after = numbers_of(addresses), numbers_of([*addresses, f"more/{more}.html"])
        moved += sum(after[each] != number for each, number in before.items())
    assert moved < 50 * 8


def test_scripts_hold_each_record_at_its_place() -> None:
    figures = Bucket("figure", 3, np.array([0, 2, 33, 200]), 10)
    assert dict(figures.scripts) == {
        "records/figure-3-0": [10, None, 11],
        "records/figure-3-1": [None, 12],
        "records/figure-3-6": [None] * 8 + [13],
    }
    assert dict(Bucket("text", 0, np.array([1, 63]), 0).scripts) == {
        "records/text-0-1": [0],
        "records/text-0-63": [1],
    }
