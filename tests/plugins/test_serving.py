"""`invoke serve` answers as the published host does."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from pelican.server import RootedHTTPServer

from serving import SitePages


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A served folder of a few pages."""
    (tmp_path / "index.html").write_text("home", "utf-8")
    (tmp_path / "404.html").write_text("no such page", "utf-8")
    (tmp_path / "data").mkdir()
    server = RootedHTTPServer(str(tmp_path), ("127.0.0.1", 0), SitePages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["", "index.html", "index.html?x=1"])
def test_a_page_is_served(address: str, path: str) -> None:
    with urllib.request.urlopen(address + path) as answer:
        assert answer.read() == b"home"


@pytest.mark.parametrize("path", ["nothing.html", "nothing/at/all", "data/", "nothing.html?x=1"])
def test_what_is_missing_gets_the_404_page(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(address + path)
    with raised.value as answer:
        assert (answer.code, answer.read()) == (404, b"no such page")


def test_without_a_404_page_there_is_an_answer_still(address: str, tmp_path: Path) -> None:
    (tmp_path / "404.html").unlink()
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(address + "nothing.html")
    with raised.value as answer:
        assert answer.code == 404
