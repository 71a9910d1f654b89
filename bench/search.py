"""What the search costs a reader and a build, beside lunr in one file and Pagefind: prints a table.

    invoke bench-search --documents 10000

Everything is measured in one run on one machine: compare columns, not runs.
"""

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from bench.articles import Article, articles
from bench.engines import (
    lunr_js_command,
    pagefind_command,
    records_of,
    write_lunr,
    write_ours,
    write_page,
    write_pages,
)
from bench.equality import differing
from bench.serving import Server
from crisis_archive.search import index_files
from crisis_archive.search.pipeline import ENGLISH, terms_of
from lunr_search import JOINED
from tests.chromium import FLAGS, ensure

FIRST_RESULT: Final = """() => {
  window.firstResult = new Promise((resolve) => new MutationObserver((changes, observer) => {
    if (!document.querySelector("[data-search-results] li")) return;
    observer.disconnect();
    resolve(performance.now());
  }).observe(document, { childList: true, subtree: true }));
}"""
FIRST_SCRIPT: Final = """() => Math.min(...performance.getEntriesByType("resource")
  .filter((each) => /\\.js$/.test(each.name)).map((each) => each.startTime))"""
NEXT_RESULT: Final = """(query) => new Promise((resolve) => {
  const box = document.querySelector("input[type=search]"), began = performance.now();
  new MutationObserver((changes, observer) => {
    if (!changes.some((each) => [...each.addedNodes].some((node) => node.nodeName === "LI"))) return;
    observer.disconnect();
    resolve(performance.now() - began);
  }).observe(document.querySelector("[data-search-results]"), { childList: true });
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
})"""
# A process counts the peak of the one it was forked from as its own: a small one stands in between.
LAUNCHER: Final = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], close_fds=True).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
raise SystemExit(code)
"""
FROM_DISK: Final = 3_000
"""Milliseconds to wait for a result."""


OWN_SCRIPTS: Final = {f"search/{name}.js" for name in JOINED}


class Cost(NamedTuple):
    """What a build took."""

    cpu: float
    peak: float
    """Megabytes."""
    said: str = ""


class Use(NamedTuple):
    """What one reader's search took, or the medians of many."""

    first: float
    """Milliseconds from the start of loading the page to the first result."""
    loading: float
    """The same from the start of loading the first script."""
    following: float
    of_index: float
    """Bytes."""
    records: float
    library: float
    page: float
    requests: float
    heap: float
    """Megabytes."""


def queries(found: Sequence[Article], count: int) -> list[str]:
    """Three words that stand in one article, none of them a stop word."""
    dice = random.Random("queries")
    terms = terms_of(ENGLISH)
    made: list[str] = []
    while len(made) < count:
        text = " ".join(dice.choice(found).paragraphs)
        words = sorted({word for word in re.findall(r"\b[a-z]{3,}\b", text) if terms(word)})
        made.append(" ".join(dice.sample(words, 3)))
    return made


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command; processor time and peak memory of it and its children."""
    run = subprocess.run(
        [sys.executable, "-S", "-E", "-c", LAUNCHER, *command], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"error: {' '.join(command)[:80]} failed: {run.stderr.strip()}")
    said, _, last = run.stdout.rstrip().rpartition("\n")
    cpu, peak = map(float, last.split())
    return Cost(cpu, peak, said.strip())


def build_alone(documents: int) -> None:
    """Build our index in this process and say what it cost without making up the articles."""
    records = records_of(articles(documents))
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in index_files(records, ()):
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    print(time.process_time() - began)


def kind_of(name: str) -> str:
    """Which part of a search a file belongs to."""
    if name.endswith(("lunr.js", ".pagefind", "pagefind.js", "pagefind-worker.js")):
        return "library"
    if "search/records/" in name or name.endswith(".pf_fragment"):
        return "records"
    if name in OWN_SCRIPTS:
        return "page"
    if name.startswith("search/") or "pagefind/" in name:
        return "index"
    return "page"


def use_of(browser: Browser, server: Server, query: str, following: str) -> Use:
    """One new reader: the search page opened with a query, then another query typed."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({FIRST_RESULT})()")
    server.log.clear()
    page.goto(f"{server.address}search.html?q={quote(query)}", wait_until="commit")
    first = page.evaluate("window.firstResult")
    page.wait_for_load_state("networkidle")
    log = list(server.log)
    began = page.evaluate(FIRST_SCRIPT)
    second = page.evaluate(NEXT_RESULT, following)
    page.wait_for_load_state("networkidle")
    tools = context.new_cdp_session(page)
    tools.send("HeapProfiler.collectGarbage")
    heap = tools.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    size = dict.fromkeys(("index", "records", "library", "page"), 0)
    for name, length in log:
        size[kind_of(name)] += length
    index, records, library, rest = size.values()
    return Use(first, first - began, second, index, records, library, rest, len(log), heap)


