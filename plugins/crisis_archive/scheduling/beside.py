"""Work that goes on in a process of its own while this one does other work."""

import signal
import sys
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

from crisis_archive.scheduling.giving_back import give_back
from crisis_archive.scheduling.shares import Child, fork

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """Some work, begun in a forked process, or left until its result is asked for.

    What holds for `shares.in_shares` holds here too: the process sees all that this one knows, what it
    changes stays with it, and the result must pickle.
    """

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Begin it, if it shall be `forked` and there is a safe fork (on Linux)."""
        self._work = work
        self._child: Child | None = None
        if forked and sys.platform == "linux":
            give_back()
            self._child = fork(self._stoppable)

    def result(self) -> Result:
        """What it gives; asked for once. Raises what it raised, or `LostProcessError` where it was killed."""
        if self._child is None:
            return self._work()
        outcome = self._child.outcome()
        self._child = None
        if isinstance(outcome, BaseException):
            raise outcome
        result: Result = outcome[0]
        return result

    def stop(self) -> None:
        """End it, with all processes that it began, if it still goes on."""
        if self._child is not None:
            self._child.stop()
            self._child = None

    def _stoppable(self) -> Result:
        # Not ended at once: what it began has to be ended first.
        signal.signal(signal.SIGTERM, _end)
        return self._work()


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
