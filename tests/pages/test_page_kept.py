"""Records that are kept as bytes: the same values, the same pages, and digests that tell them apart."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from msgspec.structs import replace

from crisis_archive.model import Archive, KeptRecords, Record
from crisis_archive.pages import catalogue_of, know_digests, plan_pages
from crisis_archive.pages.kept_outlines import _RECORDS_A_PART, outlines_of
from crisis_archive.pages.outlines import outline_of
from tests.makers import record
from tests.pages.sample_archive import ARCHIVE, RECORDS, SITE

Value = TypeVar("Value", bound=msgspec.Struct)


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


def variants() -> Iterator[Archive]:
    """The archive with one thing in it changed, thing by thing."""
    for number, entity in enumerate(ARCHIVE.entities):
        of_entity: tuple[dict[str, Any], ...] = (
            {"name": "Somebody else"},
            {"aliases": ("Another", *entity.aliases)},
            {"documents": (*entity.documents, "z")},
            {"crises": (*entity.crises, "z")},
            {"roles": tuple(replace(each, text="a guard") for each in entity.roles)},
            {"roles": ()},
            {"latitude": 1.5, "longitude": 2.5},
            {"identifiers": {"scheme": "7"}},
        )
        for change in of_entity:
            yield replace(ARCHIVE, entities=with_one(ARCHIVE.entities, number, change))
    for number, crisis in enumerate(ARCHIVE.crises):
        of_crisis: tuple[dict[str, Any], ...] = (
            {"title": "Another crisis"},
            {"latest": None},
            {"status": "over"},
            {"note": "An editor's note"},
            {"why": ()},
            {"why": tuple(replace(each, tied_by=("a bond",)) for each in crisis.why)},
            {"why": tuple(replace(each, likeness=0.5) for each in crisis.why)},
            {"independent_sources": (crisis.documents,)},
        )
        for change in of_crisis:
            yield replace(ARCHIVE, crises=with_one(ARCHIVE.crises, number, change))
    for number in range(len(RECORDS)):
        for change in ({"title": "Another title"}, {"edits": ()}, {"doubts": ()}, {"sha256": "f" * 64}):
            yield replace(ARCHIVE, records=with_one(RECORDS, number, change))
    yield replace(ARCHIVE, relations=())
    yield replace(ARCHIVE, comparisons=())


def with_one(values: Sequence[Value], number: int, change: dict[str, Any]) -> tuple[Value, ...]:
    """The values, one of them changed."""
    return (*values[:number], replace(values[number], **change), *values[number + 1 :])


def test_a_page_that_would_be_another_rests_on_something_else() -> None:
    before = {path: (values, rests_on) for path, values, rests_on in told(ARCHIVE)}
    for archive in variants():
        for path, values, rests_on in told(archive):
            if path in before and rests_on is not None and values != before[path][0]:
                assert rests_on != before[path][1], path


def test_a_page_rests_on_no_more_of_others_than_it_shows() -> None:
    before = {path: rests_on for path, _, rests_on in told(ARCHIVE)}
    (flood,) = (number for number, each in enumerate(ARCHIVE.crises) if each.slug == "flood")
    why = tuple(replace(each, likeness=0.25, nearest_likeness=0.125) for each in ARCHIVE.crises[flood].why)
    place = next(number for number, each in enumerate(ARCHIVE.entities) if each.id == "place-ode")
    more = (*ARCHIVE.entities[place].documents, "z")
    other = replace(
        ARCHIVE,
        crises=with_one(ARCHIVE.crises, flood, {"why": why}),
        entities=with_one(ARCHIVE.entities, place, {"documents": more}),
    )
    anew = {path for path, _, rests_on in told(other) if rests_on != before[path]}
    named = {path for path in before if path.startswith("texts/") and path not in ("texts/index.html",)}
    assert anew - named == {"places/ode.html", "places/index.html"}


def test_outlines_are_taken_from_the_last_build(tmp_path: Path) -> None:
    archive = replace(ARCHIVE, records=kept(*ARCHIVE.records))
    first = catalogue_of(archive, tmp_path)
    again = replace(archive, records=(records := kept(*archive.records)))
    assert catalogue_of(again, tmp_path).outlines == first.outlines == catalogue_of(ARCHIVE).outlines
    assert not records._read


def test_a_text_that_changed_has_another_outline(tmp_path: Path) -> None:
    archive = replace(ARCHIVE, records=kept(*ARCHIVE.records))
    catalogue_of(archive, tmp_path)
    changed = replace(RECORDS[0], title="Another title")
    after = replace(archive, records=kept(changed, *RECORDS[1:]))
    assert catalogue_of(after, tmp_path).outlines == catalogue_of(after).outlines
    assert catalogue_of(after, tmp_path).outlines[changed.id].listed.title == "Another title"


def test_many_outlines_are_the_same_in_processes(tmp_path: Path) -> None:
    many = kept(*(replace(RECORDS[0], id=f"text-{number:04}") for number in range(2 * _RECORDS_A_PART + 1)))
    alone, shared = (outlines_of(many, tmp_path / str(most), most) for most in (1, 2))
    assert alone == shared == [outline_of(record) for record in many]
