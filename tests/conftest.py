"""Fixtures that several rooms of tests share: a browser, the built site of the four seeds, a web server."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import FLAGS, ensure
from tests.webserver import Server

# No test depends on how busy a machine is; whoever chose another profile keeps it.
hypothesis.settings.register_profile("any machine", deadline=None)
if hypothesis.settings.get_current_profile_name() == "default":
    hypothesis.settings.load_profile("any machine")

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


Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """`build("--seeds", folder, ...)` runs the real `invoke build`; all builds of a run share one cache."""
    cache = tmp_path_factory.mktemp("cache")

    def run(*options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "invoke", "build", "--cache", str(cache), *map(str, options)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The site of the four seeds, built once by the real `invoke build`, with a site address."""
    output = tmp_path_factory.mktemp("site") / "output"
    run = build("--output", output, "--siteurl", SITE_ADDRESS)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A copy of the site and of its seeds, to be tampered with."""
    shutil.copytree(site, tmp_path / "site")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for path in (tmp_path / "seeds").iterdir():
        path.chmod(0o644)
    yield tmp_path / "site", tmp_path / "seeds"


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
