"""Which files are seeds: all but dot files, in the order of their bytes; nothing else is ever opened."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from crisis_archive.model import Refusal, Seed
from crisis_archive.reading import list_seeds, read_seed
from crisis_archive.reading.files import printable


def test_files_of_all_folders_in_the_order_of_their_bytes(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "B.txt", "é.txt", ".hidden", "a/.git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    assert [seed.file for seed in list_seeds(tmp_path)] == ["B.txt", "a.txt", "a/z.txt", "b.txt", "é.txt"]


def test_names_are_shown_with_every_byte() -> None:
    assert printable(b"a\nb") == "a\\nb"
    assert printable(b"a\xffb") == "a\\xffb"
    assert printable("é\u202e".encode()) == "é\\u202e"
    assert printable(b"a\\nb") == "a\\\\nb"


def test_a_name_that_is_no_text_can_be_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    handle = os.open(path, os.O_CREAT | os.O_WRONLY)
    os.write(handle, b"Words.")
    os.close(handle)
    (file,) = list_seeds(tmp_path)
    seed = read_seed(file, 100)
    assert isinstance(seed, Seed)
    assert (seed.file, seed.text) == ("caf\\xe9\\n.txt", "Words.")


def test_links_and_pipes_are_refused_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    got = {file.file: read_seed(file, 100) for file in list_seeds(tmp_path)}
    assert sorted(got) == ["link", "loop", "pipe"]
    for refusal in got.values():
        assert isinstance(refusal, Refusal)
        assert (refusal.sha256, refusal.bytes) == (None, None)
        assert "not a regular file" in refusal.why


def test_what_became_a_link_since_it_was_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("x")
    (file,) = list_seeds(seeds)
    (seeds / "a.txt").unlink()
    (seeds / "a.txt").symlink_to(tmp_path / "secret")
    refusal = read_seed(file, 100)
    assert isinstance(refusal, Refusal)
    assert "link" in refusal.why


def test_a_file_too_large_is_refused_with_its_checksum(tmp_path: Path) -> None:
    content = b"word " * 500_000
    (tmp_path / "big.txt").write_bytes(content)
    refusal = read_seed(list_seeds(tmp_path)[0], 1000)
    assert isinstance(refusal, Refusal)
    assert refusal.sha256 == hashlib.sha256(content).hexdigest()
    assert refusal.bytes == len(content)
    assert "1,000 bytes" in refusal.why


def test_a_file_that_went_away_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (file,) = list_seeds(tmp_path)
    (tmp_path / "a.txt").unlink()
    refusal = read_seed(file, 100)
    assert isinstance(refusal, Refusal)
    assert "cannot be read" in refusal.why


@pytest.mark.parametrize("kind", ["a pipe", "a folder", "a socket's place"])
def test_what_became_something_else_since_it_was_listed_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "below" / "a.txt"
    path.parent.mkdir()
    path.write_text("x")
    (file,) = list_seeds(tmp_path)
    path.unlink()
    if kind == "a pipe":
        os.mkfifo(path)  # opening it to read would wait for ever
    elif kind == "a folder":
        path.mkdir()
    else:
        path.parent.rmdir()
        path.parent.write_text("a file where the folder was")
    refusal = read_seed(file, 100)
    assert isinstance(refusal, Refusal)
    assert (refusal.sha256, refusal.bytes) == (None, None)


def test_what_was_written_meanwhile_is_read_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (file,) = list_seeds(tmp_path)
    (tmp_path / "a.txt").write_text("Other words.")
    seed = read_seed(file, 100)
    assert isinstance(seed, Seed)
    assert seed.text == "Other words."
    assert seed.sha256 == hashlib.sha256(b"Other words.").hexdigest()


@pytest.mark.parametrize("name", ["open", "scandir"])
def test_a_disk_that_fails_stops_the_build_and_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A site without a text that is there would say that there is none."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("x")
    (file,) = list_seeds(tmp_path)
    real = getattr(os, name)

    def broken(path: bytes, *arguments: int) -> object:
        if b"below" in path:
            raise OSError(errno.EIO, "Input/output error")
        return real(path, *arguments)

    monkeypatch.setattr(os, name, broken)
    with pytest.raises(OSError, match="Input/output error") as raised:
        read_seed(file, 100) if name == "open" else list_seeds(tmp_path)
    assert str(raised.value.filename).startswith(f"{tmp_path}/below")
