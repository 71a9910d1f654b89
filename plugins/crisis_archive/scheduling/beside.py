"""Work that goes on in a process of its own while this one does other work."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar

from crisis_archive.scheduling.giving_back import give_back
from crisis_archive.scheduling.shares import fork_to, unpacked

Result = TypeVar("Result")


class Beside(Generic[Result]):
    """Some work, begun in a forked process, or left until its result is asked for.

    What holds for `shares.in_shares` holds here too: the process sees all that this one knows, what it
    changes stays with it, and the result must pickle. When it is done it waits for nobody, and its memory is
    free.
    """

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Begin it, if it shall be `forked` and there is a safe fork (on Linux)."""
        self._work = work
        self._process: int | None = None
        self._told = -1
        self._is_forked = forked and sys.platform == "linux"
        if self._is_forked:
            give_back()
            self._told = os.memfd_create("told")  # no pipe: that holds little, and whoever fills it waits
            self._process = fork_to(self._told, self._stoppable)

    @property
    def goes_on(self) -> bool:
        """Whether a process is at it."""
        if self._process is not None and os.waitpid(self._process, os.WNOHANG) != (0, 0):
            self._process = None
        return self._process is not None

    def result(self) -> Result:
        """What it gives; asked for once. Raises what it raised, or `LostProcessError` where it was killed."""
        if not self._is_forked:
            return self._work()
        if self._process is not None:
            os.waitpid(self._process, 0)
            self._process = None
        with os.fdopen(self._told, "rb") as told:
            self._told = -1
            told.seek(0)
            outcome = unpacked(told.read())
        if isinstance(outcome, BaseException):
            raise outcome
        result: Result = outcome[0]
        return result

    def stop(self) -> None:
        """End it, with all processes that it began, if it still goes on."""
        if self.goes_on and self._process is not None:
            os.kill(self._process, signal.SIGTERM)
            os.waitpid(self._process, 0)
            self._process = None
        if self._told >= 0:
            os.close(self._told)
            self._told = -1

    def _stoppable(self) -> Result:
        # Not ended at once: what it began has to be ended first.
        signal.signal(signal.SIGTERM, _end)
        return self._work()


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
