"""What was read before is not read again, and the reading is that of reading everything."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.memory import key_of
from crisis_archive.search import NOTHING_TOLD, Kept, Reading
from crisis_archive.search.files import made_index
from crisis_archive.search.listing import listing_of_records
from crisis_archive.search.reading import read
from crisis_archive.search.records import Passage, SearchRecord
from search_memory import NOTHING, Remembered, SearchMemory

WORDS = st.text(alphabet="abc ", max_size=12)
DOCUMENTS = st.lists(st.tuples(WORDS, WORDS), max_size=8)


def terms(text: str) -> list[str]:
    return text.split()


def told(reading: Reading) -> list[list[str]]:
    """The terms of each field."""
    lengths = memoryview(reading.lengths).cast("i").tolist()
    numbers = iter(memoryview(reading.occurrences).cast("i").tolist())
    return [[reading.terms[next(numbers)] for _ in range(length)] for length in lengths]


@given(DOCUMENTS)
def test_every_term_stands_in_its_field_and_terms_are_numbered_as_they_are_met(
    documents: list[tuple[str, str]],
) -> None:
    reading = read(documents, 2, terms)
    assert told(reading) == [text.split() for texts in documents for text in texts]
    met = dict.fromkeys(term for texts in documents for text in texts for term in text.split())
    assert reading.terms == list(met)


@given(DOCUMENTS, DOCUMENTS)
def test_what_was_read_before_makes_no_difference(
    documents: list[tuple[str, str]], earlier: list[tuple[str, str]]
) -> None:
    before = read([*documents[::2], *earlier], 2, terms)
    assert read(documents, 2, terms, before=before) == read(documents, 2, terms)


def test_only_what_is_new_is_read() -> None:
    asked: list[str] = []

    def counted(text: str) -> list[str]:
        asked.append(text)
        return text.split()

    before = read([("old",), ("older",)], 1, counted)
    asked.clear()
    assert told(read([("older",), ("new",)], 1, counted, before=before)) == [["older"], ["new"]]
    assert asked == ["new"]


def test_another_number_of_fields_is_read_anew() -> None:
    before = read([("one", "two")], 2, terms)
    assert told(read([("one",)], 1, terms, before=before)) == [["one"]]


def test_many_processes_read_the_same() -> None:
    documents = [(f"word{number} common", str(number % 7)) for number in range(1100)]
    assert read(documents, 2, terms, 2) == read(documents, 2, terms)


def remembered(*texts: str) -> Remembered:
    records = [SearchRecord("text", each, (Passage(each, ""),), each, "") for each in texts]
    return Remembered(
        NOTHING_TOLD, made_index(listing_of_records(records), ()).known, {b"key": Kept("s", {}, {})}
    )


def test_an_index_is_kept_for_its_site_language_and_code(tmp_path: Path) -> None:
    memory = SearchMemory(tmp_path, "/site", ("en", ""))
    assert memory.before() == NOTHING
    memory.keep(remembered("one", "two"))
    assert memory.before() == remembered("one", "two")
    assert SearchMemory(tmp_path, "/other", ("en", "")).before() == NOTHING
    assert SearchMemory(tmp_path, "/site", ("de", "words")).before() == NOTHING
    assert SearchMemory(None, "/site", ("en", "")).before() == NOTHING


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    memory = SearchMemory(tmp_path, "/site", ("en", ""))
    memory.keep(remembered("one", "two"))
    for path in (tmp_path / "search").iterdir():
        path.write_bytes(b"no memory")
    assert memory.before() == NOTHING


def test_a_memory_of_which_a_part_is_damaged_is_none(tmp_path: Path) -> None:
    memory = SearchMemory(tmp_path, "/site", ("en", ""))
    for entry in ("telling", "known", "scripts", "occurrences-0", "occurrences-7"):
        memory.keep(remembered("one", "two"))
        with closing(sqlite3.connect(tmp_path / "search" / "memory-4.sqlite")) as store, store:
            store.execute(
                "UPDATE entries SET value = x'00' WHERE key = ?", [key_of("search", entry, b"/site")]
            )
        assert memory.before() == NOTHING, entry
