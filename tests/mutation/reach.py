"""Which test runs which line of the library."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from tests.mutation.rooms import Case

LOADING: Final = ""
"""Stands among the tests for what runs when modules and tests are loaded."""


class Reach(NamedTuple):
    """What every test runs, as measured without any fault."""

    seconds: Mapping[str, float]
    """How long each test takes while it is watched."""
    lines: Mapping[str, Mapping[int, frozenset[str]]]
    """By file and line the tests that run it."""

    def order(self, case: Case, first: str = "") -> list[str]:
        """All tests: `first` (what noticed the mutant before), those of its line, of its function, the rest.

        Short ones stand before long ones.
        """
        here = self.lines.get(str(case.path), {}).get(case.mutant.line, frozenset())
        near = self._of_function(case)
        return sorted(
            self.seconds,
            key=lambda test: (test != first, test not in here, test not in near, self.seconds[test], test),
        )

    def is_loading(self, case: Case) -> bool:
        """Whether the function of a mutant runs before any test does."""
        return LOADING in self._of_function(case)

    def _of_function(self, case: Case) -> set[str]:
        lines = self.lines.get(str(case.path), {})
        return {test for line in case.mutant.body for test in lines.get(line, ())}
