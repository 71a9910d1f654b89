"""Work on what this process knows already, shared with processes forked from it: nothing is sent to them."""

import os
import pickle
import selectors
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from crisis_archive.scheduling.giving_back import give_back

Item = TypeVar("Item")
Result = TypeVar("Result")
_LOST: Final = "a process of this build was killed; build again, with fewer --jobs if memory was short"


class LostProcessError(RuntimeError):
    """A process of the build ended without a word; the message says what to do."""


_BYTES_AT_ONCE: Final = 1 << 20


class Child(NamedTuple):
    """A process that was forked for some work, and the pipe on which it tells what came of it."""

    process: int
    pipe: int

    def outcome(self) -> Any:  # noqa: ANN401 - a result as a tuple of one, or what was raised
        """What came of the work, when it is done."""
        with os.fdopen(self.pipe, "rb", closefd=False) as stream:
            told = stream.read()
        os.close(self.pipe)
        os.waitpid(self.process, 0)
        return unpacked(told)

    def stop(self) -> None:
        """End it, whatever it does, and wait until it has ended."""
        os.kill(self.process, signal.SIGTERM)
        os.close(self.pipe)
        os.waitpid(self.process, 0)


_Running = dict[int, tuple[int, Child, list[bytes]]]
"""By pipe: the number of the part, the process that does it, and what it told so far."""


def in_shares(work: Callable[[int, int], Result], processes: int) -> list[Result]:
    """`work(share, shares)` for every share, each in a process of its own, the first in this one.

    The processes see all that this one knows, and what they change stays with them; results must pickle and
    come in the order of the shares. What any of them raises is raised here, when all have ended. One process
    does all where there is no safe fork (elsewhere than on Linux). Raises `LostProcessError` where a
    process was killed.
    """
    if processes <= 1 or sys.platform != "linux":
        return [work(0, 1)]
    give_back()
    children = [fork(partial(work, share, processes)) for share in range(1, processes)]
    outcomes = []
    try:
        results = [work(0, processes)]
        while children:
            outcomes.append(children[0].outcome())
            del children[0]
    finally:
        for child in children:
            child.stop()
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return [*results, *(outcome[0] for outcome in outcomes)]


def in_turns(
    work: Callable[[Sequence[Item]], Result],
    parts: Sequence[Sequence[Item]],
    processes: int,
    free: Callable[[], int] | None = None,
) -> list[Result]:
    """`work(part)` for every part, each in a process that ends with it; else as `in_shares`.

    A process gets a copy of all that it looks at, for looking at a value counts who holds it: one that does a
    small part and ends needs little memory, one that goes through everything as much as this one.
    Where others work beside, `free` tells how many may be at it just then: one at least.
    """
    if processes <= 1 or len(parts) <= 1 or sys.platform != "linux":
        return [work(part) for part in parts]
    told: dict[int, bytes] = {}
    running: _Running = {}
    give_back()
    try:
        with selectors.DefaultSelector() as pipes:
            for number, part in enumerate(parts):
                _start(running, pipes, number, fork(partial(work, part)))
                is_last = number == len(parts) - 1
                while len(running) >= (free() if free else processes) or (is_last and running):
                    told |= _ended(running, pipes)
    finally:
        for _, child, _ in running.values():
            child.stop()
    outcomes = [unpacked(told[number]) for number in range(len(parts))]
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return [outcome[0] for outcome in outcomes]


def shrinking(items: Sequence[Item], processes: int, most: int) -> list[Sequence[Item]]:
    """The items in parts of `most` at first and of ever fewer towards the end, neighbours together.

    Processes that take the next part when they are free so end at about the same time (guided
    self-scheduling, Polychronopoulos and Kuck 1987).
    """
    parts: list[Sequence[Item]] = []
    begin, least = 0, max(1, most // 8)
    while begin < len(items):
        size = min(most, max(least, (len(items) - begin) // (processes + 1)))
        parts.append(items[begin : begin + size])
        begin += size
    return parts


def _start(running: _Running, pipes: selectors.BaseSelector, number: int, child: Child) -> None:
    running[child.pipe] = (number, child, [])
    pipes.register(child.pipe, selectors.EVENT_READ)


def _ended(running: _Running, pipes: selectors.BaseSelector) -> dict[int, bytes]:
    """What was told by the processes that have ended since; waits until one tells something."""
    ended = {}
    for ready, _ in pipes.select():
        number, child, parts = running[ready.fd]
        part = os.read(child.pipe, _BYTES_AT_ONCE)
        if part:
            parts.append(part)
            continue
        del running[child.pipe]
        pipes.unregister(child.pipe)
        os.close(child.pipe)
        os.waitpid(child.process, 0)
        ended[number] = b"".join(parts)
    return ended


def part_of(items: Sequence[Item], share: int, shares: int) -> Sequence[Item]:
    """The part of one share, neighbours together: what they have in common is worked out once."""
    return items[share * len(items) // shares : (share + 1) * len(items) // shares]


def fork(work: Callable[[], object]) -> Child:
    """A process that knows all that this one does, and does this work."""
    reader, writer = os.pipe()
    process = fork_to(writer, work, reader)
    os.close(writer)
    return Child(process, reader)


def fork_to(file: int, work: Callable[[], object], *closed: int) -> int:
    """The number of a process that does this work and writes into the file what `unpacked` reads."""
    process = os.fork()
    if process:
        return process
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for each in closed:
            os.close(each)
        with os.fdopen(file, "wb") as stream:
            stream.write(_told(work))
    finally:
        os._exit(0)  # nothing of the parent's is cleared away or written out by its child


def _told(work: Callable[[], object]) -> bytes:
    """The result as a tuple of one, or what was raised, as bytes."""
    try:
        return pickle.dumps((work(),))
    except BaseException as error:  # noqa: BLE001 - raised again in the parent, whatever it is
        error.add_note("".join(traceback.format_exception(error)))
        try:
            raised = pickle.dumps(error)
            pickle.loads(raised)  # some exceptions can be packed and not unpacked
        except Exception:  # noqa: BLE001 - then its words have to do
            raised = pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
        return raised


def unpacked(told: bytes) -> Any:  # noqa: ANN401 - a result as a tuple of one, or what was raised
    """What a process told; `LostProcessError` where it told nothing."""
    return pickle.loads(told) if told else LostProcessError(_LOST)
