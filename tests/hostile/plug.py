"""Pull the plug: `invoke plug` kills a build at fifty moments and looks at what stands afterwards.

After every kill the old site stands or the new one, whole; after every tenth the next build is right and
leaves no litter. Prints what it saw; exit 1 where a site was mixed, missing or littered.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)] * (str(ROOT) not in sys.path)

import verify  # noqa: E402 - the project's root is on the path only now

MOMENTS = 50
STEP = 0.004
"""Seconds between the moments of the second half, from when the new site is written and not yet in place."""


class Plug:
    """A folder with an old site and seeds that make a new one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.output = folder, folder / "place" / "output"
        (folder / "content").mkdir()
        (folder / "place").mkdir()
        shutil.copytree(ROOT / "seeds", folder / "seeds", copy_function=shutil.copyfile)
        self.old = self.built(folder / "old")
        (folder / "seeds" / "later.txt").write_text(
            "Water at Northport\n\nThe river rose.\n\nIt fell again on Monday."
        )
        self.new = self.built(folder / "new")
        started = time.monotonic()
        self.built(folder / "again")
        self.seconds = time.monotonic() - started

    def start(self, output: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "invoke", "build"]
        for name in ("seeds", "content", "cache"):
            command += [f"--{name}", str(self.folder / name)]
        command += ["--output", str(output)]
        return subprocess.Popen(
            command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def built(self, output: Path) -> bytes:
        """Build; gives the new site's list of checksums."""
        if self.start(output).wait() != 0:
            raise SystemExit(f"{output}: an undisturbed build failed")
        return (output / verify.MANIFEST).read_bytes()

    def pull(self, number: int) -> str:
        """Kill a build at one of the moments; gives what stands then: `old`, `new`, `mixed` or `missing`."""
        if self.output.exists():
            shutil.rmtree(self.output)
        shutil.copytree(self.folder / "old", self.output)
        run = self.start(self.output)
        if number < MOMENTS // 2:
            time.sleep(self.seconds * number / (MOMENTS // 2))
        else:
            written = self.output.with_name(f".{self.output.name}.staged") / verify.MANIFEST
            while run.poll() is None and not written.exists():
                time.sleep(STEP / 4)
            time.sleep(STEP * (number - MOMENTS // 2))
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        if not self.output.is_dir():
            return "missing"
        findings = verify.Findings()
        verify.check_sums(self.output, findings)
        listed = (self.output / verify.MANIFEST).read_bytes() if not findings.lines else b""
        return {self.old: "old", self.new: "new"}.get(listed, "mixed")

    def next_is_right(self) -> bool:
        """Whether the next build gives the new site and clears what the dead ones left."""
        right = self.built(self.output) == self.new
        return right and [path.name for path in self.output.parent.iterdir()] == [self.output.name]


def main() -> int:
    """The whole trial."""
    with tempfile.TemporaryDirectory() as name:
        plug = Plug(Path(name))
        seen: Counter[str] = Counter()
        right = 0
        for number in range(MOMENTS):
            seen[plug.pull(number)] += 1
            right += number % 10 == 9 and plug.next_is_right()
        print(f"{MOMENTS} builds of {plug.seconds:.0f} s killed: {dict(sorted(seen.items()))}")
        print(f"the next build right and without litter: {right} of {MOMENTS // 10}")
        return 0 if right == MOMENTS // 10 and not seen["mixed"] and not seen["missing"] else 1


if __name__ == "__main__":
    sys.exit(main())
