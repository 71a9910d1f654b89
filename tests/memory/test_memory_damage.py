"""A cache with any of its bytes changed, or cut anywhere: values come back as they were or not at all."""

import random
import sqlite3
from pathlib import Path

import pytest

from crisis_archive.memory import Memory

VALUES = {f"key {number}".encode(): bytes([65 + number]) * (number * 150 + 1) for number in range(12)}
EVERY = 61
"""One byte in so many is changed; a prime, so that all kinds of places have their turn."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("cache")
    for _ in range(2):
        with Memory.open(folder) as memory:
            memory.put(VALUES)
    (file,) = folder.iterdir()
    return file.read_bytes()


def use(folder: Path, content: bytes) -> None:
    """Two builds that find this file as their store; what they get is right."""
    folder.mkdir(exist_ok=True)
    (folder / "memory-4.sqlite").write_bytes(content)
    for _ in range(2):
        with Memory.open(folder) as memory:
            found = memory.get(VALUES)
            assert found.items() <= VALUES.items()
            memory.put({b"new": b"value"})
            assert memory.get([b"new"]).get(b"new", b"value") == b"value"


@pytest.mark.parametrize("change", [0x01, 0x80, 0xFF])
def test_a_changed_byte_never_matters(tmp_path: Path, store: bytes, change: int) -> None:
    for place in range(change % EVERY, len(store), EVERY):
        use(tmp_path / "cache", store[:place] + bytes([store[place] ^ change]) + store[place + 1 :])


def test_every_byte_of_the_head_may_be_changed(tmp_path: Path, store: bytes) -> None:
    for place in range(200):
        for value in (0, 7, 255):
            use(tmp_path / "cache", store[:place] + bytes([value]) + store[place + 1 :])


def test_a_store_may_be_cut_anywhere(tmp_path: Path, store: bytes) -> None:
    for size in range(0, len(store), 293):
        use(tmp_path / "cache", store[:size])


def test_noise_may_stand_anywhere(tmp_path: Path, store: bytes) -> None:
    chance = random.Random(8)
    for _ in range(150):
        at, length = chance.randrange(len(store)), chance.choice((2, 50, 4096))
        use(tmp_path / "cache", store[:at] + chance.randbytes(length) + store[at + length :])


def test_a_store_of_another_kind_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory-4.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE entries (something BLOB)")
    connection.close()
    with Memory.open(tmp_path) as memory:
        memory.put(VALUES)
    with Memory.open(tmp_path) as memory:
        assert memory.get(VALUES) == VALUES


def test_a_text_where_bytes_were_is_not_given_back(tmp_path: Path) -> None:
    with Memory.open(tmp_path) as memory:
        memory.put(VALUES)
    with sqlite3.connect(tmp_path / "memory-4.sqlite") as connection:
        connection.execute("UPDATE entries SET value = 'a text' WHERE key = ?", [b"key 3"])
    connection.close()
    with Memory.open(tmp_path) as memory:
        assert memory.get(VALUES).keys() == VALUES.keys() - {b"key 3"}


def test_a_place_that_cannot_hold_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "memory-4.sqlite").mkdir()
    with pytest.raises(OSError, match="the cache cannot be used") as raised, Memory.open(tmp_path):
        pass
    assert raised.value.filename == str(tmp_path / "memory-4.sqlite")
