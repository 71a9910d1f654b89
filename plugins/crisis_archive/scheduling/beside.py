"""Work that goes on in a process of its own while this one does other work."""

import mmap
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Generic, NoReturn, TypeVar

from crisis_archive.scheduling.giving_back import give_back
from crisis_archive.scheduling.shares import fork_to, unpacked

Result = TypeVar("Result")
_ALIGNED: Final = 64
"""Arrays begin at multiples of so many bytes."""


class Beside(Generic[Result]):
    """Some work, begun in a forked process, or left until its result is asked for.

    What holds for `shares.in_shares` holds here too: the process sees all that this one knows, what it
    changes stays with it, and the result must pickle. When it is done it waits for nobody, and its memory is
    free. Arrays in the result are not sent: both processes see them in the same place.
    """

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Begin it, if it shall be `forked` and there is a safe fork (on Linux)."""
        self._work = work
        self._process: int | None = None
        self._told = self._arrays = -1
        self._is_forked = forked and sys.platform == "linux"
        if self._is_forked:
            give_back()
            self._told = os.memfd_create("told")  # no pipe: that holds little, and whoever fills it waits
            self._arrays = os.memfd_create("arrays")
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
        with os.fdopen(self._told, "rb") as told, os.fdopen(self._arrays, "rb") as arrays:
            self._told = self._arrays = -1
            told.seek(0)
            outcome = unpacked(told.read())
            if isinstance(outcome, BaseException):
                raise outcome
            ((packed, sizes),) = outcome
            result: Result = pickle.loads(packed, buffers=_standing_in(arrays.fileno(), sizes))
        return result

    def stop(self) -> None:
        """End it, with all processes that it began, if it still goes on."""
        if self.goes_on and self._process is not None:
            os.kill(self._process, signal.SIGTERM)
            os.waitpid(self._process, 0)
            self._process = None
        for file in {self._told, self._arrays} - {-1}:
            os.close(file)
        self._told = self._arrays = -1

    def _stoppable(self) -> tuple[bytes, list[int]]:
        # Not ended at once: what it began has to be ended first.
        signal.signal(signal.SIGTERM, _end)
        apart: list[pickle.PickleBuffer] = []
        told = pickle.dumps(self._work(), 5, buffer_callback=apart.append)
        arrays = [each.raw() for each in apart]
        with os.fdopen(self._arrays, "wb") as stream:
            for each in arrays:
                stream.write(each)
                stream.write(bytes(-len(each) % _ALIGNED))
        return told, [len(each) for each in arrays]


def _standing_in(file: int, sizes: Sequence[int]) -> Iterator[memoryview]:
    """The arrays where they stand: no copy is made of them."""
    start, whole = 0, memoryview(b"")
    for size in sizes:
        if size and not whole:
            whole = memoryview(mmap.mmap(file, 0, mmap.MAP_PRIVATE))
        yield whole[start : start + size]
        start += size + -size % _ALIGNED


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
