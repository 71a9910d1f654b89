"""An index made with what is known of the last one has the bytes of one made from nothing."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.model import Archive, Cite, Comparison, Entity, KeptRecords, Mention, Quote, Record, Side
from crisis_archive.search import (
    NOTHING_TOLD,
    Known,
    Telling,
    listing_of_archive,
    reader_of_terms,
    search_index,
)
from crisis_archive.search.files import IndexFiles, made_index
from crisis_archive.search.listing import listing_of_records
from crisis_archive.search.records import Passage, SearchRecord
from crisis_archive.settings import Settings
from tests.makers import crisis, record

COMMON = "flood river town rain bridge".split()
OTHERS = [f"word{number}" for number in range(40)]
PLACES = st.lists(st.tuples(st.integers(0, 59), st.lists(st.sampled_from([*COMMON, *OTHERS]), max_size=6)))


def records(texts: Sequence[str]) -> list[SearchRecord]:
    return [
        SearchRecord("text", f"Title {number}", (Passage(text, "p1"),), "", "", f"texts/{number}.html")
        for number, text in enumerate(texts)
    ]


def index_of(texts: Sequence[str], before: Known | None = None) -> IndexFiles:
    return made_index(listing_of_records(records(texts)), (), shard_bytes=120, before=before)


def keys_of(index: IndexFiles) -> list[bytes]:
    return [index.key(number) for number in index.numbers]


@given(st.lists(st.lists(PLACES.filter(lambda some: len(some) < 4), max_size=1), min_size=1, max_size=3))
def test_changed_texts_change_their_own_terms_alone(steps: list[list[list[tuple[int, list[str]]]]]) -> None:
    texts = [" ".join([*COMMON[number % 5 :], OTHERS[number % 30]]) for number in range(60)]
    index = index_of(texts)
    for step in steps:
        for place, words in [each for some in step for each in some]:
            texts[place] = " ".join(words)
        again, fresh = index_of(texts, index.known), index_of(texts)
        assert keys_of(again) == keys_of(fresh)
        assert dict(again.files()) == dict(fresh.files())
        index = again


@settings(max_examples=25)
@given(st.lists(st.sets(st.integers(0, 69), max_size=4), min_size=1, max_size=3))
def test_texts_that_come_and_go_change_their_own_terms_alone(steps: list[set[int]]) -> None:
    texts = {number: f"text{number} {OTHERS[number % 30]}" for number in range(70)}
    there = set(range(60))

    def now(before: Known | None = None) -> IndexFiles:
        made = [
            SearchRecord("text", "", (Passage(texts[each], "p1"),), "", "", f"texts/{each}.html")
            for each in sorted(there)
        ]
        return made_index(listing_of_records(made), (), shard_bytes=120, before=before)

    index = now()
    for step in steps:
        there ^= step
        again, fresh = now(index.known), now()
        assert keys_of(again) == keys_of(fresh)
        assert dict(again.files()) == dict(fresh.files())
        index = again


def test_one_changed_text_leaves_most_shards_as_they_were() -> None:
    texts = [" ".join(OTHERS[number % 30 : number % 30 + 9]) for number in range(60)]
    before = index_of(texts)
    again = index_of([*texts[:-1], texts[-1] + " word3"], before.known)
    assert again.shards.texts.keys() < set(range(len(again.reading.terms)))
    assert len(set(keys_of(again)) & set(keys_of(before))) > len(before.shards) // 2


def test_words_that_come_and_go_and_come_again() -> None:
    texts = ["rain"] * 59
    index = index_of([*texts, "zebra"])
    for last in ("", "zebra", "aardvark zebra", "yak"):
        again = index_of([*texts, last], index.known)
        assert dict(again.files()) == dict(index_of([*texts, last]).files()), last
        index = again


def told(archive: Archive, before: Telling = NOTHING_TOLD) -> tuple[dict[str, bytes], Telling]:
    listing, telling = listing_of_archive(archive, before)
    return dict(search_index(listing, archive.crises, Settings()).files()), telling


def archive_of(*texts: str, name: str = "Ana Ruiz", title: str = "Flood", subject: str = "killed") -> Archive:
    person = Entity("person-a", "person", name, (), "found", None, None, {}, (), (), ())
    named = (Mention(0, 0, 4, "person", "person-a"),)
    kept = [
        record(each, f"{each} “We hold,” said Ruiz.", mentions=named, quotes=(QUOTE,), crisis="flood")
        for each in texts
    ]
    raws = [msgspec.Raw(msgspec.msgpack.encode(each)) for each in kept]
    board = Comparison("board", subject, "agree", (Side("20", (Cite(texts[0], 0, 0, 4),)),))
    flood = replace(crisis(list(texts)), title=title)
    return Archive(KeptRecords(raws), (person,), (), (flood,), (), (board,), ())


QUOTE = Quote(0, 6, 13, "person-a", "Ruiz", "said", ())


@pytest.mark.parametrize(
    "changed",
    [
        archive_of("aaaa", "bbbb", "cccc", name="Ana Ruíz"),
        archive_of("aaaa", "bbbb", "cccc", title="Inundación"),
        archive_of("aaaa", "bbbb", "cccc", subject="injured"),
        archive_of("bbbb", "cccc"),
        archive_of("aaaa", "aaab", "bbbb", "cccc"),
        archive_of("zzzz"),
    ],
)
def test_what_was_told_of_texts_holds_while_all_that_it_rests_on_does(changed: Archive) -> None:
    _, telling = told(archive_of("aaaa", "bbbb", "cccc"))
    assert told(changed, telling) == told(changed)


def test_many_processes_tell_the_same() -> None:
    archive = archive_of(*(f"text{number:03}" for number in range(110)))
    terms = reader_of_terms(Settings())
    one, many = (listing_of_archive(archive, NOTHING_TOLD, terms, None, each) for each in (1, 2))
    assert one[1] == many[1]
    of_one, of_many = (
        dict(search_index(each, archive.crises, Settings()).files()) for each, _ in (one, many)
    )
    assert of_one == of_many == told(archive)[0]


def test_a_damaged_text_is_told_as_it_is() -> None:
    damaged = replace(archive_of("aaaa"), records=(record("aaaa", "Half \ud800 of a pair."),))
    files, _ = told(damaged)
    assert any(b" of a pair." in content for content in files.values())


def test_a_text_that_was_told_is_not_read_again() -> None:
    _, telling = told(archive_of("aaaa", "bbbb"))
    again = archive_of("aaaa", "bbbb", "cccc")
    read: list[int] = []

    class Counted(KeptRecords):
        def once(self, place: int) -> Record:
            read.append(place)
            return super().once(place)

    raws = [msgspec.Raw(msgspec.msgpack.encode(each)) for each in again.records]
    listing_of_archive(replace(again, records=Counted(raws)), telling)
    assert read == [2]
