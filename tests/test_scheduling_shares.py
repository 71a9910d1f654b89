"""Processes that are forked to share work: what they give, and how they fail."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.scheduling.shares import LostProcessError, in_shares, in_turns, shrinking


class UnsendableError(Exception):
    """Holds what cannot be packed."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.cause = lambda: words


@pytest.mark.parametrize("processes", [0, 1, 2, 5])
def test_every_share_is_done_once_and_results_come_in_order(processes: int) -> None:
    items = list(range(17))
    results = in_shares(lambda share, shares: items[share::shares], processes)
    assert len(results) == max(1, processes)
    assert results == [items[share :: len(results)] for share in range(len(results))]


def test_what_a_process_changes_stays_with_it() -> None:
    seen: list[int] = []
    in_shares(lambda share, shares: seen.append(share), 3)
    assert seen == [0]


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_what_a_process_raises_is_raised(failing: int) -> None:
    def work(share: int, shares: int) -> int:
        if share == failing:
            raise KeyError("no such page")
        return share

    with pytest.raises(KeyError, match="no such page"):
        in_shares(work, 3)


def test_an_exception_that_cannot_be_sent_is_told_in_words() -> None:
    def work(share: int, shares: int) -> None:
        if share:
            raise UnsendableError("no such page")

    with pytest.raises(RuntimeError, match="UnsendableError: no such page"):
        in_shares(work, 2)


def test_a_killed_process_is_told() -> None:
    def work(share: int, shares: int) -> None:
        if share:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(LostProcessError, match="build again"):
        in_shares(work, 2)


@pytest.mark.parametrize(("processes", "most"), [(1, 9), (2, 97), (2, 9), (3, 4)])
def test_turns_give_what_shares_give(processes: int, most: int) -> None:
    items = list(range(97))
    results = in_turns(list, shrinking(items, processes, most), processes)
    assert [each for part in results for each in part] == items


def test_turns_tell_more_than_a_pipe_holds_and_leave_no_process() -> None:
    results = in_turns(lambda part: (os.getpid(), bytes(part) * 3_000_000), [[n] for n in range(6)], 3)
    assert [(told[0], len(told)) for _, told in results] == [(number, 3_000_000) for number in range(6)]
    for process, _ in results:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_every_turn_has_a_process_of_its_own() -> None:
    results = in_turns(lambda part: os.getpid(), [[n] for n in range(10)], 2)
    assert len({os.getpid(), *results}) == 11


@pytest.mark.parametrize("failing", [0, 3, 7])
def test_what_a_turn_raises_is_raised(failing: int) -> None:
    def work(part: Sequence[int]) -> None:
        if failing in part:
            raise KeyError("no such page")

    with pytest.raises(KeyError, match="no such page"):
        in_turns(work, [[n] for n in range(8)], 2)


def test_a_killed_turn_is_told() -> None:
    def work(part: Sequence[int]) -> None:
        if 3 in part:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(LostProcessError, match="build again"):
        in_turns(work, [[n] for n in range(8)], 2)


def test_no_more_turns_run_at_a_time_than_are_free(tmp_path: Path) -> None:
    def work(part: Sequence[int]) -> int:
        own = tmp_path / str(part[0])
        own.touch()
        beside = len(list(tmp_path.iterdir()))
        own.unlink()
        return beside

    assert in_turns(work, [[n] for n in range(12)], 3, lambda: 1) == [1] * 12


@given(st.integers(0, 5_000), st.integers(1, 8), st.integers(1, 1_000))
def test_parts_shrink_to_the_end(count: int, processes: int, most: int) -> None:
    items = range(count)
    sizes = [len(part) for part in shrinking(items, processes, most)]
    assert [each for part in shrinking(items, processes, most) for each in part] == list(items)
    assert sizes == sorted(sizes, reverse=True)
    assert all(0 < size <= most for size in sizes)
