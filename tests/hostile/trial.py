"""Build the hostile corpus within limits, and look at it: with the verifier and in a real browser.

`invoke hostile` (`python tests/hostile/trial.py`) looks at every page and prints what it saw; the test takes
a sample. Nothing here asserts.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)] * (str(ROOT) not in sys.path)

import verify  # noqa: E402 - the project's root is on the path only now
from tests.chromium import FLAGS, ensure  # noqa: E402 - as above
from tests.hostile.corpus import MARK, PAYLOADS, make  # noqa: E402 - as above

MEMORY = 8 << 30  # bytes of address space; the libraries for numbers reserve much and use little
PROCESSOR = 400  # seconds that one process may compute
LARGEST_FILE = 1 << 30


@dataclass
class Outcome:
    """What one build of the corpus came to."""

    folder: Path
    code: int
    output: str
    seconds: float
    memory: int
    """Most kilobytes that a process of it held."""
    neighbours: tuple[str, ...]

    @property
    def site(self) -> Path:
        return self.folder / "output"

    @property
    def seeds(self) -> Path:
        return self.folder / "seeds"

    def litter(self) -> list[str]:
        """What the build wrote anywhere but in its output and its cache."""
        expected = {"seeds", "content", "output", "cache", "home", "temporary"}
        strange = [path for path in self.folder.iterdir() if path.name not in expected]
        inside = [*(self.folder / "content").rglob("*"), *(self.folder / "temporary").iterdir()]
        return sorted(map(str, (*strange, *inside)))


def build(folder: Path, every: int = 1) -> Outcome:
    """Make the corpus below an empty folder and build it as a user does, within limits."""
    neighbours = make(folder / "seeds", every)
    for name in ("content", "home", "temporary"):
        (folder / name).mkdir()
    options = {name: str(folder / name) for name in ("seeds", "content", "output", "cache")}
    command = [sys.executable, "-m", "invoke", "build", "--siteurl", "https://example.org/archive"]
    for name, value in options.items():
        command += [f"--{name}", value]
    surroundings = {**os.environ, "HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary")}
    started = time.monotonic()
    run = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, preexec_fn=_limit, timeout=900, check=False
    )
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    text = run.stderr.decode("utf-8", "backslashreplace") + run.stdout.decode("utf-8", "backslashreplace")
    return Outcome(folder, run.returncode, text, seconds, memory, neighbours)


def _limit() -> None:
    """In the child: what is not bounded is killed."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


@dataclass
class Seen:
    """What happened in the browser that should not."""

    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """To anywhere but the site."""
    errors: list[str] = field(default_factory=list)
    """Exceptions, errors of the console (a script that the policy stopped is one), a script's mark."""

    def all(self) -> list[str]:
        return [*self.dialogs, *self.requests, *self.errors]


def browse(browser: Browser, site: Path, pages: Sequence[Path], queries: Sequence[str]) -> Seen:
    """Open pages from disk and search for the queries."""
    seen = Seen()
    page = browser.new_page()
    _watch(page, site, seen)
    for path in pages:
        page.goto(path.as_uri(), wait_until="load")
        if page.evaluate(f"'{MARK}' in window"):
            seen.errors.append(f"{path}: a script of a seed ran")
    for query in queries:
        page.goto((site / "search.html").as_uri())
        page.fill("main input[type=search]", query)
        page.press("main input[type=search]", "Enter")
        page.wait_for_timeout(150)
        if page.evaluate(f"'{MARK}' in window"):
            seen.errors.append(f"search for {query}: a script ran")
    page.close()
    return seen


def _watch(page: Page, site: Path, seen: Seen) -> None:
    def on_request(request: Request) -> None:
        if not request.url.startswith(site.as_uri() + "/"):
            seen.requests.append(f"{page.url} asks for {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            seen.errors.append(f"{page.url}: {message.text}")

    def on_dialog(dialog: Dialog) -> None:
        seen.dialogs.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", on_dialog)
    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: seen.errors.append(f"{page.url}: {error}"))


def all_pages(site: Path) -> list[Path]:
    """Every page, in order, but the one for missing addresses: its links work where the site is published."""
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def main() -> int:
    """The whole trial; prints what it saw."""
    with tempfile.TemporaryDirectory() as name:
        outcome = build(Path(name))
        print(f"build: exit {outcome.code}, {outcome.seconds:.0f} s, {outcome.memory // 1024} MB at most")
        if outcome.code:
            print(outcome.output)
            return 1
        print(outcome.output.strip().splitlines()[-1])
        findings = verify.verify(outcome.site, outcome.seeds)
        print(
            f"verify: {len(findings)} findings; outside the output: {outcome.litter()}", *findings, sep="\n"
        )
        pages = all_pages(outcome.site)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
            seen = browse(browser, outcome.site, pages, PAYLOADS)
            browser.close()
        print(
            f"browser: {len(pages)} pages, {len(PAYLOADS)} searches: {len(seen.dialogs)} dialogs, "
            f"{len(seen.requests)} requests elsewhere, {len(seen.errors)} errors or scripts",
            *seen.all(),
            sep="\n",
        )
        return 1 if findings or seen.all() or outcome.litter() else 0


if __name__ == "__main__":
    sys.exit(main())
