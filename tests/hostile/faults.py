"""Failing system calls: `invoke faults` lets them fail one by one with strace, and looks at what then stands.

First publishing alone: every call that changes or reads something, with each of six errors. Then whole
builds: calls spread evenly over all that a build makes in its own folders. After each the old site stands or
the new, whole; a failure is told in one line and by the exit code, and the line is true; the next build is
right and leaves no litter. Needs strace (Linux). Prints what it saw; exit 1 where anything was otherwise.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

import verify  # noqa: E402 - the project's root is on the path only now

CHANGING = (
    "creat write writev pwrite64 pwritev rename renameat renameat2 link linkat symlink symlinkat mkdir "
    "mkdirat rmdir unlink unlinkat chmod fchmod fchmodat chown fchown fsync fdatasync syncfs ftruncate "
    "truncate fallocate utimensat flock sendfile copy_file_range"
).split()
READING = "openat read pread64 getdents64".split()
"""Calls that change nothing are let fail only on the build's own files: what Python imports is not ours."""
CLOSING = "close"
ERRORS = ("EIO", "ENOSPC", "EROFS", "EACCES", "EDQUOT", "ENOMEM")
PATIENCE = 300  # seconds for one run
TOLD = 20  # builds between two words of how far it has come
PUBLISH = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1] + "/plugins"]
from publishing import PublishingError, publish, stage, write_checksums
try:
    staging = stage(Path(sys.argv[2]))
    for path in ("index.html", "texts/a.html", "data/documents.jsonl"):
        (staging.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (staging.folder / path).write_text("new")
    write_checksums(staging.folder)
    publish(staging)
except PublishingError as error:
    sys.exit(f"error: {error}")
except OSError as error:
    sys.exit(f"error: {error}; the old site is unchanged")  # a page could not be written: the plugins say so
"""


@dataclass(frozen=True)
class Call:
    """One system call of an undisturbed run: the `number`th (from 1) of its name in the main thread."""

    name: str
    number: int
    line: str

    def __str__(self) -> str:
        return f"{self.name}:{self.number} {self.line}"


class Trial:
    """A folder in which the same run begins again and again from the same state."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self.folder, self.command = folder, command
        self.place, self.output = folder / "place", folder / "place" / "output"
        self.seen: Counter[str] = Counter()
        self.problems: list[str] = []
        self.old = self.new = b""

    def prepare(self) -> None:
        """The old site at its place, the cache as it was then."""
        for name in ("place", "cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(self.folder / f"{name}-before", self.folder / name, symlinks=True)

    def run(self, *strace: str) -> "subprocess.CompletedProcess[str]":
        command = [*strace, *self.command]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "1"}
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def stands(self) -> str:
        """What stands: `old`, `new`, `mixed` or `missing`."""
        if not self.output.is_dir():
            return "missing"
        findings = verify.Findings()
        verify.check_sums(self.output, findings)
        listed = (self.output / verify.MANIFEST).read_bytes() if not findings.lines else b""
        return {self.old: "old", self.new: "new"}.get(listed, "mixed")

    def calls(self) -> Iterator[Call]:
        """Those of an undisturbed run that may be let fail, in order."""
        self.prepare()
        log = self.folder / "log"
        names = ",".join((*CHANGING, *READING, CLOSING))
        done = self.run(
            "strace", "-qq", "-y", "-s", "9", "-o", str(log), "-e", f"trace={names}", "-e", "signal=none"
        )
        if done.returncode != 0:
            raise SystemExit(f"an undisturbed run failed: {done.stderr}")
        self.new = (self.output / verify.MANIFEST).read_bytes()
        numbers: Counter[str] = Counter()
        for line in log.read_text("utf-8", "replace").splitlines():
            match = re.match(r"(\w+)\(", line)
            if match is None:
                continue
            name = match[1]
            numbers[name] += 1
            own = str(self.folder) in line
            writes = name == "openat" and re.search(r"O_WRONLY|O_RDWR|O_CREAT", line) is not None
            if own and (name in CHANGING or name in READING or writes):
                yield Call(name, numbers[name], line.replace(str(self.folder), "")[:150])

    def fail(self, call: Call, error: str) -> None:
        """Let one call fail with an error and look at what came of it."""
        self.prepare()
        log = self.folder / "log"
        inject = f"inject={call.name}:error={error}:when={call.number}"
        trace = [
            "strace",
            "-qq",
            "-y",
            "-s",
            "9",
            "-o",
            str(log),
            "-e",
            f"trace={call.name}",
            "-e",
            "signal=none",
        ]
        what = f"{error} at {call}"
        try:
            done = self.run(*trace, "-e", inject)
        except subprocess.TimeoutExpired:
            self.problems.append(f"{what}: did not end")
            return
        if "(INJECTED)" not in log.read_text("utf-8", "replace"):
            self.seen["the run took another way before"] += 1
        stood = self.stands()
        self.seen[f"{stood} site, exit {done.returncode}"] += 1
        for wrong in self.wrong(stood, done):
            self.problems.append(f"{what}: {wrong}: {done.stderr.strip()[-600:]}")
        again = self.run()
        if again.returncode != 0 or self.stands() != "new":
            self.problems.append(
                f"{what}: the next build is not right ({self.stands()}): {again.stderr[-600:]}"
            )
        litter = sorted(path.name for path in self.place.iterdir() if path != self.output)
        if litter:
            self.problems.append(f"{what}: the next build leaves {litter}")

    def wrong(self, stood: str, done: "subprocess.CompletedProcess[str]") -> Iterator[str]:
        """What is not as it should be after one failure."""
        if stood not in ("old", "new"):
            yield f"a {stood} site"
        if done.returncode == 0 and stood != "new":
            yield "exit 0, and no new site"
        if done.returncode == 0:
            return
        if "Traceback" in done.stderr:
            yield "a traceback"
        errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
        if not errors:
            yield "no line says what is wrong"
        claims = {"old site is unchanged": "old", "new site stands": "new"}
        if any(claim in line and stood != site for line in errors for claim, site in claims.items()):
            yield f"a {stood} site, and it says otherwise"


def publishing_trial(folder: Path) -> Trial:
    """Publishing alone, over an old site, in a small program."""
    trial = Trial(folder, [sys.executable, "-c", PUBLISH, str(ROOT), str(folder / "place" / "output")])
    (folder / "cache-before").mkdir(parents=True)
    code = PUBLISH.replace('"new"', '"old"')
    subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(folder / "place-before" / "output")], check=True
    )
    trial.old = (folder / "place-before" / "output" / verify.MANIFEST).read_bytes()
    return trial


