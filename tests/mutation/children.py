"""Processes that stand apart: one that tells values as it finds them, many that each test a mutant."""

import mmap
import os
import pickle
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

import pytest

from tests.mutation.results import Outcome
from tests.mutation.rooms import Case

BROKEN: Final = 3  # exit code where pytest itself breaks
TEST_SECONDS: Final = 10
"""Of processor time for one test; the slowest takes less than one."""
MOST_SECONDS: Final = 120
"""The same for all tests of one mutant."""
MOST_MEMORY: Final = 4 << 30
"""Bytes of addresses: what grows without end must not take the machine with it."""
_NOTE: Final = 4096  # bytes; names of tests are shorter


class Note:
    """What a child says last, read when it is gone."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _NOTE)

    def write(self, text: str) -> None:
        """Put a text in the place of the one before."""
        self._shared.seek(0)
        self._shared.write(text.encode()[: _NOTE - 1] + b"\0")

    def read(self) -> str:
        """The last text."""
        return self._shared[:].partition(b"\0")[0].decode("utf-8", "replace")


class Watcher:
    """A plugin for pytest in a child: notes which test runs, bounds its time, knows whether one failed."""

    def __init__(self, note: Note, first: str = "") -> None:
        self._note = note
        self._first = first
        self.failed = False

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: item.nodeid != self._first)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        self._note.write(item.nodeid)
        signal.setitimer(signal.ITIMER_PROF, TEST_SECONDS)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed


def told_by(work: Callable[[Callable[[Any], None]], None]) -> Iterator[Any]:
    """What `work` tells in a process of its own, which leaves nothing behind in this one.

    Raises `SystemExit` where it ends badly.
    """
    here, there = os.pipe()
    process = os.fork()
    if not process:
        code = BROKEN
        try:
            os.close(here)
            with os.fdopen(there, "wb") as pipe:
                work(lambda value: _send(pipe, value))
            code = 0
        except SystemExit as end:
            print(end, flush=True)
        finally:
            os._exit(code)
    os.close(there)
    with os.fdopen(here, "rb") as pipe:
        while pipe.peek(1):
            yield pickle.load(pipe)
    _, status = os.waitpid(process, 0)
    if status:
        raise SystemExit(1)


def _send(pipe: Any, value: object) -> None:  # noqa: ANN401 - any file of bytes
    pickle.dump(value, pipe)
    pipe.flush()


class _Child(NamedTuple):
    case: Case
    note: Note


def outcomes(
    cases: Iterable[Case], processes: int, work: Callable[[Case, Note], int]
) -> Iterator[tuple[Case, Outcome]]:
    """Test mutants, several at a time, each in a child; `work` gives 0 where all its tests pass."""
    running: dict[int, _Child] = {}
    waiting = list(reversed(list(cases)))
    while waiting or running:
        while waiting and len(running) < processes:
            case, note = waiting.pop(), Note()
            running[_started(case, note, work)] = _Child(case, note)
        process, status = os.wait()
        case, note = running.pop(process)
        yield case, _outcome(note.read(), status)


def _started(case: Case, note: Note, work: Callable[[Case, Note], int]) -> int:
    process = os.fork()
    if process:
        return process
    code = BROKEN
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        code = work(case, note)
    finally:
        os._exit(code)


def _outcome(test: str, status: int) -> Outcome:
    if status == 0:
        return Outcome("")
    if os.WIFSIGNALED(status):
        ended = signal.Signals(os.WTERMSIG(status))
        return Outcome(test, "time" if ended in (signal.SIGPROF, signal.SIGXCPU) else ended.name)
    return Outcome(test, "" if test else "import")
