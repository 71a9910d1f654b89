"""Bags: all of RFC 8493 that we use, the same bytes each time, and nothing left out in silence."""

import hashlib
import os
from pathlib import Path

import pytest

from bagging import BaggingError, write_bag


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
    write_bag(tmp_path / "one", parts, 1_700_000_000)
    os.utime(tmp_path / "site" / "index.html", (1, 1))
    write_bag(tmp_path / "two", parts, 1_700_000_000)
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


def test_litter_of_a_bag_that_was_not_finished_is_cleared(tmp_path: Path) -> None:
    parts = folders(tmp_path)
    (tmp_path / ".bag.staged").mkdir()
    (tmp_path / ".bag.staged" / "half").write_text("x")
    write_bag(tmp_path / "bag", parts, None)
    assert "half" not in contents(tmp_path / "bag")
    assert not (tmp_path / ".bag.staged").exists()
