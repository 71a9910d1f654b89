"""Work that goes on in a process of its own: what it gives, how it fails, and that it can be stopped."""

import os
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from crisis_archive.scheduling.beside import Beside
from crisis_archive.scheduling.shares import LostProcessError, in_shares


@pytest.mark.parametrize("forked", [True, False])
def test_it_gives_what_the_work_gives(forked: bool) -> None:
    assert Beside(lambda: [1, 2, 3], forked=forked).result() == [1, 2, 3]


@pytest.mark.parametrize("forked", [True, False])
def test_arrays_come_whole(forked: bool) -> None:
    arrays: list[NDArray[Any]] = [np.arange(100_000), np.empty(0), np.array([1, 0, 1], "u1"), np.array(["é"])]
    found, again = Beside(lambda: (arrays, arrays[0]), forked=forked).result()
    for was, came in zip(arrays, found, strict=True):
        assert came.dtype == was.dtype
        np.testing.assert_array_equal(came, was)
    assert again is found[0]


def test_it_has_begun_when_others_go_on() -> None:
    reader, writer = os.pipe()

    def work() -> int:
        os.write(writer, b"begun")
        return os.getpid()

    begun = Beside(work, forked=True)
    assert os.read(reader, 5) == b"begun"
    assert begun.result() != os.getpid()
    os.close(reader)
    os.close(writer)


def test_work_without_a_process_of_its_own_is_left_until_its_result_is_asked_for() -> None:
    seen: list[str] = []
    begun = Beside(lambda: seen.append("done"), forked=False)
    assert seen == []
    begun.result()
    assert seen == ["done"]


@pytest.mark.parametrize("forked", [True, False])
@pytest.mark.parametrize("raised", [KeyError("no such page"), SystemExit(2)])
def test_what_it_raises_is_raised(forked: bool, raised: BaseException) -> None:
    def work() -> None:
        raise raised

    with pytest.raises(type(raised), match=r"no such page|2"):
        Beside(work, forked=forked).result()


def test_a_killed_process_is_told() -> None:
    with pytest.raises(LostProcessError, match="build again"):
        Beside(lambda: os.kill(os.getpid(), signal.SIGKILL), forked=True).result()


def test_stopped_it_ends_with_all_that_it_began() -> None:
    reader, writer = os.pipe()

    def wait(share: int, shares: int) -> None:
        os.write(writer, str(os.getpid()).encode() + b"\n")
        signal.pause()

    begun = Beside(lambda: in_shares(wait, 2), forked=True)
    os.close(writer)
    with os.fdopen(reader) as told:
        processes = [int(told.readline()) for _ in range(2)]
        begun.stop()
        # Both had the pipe: it ends when both have ended.
        assert told.read() == ""
    for process in processes:
        assert not Path(f"/proc/{process}").exists()


def test_what_is_done_or_was_never_begun_can_be_stopped_too() -> None:
    done = Beside(lambda: 1, forked=True)
    done.result()
    done.stop()
    Beside(lambda: 1, forked=False).stop()


def test_one_that_is_done_has_ended_though_nobody_asked() -> None:
    begun = Beside(lambda: bytes(3_000_000), forked=True)
    while begun.goes_on:
        os.sched_yield()
    assert begun.result() == bytes(3_000_000)
