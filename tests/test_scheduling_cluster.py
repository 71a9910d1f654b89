"""A real Dask scheduler and two workers in processes of their own give what one process gives."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from crisis_archive.archive import build_archive
from crisis_archive.model import Archive
from crisis_archive.scheduling import Cluster, map_batches
from crisis_archive.scheduling.cluster import ClusterError
from crisis_archive.settings import Settings
from tests.conftest import ROOT

TEXTS = 200
NO_MODEL = Settings(name_model="")


def code() -> bytes:
    """The hash that the workers are asked for, here the same everywhere."""
    return b"the same"


def own_process() -> bytes:
    """No two processes agree on this one."""
    return str(os.getpid()).encode()


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def refusing(numbers: Sequence[int]) -> list[int]:
    raise ValueError(f"no such number: {numbers[0]}")


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "plugins"), str(Path(__file__).parent), str(ROOT))),
    }
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """Address of a scheduler, and its two workers."""
    file = tmp_path / "scheduler.json"
    scheduler = start(
        "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)
    )
    given = ("--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", "--no-dashboard")
    workers = [start("worker", *given, "--local-directory", str(tmp_path / name)) for name in ("one", "two")]
    connect: Any = Client  # distributed has no types
    with connect(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(2)
        address = client.scheduler.address
    yield address, workers
    for process in (*workers, scheduler):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_results_come_in_order_and_errors_come_too(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]],
) -> None:
    there = Cluster(cluster[0], code)
    seen: list[int] = []
    assert map_batches(doubled, list(range(100)), 1, seen.append, there) == doubled(list(range(100)))
    assert seen == [32, 64, 96, 100]
    with pytest.raises(ValueError, match="no such number: 0"):
        map_batches(refusing, [0], 1, cluster=there)
    with pytest.raises(ClusterError, match="has other code; install the same"):
        map_batches(doubled, [1], 1, cluster=Cluster(cluster[0], own_process))


def test_an_archive_is_the_same_when_a_worker_is_killed_midway(
    tmp_path: Path, cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(TEXTS):
        text = f"Flood in valley {number}\n\nThe dam broke on Monday, and {number + 2} people were hurt.\n"
        (seeds / f"text-{number:03d}.txt").write_text(text, "utf-8")
    address, workers = cluster
    killed: list[int] = []

    def kill_one(step: str, done: int, of: int) -> None:
        if step == "analysing" and 0 < done < of and not killed:
            killed.append(done)
            os.killpg(workers[0].pid, signal.SIGKILL)
            workers[0].wait()

    here: Archive = build_archive(seeds, jobs=1, settings=NO_MODEL)
    there = build_archive(seeds, jobs=1, settings=NO_MODEL, progress=kill_one, scheduler=address)
    assert killed
    assert there == here


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisis_archive.scheduling.cluster._SECONDS", 1)
    with pytest.raises(ClusterError, match=r"CRISIS_SCHEDULER=tcp://127\.0\.0\.1:9: no scheduler answers"):
        map_batches(doubled, [1], 1, cluster=Cluster("tcp://127.0.0.1:9", code))
