"""Do the tests notice? `invoke mutate` puts faults into cleaning and citation and runs their tests on each.

First the tests run without any fault, watched: which runs which line. Then each mutant is tested in a process
forked from one that has all loaded: first by what noticed it before (where results are kept), then by the
tests that run its line, its function, and in the end all others of its room. It has survived when all passed;
it is killed when one fails, the module cannot be loaded, or time or memory run out.
"""

import argparse
import math
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / folder) for folder in ("", "plugins")]

# Loaded once for all the processes to come.
import ftfy  # noqa: E402, F401 - the project's root is on the path only now
import msgspec  # noqa: E402, F401 - as above
import playwright.sync_api  # noqa: E402, F401 - as above

from tests.mutation.children import told_by  # noqa: E402 - as above
from tests.mutation.results import Outcome, Results  # noqa: E402 - as above
from tests.mutation.rooms import ROOMS, ROOT, Case, Room, cases, state_of  # noqa: E402 - as above
from tests.mutation.running import load_and_forget, measure, try_loaded, try_loading  # noqa: E402 - as above

SURE: Final = 1.96  # of a 95 % interval


class Progress:
    """Keeps every outcome and prints survivors as they are found."""

    def __init__(self, results: Results, number: int) -> None:
        self._results = results
        self._number = number
        self._done = self._alive = 0

    def add(self, case: Case, state: str, outcome: Outcome) -> None:
        """One more."""
        self._results.add(case, state, outcome)
        self._done += 1
        if not outcome.killed:
            self._alive += 1
            print(f"survived, {self._alive} of {self._done} ({self._number}): {case}", flush=True)


def try_room(room: Room, some: Sequence[Case], results: Results, processes: int) -> None:
    """Try the mutants of a room of which nothing is known as it stands."""
    state = state_of(room)
    waiting = [case for case in some if results.of(case, state) is None]
    if not waiting:
        return
    # What survived before most likely does again, and takes the longest: it comes last.
    waiting.sort(key=lambda case: (found := results.of(case)) is not None and not found.killed)
    (reach,) = told_by(partial(measure, room))
    before = {case.key: found.killer for case in waiting if (found := results.of(case))}
    plan = [(case, reach.order(case, before.get(case.key, ""))) for case in waiting]
    progress = Progress(results, len(waiting))
    loading = [each for each in plan if reach.is_loading(each[0])]
    in_tests = [each for each in plan if not reach.is_loading(each[0])]
    for case, outcome in told_by(partial(try_loaded, room, in_tests, processes)):
        if outcome is None:
            loading.append((case, reach.order(case, before.get(case.key, ""))))
        else:
            progress.add(case, state, outcome)
    for case, outcome in try_loading(room, loading, processes):
        progress.add(case, state, outcome)


def interval(killed: int, number: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    share = killed / number
    middle = share + SURE**2 / (2 * number)
    spread = SURE * math.sqrt(share * (1 - share) / number + SURE**2 / (4 * number**2))
    whole = 1 + SURE**2 / number
    return (middle - spread) / whole, (middle + spread) / whole


def share(killed: int, number: int) -> str:
    """For people."""
    return f"{killed} of {number} killed, {100 * killed / number:.1f} %"


def killed_in(some: Iterable[Case], results: Results) -> int:
    """How many of them were noticed."""
    return sum(found.killed for case in some if (found := results.of(case)))


def report(some: Sequence[Case], results: Results, whole: bool) -> None:
    """By module and by room."""
    for module, number in Counter(case.module for case in some).items():
        killed = killed_in((case for case in some if case.module == module), results)
        print(f"  {module}: {share(killed, number)}")
    for room in ROOMS:
        of_room = [case for case in some if case.room == room.name]
        if of_room:
            killed = killed_in(of_room, results)
            low, high = interval(killed, len(of_room))
            known = "" if whole else f" (95 % interval {100 * low:.1f} to {100 * high:.1f})"
            print(f"{room.name}: {share(killed, len(of_room))}{known}")


def main() -> int:
    """Exit 1 where fewer than `--least` in a hundred are killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=400, help="how many mutants of all rooms; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--least", type=float, default=85)
    parser.add_argument("--only", default="", help="only modules whose path holds this")
    parser.add_argument("--results", type=Path, help="file that keeps what is found; a trial goes on from it")
    parser.add_argument(
        "--alive", action="store_true", help="only those that the file does not know to be killed"
    )
    given = parser.parse_args()
    started = time.monotonic()
    os.chdir(ROOT)
    results = Results(given.results)
    every = [case for room in ROOMS for case in cases(room) if given.only in case.module]
    chance = random.Random(given.seed)
    chosen = sorted(chance.sample(range(len(every)), min(given.sample or len(every), len(every))))
    sample = [every[number] for number in chosen]
    if given.alive:
        sample = [case for case in sample if not ((found := results.of(case)) and found.killed)]
    load_and_forget()
    for room in ROOMS:
        try_room(room, [case for case in sample if case.room == room.name], results, given.processes)
    report(sample, results, len(sample) == len(every))
    print(f"{len(every)} mutants in all, seed {given.seed}, {time.monotonic() - started:.0f} s")
    good = all(
        killed_in(of_room, results) >= given.least / 100 * len(of_room)
        for room in ROOMS
        if (of_room := [case for case in sample if case.room == room.name])
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
