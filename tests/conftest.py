"""Fixtures that several rooms of tests share: a browser, the built site of the four seeds, a web server."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.chromium import FLAGS, ensure
from tests.webserver import Server

ROOT = Path(__file__).resolve().parent.parent
SITE_ADDRESS = "https://example.org/archive"
"""The address that the shared site is built for."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; installed where there is none, never skipped."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the four seeds, built once by the real `invoke build`, with a site address."""
    folder = tmp_path_factory.mktemp("site")
    output = folder / "output"
    command = [
        sys.executable,
        "-m",
        "invoke",
        "build",
        "--output",
        str(output),
        "--cache",
        str(folder / "cache"),
    ]
    run = subprocess.run([*command, "--siteurl", SITE_ADDRESS], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path, str], str]]:
    """`serve(folder, prefix)` serves a folder as GitHub's project pages do; its address ends in `/`."""
    servers: list[Server] = []

    def start(folder: Path, prefix: str = "archive") -> str:
        servers.append(Server(folder, prefix))
        return servers[-1].address

    yield start
    for server in servers:
        server.stop()
