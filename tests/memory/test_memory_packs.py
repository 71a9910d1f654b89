"""Packs give back what they were given, or nothing; no disk that fails and no neighbour stops a build."""

import random
from pathlib import Path

import pytest

from crisis_archive.memory import Entry, PackError, Packs, Writer, key_of
from crisis_archive.scheduling.parts import in_parts

ENTRIES = [
    Entry(key_of(str(number)), b"note" * (number % 3), bytes([number]) * number) for number in range(60)
]
KEYS = [each.key for each in ENTRIES]
EVERY = 23
"""One byte in so many is changed; a prime, so that all kinds of places have their turn."""


def opened(folder: Path | None) -> Packs:
    return Packs(folder, "texts")


def kept(packs: Packs) -> list[Entry]:
    return [Entry(key, packs.note(key), packs.read(key)) for key in KEYS if key in packs]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    opened(tmp_path / "packs").put(ENTRIES)
    return tmp_path / "packs"


def test_values_come_back(folder: Path) -> None:
    assert kept(opened(folder)) == ENTRIES
    assert key_of("another") not in opened(folder)


def test_without_a_folder_values_are_held() -> None:
    packs = opened(None)
    packs.put(ENTRIES)
    packs.end([])
    assert kept(packs) == ENTRIES


def test_kinds_know_nothing_of_each_other(folder: Path) -> None:
    assert KEYS[0] not in Packs(folder, "other")


def test_values_that_processes_wrote_are_read_in_others(tmp_path: Path) -> None:
    packs = opened(tmp_path)
    rows = in_parts(lambda part: packs.writer.write(ENTRIES[part * 10 : part * 10 + 10]), 6, 3)
    packs.adopt(row for some in rows for row in some)
    assert kept(packs) == ENTRIES
    assert in_parts(lambda part: packs.read(KEYS[part]), len(KEYS), 2) == [each.value for each in ENTRIES]
    assert kept(opened(tmp_path)) == ENTRIES


@pytest.mark.parametrize("change", [0x01, 0x80, 0xFF])
def test_a_changed_byte_never_matters(folder: Path, change: int) -> None:
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(change % EVERY, len(whole), EVERY):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        found = kept(opened(folder))
        assert set(found) < set(ENTRIES)


def test_a_file_may_be_cut_anywhere_and_noise_may_stand_anywhere(folder: Path) -> None:
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for size in range(0, len(whole), 97):
        file.write_bytes(whole[:size])
        found = kept(opened(folder))
        assert found == ENTRIES[: len(found)]
    chance = random.Random(8)
    for _ in range(100):
        at, length = chance.randrange(len(whole)), chance.choice((2, 50, 4096))
        file.write_bytes(whole[:at] + chance.randbytes(length) + whole[at + length :])
        assert set(kept(opened(folder))) <= set(ENTRIES)


def test_large_values_come_back_too(tmp_path: Path) -> None:
    large = [
        Entry(key_of(str(size)), b"", random.Random(size).randbytes(size)) for size in (5 << 20, 3, 9 << 20)
    ]
    opened(tmp_path).put(large)
    packs = opened(tmp_path)
    assert [packs.read(each.key) for each in large] == [each.value for each in large]


def test_what_half_of_is_of_no_use_is_written_anew_without_it(folder: Path) -> None:
    opened(folder).end(KEYS[10:])
    assert kept(opened(folder)) == ENTRIES
    before = opened(folder)
    before.end(KEYS[58:])
    assert kept(before) == ENTRIES  # files stay open that are no longer there
    assert kept(opened(folder)) == ENTRIES[58:]
    assert len(list(folder.iterdir())) == 1


def test_what_a_killed_build_left_unfinished_goes(folder: Path) -> None:
    (folder / "texts-000000007-1-all.new").write_bytes(b"half of")
    opened(folder).end(KEYS)
    assert [path.suffix for path in folder.iterdir()] == [".pack"]
    assert kept(opened(folder)) == ENTRIES


def test_many_files_become_one(tmp_path: Path) -> None:
    counts = []
    for number in range(130):
        packs = opened(tmp_path)
        packs.put([ENTRIES[number % len(ENTRIES)]._replace(key=key_of("many", str(number)))])
        packs.end([key_of("many", str(each)) for each in range(number + 1)])
        counts.append(len(list(tmp_path.iterdir())))
    assert max(counts) <= 65
    assert all(key_of("many", str(each)) in opened(tmp_path) for each in range(130))


def test_two_builds_at_once_take_nothing_from_each_other(folder: Path) -> None:
    first, second = opened(folder), opened(folder)
    new = Entry(key_of("new"), b"", b"value")
    first.put([new])
    second.end(KEYS[:1])
    assert kept(first) == ENTRIES
    assert first.read(new.key) == b"value"
    first.end([*KEYS, new.key])
    assert new.key in opened(folder)


def test_what_was_written_and_is_gone_is_not_known(tmp_path: Path) -> None:
    packs = opened(tmp_path)
    rows = packs.writer.write(ENTRIES)
    for file in tmp_path.iterdir():
        file.unlink()
    packs.adopt(rows)
    assert kept(packs) == []
    packs.put(ENTRIES)
    assert kept(packs) == ENTRIES


def test_where_nothing_can_be_written_values_are_held(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file where the folder should be", "utf-8")
    packs = opened(tmp_path / "packs")
    packs.put(ENTRIES)
    assert kept(packs) == ENTRIES
    packs.end(KEYS)
    rows = Writer(str(tmp_path / "gone"), "stem").write(ENTRIES)
    assert [row.held for row in rows] == [each.value for each in ENTRIES]


def test_what_is_damaged_while_a_build_runs_is_told(folder: Path) -> None:
    packs = opened(folder)
    (file,) = folder.iterdir()
    with file.open("r+b") as stream:
        stream.truncate(100)
    with pytest.raises(PackError, match="damaged meanwhile"):
        packs.read(KEYS[-1])


def test_notes_can_be_forgotten(folder: Path) -> None:
    packs = opened(folder)
    packs.forget_notes()
    assert {packs.note(key) for key in KEYS} == {b""}
    assert [packs.read(key) for key in KEYS] == [each.value for each in ENTRIES]
