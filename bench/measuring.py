"""What one command costs with all its processes: time, processor time, memory."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

_EVERY: Final = 0.1
"""Seconds between two looks at the memory."""
# A process takes over the peak of the one it was forked from: a small one stands in between, and reports.
_LAUNCHER: Final = """
import json, os, subprocess, sys, time
began = time.perf_counter()
code = subprocess.run(sys.argv[2:], stdout=2).returncode
wall, used = time.perf_counter() - began, __import__("resource").getrusage(-1)
os.write(int(sys.argv[1]), json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]).encode())
raise SystemExit(code)
"""


class Cost(NamedTuple):
    """What a command took, or the medians of some."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processors."""
    peak: float
    """Megabytes: of all its processes together, memory that they share counted once."""


def cost_of(command: Sequence[str], folder: Path, place: Path | None = None) -> Cost:
    """Run a command in a folder, or at another `place`; what it says goes into the folder.

    Raises `SystemExit` with its last words where it fails.
    """
    reader, writer = os.pipe()
    # As Python runs where nobody says otherwise: what it compiled once it does not compile again.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    launcher = [sys.executable, "-S", "-E", "-c", _LAUNCHER, str(writer), *command]
    with (folder / "last-command.log").open("wb") as log:
        process = subprocess.Popen(
            launcher,
            cwd=place or folder,
            env=environment,
            stderr=log,
            pass_fds=(writer,),
            start_new_session=True,
        )
        os.close(writer)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(_EVERY)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read()
    if process.returncode or not told:
        words = (folder / "last-command.log").read_text("utf-8", "replace")[-500:]
        raise SystemExit(f"error: {' '.join(command)[:200]} failed: {words}")
    wall, cpu, largest = json.loads(told)
    return Cost(wall, cpu, max(peak, largest))


def put_aside(folder: Path) -> None:
    """Move a folder away, if it is there, to `gone` beside it.

    Removing it would be measured with what comes next: where thousands of files were just removed, ext4 takes
    up to ten times as long to make new ones.
    """
    if folder.exists():
        gone = folder.parent / "gone"
        gone.mkdir(exist_ok=True)
        folder.rename(gone / f"{len(list(gone.iterdir()))}-{folder.name}")


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(each) for each in zip(*costs, strict=True)))


def _memory(session: int) -> float:
    """Megabytes of a session's processes, its leader left out; 0 where the system does not tell."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) != session or folder.name == str(session):
                continue
            for line in (folder / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:  # it has just ended
            continue
    return total / 1024
