"""What lies in the editors' folder and cannot be read as what it should be stops the build with one line."""

import os
from pathlib import Path

import pytest

from crisis_archive.model import EditorialError
from crisis_archive.reading.editorial import read_editorial

PAGE = "Title: A page\n\nWords.\n"


def error_of(content: Path) -> EditorialError:
    """What reading this folder ends with."""
    with pytest.raises(EditorialError) as raised:
        read_editorial(content, ())
    assert "\n" not in str(raised.value)
    return raised.value


def write(content: Path, name: str, text: str | bytes) -> Path:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_pages_and_what_they_link_are_let_pass(tmp_path: Path) -> None:
    write(tmp_path, "pages/a.md", PAGE + "[words]({attach}one.txt) ![map]({attach}deep/a%20map.png)\n")
    write(tmp_path, "pages/deep/b.HTML", "<html><body>x</body></html>")
    write(tmp_path, "pages/one.txt", "x")
    write(tmp_path, "pages/deep/a map.png", b"\x89PNG")
    write(tmp_path, "pages/.a.md.swp", b"\xff")
    (tmp_path / "pages" / "linked.md").symlink_to("a.md")
    read_editorial(tmp_path, ())


@pytest.mark.parametrize("name", ["pages/a.md", "pages/deep/a.txt", "authority.toml", "corrections/a.toml"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(tmp_path / name)
    assert error_of(tmp_path).file == str(tmp_path / name)


@pytest.mark.parametrize("name", ["pages/a.md", "authority.toml", "crises/a.md", "corrections"])
def test_a_link_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).symlink_to("nowhere")
    assert error_of(tmp_path).file == str(tmp_path / name)


def test_a_folder_that_should_be_a_file(tmp_path: Path) -> None:
    write(tmp_path, "authority.toml/a", "x")
    error = error_of(tmp_path)
    assert (error.file, error.problem) == (str(tmp_path / "authority.toml"), "this is no regular file")


@pytest.mark.parametrize("name", ["corrections", "crises", "pages"])
def test_a_file_that_should_be_a_folder(tmp_path: Path, name: str) -> None:
    error = error_of(write(tmp_path, name, "x").parent)
    assert (error.file, error.problem) == (str(tmp_path / name), "this is no folder")


def test_a_page_that_nobody_would_read(tmp_path: Path) -> None:
    write(tmp_path, "pages/a.md", PAGE)
    path = write(tmp_path, "pages/b.txt", PAGE)
    error = error_of(tmp_path)
    assert (error.file, error.problem) == (str(path), "this is no page, and no page links it")


def test_a_page_that_is_not_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path, "pages/a.md", b"Title: A\n\ncaf\xe9\n")
    error = error_of(tmp_path)
    assert (error.file, error.line, error.mend) == (str(path), 3, "save the file as UTF-8")


def test_folders_that_lead_round_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, "pages/a.md", PAGE)
    for name in ("one", "two"):
        (tmp_path / "pages" / name).symlink_to(".")
    assert error_of(tmp_path).problem == "this link leads round in a circle"


@pytest.mark.parametrize(
    "brackets", ["[" * 20_000, "![" * 200, "[a](" * 200, "[a][" * 200, "[" * 101 + "]" * 101]
)
def test_brackets_that_markdown_would_read_for_hours(tmp_path: Path, brackets: str) -> None:
    path = write(tmp_path, "pages/a.md", f"{PAGE}\nMore [words] here.\n{brackets}\n")
    error = error_of(tmp_path)
    assert (error.file, error.line) == (str(path), 6)
    assert "brackets are open at once" in error.problem


def test_brackets_in_a_note(tmp_path: Path) -> None:
    path = write(tmp_path, "crises/flood.md", f"Title: Flood\n\n\nWords.\n\n{'[' * 200}\n")
    error = error_of(tmp_path)
    assert (error.file, error.line) == (str(path), 6)


def test_many_brackets_that_close_or_are_none(tmp_path: Path) -> None:
    many = "[a](b.html) [c] (d) \\[ " * 500
    write(tmp_path, "pages/a.md", PAGE + many + "\n\n[sic\n" * 500)
    read_editorial(tmp_path, ())
