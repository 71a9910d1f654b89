"""Work in parts that the first free process does: what it gives, and how it fails."""

import os
import signal
from pathlib import Path

import pytest

from crisis_archive.scheduling.parts import MOST_PARTS, in_parts
from crisis_archive.scheduling.shares import LostProcessError

ROUNDS = 2_000_000
"""So often a part looks for the others: far more often than they can take, and no endless wait."""


@pytest.mark.parametrize("processes", [0, 1, 2, 5])
@pytest.mark.parametrize("parts", [0, 1, 2, 97])
def test_every_part_is_done_once_and_results_come_in_order(
    parts: int, processes: int, tmp_path: Path
) -> None:
    def work(part: int) -> int:
        (tmp_path / str(part)).touch(exist_ok=False)
        return part * part

    assert in_parts(work, parts, processes) == [part * part for part in range(parts)]
    assert len(list(tmp_path.iterdir())) == parts


def test_most_parts_fit() -> None:
    assert in_parts(lambda part: part, MOST_PARTS, 2) == list(range(MOST_PARTS))


@pytest.mark.parametrize("parts", [-1, MOST_PARTS + 1])
def test_more_are_refused(parts: int) -> None:
    with pytest.raises(ValueError, match="can be shared out"):
        in_parts(lambda part: part, parts, 2)


def test_a_long_part_holds_no_other_up(tmp_path: Path) -> None:
    """The first waits until all others are done, which only another process can do."""

    def work(part: int) -> bool:
        if part:
            (tmp_path / str(part)).touch()
            return True
        return any(len(list(tmp_path.iterdir())) == 39 for _ in range(ROUNDS))

    assert in_parts(work, 40, 2) == [True] * 40


@pytest.mark.parametrize("failing", [0, 7])
def test_what_a_part_raises_is_raised(failing: int) -> None:
    def work(part: int) -> int:
        if part == failing:
            raise KeyError("no such page")
        return part

    with pytest.raises(KeyError, match="no such page"):
        in_parts(work, 20, 3)


def test_a_killed_process_is_told(tmp_path: Path) -> None:
    here = os.getpid()

    def work(part: int) -> None:
        if os.getpid() != here:
            (tmp_path / "began").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        # This one goes on only when the other has begun, or it might have done all alone.
        assert any((tmp_path / "began").exists() for _ in range(ROUNDS))

    with pytest.raises(LostProcessError, match="build again"):
        in_parts(work, 20, 2)


def test_nothing_stays_open() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    in_parts(lambda part: part, 9, 3)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
