"""Real builds by plain Pelican: the site of `invoke build`; what fails stops it and leaves the old site."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SITE_ADDRESS

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


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_plain_pelican_gives_the_same_site_as_invoke_build(site: Path, tmp_path: Path) -> None:
    made = pelican(
        tmp_path,
        CRISIS_SEEDS=str(ROOT / "seeds"),
        CRISIS_CONTENT=str(ROOT / "content"),
        CRISIS_NAME_MODEL="en_core_web_sm",
        SITEURL=SITE_ADDRESS,
    )
    assert made.returncode == 0, made.stderr
    assert files(tmp_path / "output") == files(site)


def test_a_build_without_content_or_address(project: Path) -> None:
    made = pelican(project, CRISIS_CONTENT=None)
    assert made.returncode == 0, made.stderr
    output = project / "output"
    assert {"index.html", "about.html", "method.html", "search.html", "404.html", "SHA256SUMS"} <= files(
        output
    ).keys()
    assert not list(output.rglob("*.xml"))
    assert "flood.html" in {path.name for path in (output / "texts").iterdir()}


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


@pytest.mark.parametrize(
    ("settings", "code", "says"),
    [
        ({"CRISIS_LANGUGE": "en"}, 1, "unknown setting CRISIS_LANGUGE; did you mean CRISIS_LANGUAGE?"),
        ({"CRISIS_MAX_BYTES": "many"}, 1, "CRISIS_MAX_BYTES: Expected `int`"),
        ({"CRISIS_LANGUAGE": "xx"}, 1, "there are: en"),
        ({"CRISIS_SEEDS": "/no/such/folder"}, 1, "/no/such/folder: there is no such folder of seeds"),
    ],
    ids=lambda case: next(iter(case)) if isinstance(case, dict) else None,
)
def test_a_build_that_cannot_be_stops_with_one_line_and_leaves_the_old_site(
    project: Path, settings: dict[str, object], code: int, says: str
) -> None:
    (project / "output").mkdir()
    (project / "output" / "index.html").write_text("the old site", "utf-8")
    (project / "output" / "SHA256SUMS").write_text("", "utf-8")
    before = files(project / "output")
    made = pelican(project, **settings)
    assert made.returncode == code
    (line,) = [each for each in made.stderr.splitlines() if each.startswith("error:")]
    assert says in line
    assert "Traceback" not in made.stderr
    assert files(project / "output") == before


def test_nothing_to_build_has_its_own_exit_code_and_names_the_files(project: Path) -> None:
    (project / "seeds" / "flood.txt").write_text("", "utf-8")
    made = pelican(project)
    assert made.returncode == 2
    assert "flood.txt" in made.stderr
    assert not (project / "output").exists()


def test_a_page_that_cannot_be_read_stops_the_build(project: Path) -> None:
    (project / "content" / "pages" / "contact.md").write_text("No title and no metadata at all", "utf-8")
    made = pelican(project)
    assert made.returncode == 1
    assert "contact.md" in made.stderr
    assert not (project / "output").exists()


def test_a_broken_editorial_file_stops_the_build(project: Path) -> None:
    (project / "content" / "corrections").mkdir()
    (project / "content" / "corrections" / "a.toml").write_text('seed = "nowhere.txt"\n', "utf-8")
    made = pelican(project)
    assert made.returncode == 1
    assert "a.toml:1:" in made.stderr
    assert not (project / "output").exists()
