"""Records that are kept as bytes: the same values, the same pages, and digests that tell them apart."""

import msgspec
import pytest
from msgspec.structs import replace

from crisis_archive.model import Archive, KeptRecords, Record
from crisis_archive.pages import catalogue_of, know_digests, plan_pages
from tests.makers import record
from tests.pages.sample_archive import ARCHIVE, RECORDS, SITE


def kept(*records: Record) -> KeptRecords:
    return KeptRecords([msgspec.Raw(msgspec.msgpack.encode(each)) for each in records])


def told(archive: Archive) -> list[tuple[str, object, object]]:
    """All that pages show, and what each rests on."""
    catalogue = catalogue_of(archive)
    know_digests(catalogue, 1)
    plans = list(plan_pages(catalogue, SITE))
    return [(each.path, each.values, each.rests_on and each.rests_on()) for each in plans]


def test_they_are_what_was_kept() -> None:
    records = kept(*RECORDS)
    assert records == tuple(RECORDS)
    assert tuple(RECORDS) == records
    assert list(records) == list(RECORDS)
    assert records[-1] == RECORDS[-1]
    assert records[1:] == tuple(RECORDS[1:])
    assert records != tuple(RECORDS[1:])
    assert kept() == ()
    with pytest.raises(IndexError):
        records[len(RECORDS)]


def test_more_than_stay_in_memory_are_read_again() -> None:
    many = [record(f"r{number:04}", f"Text {number}.") for number in range(4_500)]
    records = kept(*many)
    assert list(records) == many
    assert [records[number].id for number in (0, 4_499, 1, 700)] == ["r0000", "r4499", "r0001", "r0700"]
    assert len(records._read) < len(many)
    assert [records[number].id for number in range(len(many))] == [each.id for each in many]


def test_pages_are_the_same() -> None:
    assert told(replace(ARCHIVE, records=kept(*ARCHIVE.records))) == told(ARCHIVE)


def test_what_a_page_rests_on_changes_with_a_text_that_it_shows() -> None:
    first, *others = RECORDS
    changed = replace(first, title="Another title")
    one, other = (
        {
            plan.path: plan.rests_on()
            for plan in plan_pages(catalogue_of(replace(ARCHIVE, records=records)), SITE)
            if plan.rests_on
        }
        for records in (kept(first, *others), kept(changed, *others))
    )
    assert one.keys() == other.keys()
    differ = {path for path in one if one[path] != other[path]}
    assert {f"texts/{first.slug}.html", "texts/index.html", "sources/index.html", "feed.xml"} <= differ
    assert f"texts/{others[-1].slug}.html" not in differ
