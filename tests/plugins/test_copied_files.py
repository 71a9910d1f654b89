"""A file that Pelican only warns about must not be missing in a site."""

from pathlib import Path
from typing import Any

import pytest

from copied_files import check_copied, theme_files
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
    check_copied(settings, tmp_path / "site", {})


@pytest.mark.parametrize("path", ["theme/css/site.css", "theme/robots.txt"])
def test_a_file_that_is_missing_is_named(settings: dict[str, Any], tmp_path: Path, path: str) -> None:
    (tmp_path / "site" / path).unlink()
    with pytest.raises(PublishingError, match=f"{Path(path).name}: could not be copied whole"):
        check_copied(settings, tmp_path / "site", {})


def test_a_copy_that_was_cut_short_is_named(settings: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "site" / "theme" / "icon.svg").write_text("stat")
    with pytest.raises(PublishingError, match=r"icon\.svg"):
        check_copied(settings, tmp_path / "site", {})


def test_a_file_that_an_editor_links_is_looked_at_too(settings: dict[str, Any], tmp_path: Path) -> None:
    picture = tmp_path / "content" / "map.png"
    picture.parent.mkdir()
    picture.write_bytes(b"\x89PNG")
    copy(picture, tmp_path / "site" / "map.png")
    check_copied(settings, tmp_path / "site", {str(picture): "map.png"})
    (tmp_path / "site" / "map.png").write_bytes(b"\x89PN")
    with pytest.raises(PublishingError, match=r"map\.png"):
        check_copied(settings, tmp_path / "site", {str(picture): "map.png"})
