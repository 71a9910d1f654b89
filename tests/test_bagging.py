"""Bags: all of RFC 8493 that we use, the same bytes each time, and nothing left out in silence."""

import datetime as dt
import hashlib
import os
from pathlib import Path

import pytest

from bagging import BaggingError, bagging_day, write_bag


def folders(root: Path) -> dict[str, Path]:
    """A small site and its seeds."""
    (root / "site" / "texts").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "site" / "index.html").write_bytes(b"<p>Flood")
    (root / "site" / "texts" / "a.html").write_bytes(b"")
    (root / "seeds" / "100% sure\nfile.txt").write_bytes(b"It rained.")
    return {"site": root / "site", "seeds": root / "seeds"}


def contents(bag: Path) -> dict[str, bytes]:
    return {path.relative_to(bag).as_posix(): path.read_bytes() for path in bag.rglob("*") if path.is_file()}


def test_every_file_is_listed_with_its_hash(tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    assert write_bag(bag, folders(tmp_path), None) == 3
    assert (bag / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    lines = (bag / "manifest-sha256.txt").read_text().splitlines()
    listed = {line[66:].replace("%0A", "\n").replace("%25", "%"): line[:64] for line in lines}
    payload = {name: content for name, content in contents(bag).items() if name.startswith("data/")}
    assert listed == {name: hashlib.sha256(content).hexdigest() for name, content in payload.items()}
    assert "data/seeds/100% sure\nfile.txt" in listed
    assert "data/seeds/100%25 sure%0Afile.txt" in "".join(lines)
    for line in (bag / "tagmanifest-sha256.txt").read_text().splitlines():
        assert hashlib.sha256((bag / line[66:]).read_bytes()).hexdigest() == line[:64]
    assert (bag / "bag-info.txt").read_text() == "Payload-Oxum: 18.3\n"


def test_its_only_date_is_the_one_that_is_given(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    write_bag(tmp_path / "one", parts, bagging_day("1700000000"))
    os.utime(tmp_path / "site" / "index.html", (1, 1))
    write_bag(tmp_path / "two", parts, bagging_day("1700000000"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert b"Bagging-Date: 2023-11-14\n" in contents(tmp_path / "one")["bag-info.txt"]


def test_what_a_bag_cannot_hold_stops_it(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    (tmp_path / "seeds" / "link").symlink_to("/etc/passwd")
    with pytest.raises(BaggingError, match="no regular file"):
        write_bag(tmp_path / "bag", parts, None)
    (tmp_path / "seeds" / "link").unlink()
    with open(os.fsencode(tmp_path / "seeds") + b"/\xff.txt", "wb"):  # noqa: PTH123 - no text can hold this name
        pass
    with pytest.raises(BaggingError, match="not UTF-8"):
        write_bag(tmp_path / "bag", parts, None)
    assert not (tmp_path / "bag").exists()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag" / "mine").write_text("keep")
    with pytest.raises(BaggingError, match="holds something already"):
        write_bag(tmp_path / "bag", parts, None)
    assert contents(tmp_path / "bag") == {"mine": b"keep"}


def test_a_folder_that_stands_where_the_bag_would_be_made_is_left_alone(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    (tmp_path / ".bag.staged").mkdir()
    (tmp_path / ".bag.staged" / "precious").write_text("x")
    with pytest.raises(BaggingError, match=r"\.bag\.staged: .*take it away"):
        write_bag(tmp_path / "bag", parts, None)
    assert (tmp_path / ".bag.staged" / "precious").exists()
    assert not (tmp_path / "bag").exists()


def test_a_bag_that_fails_leaves_nothing_beside_it(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    name = b"\xff"
    with open(os.fsencode(tmp_path / "seeds") + b"/" + name, "wb"):  # noqa: PTH123 - no text can hold this name
        pass
    with pytest.raises(BaggingError):
        write_bag(tmp_path / "bag", parts, None)
    os.unlink(os.fsencode(tmp_path / "seeds") + b"/" + name)  # noqa: PTH108 - as above
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_cannot_be_listed_stops_it(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    place = os.open(tmp_path / "seeds", os.O_RDONLY)
    for _ in range(20):  # in all longer than any path may be, so that not even root can list the last ones
        os.mkdir("d" * 250, dir_fd=place)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
    with pytest.raises(BaggingError, match="too long"):
        write_bag(tmp_path / "bag", parts, None)
    assert not (tmp_path / "bag").exists()


@pytest.mark.parametrize("place", ["site/bag", "seeds/deep/bag", "site", "link/bag"])
def test_a_bag_lies_in_nothing_that_it_holds(tmp_path: Path, place: str) -> None:
    parts = folders(tmp_path)
    (tmp_path / "link").symlink_to("site")
    if place == "site":
        parts["site"] = tmp_path / "empty"
        parts["site"].mkdir()
        place = "empty"
    with pytest.raises(BaggingError, match="goes into the bag; name another folder"):
        write_bag(tmp_path / place, parts, None)
    assert contents(tmp_path / "site").keys() == {"index.html", "texts/a.html"}


def test_the_folder_one_is_in_can_become_a_bag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = folders(tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert write_bag(Path(), parts, None) == 3
    assert (tmp_path / "here" / "bagit.txt").exists()


@pytest.mark.parametrize("place", ["loop", "a\0b", "a" * 300])
def test_a_place_that_is_none_is_one_line(tmp_path: Path, place: str) -> None:
    parts = folders(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(BaggingError) as raised:
        write_bag(tmp_path / place, parts, None)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("epoch", ["99999999999999", "253402300800", "-5", "\u0663", "1.5", "9" * 5000])
def test_seconds_that_are_no_day_are_named(epoch: str) -> None:
    with pytest.raises(BaggingError, match=r"^SOURCE_DATE_EPOCH=.*; correct it$"):
        bagging_day(epoch)


def test_the_last_day_and_none() -> None:
    assert bagging_day("253402300799") == dt.date(9999, 12, 31)
    assert bagging_day("") is None
