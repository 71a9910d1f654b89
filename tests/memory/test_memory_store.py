"""The store gives back what it was given, or nothing."""

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from crisis_archive.memory import Memory, fingerprint, key_of
from crisis_archive.scheduling.beside import Beside


def kept(folder: Path, *keys: bytes) -> dict[bytes, bytes]:
    with Memory.open(folder) as memory:
        return memory.get(keys)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with Memory.open(tmp_path / "cache") as memory:
        memory.put({b"one": b"1" * 5000, b"two": b"2"})
    return tmp_path / "cache"


def test_values_come_back(filled: Path) -> None:
    assert kept(filled, b"one", b"two", b"three") == {b"one": b"1" * 5000, b"two": b"2"}


def test_a_process_forked_from_the_build_has_its_part(filled: Path) -> None:
    def work(memory: Memory) -> tuple[dict[bytes, bytes], tuple[frozenset[bytes], bool]]:
        memory = memory.apart()
        memory.put({b"three": b"3"})
        return memory.get([b"one"]), memory.seen

    for _ in range(5):
        with Memory.open(filled) as memory:
            found, seen = Beside(partial(work, memory), forked=True).result()
            memory.see(seen)
            assert found == {b"one": b"1" * 5000}
    assert kept(filled, b"one", b"two", b"three") == {b"one": b"1" * 5000, b"three": b"3"}


def test_without_a_folder_nothing_is_kept() -> None:
    with Memory.open(None) as memory:
        memory.put({b"one": b"1"})
        assert memory.get([b"one"]) == {}


def test_a_file_that_is_no_store_is_thrown_away(filled: Path) -> None:
    (file,) = filled.glob("*.sqlite")
    file.write_bytes(b"this is no database" * 1000)
    assert kept(filled, b"one") == {}
    with Memory.open(filled) as memory:
        memory.put({b"one": b"again"})
    assert kept(filled, b"one") == {b"one": b"again"}


def test_a_damaged_value_is_not_given_back(filled: Path) -> None:
    (file,) = filled.glob("*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE entries SET value = x'00' WHERE key = ?", [b"one"])
    connection.close()
    assert kept(filled, b"one", b"two") == {b"two": b"2"}


def test_what_no_build_uses_is_forgotten_after_three(filled: Path) -> None:
    for _ in range(3):
        assert kept(filled, b"two") == {b"two": b"2"}
    assert kept(filled, b"one", b"two") == {b"two": b"2"}


def test_a_build_that_fails_loses_nothing_it_kept(tmp_path: Path) -> None:
    with pytest.raises(KeyError), Memory.open(tmp_path) as memory:
        memory.put({b"one": b"1"})
        raise KeyError
    assert kept(tmp_path, b"one") == {b"one": b"1"}


def test_two_builds_share_a_store(tmp_path: Path) -> None:
    with Memory.open(tmp_path) as first, Memory.open(tmp_path) as second:
        first.put({b"one": b"1"})
        second.put({b"two": b"2"})
        assert second.get([b"one", b"two"]) == {b"one": b"1", b"two": b"2"}


def test_keys_tell_their_parts_apart() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("ab", "c", "")}) == 4


def test_a_fingerprint_covers_code_and_versions() -> None:
    assert fingerprint(["text"], []) == fingerprint(["text"], [])
    assert (
        len({fingerprint(["text"], []), fingerprint(["model"], []), fingerprint(["text"], ["msgspec"])}) == 3
    )
    assert fingerprint(["scheduling"], ["no-such-thing"]) != fingerprint(["scheduling"], [])


def test_a_store_of_another_version_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "memory-1.sqlite").write_bytes(b"old")
    with Memory.open(tmp_path) as memory:
        memory.put({b"one": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["memory-4.sqlite"]


def test_what_was_never_used_is_forgotten(filled: Path) -> None:
    with sqlite3.connect(filled / "memory-4.sqlite") as connection:
        connection.execute("DELETE FROM uses WHERE key = ?", [b"one"])
    connection.close()
    assert kept(filled, b"two") == {b"two": b"2"}
    assert kept(filled, b"one", b"two") == {b"two": b"2"}
