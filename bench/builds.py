"""What builds cost at several sizes, beside other generators on the same texts: writes a table and a plot.

    invoke bench --documents 500,2000

Everything is measured in one run on one machine, one command after the other: compare rows, not runs.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from math import log
from pathlib import Path
from typing import Final, NamedTuple

from bench.measuring import Cost, cost_of, median, put_aside
from bench.peers import Peer, peers
from bench.plot import plot
from bench.seeds import seeds, write_seeds

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE, PLOT = "bench.md", "bench.svg"
ADDED: Final = 10
COLD, PAGES, SAME, ONE, TEN = (
    "first build",
    "pages and search of a read archive",
    "nothing changed",
    "one seed changed",
    "ten seeds added",
)


class Run(NamedTuple):
    """The measurements at one size."""

    documents: int
    costs: dict[str, Cost]
    files: int
    site: float
    """Megabytes."""
    search: float
    """Megabytes of the search index, before compression."""
    cache: float
    """Megabytes."""


class Bench:
    """One size: its seeds, its settings, and the commands."""

    def __init__(self, work: Path, documents: int, model: bool) -> None:
        self.work, self.documents = work / str(documents), documents
        shutil.rmtree(self.work, ignore_errors=True)
        self.seeds, self.output, self.cache = (self.work / each for each in ("seeds", "output", "cache"))
        (self.work / "content").mkdir(parents=True)
        write_seeds(self.seeds, documents)
        words = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *\n"
        (self.work / "ownconf.py").write_text(words + ("" if model else 'CRISIS_NAME_MODEL = ""\n'), "utf-8")

    def build(self) -> Cost:
        """One `invoke build`."""
        folders = ("seeds", "content", "output", "cache")
        given = [part for name in folders for part in (f"--{name}", str(self.work / name))]
        address = ["--siteurl", "https://example.org/archive", "--settings", str(self.work / "ownconf.py")]
        invoke = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), "build"]
        return cost_of([*invoke, *given, *address], self.work)

    def cold(self) -> Cost:
        """From nothing."""
        for folder in (self.output, self.cache):
            put_aside(folder)
        return self.build()

    def pages(self) -> Cost:
        """Everything was read and related before; the site is gone."""
        put_aside(self.output)
        return self.build()

    def one_changed(self) -> Cost:
        """A sentence more in one seed."""
        path = sorted(self.seeds.iterdir())[self.documents // 2]
        path.write_bytes(path.read_bytes() + b"\nA sentence was added.\n")
        return self.build()

    def ten_added(self) -> Cost:
        """Ten seeds that nobody has seen, new ones in every round."""
        there = len(list(self.seeds.iterdir()))
        for number, (name, content) in enumerate(seeds(ADDED)):
            (self.seeds / f"added-{there + number}-{name}").write_bytes(content)
        return self.build()


class WithModel(NamedTuple):
    """A first build with the statistical model, and the model alone on the same texts."""

    documents: int
    build: Cost
    alone: Cost

    @property
    def words(self) -> str:
        """Both figures and what they say, as Markdown."""
        share = f"{self.alone.cpu / self.build.cpu:.0%} of the model's own speed by processor time"
        share += f", {self.alone.wall / self.build.wall:.0%} by the clock"
        return (
            f"With the statistical model, {self.documents:,} documents: the first build takes "
            f"{_shown(self.build)}; the model alone, over the same cleaned texts in as many processes, "
            f"{_shown(self.alone)}. So the build has {share}."
        )


def measure_model(work: Path, documents: int, rounds: int) -> WithModel:
    """The medians of some rounds, both in each."""
    bench = Bench(work / "model", documents, model=True)
    texts, module = bench.work / "texts.json", [sys.executable, "-m", "bench.model"]
    cost_of([*module, "prepare", str(bench.seeds), str(texts)], bench.work, ROOT)
    builds, alone = [], []
    for _ in range(rounds):
        builds.append(bench.cold())
        alone.append(cost_of([*module, "run", str(texts)], bench.work, ROOT))
    found = WithModel(documents, median(builds), median(alone))
    print(found.words, flush=True)
    return found


def measure(work: Path, documents: int, rounds: int) -> Run:
    """All measurements at one size, the medians of some rounds; peers in the same rounds."""
    bench = Bench(work, documents, model=False)
    others = peers(bench.seeds, bench.work)
    steps: list[tuple[str, Callable[[], Cost]]] = [
        (COLD, bench.cold),
        (PAGES, bench.pages),
        (SAME, bench.build),
        (ONE, bench.one_changed),
        (TEN, bench.ten_added),
    ]
    steps += [(peer.name, partial(_peer, peer)) for peer in others]
    costs: dict[str, list[Cost]] = {name: [] for name, _ in steps}
    for _ in range(rounds):
        for name, step in steps:
            costs[name].append(step())
            print(f"{documents} documents, {name}: {_shown(costs[name][-1])}", flush=True)
    sizes = {path: path.stat().st_size for path in bench.output.rglob("*") if path.is_file()}
    index = sum(size for path, size in sizes.items() if path.is_relative_to(bench.output / "search"))
    kept = sum(path.stat().st_size for path in bench.cache.rglob("*") if path.is_file())
    medians = {name: median(each) for name, each in costs.items()}
    return Run(documents, medians, len(sizes), sum(sizes.values()) / 1e6, index / 1e6, kept / 1e6)


def _peer(peer: Peer) -> Cost:
    put_aside(peer.output)
    first = cost_of(peer.command, peer.folder)
    if not peer.after:
        return first
    second = cost_of(peer.after, peer.folder)
    return Cost(first.wall + second.wall, first.cpu + second.cpu, max(first.peak, second.peak))


def _shown(cost: Cost) -> str:
    return f"{cost.wall:.1f} s, {cost.cpu:.1f} CPU s, {cost.peak:,.0f} MB"


def exponent(runs: Sequence[Run], of: Callable[[Run], float]) -> float:
    """How a figure grows between the smallest and the largest size: 1 is in proportion."""
    first, last = runs[0], runs[-1]
    return log(of(last) / of(first)) / log(last.documents / first.documents)


def table(runs: Sequence[Run], head: str) -> str:
    """All figures as Markdown."""
    names = list(dict.fromkeys(name for run in runs for name in run.costs))
    lines = [["measure", *(f"{run.documents:,} documents" for run in runs)], ["---"] * (len(runs) + 1)]
    lines += [[name, *(_shown(run.costs[name]) for run in runs)] for name in names]
    lines += [
        ["files of the site", *(f"{run.files:,}" for run in runs)],
        ["size of the site", *(f"{run.site:,.0f} MB" for run in runs)],
        ["of which search index", *(f"{run.search:,.1f} MB" for run in runs)],
        ["size of the cache", *(f"{run.cache:,.0f} MB" for run in runs)],
    ]
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    if len(runs) < 2:
        return f"{head}\n\n{text}\n"
    cpu = exponent(runs, lambda run: run.costs[COLD].cpu)
    memory = exponent(runs, lambda run: run.costs[COLD].peak)
    growth = f"The first build grows with the exponent {cpu:.2f} (processor time) and {memory:.2f} (memory)."
    return f"{head}\n\n{text}\n\n{growth}\n\n![The time of builds by the number of documents]({PLOT})\n"


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description="Measure builds beside other site generators.")
    parser.add_argument("--documents", default="500,2000", help="sizes, e.g. 500,2000,8000")
    parser.add_argument("--rounds", type=int, default=1, help="medians of so many rounds")
    parser.add_argument(
        "--model", type=int, default=0, help="so many documents with the statistical model too (0: none)"
    )
    parser.add_argument("--work", type=Path, help="folder for all that is built (default: none is kept)")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="where table and plot are written")
    given = parser.parse_args()
    sizes = sorted(int(each) for each in given.documents.split(","))
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        work = given.work.resolve() if given.work else Path(folder)
        runs = [measure(work, size, given.rounds) for size in sizes]
        model = measure_model(work, given.model, given.rounds) if given.model else None
        for gone in work.glob("*/gone"):
            shutil.rmtree(gone)
    rounds = "one round" if given.rounds == 1 else f"medians of {given.rounds} rounds"
    head = (
        "# What builds cost\n\nWritten by `invoke bench`: synthetic texts of about 435 words, "
        f"without the statistical model, {rounds}, all in one run. {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}; load of the machine {load:.1f} at the "
        f"start and {os.getloadavg()[0]:.1f} at the end (what else ran there slows rows unevenly: "
        "processor seconds say more than seconds). What a row makes anew was moved aside before, not "
        "removed: making files where many were just removed takes ext4 up to ten times as long."
    )
    given.docs.mkdir(parents=True, exist_ok=True)
    told = f"\n{model.words}\n" if model else ""
    (given.docs / TABLE).write_text(table(runs, head) + told, "utf-8")
    lines = {name: [(run.documents, run.costs[name].cpu) for run in runs] for name in runs[0].costs}
    (given.docs / PLOT).write_text(plot(lines, "documents", "CPU seconds"), "utf-8")
    print(f"written: {given.docs / TABLE}, {given.docs / PLOT}")


if __name__ == "__main__":
    main()
