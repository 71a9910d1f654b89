"""Running one function over many items: in this process, in many, or at the machines of a cluster.

Results come in the order of the items and depend neither on the number of processes nor on the place.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from crisis_archive.scheduling.parts import in_parts
from crisis_archive.scheduling.shares import part_of

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting a process costs about as much as this many items; below it more processes make a build slower.
_ITEMS_WORTH_A_PROCESS = 24
_BATCHES_A_PROCESS = 8
_PARTS_A_PROCESS = 24
_IDLE_SECONDS = 5
"""A process that waits longer for work ends, and with it the memory that its model holds."""
_ITEMS_A_TASK = 32
"""Items sent to a worker of a cluster at once: enough to make the way worth it, few enough to do again."""


class Progress(Protocol):
    """Told about how far a step has come; called in the main process only."""

    def __call__(self, step: str, done: int, of: int) -> None: ...


def no_progress(step: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def available_cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Cluster(NamedTuple):
    """Where work runs when it does not run here."""

    scheduler: str
    """Address of a Dask scheduler, e.g. `tcp://127.0.0.1:8786`."""
    code: Callable[[], bytes]
    """Gives a hash of the code; a worker that has other code is refused."""


def map_batches(
    function: Callable[[Sequence[Item]], Sequence[Result]],
    items: Sequence[Item],
    jobs: int,
    progress: Callable[[int], None] = lambda done: None,
    cluster: Cluster | None = None,
    *,
    stay: bool = False,
) -> list[Result]:
    """`function` over batches of `items`, results concatenated in the order of the items.

    `function` must be importable (it may run in another process) and must give one result an item, each
    depending on its own item alone. `jobs` is the most processes to use, 0 for all cores; `progress` is
    told how many items are done. Processes are forked for this work alone, which sends them nothing; where
    they load what takes long they `stay` for more (and wherever there is no safe fork). With a `cluster` its
    workers do the work, whatever `jobs` says; raises `cluster.ClusterError` where it cannot be used.
    """
    if cluster is not None and items:
        from crisis_archive.scheduling.cluster import on_cluster

        batches = list(_batches(items, _ITEMS_A_TASK))
        return _collect(on_cluster(function, batches, cluster.scheduler, cluster.code), progress)
    processes = min(jobs or available_cores(), len(items) // _ITEMS_WORTH_A_PROCESS)
    if processes <= 1:
        return _collect((function(batch) for batch in _batches(items, max(1, len(items) // 20))), progress)
    if not stay and sys.platform == "linux":
        return _forked(function, items, processes, progress)
    from joblib import Parallel, delayed  # slow to import, and small archives never need it

    size = max(1, min(256, len(items) // (processes * _BATCHES_A_PROCESS)))
    parallel = Parallel(n_jobs=processes, return_as="generator", idle_worker_timeout=_IDLE_SECONDS)
    return _collect(parallel(delayed(function)(batch) for batch in _batches(items, size)), progress)


def _forked(
    function: Callable[[Sequence[Item]], Sequence[Result]],
    items: Sequence[Item],
    processes: int,
    progress: Callable[[int], None],
) -> list[Result]:
    """In many parts for each process; those that this one did tell how far all have come."""
    parts = processes * _PARTS_A_PROCESS
    here = os.getpid()

    def work(part: int) -> Sequence[Result]:
        results = function(part_of(items, part, parts))
        if os.getpid() == here:
            progress(min((part + 1) * len(items) // parts, len(items) - 1))
        return results

    results = list(chain.from_iterable(in_parts(work, parts, processes)))
    progress(len(items))
    return results


def _batches(items: Sequence[Item], size: int) -> Iterable[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _collect(batches: Iterable[Sequence[Result]], progress: Callable[[int], None]) -> list[Result]:
    results: list[Result] = []
    for batch in batches:
        results.extend(batch)
        progress(len(results))
    return results
