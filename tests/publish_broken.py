"""Publish a site again and again in a process that breaks at its first step, its second, and so on.

    publish_broken.py FOLDER kill    the process is killed just before the step
    publish_broken.py FOLDER fail    the step fails with an I/O error

A step is what Python announces to an audit hook: files opened, folders made, renamed, removed, listed.
Prints what was found after each run as JSON.
"""

import errno
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from publishing import PublishingError  # noqa: E402 - the path must be set first
from tests.test_publishing import put, site_at  # noqa: E402 - as above

STEPS = ("open", "os.", "shutil.", "fcntl.", "ctypes.dlsym")


def run(output: Path, how: str, number: int) -> None:
    """Publish the new site; the step `number` (from 0) breaks. Never returns."""
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if not event.startswith(STEPS):
            return
        seen += 1
        if seen == number + 1:
            os.write(2, f"{event} {arguments}\n".encode())
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.EIO, "Input/output error")

    sys.addaudithook(hook)
    code = 0
    try:
        put(output, "new")
    except PublishingError as error:
        os.write(1, str(error).encode())
        code = 1
    except OSError:
        os.write(1, b"a page could not be written; the old site is unchanged")
        code = 1
    os._exit(code if seen > number else 3)


def broken_run(folder: Path, how: str, number: int) -> dict[str, Any] | None:
    """One run in a process of its own; null where the process ended before the step came."""
    output = folder / f"{how}-{number}" / "output"
    put(output, "old")
    words, step = folder / "words", folder / "step"
    child = os.fork()
    if child == 0:
        os.dup2(os.open(words, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 1)
        os.dup2(os.open(step, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
        run(output, how, number)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 3:
        return None
    found = {
        "code": code,
        "site": site_at(output),
        "words": words.read_text("utf-8"),
        "step": step.read_text("utf-8"),
    }
    put(output, "new")
    return {**found, "next": site_at(output), "beside": sorted(path.name for path in output.parent.iterdir())}


def main() -> None:
    folder, how = Path(sys.argv[1]), sys.argv[2]
    runs: list[dict[str, Any]] = []
    while (result := broken_run(folder, how, len(runs))) is not None:
        runs.append(result)
    print(json.dumps(runs))


main()
