"""The same work at the machines of a Dask cluster, through joblib; what a dead one left is done again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_SECONDS: Final = 30
"""How long to wait for the scheduler, and for a first worker."""


class ClusterError(Exception):
    """A cluster that cannot be used; one line that says why and what to do."""


def on_cluster(
    function: Callable[[Sequence[Item]], Sequence[Result]],
    batches: Iterable[Sequence[Item]],
    scheduler: str,
    code: Callable[[], bytes],
) -> Iterator[Sequence[Result]]:
    """`function` over the batches, in order, at the workers of the Dask scheduler at this address.

    `code` gives a hash of the code that `function` runs; a worker that has other code is refused, for its
    results would be others. Raises `ClusterError`, and what `function` raises.
    """
    from joblib import Parallel, delayed, parallel_config

    with _client(scheduler) as client:
        _check(client, scheduler, code)
        with parallel_config(backend="dask", client=client, wait_for_workers_timeout=_SECONDS):
            yield from Parallel(return_as="generator", batch_size=1)(
                delayed(function)(batch) for batch in batches
            )


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        mend = "install it with `pip install -e '.[cluster]'`, or take CRISIS_SCHEDULER away"
        raise ClusterError(f"CRISIS_SCHEDULER={scheduler}: dask is not installed; {mend}") from error
    try:
        connect: Any = Client  # distributed has no types
        client = connect(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        mend = "start `dask scheduler` there, or correct the address, e.g. tcp://127.0.0.1:8786"
        raise ClusterError(f"CRISIS_SCHEDULER={scheduler}: no scheduler answers; {mend}") from error
    with client:
        yield client


def _check(client: Any, scheduler: str, code: Callable[[], bytes]) -> None:  # noqa: ANN401 (as above)
    """Refuse workers that would give other results, or none."""
    threads: dict[str, int] = client.nthreads()
    crowded = sorted(worker for worker, number in threads.items() if number > 1)
    if crowded:
        mend = "start workers with `--nthreads 1`, as many as there are cores"
        raise ClusterError(f"CRISIS_SCHEDULER={scheduler}: {crowded[0]} runs several threads; {mend}")
    mine = code()
    theirs: dict[str, Any] = client.run(code, on_error="return")
    for worker, found in sorted(theirs.items()):
        if found != mine:
            problem = f"has not this project ({found})" if isinstance(found, Exception) else "has other code"
            mend = "install the same project, Python and locked dependencies there, and start it again"
            raise ClusterError(f"CRISIS_SCHEDULER={scheduler}: {worker} {problem}; {mend}")
