"""A shelf gives back what was made for a key, by the same code, and keeps what the last build asked for."""

from pathlib import Path

import msgspec

from crisis_archive.memory import Memory, Shelf, key_of

KEYS = [key_of(str(number)) for number in range(300)]


def ask(folder: Path | None, keys: list[bytes], code: bytes = b"code") -> tuple[list[str], list[int]]:
    """What one build gets for the keys, and which places it had to make."""
    asked: list[int] = []

    def make(missing: list[int]) -> list[bytes]:
        asked.extend(missing)
        return [msgspec.msgpack.encode(keys[place].hex()) for place in missing]

    with Memory.open(folder) as memory:
        return Shelf(memory, "names", str, code).recall(keys, make), asked


def test_what_was_made_comes_back(tmp_path: Path) -> None:
    values = [key.hex() for key in KEYS]
    assert ask(tmp_path, KEYS) == (values, list(range(300)))
    assert ask(tmp_path, KEYS) == (values, [])


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    ask(tmp_path, KEYS[:250])
    values, made = ask(tmp_path, KEYS[10:])
    assert values == [key.hex() for key in KEYS[10:]]
    assert made == list(range(240, 290))
    assert ask(tmp_path, KEYS[10:])[1] == []


def test_what_is_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    ask(tmp_path, KEYS)
    ask(tmp_path, KEYS[:1])
    assert ask(tmp_path, KEYS)[1] == list(range(1, 300))


def test_what_other_code_made_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path, KEYS)
    assert ask(tmp_path, KEYS[:2], b"other")[1] == [0, 1]
    assert ask(tmp_path, KEYS, b"code")[1] == list(range(300))


def test_what_is_laid_out_otherwise_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path, KEYS[:5])
    with Memory.open(tmp_path) as memory:
        memory.put({key_of("shelf", "names", str(number)): b"\x01" for number in range(64)})
    assert ask(tmp_path, KEYS[:5])[1] == [0, 1, 2, 3, 4]
    assert ask(tmp_path, KEYS[:5])[1] == []


def test_without_a_folder_all_is_made() -> None:
    assert ask(None, KEYS[:3])[1] == [0, 1, 2]


def test_no_keys_are_no_values(tmp_path: Path) -> None:
    assert ask(tmp_path, []) == ([], [])


def test_the_store_does_not_grow_with_builds(tmp_path: Path) -> None:
    for first in range(0, 300, 20):
        ask(tmp_path, KEYS[first : first + 20])
    (file,) = tmp_path.iterdir()
    once = tmp_path / "once"
    ask(once, KEYS[:20])
    (other,) = once.iterdir()
    assert file.stat().st_size <= 4 * other.stat().st_size
