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