def median_uses(browser: Browser, folders: dict[str, Path], asked: Sequence[str]) -> dict[str, Use]:
    """The medians over all queries, each by a new reader of each site in turn."""
    servers = {name: Server(folder) for name, folder in folders.items()}
    uses: dict[str, list[Use]] = {name: [] for name in folders}
    for place, query in enumerate(asked):
        for name, server in servers.items():
            uses[name].append(use_of(browser, server, query, asked[place - 1]))
    for server in servers.values():
        server.stop()
    return {name: Use(*map(statistics.median, zip(*each, strict=True))) for name, each in uses.items()}


def from_disk(browser: Browser, folder: Path, query: str) -> str:
    """Whether the page finds anything when it is opened from disk."""
    page: Page = browser.new_page()
    page.goto((folder / "search.html").as_uri() + f"?q={quote(query)}")
    try:
        page.wait_for_selector("[data-search-results] li", timeout=FROM_DISK)
    except TimeoutError:
        return "no"
    finally:
        page.close()
    return "yes"


def kilobytes(size: float) -> str:
    return f"{size / 1000:,.1f} KB"


MEASURES: Final[tuple[tuple[str, Callable[[Use], str]], ...]] = (
    ("index, records and library together", lambda use: kilobytes(use.of_index + use.records + use.library)),
    ("of which index", lambda use: kilobytes(use.of_index)),
    ("of which records", lambda use: kilobytes(use.records)),
    ("of which library", lambda use: kilobytes(use.library)),
    ("the page itself, its styles and scripts", lambda use: kilobytes(use.page)),
    ("requests", lambda use: f"{use.requests:.0f}"),
    ("from opening the page to the first result", lambda use: f"{use.first:.0f} ms"),
    ("of which from the start of loading its scripts", lambda use: f"{use.loading:.0f} ms"),
    ("the next query, from typing to the first result", lambda use: f"{use.following:.0f} ms"),
    ("JavaScript heap", lambda use: f"{use.heap:.1f} MB"),
)


def table(uses: dict[str, Use], costs: dict[str, Cost], disk: dict[str, str], equal: str) -> str:
    """The table of all measures as Markdown."""
    building = {name: f"{cost.cpu:.1f} CPU s, {cost.peak:,.0f} MB" for name, cost in costs.items()}
    rows = [(name, {each: show(use) for each, use in uses.items()}) for name, show in MEASURES]
    rows.append(("queries answered otherwise than by lunr.js on the whole index", {"ours": equal}))
    rows += [("building", building), ("works from disk", disk)]
    lines = [["measure", *uses], ["---"] * (len(uses) + 1)]
    lines += [[name, *(cells.get(each, "not measured") for each in uses)] for name, cells in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def build_costs(work: Path, documents: int) -> tuple[dict[str, Cost], str]:
    """What each index costs to build, and whether lunr.js's has the same bytes as ours."""
    ours = cost_of([sys.executable, "-m", "bench.search", "--build", str(documents)])
    costs = {"ours": Cost(float(ours.said), ours.peak)}
    bytes_of_lunr = "not compared: no Node"
    if command := lunr_js_command(work / "ours"):
        costs["lunr, one file"] = cost_of(command)
        bytes_of_lunr = costs["lunr, one file"].said
    if command := pagefind_command(work / "pagefind"):
        costs["Pagefind"] = cost_of(command)
    return costs, bytes_of_lunr


def write_sites(work: Path, found: Sequence[Article]) -> None:
    """The three sites below `work`; those that are there already stay, with today's page and scripts."""
    if (work / "pagefind").is_dir():
        write_page(work / "ours")
        return
    write_ours(work / "ours", records_of(found))
    write_lunr(work / "lunr", work / "ours")
    write_pages(work / "pagefind", found)


def measure(work: Path, documents: int, count: int) -> None:
    """Write the three sites, measure them, print the table."""
    load = os.getloadavg()[0]
    found = list(articles(documents))
    write_sites(work, found)
    costs, bytes_of_lunr = build_costs(work, documents)
    folders = {"ours": work / "ours", "lunr, one file": work / "lunr"}
    if "Pagefind" in costs:
        folders["Pagefind"] = work / "pagefind"
    asked = queries(found, count)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        uses = median_uses(browser, folders, asked)
        disk = {name: from_disk(browser, folder, asked[0]) for name, folder in folders.items()}
        equal = differing(browser, work / "ours")
        browser.close()
    print(f"{documents} articles, {count} queries of three words each by a new reader, medians;")
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f} to {os.getloadavg()[0]:.1f}")
    print(f"our index and lunr.js's: {bytes_of_lunr}\n")
    print(table(uses, costs, disk, equal))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the search beside lunr in one file and Pagefind.")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=15)
    parser.add_argument("--work", type=Path, help="folder for the three sites, kept (default: none is kept)")
    parser.add_argument("--build", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        build_alone(given.build)
    elif given.work:
        measure(given.work.resolve(), given.documents, given.queries)
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), given.documents, given.queries)


if __name__ == "__main__":
    main()
