"""The seeds published with the site, and the bag of it all."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import verify
from tests.conftest import ROOT, Build

STORY = "The river rose above its banks at Northport on Monday 4 March 2019.\n\nThe mayor said she was sorry."
PAGE = f"<!DOCTYPE html><html><body><article><h1>Flood</h1><p>{STORY * 3}</p></article><script>1</script>"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """A folder with seeds, and a site that publishes them."""
    folder = tmp_path_factory.mktemp("published")
    (folder / "seeds" / "deep").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "seeds" / "flood.txt").write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    (folder / "seeds" / "deep" / "A page.html").write_text(PAGE, "utf-8")
    (folder / "seeds" / "empty.txt").write_bytes(b"")
    (folder / "settings.py").write_text("from publishconf import *\nCRISIS_PUBLISH_SEEDS = True\n", "utf-8")
    options = [item for name in ("seeds", "content", "output") for item in (f"--{name}", folder / name)]
    run = build(*options, "--settings", folder / "settings.py")
    assert run.returncode == 0, run.stderr
    return folder


def test_seeds_are_published_byte_for_byte_and_inert(published: Path) -> None:
    """Under a name that a browser shows as text, whatever the seed is."""
    files = {path.name: path.read_bytes() for path in (published / "output" / "seeds").iterdir()}
    assert files.pop("flood.txt") == (published / "seeds" / "flood.txt").read_bytes()
    ((name, content),) = files.items()
    assert name.startswith("deep-a-page--")
    assert name.endswith(".html.txt")
    assert content == (published / "seeds" / "deep" / "A page.html").read_bytes()


def test_the_page_of_a_text_links_its_seed(published: Path) -> None:
    assert 'href="../seeds/flood.txt"' in (published / "output" / "texts" / "flood.html").read_text("utf-8")


@pytest.mark.parametrize("has_seeds", [True, False])
def test_the_site_is_proven_with_the_seeds_and_by_itself(published: Path, has_seeds: bool) -> None:
    assert verify.verify(published / "output", published / "seeds" if has_seeds else None) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda seeds: (seeds / "flood.txt").write_bytes(b"Other."), "seeds/flood.txt: has another hash"),
        (lambda seeds: (seeds / "flood.txt").unlink(), "seeds/flood.txt: is missing"),
        (lambda seeds: (seeds / "more.txt").write_bytes(b""), "seeds/more.txt: is the seed of no text"),
    ],
)
def test_published_seeds_that_were_changed_are_found(
    published: Path, tmp_path: Path, change: Callable[[Path], None], finding: str
) -> None:
    shutil.copytree(published / "output", tmp_path / "site")
    change(tmp_path / "site" / "seeds")
    assert any(line.startswith(finding) for line in verify.verify(tmp_path / "site", None))


def test_no_seed_is_published_unless_asked_for(site: Path) -> None:
    assert not (site / "seeds").exists()
    assert 'href="../seeds/' not in (site / "texts" / "003_34df27f0f9e83260.html").read_text("utf-8")


def test_a_bag_holds_site_seeds_and_content(published: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "invoke", "bag", "--to", str(tmp_path / "bag")]
    for name, folder in (("site", "output"), ("seeds", "seeds"), ("content", "content")):
        command += [f"--{name}", str(published / folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    data = tmp_path / "bag" / "data"
    assert verify.verify(data / "site", data / "seeds") == []
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 1
    assert "holds something already" in again.stderr
