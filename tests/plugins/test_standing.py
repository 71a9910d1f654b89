"""A site that stands is known again; anything that could change it is noticed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from standing import Made, inputs_of, remember, standing

OLD = 1_600_000_000
OURS = ("seed_articles", "crisis_briefings", "cross_references", "lunr_search")


def write(path: Path, text: str, time: int | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    if time is not None:
        os.utime(path, (time, time))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What a site is made from, and the site."""
    for name in ("publishconf.py", "seeds/deep/flood.txt", "content/pages/about.md", "theme/words/en.toml"):
        write(tmp_path / name, "one", OLD)
    for name in ("index.html", "texts/flood.html", "SHA256SUMS"):
        write(tmp_path / "output" / name, "page")
    return tmp_path


def settings(project: Path, **more: object) -> dict[str, Any]:
    given = {
        "PLUGINS": [ModuleType(name) for name in OURS],
        "PATH": str(project / "content"),
        "THEME": str(project / "theme"),
        "CRISIS_SEEDS": str(project / "seeds"),
        "CRISIS_CONTENT": str(project / "content"),
        "THEME_TEMPLATES_OVERRIDES": [],
        "ARTICLE_PATHS": [],
        "STATIC_PATHS": [],
        "PAGE_PATHS": [],
    }
    return {**given, **more}


def built(project: Path, **overrides: object) -> Made:
    """As after a build, with files that have settled."""
    inputs = inputs_of(project / "publishconf.py", settings(project))
    while (
        inputs is None
    ):  # until the files written above are older than the time in which they may change again
        inputs = inputs_of(project / "publishconf.py", settings(project))
    made = Made(inputs, project / "output", ("a notice",), (1, 2, 3, 4))
    remember(project / ".cache", project / "publishconf.py", overrides, made)
    return made


def found(project: Path, **overrides: object) -> Made | None:
    return standing(project / ".cache", project / "publishconf.py", overrides)


def test_a_site_that_stands_is_known_with_what_was_said_of_it(project: Path) -> None:
    assert found(project) is None
    made = built(project, SITEURL="https://example.org")
    assert found(project, SITEURL="https://example.org") == made
    assert found(project, SITEURL="https://example.org", CRISIS_JOBS=1) == made


def test_another_question_is_another_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project, SITEURL="https://example.org")
    assert found(project) is None
    assert found(project, SITEURL="https://example.org/other") is None
    monkeypatch.setenv("CRISIS_SEARCH_WHOLE_INDEX", "1")
    assert found(project, SITEURL="https://example.org") is None


CHANGES: dict[str, Callable[[Path], object]] = {
    "a seed changes": lambda folder: write(folder / "seeds/deep/flood.txt", "two"),
    "a seed changes under its old time": lambda folder: write(folder / "seeds/deep/flood.txt", "two", OLD),
    "a seed comes": lambda folder: write(folder / "seeds/storm.txt", "one"),
    "a seed goes": lambda folder: (folder / "seeds/deep/flood.txt").unlink(),
    "a seed has another name": lambda folder: (folder / "seeds/deep").rename(folder / "seeds/deeper"),
    "an editor writes": lambda folder: write(folder / "content/authority.toml", "one"),
    "words change": lambda folder: write(folder / "theme/words/en.toml", "two"),
    "a setting changes": lambda folder: write(folder / "publishconf.py", "two"),
    "a page is damaged": lambda folder: write(folder / "output/index.html", "egap"),
    "a page is lost": lambda folder: (folder / "output/texts/flood.html").unlink(),
    "a page is put there": lambda folder: write(folder / "output/more.html", "page"),
    "the site is gone": lambda folder: (folder / "output").rename(folder / "elsewhere"),
    "a build has died": lambda folder: (folder / ".output.staged").mkdir(),
    "the memory is damaged": lambda folder: [
        file.write_bytes(b"none") for file in (folder / ".cache" / "standing").iterdir()
    ],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_noticed(project: Path, change: Callable[[Path], object]) -> None:
    built(project)
    assert found(project) is not None
    change(project)
    assert found(project) is None


def test_a_folder_that_was_missing_is_noticed_when_it_comes(project: Path) -> None:
    (project / "content").rename(project / "elsewhere")
    built(project)
    write(project / "content/authority.toml", "one")
    assert found(project) is None


def test_a_cache_that_cannot_be_opened_is_left_to_the_build(project: Path) -> None:
    built(project)
    for file in (project / ".cache" / "standing").iterdir():
        file.unlink()
        file.mkdir()
    assert found(project) is None


def test_where_it_cannot_be_told_nothing_is_kept(project: Path) -> None:
    file = project / "publishconf.py"
    assert inputs_of(file, settings(project, PLUGINS=["somebodys_plugin"])) is None
    write(project / "seeds/now.txt", "just written", 2**33)  # a time that no clock has passed
    assert inputs_of(file, settings(project)) is None
    (project / "seeds/now.txt").unlink()
    (project / "seeds/link.txt").symlink_to(project / "elsewhere")
    assert inputs_of(file, settings(project)) is None


def test_modules_of_the_project_count_and_those_of_python_do_not(project: Path) -> None:
    places = built(project).inputs.places
    assert __file__ in places
    assert str(pytest.__file__) not in places
    assert str(sys.modules["json"].__file__) not in places
