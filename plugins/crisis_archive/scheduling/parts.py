"""Work in parts, each done by the first of several processes that is free: none waits for one with the
larger share."""

import os
import sys
from collections.abc import Callable
from itertools import chain
from typing import Final, TypeVar

from crisis_archive.scheduling.shares import in_shares

Result = TypeVar("Result")
_NUMBER: Final = 4
"""Bytes of a part's number in the pipe from which processes take them."""
MOST_PARTS: Final = 8_192
"""So many numbers fit into a pipe (32 of its 64 kilobytes), which is filled before anybody reads."""


def in_parts(work: Callable[[int], Result], parts: int, processes: int) -> list[Result]:
    """`work(part)` for every part from 0 on, in the order of the parts, whoever did which.

    Parts are begun in their order; at most `MOST_PARTS`. What holds for `shares.in_shares` holds here too:
    processes see what this one knows, results must pickle, what is raised is raised here.
    """
    if not 0 <= parts <= MOST_PARTS:
        raise ValueError(f"{parts} parts; from 0 to {MOST_PARTS} can be shared out")
    if processes <= 1 or parts <= 1 or sys.platform != "linux":
        return [work(part) for part in range(parts)]
    reader, writer = os.pipe()

    def taken(share: int, shares: int) -> list[tuple[int, Result]]:
        done = []
        while number := os.read(reader, _NUMBER):  # whole numbers were written, and a read takes one whole
            part = int.from_bytes(number, "little")
            done.append((part, work(part)))
        return done

    try:
        with os.fdopen(writer, "wb") as stream:
            stream.write(b"".join(part.to_bytes(_NUMBER, "little") for part in range(parts)))
        made = dict(chain.from_iterable(in_shares(taken, min(processes, parts))))
    finally:
        os.close(reader)
    return [made[part] for part in range(parts)]