def build_trial(folder: Path) -> Trial:
    """Whole builds of three texts, over a site of two."""
    options = {name: str(folder / name) for name in ("seeds", "content", "cache")}
    options["output"] = str(folder / "place" / "output")
    command = [
        sys.executable,
        "-m",
        "invoke",
        "build",
        "--jobs",
        "1",
        "--siteurl",
        "https://example.org/archive",
    ]
    for name, value in options.items():
        command += [f"--{name}", value]
    trial = Trial(folder, command)
    for name in ("seeds", "content/pages", "content/corrections"):
        (folder / name).mkdir(parents=True)
    (folder / "content" / "pages" / "notes.md").write_text("Title: Notes\n\nOf an editor.\n")
    for number in range(3):
        text = (
            f"Flood at Northport {number}\n\nThe river rose at Northport on Monday 4 March 2019.\n\n"
            f"\u201cWe lost {number + 2} houses,\u201d said Ruth Castell, the mayor.\n"
        )
        (folder / "seeds" / f"{number}.txt").write_text(text)
        if number == 1:
            if trial.run().returncode != 0:
                raise SystemExit("the old site could not be built")
            for name in ("place", "cache"):
                (folder / name).rename(folder / f"{name}-before")
    trial.old = (folder / "place-before" / "output" / verify.MANIFEST).read_bytes()
    return trial


def spread(calls: Sequence[Call], number: int) -> list[Call]:
    """That many calls, evenly over all."""
    if len(calls) <= number:
        return list(calls)
    return [calls[place * len(calls) // number] for place in range(number)]


def report(what: str, trial: Trial, number: int) -> bool:
    """Print what was seen; whether all was right."""
    seen = ", ".join(f"{count} times {each}" for each, count in sorted(trial.seen.items()))
    print(
        f"{what}: {number} failures: {seen}; {len(trial.problems)} problems",
        *trial.problems,
        sep="\n  ",
        flush=True,
    )
    return not trial.problems


def main() -> int:
    """The whole trial."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--builds", type=int, default=200, help="how many failing builds")
    parser.add_argument(
        "--last", action="store_true", help="of builds only the publishing step, every call of it"
    )
    given = parser.parse_args()
    if shutil.which("strace") is None:
        raise SystemExit("error: there is no strace on this machine; install it (apt-get install strace)")
    right = True
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        if not given.last:
            trial = publishing_trial(Path(name).resolve() / "publishing")
            calls = list(trial.calls())
            for call in calls:
                for error in ERRORS:
                    trial.fail(call, error)
            right = report("publishing alone", trial, len(calls) * len(ERRORS))
        trial = build_trial(Path(name).resolve() / "build")
        every = list(trial.calls())
        if given.last:
            first = next(
                n for n, call in enumerate(every) if call.name == "openat" and verify.MANIFEST in call.line
            )
            chosen = every[first:]
        else:
            chosen = spread(every, given.builds)
        for number, call in enumerate(chosen):
            trial.fail(call, ERRORS[number % len(ERRORS)])
            if (number + 1) % TOLD == 0:
                print(
                    f"{number + 1} of {len(chosen)} builds, {len(trial.problems)} problems", file=sys.stderr
                )
        right &= report(f"builds ({len(every)} calls in all)", trial, len(chosen))
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
