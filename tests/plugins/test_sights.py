"""A place is seen as it was found, once a build; any change below it gives another sight."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sights import Sights, below, look

OLD = 1_600_000_000


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a file in a folder, both old."""
    file = tmp_path / "place" / "deep" / "file.txt"
    file.parent.mkdir(parents=True)
    file.write_text("one")
    os.utime(file, (OLD, OLD))
    return tmp_path / "place"


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word": lambda place: (place / "deep" / "file.txt").write_text("two"),
    "a name": lambda place: (place / "deep" / "file.txt").rename(place / "deep" / "other.txt"),
    "a file more": lambda place: (place / "other.txt").write_text(""),
    "a mode": lambda place: (place / "deep" / "file.txt").chmod(0o600),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_seen(place: Path, change: Callable[[Path], object]) -> None:
    before = look(str(place)).digest
    assert look(str(place)).digest == before != b""
    change(place)
    assert look(str(place)).digest != before


def test_a_place_is_looked_at_once(place: Path) -> None:
    sights = Sights()
    before = sights.digest([str(place)])
    (place / "new.txt").write_text("new")
    assert sights.digest([str(place)]) == before
    assert Sights().digest([str(place)]) != before


def test_what_was_found_need_not_be_found_again(place: Path) -> None:
    found = list(below(str(place)))
    (place / "new.txt").write_text("new")
    assert look(str(place), found).digest != look(str(place)).digest
    (place / "new.txt").unlink()
    assert [path for path, _ in found] == [str(place), f"{place}/deep", f"{place}/deep/file.txt"]


def test_a_link_tells_too_little(place: Path) -> None:
    (place / "link").symlink_to("/")
    assert look(str(place)).digest == b""
    assert Sights().digest([str(place)]) == b""


def test_what_changed_just_now_is_not_settled(place: Path) -> None:
    (place / "deep" / "file.txt").write_text("new")
    sights = Sights()
    assert sights.digest([str(place)], settled=True) == b""
    assert sights.digest([str(place)]) != b""


def test_the_same_files_at_another_place_are_another_answer(place: Path, tmp_path: Path) -> None:
    nothing = str(tmp_path / "nothing")
    assert Sights().digest([str(place), nothing]) != Sights().digest([nothing, str(place)])
