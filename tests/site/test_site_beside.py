"""Archives so large that their index is written in a process of its own, beside the pages."""

import subprocess
import sys
from pathlib import Path

import pytest

import verify
from lunr_search import _TEXTS_WORTH_A_PROCESS
from tests.conftest import ROOT

TEXT = "Flood at Northport {0}\n\nThe river rose at Northport on Monday. At least {0} people were hurt.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Seeds enough, no editors, and a folder for the site."""
    for name in ("seeds", "content", "place"):
        (tmp_path / name).mkdir()
    for number in range(_TEXTS_WORTH_A_PROCESS):
        (tmp_path / "seeds" / f"{number}.txt").write_text(TEXT.format(number + 2))
    return tmp_path


def build(place: Path, jobs: int, settings: str = "") -> subprocess.CompletedProcess[str]:
    own = place / "ownconf.py"
    own.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n{settings}\n")
    command = [sys.executable, "-m", "invoke", "build", "--settings", str(own), "--jobs", str(jobs)]
    for name in ("seeds", "content", f"cache-{jobs}"):
        command += [f"--{name.partition('-')[0]}", str(place / name)]
    command += ["--output", str(place / "place" / f"output-{jobs}")]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def below(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_beside_the_pages_the_same_is_written_as_after_them(place: Path) -> None:
    for jobs in (1, 2):
        assert build(place, jobs).returncode == 0
    alone, beside = (below(place / "place" / f"output-{jobs}") for jobs in (1, 2))
    assert alone == beside
    assert verify.verify(place / "place" / "output-2", place / "seeds") == []


def test_a_build_that_fails_meanwhile_stops_it(place: Path) -> None:
    (place / "content" / "pages").mkdir()
    page = "Title: Texts\nSave_as: texts/index.html\n\nWords.\n"
    (place / "content" / "pages" / "list.md").write_text(page)
    run = build(place, 2)
    assert (run.returncode, run.stderr.count("error: ")) == (1, 1)
    assert "it would take the place of texts/index.html" in run.stderr
    assert not any((place / "place").iterdir())


def test_what_stands_in_its_way_stops_the_build_with_one_line(place: Path) -> None:
    run = build(place, 2, 'CRISIS_SEARCH_LANGUAGE = "xx"')
    assert (run.returncode, run.stderr.count("error: ")) == (1, 1)
    assert "CRISIS_SEARCH_LANGUAGE" in run.stderr
    assert not any((place / "place").iterdir())
