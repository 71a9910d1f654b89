"""Chromium for the browser tests: the one named, the one on the path, playwright's own, or one installed now.

`python tests/chromium.py` makes sure that there is one and prints its path; where no way works it ends with
one clear line, because a browser test is never skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "headless_shell")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
"""What the tests start it with: containers give no sandbox, and nothing may be fetched behind our back."""


class NoChromiumError(Exception):
    """No way to a Chromium works; the message says what was tried."""


def find() -> Path | None:
    """A Chromium that is there already; null where none is.

    Raises `NoChromiumError` where the variable names one that does not exist: a wrong name is not ignored.
    """
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named)
        if path is None:
            raise NoChromiumError(f"${VARIABLE} names {named}, which is no program; correct or unset it")
        return Path(path)
    for name in NAMES:
        path = shutil.which(name)
        if path is not None:
            return Path(path)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def ensure() -> Path:
    """A Chromium that is there, or has been installed now. Raises `NoChromiumError`."""
    tried = []
    for install in ((), *_ways()):
        if install:
            print(f"no Chromium found; trying: {' '.join(install)}", file=sys.stderr)
            tried.append(" ".join(install))
            subprocess.run(install, check=False)  # Whether it worked shows in what is found afterwards.
        found = find()
        if found is not None and _starts(found):
            return found
    raise NoChromiumError(
        f"no Chromium that starts: none on the path, and these did not bring one: {'; '.join(tried)}. "
        f"Install Chromium and name it in ${VARIABLE}"
    )


def _ways() -> list[tuple[str, ...]]:
    """Commands that install Chromium here: the system's package first, for a registry is all it needs."""
    playwright = (sys.executable, "-m", "playwright", "install")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    ways: list[tuple[str, ...]] = []
    if is_root and shutil.which("apt-get"):
        ways.append(("apt-get", "update", "-q"))
        ways.append(("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"))
    if is_root or shutil.which("sudo"):
        ways.append((*playwright, "--with-deps", "chromium"))
    ways.append((*playwright, "chromium"))
    return ways


def _starts(program: Path) -> bool:
    """Whether it runs here: an installed browser may lack a library."""
    run = subprocess.run([program, *FLAGS, "--headless", "--version"], capture_output=True, check=False)
    return run.returncode == 0


if __name__ == "__main__":
    try:
        print(ensure())
    except NoChromiumError as error:
        sys.exit(f"error: {error}")
