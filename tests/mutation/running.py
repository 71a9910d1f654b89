"""The tests of a room, run by pytest: once to see what each reaches, then on one mutant after another."""

import gc
import importlib
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import hypothesis
import pytest
from coverage import Coverage

from tests.mutation.children import Note, Watcher, outcomes
from tests.mutation.faults import exchange, function_of, load_instead
from tests.mutation.reach import Reach
from tests.mutation.results import Outcome
from tests.mutation.rooms import LIBRARY, Case, Room, name_of

_OPTIONS: Final = (
    *("-q", "-x", "-p", "no:cacheprovider", "--capture=no"),
    # The assertions of libraries that are loaded already are not rewritten, which pytest would warn of.
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)

Plan = Sequence[tuple[Case, list[str]]]
"""Mutants, each with the names of its tests in the order in which to run them."""


def measure(room: Room, tell: Callable[[Reach], None]) -> None:
    """Run the tests under coverage; in a process that has not loaded the library.

    Raises `SystemExit` where they fail.
    """
    coverage = Coverage(data_file=None, config_file=False, include=[str(LIBRARY / "*")])
    watch = _Reaching(coverage)
    coverage.start()
    _load(room)
    code = _pytest(room, watch)
    coverage.stop()
    if code:
        raise SystemExit(f"error: the tests of {room.name} fail without any fault; mend them first")
    data = coverage.get_data()
    lines = {
        file: {line: frozenset(tests) for line, tests in data.contexts_by_lineno(file).items()}
        for file in data.measured_files()
    }
    tell(Reach(watch.seconds, lines))


def try_loaded(
    room: Room, plan: Plan, processes: int, tell: Callable[[tuple[Case, Outcome | None]], None]
) -> None:
    """Try mutants of functions that run in tests alone: all is loaded once, and each child exchanges one.

    Tells null of those that cannot be exchanged. Raises `SystemExit` where a test fails in a child that has
    exchanged nothing.
    """
    _load(room)
    trying = _Trying(plan, processes, tell)
    _pytest(room, trying)
    if trying.broken:
        raise SystemExit(f"error: without any fault this fails in a child: {trying.broken}")


def try_loading(room: Room, plan: Plan, processes: int) -> Iterator[tuple[Case, Outcome]]:
    """Try mutants of what runs when modules are loaded; in a process that has not loaded the library."""
    first = {case.key: tests[0] for case, tests in plan}

    def work(case: Case, note: Note) -> int:
        load_instead(case)
        return _pytest(room, Watcher(note, first[case.key]))

    yield from outcomes([case for case, _ in plan], processes, work)


def load_and_forget() -> None:
    """Load the library and forget it: what `re` has compiled is kept, and each child need not do it again."""
    for module in ("crisis_archive.cleaning", "crisis_archive.draft"):
        importlib.import_module(module)
    for name in [name for name in sys.modules if name.partition(".")[0] == LIBRARY.name]:
        del sys.modules[name]


def _load(room: Room) -> None:
    for path in room.files():
        importlib.import_module(name_of(path))


def _pytest(room: Room, plugin: object) -> int:
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
    return int(pytest.main([*_OPTIONS, *room.tests], plugins=[plugin]))


class _Reaching:
    """Tells coverage which test runs, and what each takes."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] == LIBRARY.name:
                _forget(module)
        self._coverage.switch_context(item.nodeid)
        started = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - started
        return result


def _forget(module: object) -> None:
    """Empty what functions remember, so that each test runs all that it needs."""
    for value in vars(module).values():
        clear = getattr(value, "cache_clear", None)
        if clear is not None:
            clear()


class _Trying:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(
        self, plan: Plan, processes: int, tell: Callable[[tuple[Case, Outcome | None]], None]
    ) -> None:
        self._plan = plan
        self._processes = processes
        self._tell = tell
        self._tests: Mapping[str, pytest.Item] = {}
        self._order = {case.key: tests for case, tests in plan}
        self.broken = ""

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._tests = {item.nodeid: item for item in session.items}
        possible = []
        for case, _ in self._plan:
            if function_of(case):
                possible.append(case)
            else:
                self._tell((case, None))
        gc.freeze()  # what is shared with the children is not touched by collecting it
        for _, sound in outcomes(possible[:1], 1, self._run):
            self.broken = sound.killer
        if not self.broken:
            for case, outcome in outcomes(possible, self._processes, self._work):
                self._tell((case, outcome))
        return True

    def _work(self, case: Case, note: Note) -> int:
        exchange(case)
        return self._run(case, note)

    def _run(self, case: Case, note: Note) -> int:
        """All tests in the order that suits a mutant; 1 as soon as one fails."""
        watcher = Watcher(note)
        tests = [self._tests[name] for name in self._order[case.key]]
        tests[0].config.pluginmanager.register(watcher)
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
            if watcher.failed:
                return 1
        return 0
