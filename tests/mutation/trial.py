"""Do the tests notice? `invoke mutate` puts faults into cleaning and citation and runs their tests on each.

Each mutant is tested in a process forked from one that has all libraries loaded and none of ours, with the
tests of its room alone. A mutant is killed when a test fails, the module cannot be imported, or the time runs
out. A sample is drawn evenly over all mutants, always the same; survivors are printed.
"""

import argparse
import ast
import importlib.machinery
import importlib.util
import math
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType
from typing import Final, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
LIBRARY = ROOT / "plugins" / "crisis_archive"
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

import ftfy  # noqa: E402, F401 - loaded once for all the processes to come
import hypothesis  # noqa: E402 - as above
import msgspec  # noqa: E402, F401 - as above
import playwright.sync_api  # noqa: E402, F401 - as above
import pytest  # noqa: E402 - as above

from tests.mutation.mutants import Mutant, mutants  # noqa: E402 - the project's root is on the path only now

BROKEN: Final = 3  # exit code where pytest itself breaks
MOST_SECONDS: Final = 120
"""Of processor time for the tests of one mutant."""
SURE: Final = 1.96  # of a 95 % interval


class Room(NamedTuple):
    """Modules, and the tests that must notice a fault in them."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS: Final = (
    Room("cleaning", ("draft.py", "cleaning/**/*.py"), ("tests/test_draft.py", "tests/cleaning")),
    Room(
        "citation",
        ("pages/citing.py", "briefing/checking.py"),
        ("tests/pages/test_page_citing.py", "tests/briefing/test_briefing_checking.py"),
    ),
)


class Case(NamedTuple):
    """One mutant of one module."""

    room: Room
    path: Path
    mutant: Mutant

    def __str__(self) -> str:
        return f"{self.path.relative_to(LIBRARY)}:{self.mutant.line}: {self.mutant.what}"


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a tree in the place of the source."""

    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self._tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._tree, self.path, "exec")


class _Finder(importlib.machinery.PathFinder):
    """Finds one module elsewhere."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._tree = tree

    def find_spec(  # type: ignore[override]  # a method here, a class method there
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Loader(name, spec.origin, self._tree)
        return spec


def cases(room: Room) -> Iterator[Case]:
    """Every mutant of a room."""
    for pattern in room.modules:
        for path in sorted(LIBRARY.glob(pattern)):
            for mutant in mutants(path.read_text("utf-8")):
                yield Case(room, path, mutant)


def compile_patterns() -> None:
    """Load the library and forget it: what `re` has compiled is kept, and each child need not do it again."""
    for module in ("crisis_archive.cleaning", "crisis_archive.draft"):
        importlib.import_module(module)
    for name in [name for name in sys.modules if name.partition(".")[0] == "crisis_archive"]:
        del sys.modules[name]


def tested(room: Room, case: Case | None) -> int:
    """In a child: the tests of a room on a mutant (or on none); gives the process's number."""
    child = os.fork()
    if child:
        return child
    if case is not None:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    if case is not None:
        sys.meta_path.insert(0, _Finder(case.path, case.mutant.tree))
    # A failure need not be made small, and a busy machine kills no mutant.
    hypothesis.settings.register_profile(
        "mutation",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    hypothesis.settings.load_profile("mutation")
    os.chdir(ROOT)
    code = 3
    # The assertions of libraries that are loaded already are not rewritten, which pytest would warn of.
    options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = BROKEN
    try:
        code = int(pytest.main([*options, *room.tests]))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def survivors(sample: Sequence[Case], processes: int) -> list[Case]:
    """Test all of them, several at a time."""
    running: dict[int, Case] = {}
    alive = []
    waiting = list(reversed(sample))
    while waiting or running:
        while waiting and len(running) < processes:
            case = waiting.pop()
            running[tested(case.room, case)] = case
        child, status = os.wait()
        case = running.pop(child)
        if os.waitstatus_to_exitcode(status) == 0:
            alive.append(case)
            done = len(sample) - len(waiting) - len(running)
            print(f"survived, one of {len(alive)} in {done}: {case}", flush=True)
    return alive


def interval(killed: int, number: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    share = killed / number
    middle = share + SURE**2 / (2 * number)
    spread = SURE * math.sqrt(share * (1 - share) / number + SURE**2 / (4 * number**2))
    whole = 1 + SURE**2 / number
    return (middle - spread) / whole, (middle + spread) / whole


def main() -> int:
    """Exit 1 where fewer than `--least` in a hundred are killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=400, help="how many mutants of all rooms; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--least", type=float, default=85)
    parser.add_argument("--only", default="", help="only modules whose path holds this")
    given = parser.parse_args()
    started = time.monotonic()
    compile_patterns()
    for room in ROOMS:
        _, status = os.waitpid(tested(room, None), 0)
        if status:
            raise SystemExit(f"error: the tests of {room.name} fail without any fault; mend them first")
    every = [case for room in ROOMS for case in cases(room) if given.only in str(case.path)]
    chance = random.Random(given.seed)
    chosen = sorted(chance.sample(range(len(every)), min(given.sample or len(every), len(every))))
    sample = [every[number] for number in chosen]
    alive = survivors(sample, given.processes)
    good = True
    for name, some in [
        ("all", sample),
        *((room.name, [c for c in sample if c.room == room]) for room in ROOMS),
    ]:
        if some:
            killed = len(some) - sum(case in alive for case in some)
            low, high = interval(killed, len(some))
            share = f"{killed} of {len(some)} killed, {100 * killed / len(some):.1f} %"
            print(f"{name}: {share} (95 % interval {100 * low:.1f} to {100 * high:.1f})")
            good &= name == "all" or killed >= given.least / 100 * len(some)
    print(f"{len(every)} mutants in all, seed {given.seed}, {time.monotonic() - started:.0f} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
