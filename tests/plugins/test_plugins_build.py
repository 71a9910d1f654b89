"""Pages that editors write, in real builds by plain Pelican."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SEED = """\
Flood on the river Ode

The river Ode rose on Friday. At least 14 people were killed, the mayor said.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Seeds and content."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "flood.txt").write_text(SEED, "utf-8")
    (tmp_path / "content" / "pages").mkdir(parents=True)
    return tmp_path


def pelican(project: Path, *options: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """Plain `pelican` with `publishconf.py`, all folders in the project, no statistical model."""
    given = {
        "CRISIS_SEEDS": str(project / "seeds"),
        "CRISIS_CONTENT": str(project / "content"),
        "CRISIS_CACHE": None,
        "CRISIS_JOBS": 1,
        "CRISIS_NAME_MODEL": "",
        "OUTPUT_PATH": str(project / "output"),
        **settings,
    }
    extra = [f"{name}={json.dumps(value)}" for name, value in given.items()]
    command = [sys.executable, "-m", "pelican", "-s", str(ROOT / "publishconf.py"), *options, "-e", *extra]
    return subprocess.run(command, cwd=project, capture_output=True, text=True)


def test_what_an_editor_writes_takes_the_place_of_our_page_and_new_pages_are_linked(project: Path) -> None:
    pages = project / "content" / "pages"
    (pages / "method.md").write_text("Title: Our method\n\nWe *read* them.", "utf-8")
    (pages / "contact.md").write_text("Title: Contact\n\nWrite to us.", "utf-8")
    (project / "seeds" / "empty.txt").write_text("", "utf-8")
    made = pelican(project)
    assert made.returncode == 0, made.stderr
    method = (project / "output" / "method.html").read_text("utf-8")
    assert "<h1>Our method</h1>" in method
    assert "<em>read</em>" in method
    assert "empty.txt" in method  # what could not be read is named wherever the page comes from
    assert '<a href="contact.html">Contact</a>' in (project / "output" / "index.html").read_text("utf-8")
    assert "<h1>Contact</h1>" in (project / "output" / "contact.html").read_text("utf-8")


def test_a_page_that_cannot_be_read_stops_the_build(project: Path) -> None:
    (project / "content" / "pages" / "contact.md").write_text("No title and no metadata at all", "utf-8")
    made = pelican(project)
    assert made.returncode == 1
    assert "contact.md" in made.stderr
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("name", "head", "place"),
    [
        ("search", "", "search.html"),
        ("index", "", "index.html"),
        ("list", "save_as: texts/index.html\n", "texts/index.html"),
        ("search", "status: hidden\n", "search.html"),
    ],
)
def test_a_page_in_the_place_of_another_of_ours_stops_the_build(
    project: Path, name: str, head: str, place: str
) -> None:
    (project / "content" / "pages" / f"{name}.md").write_text(f"Title: Mine\n{head}\nMine.", "utf-8")
    made = pelican(project)
    assert made.returncode == 1
    assert f"{name}.md: it would take the place of {place}; rename it" in " ".join(made.stderr.split())
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    "place",
    [
        "SHA256SUMS",
        "data/documents.jsonl",
        "search/page.js",
        "theme/css/site.css",
        "./texts/flood.html",
        "a//b.html",
    ],
)
def test_a_page_is_a_html_file_of_the_site(project: Path, place: str) -> None:
    (project / "content" / "pages" / "mine.md").write_text(f"Title: Mine\nsave_as: {place}\n\nMine.", "utf-8")
    made = pelican(project)
    assert made.returncode == 1
    assert f"mine.md: Save_as {place!r} is no .html file inside the site" in " ".join(made.stderr.split())
    assert not (project / "output").exists()


def test_a_file_that_a_page_links_takes_no_place_of_ours(project: Path) -> None:
    """Such a place may be a link to a file of the site that stands: that must stay as it is too."""
    cache = {"CRISIS_CACHE": str(project / "cache"), "PATH": str(project / "content")}
    assert pelican(project, **cache).returncode == 0
    old = site(project)
    (project / "content" / "texts").mkdir()
    (project / "content" / "texts" / "flood.html").write_text("of an editor", "utf-8")
    page = project / "content" / "pages" / "mine.md"
    page.write_text("Title: Mine\n\n[Mine]({static}/texts/flood.html)", "utf-8")
    made = pelican(project, **cache)
    assert made.returncode == 1
    assert "flood.html: it would take the place of a page of the site, texts/flood.html" in made.stderr
    assert site(project) == old
    page.write_text("Title: Mine\n\n[Mine]({static}/texts/map.txt)", "utf-8")
    (project / "content" / "texts" / "map.txt").write_text("of an editor", "utf-8")
    assert pelican(project, **cache).returncode == 0
    new = site(project)
    assert new["texts/map.txt"] == b"of an editor"
    assert "of an editor" not in new["texts/flood.html"].decode()


def test_a_file_outside_the_editors_folder_is_not_copied(project: Path) -> None:
    (project / "outer.txt").write_text("secret", "utf-8")
    page = project / "content" / "pages" / "mine.md"
    page.write_text("Title: Mine\n\n[Mine]({static}/../outer.txt)", "utf-8")
    made = pelican(project, PATH=str(project / "content"))
    assert made.returncode == 1
    assert "outer.txt: it lies outside" in made.stderr
    assert sorted(each.name for each in project.iterdir()) == ["content", "outer.txt", "seeds"]


def site(project: Path) -> dict[str, bytes]:
    """Every file of the site."""
    output = project / "output"
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }
