"""The tasks in a copy of the project: what goes to a branch, what `serve` sees, what `clean` keeps."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from publishing import ALWAYS, MANIFEST, write_checksums
from tests.conftest import ROOT

PARTS = ("tasks.py", "bench", "pelicanconf.py", "publishconf.py", "seeds", "content", "theme")
TEXT = (
    "Flood in the valley\n\nThe dam above the town broke on Monday, officials said. Three people were hurt.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with one seed and no editors."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copyfile(source, tmp_path / name)
    for seed in (tmp_path / "seeds").iterdir():
        seed.unlink()
    shutil.rmtree(tmp_path / "content")
    (tmp_path / "seeds" / "flood.txt").write_text(TEXT, "utf-8")
    return tmp_path


def invoke(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def test_publish_puts_the_site_on_its_branch(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Editor")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "editor@example.org")
    git(project, "init", "--quiet", "--bare", "remote.git")
    git(project, "init", "--quiet")
    git(project, "remote", "add", "origin", str(project / "remote.git"))
    git(project, "add", "seeds")
    git(project, "commit", "--quiet", "-m", "Seeds")
    done = invoke(project, "publish", "--siteurl", "https://example.org/archive")
    assert done.returncode == 0, done.stderr
    published = git(project / "remote.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    built = {path.relative_to(project / "output").as_posix() for path in (project / "output").rglob("*.*")}
    assert built - {MANIFEST} <= set(published)
    assert "texts/flood.html" in published
    commit = git(project, "rev-parse", "--short", "HEAD").strip()
    assert git(project / "remote.git", "log", "-1", "--format=%s", "gh-pages").startswith(f"Site of {commit}")


@pytest.fixture
def served(project: Path) -> Iterator["subprocess.Popen[str]"]:
    """`invoke serve` at work in the copy."""
    command = [sys.executable, "-m", "invoke", "serve", "--port", "0"]
    # A group of its own: the signal at the end reaches the server and all that it started. It is not
    # Ctrl-C's, which is switched off for tests that somebody starts in the background.
    process = subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    with process.stdout:
        yield process
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def line_with(words: str, lines: Iterable[str]) -> str:
    """The next line with these words in it; a build that failed has none, and says so."""
    for line in lines:
        assert not line.startswith("error"), line
        if words in line:
            return line
    raise AssertionError(f"the server ended before it said {words!r}")


def test_serve_builds_again_when_a_seed_comes(project: Path, served: "subprocess.Popen[str]") -> None:
    assert served.stdout is not None
    line_with("1 document, ", served.stdout)
    address = line_with("Serving at ", served.stdout).split()[2]
    with urllib.request.urlopen(f"{address}texts/flood.html") as answer:
        assert b"The dam above the town" in answer.read()
    (project / "seeds" / "storm.txt").write_text(TEXT.replace("Flood", "Storm"), "utf-8")
    line_with("2 documents, ", served.stdout)
    with urllib.request.urlopen(f"{address}texts/storm.html") as answer:
        assert answer.status == 200


def test_clean_removes_what_builds_made_and_nothing_else(project: Path) -> None:
    (project / "output" / "data").mkdir(parents=True)
    (project / "output" / ALWAYS).touch()
    write_checksums(project / "output")
    (project / ".cache").mkdir()
    assert invoke(project, "clean").returncode == 0
    left = {path.name for path in project.iterdir()} - {"__pycache__"}
    assert left == {*PARTS} - {"content"}
    assert invoke(project, "clean").returncode == 0


def test_clean_leaves_what_no_build_wrote(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output" / "thesis.txt").write_text("precious", "utf-8")
    done = invoke(project, "clean")
    assert done.returncode == 1
    assert "this holds files that no build wrote" in done.stderr
    assert (project / "output" / "thesis.txt").exists()


def test_usual_tasks_keep_their_usual_names() -> None:
    listed = invoke(ROOT, "--list").stdout
    for name in (
        "build",
        "rebuild",
        "regenerate",
        "serve",
        "reserve",
        "preview",
        "publish",
        "gh-pages",
        "clean",
    ):
        assert name in listed


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--content", "nowhere"), "error: nowhere: there is no such folder"),
        (("--to", "seeds/bag"), "error: seeds/bag: this lies in seeds, which goes into the bag"),
    ],
)
def test_bag_says_in_one_line_what_it_cannot_hold(project: Path, option: tuple[str, str], told: str) -> None:
    (project / "output").mkdir()
    done = invoke(project, "bag", *option)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(told)
    assert [path.name for path in (project / "seeds").iterdir()] == ["flood.txt"]


def test_bag_does_without_editors_where_there_are_none(project: Path) -> None:
    (project / "output").mkdir()
    assert invoke(project, "bag").returncode == 0
    assert (project / "bag" / "data" / "seeds" / "flood.txt").exists()
