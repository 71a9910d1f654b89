"""The tests' own server must answer as the published host does, or the browser tests prove nothing."""

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest


def test_a_page_below_the_sub_path_is_served(tmp_path: Path, serve: Callable[[Path, str], str]) -> None:
    (tmp_path / "index.html").write_text("home", "utf-8")
    with urllib.request.urlopen(serve(tmp_path, "some/where") + "index.html") as answer:
        assert answer.read() == b"home"


@pytest.mark.parametrize("path", ["missing/page.html", "folder/", "../index.html"])
def test_what_is_missing_gets_the_404_page(
    tmp_path: Path, serve: Callable[[Path, str], str], path: str
) -> None:
    (tmp_path / "index.html").write_text("home", "utf-8")
    (tmp_path / "404.html").write_text("no such page", "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(urllib.parse.urljoin(serve(tmp_path, "archive"), path))
    with raised.value as answer:
        assert (answer.code, answer.read()) == (404, b"no such page")
