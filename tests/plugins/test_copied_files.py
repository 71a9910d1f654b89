"""A file that Pelican only warns about must not be missing in a site."""

from pathlib import Path
from typing import Any

import pytest
from pelican.generators import PagesGenerator

from copied_files import CarefulPages, check_copied, check_free, check_source, theme_files
from publishing import PublishingError


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    """A theme of three files and one that is ignored, copied into a site."""
    for path in ("static/css/site.css", "static/icon.svg", "static/css/site.css~", "extra/robots.txt"):
        (tmp_path / "theme" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "theme" / path).write_text(path)
    for source, path in (("static/css/site.css", "css/site.css"), ("static/icon.svg", "icon.svg")):
        copy(tmp_path / "theme" / source, tmp_path / "site" / "theme" / path)
    copy(tmp_path / "theme" / "extra/robots.txt", tmp_path / "site" / "theme" / "robots.txt")
    return {
        "THEME": str(tmp_path / "theme"),
        "THEME_STATIC_DIR": "theme",
        "THEME_STATIC_PATHS": ["static", "extra/robots.txt"],
        "IGNORE_FILES": ["*~"],
    }


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def test_files_of_a_theme_lie_where_pelican_copies_them(settings: dict[str, Any]) -> None:
    assert [path for _, path in theme_files(settings)] == [
        "theme/icon.svg",
        "theme/css/site.css",
        "theme/robots.txt",
    ]


def test_a_whole_copy_is_right(settings: dict[str, Any], tmp_path: Path) -> None:
    check_copied([*theme_files(settings)], tmp_path / "site")


@pytest.mark.parametrize("path", ["theme/css/site.css", "theme/robots.txt"])
def test_a_file_that_is_missing_is_named(settings: dict[str, Any], tmp_path: Path, path: str) -> None:
    (tmp_path / "site" / path).unlink()
    with pytest.raises(PublishingError, match=f"{Path(path).name}: could not be copied whole"):
        check_copied([*theme_files(settings)], tmp_path / "site")


def test_a_copy_that_was_cut_short_is_named(settings: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "site" / "theme" / "icon.svg").write_text("stat")
    with pytest.raises(PublishingError, match=r"icon\.svg"):
        check_copied([*theme_files(settings)], tmp_path / "site")


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("theme/icon.svg", "a page of the site"),
        ("map.png", None),
        ("files/map.png", None),
        ("SHA256SUMS", "a file of the site"),
        ("data/documents.jsonl", "a file of the site"),
        ("plan.png", "another file"),
    ],
)
def test_nothing_is_copied_over_another_file(tmp_path: Path, path: str, other: str | None) -> None:
    copy(Path(__file__), tmp_path / "theme" / "icon.svg")
    files = [("plan.png", "plan.png"), ("content/map.png", path)]
    if other is None:
        check_free(files, tmp_path)
        return
    with pytest.raises(PublishingError, match=f"content/map.png: it would take the place of {other}, {path}"):
        check_free(files, tmp_path)


def test_a_link_that_leads_nowhere_is_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "map.png").symlink_to(tmp_path / "nowhere")
    with pytest.raises(PublishingError, match="it would take the place of"):
        check_free([("map.png", "map.png")], tmp_path)


@pytest.mark.parametrize(
    "path", ["../map.png", "/map.png", "a/../../map.png", "a//map.png", "a\\map.png", "a\nb"]
)
def test_a_file_is_copied_into_the_site_alone(tmp_path: Path, path: str) -> None:
    check_source(str(tmp_path / "map.png"), "files/map.png", tmp_path)
    with pytest.raises(PublishingError, match="outside the site"):
        check_source(str(tmp_path / "map.png"), path, tmp_path)


def test_a_file_comes_from_the_editors_folder(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "map.png").symlink_to(tmp_path / "secret")
    for source in (tmp_path / "secret", content / ".." / "secret", content / "map.png"):
        with pytest.raises(PublishingError, match="it lies outside"):
            check_source(str(source), "map.png", content)


class _Blind(CarefulPages):
    """Pages of a folder, some of which the first look does not see."""

    def __init__(self, folder: Path) -> None:
        self.path, self.settings = str(folder), {"IGNORE_FILES": ["*~"]}

    def _include_path(self, path: str, extensions: object = None) -> bool:
        return path.endswith(".md")


def test_a_folder_that_was_passed_over_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages" / "more").mkdir(parents=True)
    (tmp_path / "pages" / "old~").mkdir()
    for name in ("pages/a.md", "pages/more/b.md", "pages/more/b.png", "pages/old~/c.md"):
        (tmp_path / name).write_text("x")
    pages = _Blind(tmp_path)
    assert pages.get_files(["pages", "none"]) == {"pages/a.md", "pages/more/b.md"}
    monkeypatch.setattr(PagesGenerator, "get_files", lambda *given: {"pages/a.md"})
    with pytest.raises(PublishingError, match=r"pages/more/b\.md: it came, or could not be listed"):
        pages.get_files(["pages"])
