"""Tasks that measure, and that try what can go wrong: too long for every run of the tests."""

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from bench.commands import run


@task
def hostile(c: Context) -> None:
    """Build 300 hostile seeds and open every page of them in a real browser; some minutes."""
    run([sys.executable, "tests/hostile/trial.py"])


@task
def plug(c: Context) -> None:
    """Kill fifty builds at all moments, and look whether the old site stands or the new; some minutes."""
    run([sys.executable, "tests/hostile/plug.py"])


@task
def surroundings(c: Context) -> None:
    """Build the same texts six times, each somewhere else, and compare every byte; needs faketime."""
    run([sys.executable, "tests/hostile/surroundings.py"])


@task(
    help={"builds": "how many builds to let fail", "last": "only publishing, every call of a whole build's"}
)
def faults(c: Context, builds: int = 200, last: bool = False) -> None:
    """Let system calls fail one by one, and look at what stands; needs strace, takes half an hour."""
    run([sys.executable, "tests/hostile/faults.py", f"--builds={builds}", *(["--last"] if last else [])])


@task(
    name="fuzz-seeds",
    help={"minutes": "how long", "seed": "of chance, for the first process", "processes": "how many at once"},
)
def fuzz_seeds(c: Context, minutes: int = 30, seed: int = 1, processes: int = 1) -> None:
    """Read, clean and annotate seeds that chance made; prints crashes, hangs and what does not add up."""
    options = [f"--minutes={minutes}", f"--seed={seed}", f"--processes={processes}"]
    run([sys.executable, "tests/hostile/fuzz_seeds.py", *options])


@task(name="fuzz-queries", help={"queries": "how many", "seed": "of chance"})
def fuzz_queries(c: Context, queries: int = 100_000, seed: int = 1) -> None:
    """Ask the search page's own scripts queries that chance made, in a real browser; some minutes."""
    run([sys.executable, "tests/hostile/fuzz_queries.py", f"--queries={queries}", f"--seed={seed}"])


@task(
    help={
        "sample": "how many mutants, 0 for all",
        "seed": "of the sample",
        "only": "only modules whose path holds this",
        "results": "file that keeps what is found; a trial goes on from it",
    }
)
def mutate(c: Context, sample: int = 400, seed: int = 1, only: str = "", results: str | None = None) -> None:
    """Put faults into cleaning and citation, and see whether the tests notice; some minutes."""
    options = [f"--sample={sample}", f"--seed={seed}", f"--only={only}"]
    if results is not None:
        options.append(f"--results={results}")
    run([sys.executable, "tests/mutation/trial.py", *options])


@task
def coverage(c: Context) -> None:
    """How much of the library the tests run, branches and other processes too; fails below 95 %."""
    run([sys.executable, "-m", "coverage", "erase"])
    run([sys.executable, "-m", "coverage", "run", "-m", "pytest", "-m", "not browser"])
    run([sys.executable, "-m", "coverage", "combine", "--quiet"])
    run([sys.executable, "-m", "coverage", "report"])


@task(
    help={
        "documents": "sizes, e.g. 500,2000,8000",
        "rounds": "medians of so many rounds",
        "model": "so many documents with the statistical model too, beside the model alone (0: none)",
        "work": "folder for all that is built (default: none is kept)",
    },
)
def bench(
    c: Context,
    documents: str = "500,2000",
    rounds: int = 1,
    model: int = 200,
    work: str | None = None,
) -> None:
    """Measure builds at several sizes beside other generators; writes docs/bench.md and its plot."""
    options = ["--documents", documents, "--rounds", str(rounds), "--model", str(model)]
    if work is not None:
        options += ["--work", str(Path(work).absolute())]
    run([sys.executable, "-m", "bench.builds", *options])


@task(
    name="bench-search",
    help={
        "documents": "how many synthetic articles",
        "queries": "how many queries, each by a new reader",
        "work": "folder that keeps the three sites for the next run (default: none is kept)",
    },
)
def bench_search(c: Context, documents: int = 1000, queries: int = 15, work: str | None = None) -> None:
    """Measure the search beside lunr in one file and Pagefind; prints a table (needs the extra `bench`)."""
    options = ["--documents", str(documents), "--queries", str(queries)]
    if work is not None:
        options += ["--work", str(Path(work).absolute())]
    run([sys.executable, "-m", "bench.search", *options])


@task(
    name="bench-reading",
    help={"documents": "how many synthetic seeds", "seeds": "folder of seeds to read instead"},
)
def bench_reading(c: Context, documents: int = 400, seeds: str | None = None) -> None:
    """Measure what reading and relating texts cost beside the model; prints a table (extra `bench`)."""
    options = ["--documents", str(documents)] if seeds is None else ["--seeds", str(Path(seeds).absolute())]
    run([sys.executable, "-m", "bench.reading", *options])


@task(
    name="bench-cleaning",
    help={"documents": "how many synthetic seeds", "seeds": "folder of seeds to clean instead"},
)
def bench_cleaning(c: Context, documents: int = 1000, seeds: str | None = None) -> None:
    """Measure what cleaning costs beside ftfy; prints a table (extra `bench`)."""
    options = ["--documents", str(documents)] if seeds is None else ["--seeds", str(Path(seeds).absolute())]
    run([sys.executable, "-m", "bench.cleaning", *options])
