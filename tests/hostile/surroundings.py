"""The same bytes anywhere: `invoke surroundings` builds the same texts six times, each somewhere else.

Each build has its own copy of the project, of the seeds and of what editors write, and differs in all that a
build could wrongly rest on. Needs `faketime` (Debian: faketime). Prints what it saw; exit 1 where a byte or
a mode differs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT)] * (str(ROOT) not in sys.path)

from tests.hostile.corpus import neighbours  # noqa: E402 - the project's root is on the path only now

ADDRESS: Final = "https://example.org/archive"
# What Python runs at its start: every folder is listed by name, or backwards, from then on.
LISTED: Final = """
import os
list_folder, scan_folder = os.listdir, os.scandir
class InOrder:
    def __init__(self, path="."):
        with scan_folder(path) as entries:
            self.entries = sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse={backwards})
    def __iter__(self):
        return self
    def __next__(self):
        if not self.entries:
            raise StopIteration
        return self.entries.pop(0)
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.close()
    def close(self):
        self.entries = []
os.listdir = lambda path=".": sorted(list_folder(path), key=os.fsencode, reverse={backwards})
os.scandir = InOrder
"""
BACKWARDS: Final = LISTED.format(backwards=True)
FORWARDS: Final = LISTED.format(backwards=False)
_NOT_COPIED: Final = shutil.ignore_patterns(
    ".*_cache", ".cache", ".git", ".venv", "__pycache__", "bag", "output"
)
_EDITED: Final = {
    "pages/info.md": "Title: Info\nDate: 2019-05-05 10:00\n\nOf [this archive]({attach}note.txt).\n",
    "pages/note.txt": "A note.\n",
    "crises/later.md": "Title: A later crisis\nSeeds: {first}\n\nIts *note*.\n",
    "corrections/first.toml": 'seed = "{first}"\ntitle = "Another title"\ndate = 2019-03-05\n',
}


class Surrounding(NamedTuple):
    """Where and how one build runs."""

    folder: str
    environment: Mapping[str, str] = {}
    options: tuple[str, ...] = ()
    """Of Python."""
    clock: str = ""
    """A day and time for `faketime`; empty for the machine's own."""
    start: str = ""
    """What Python runs first."""
    umask: int = 0o022
    jobs: int = 0
    times: int | None = None
    """Of the files of seeds and content, in seconds; null for now."""
    mode: int = 0o644
    """Of the seeds."""
    before: bool = False
    """Whether some of the seeds were built before, into the same place and with the same cache."""


SURROUNDINGS: Final = (
    Surrounding("plain"),
    Surrounding(
        "a b é 日本",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "PYTHONHASHSEED": "42", "PYTHONUTF8": "0"},
        options=("-O",),
        start=BACKWARDS,
        umask=0o077,
        jobs=1,
        times=1,
    ),
    Surrounding(
        "deep/" + "/".join("abcdefgh"),
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "PYTHONHASHSEED": "7"},
        start=FORWARDS,
        umask=0o002,
        jobs=3,
        times=4_000_000_000,
    ),
    Surrounding("past", {"TZ": "Asia/Kolkata"}, clock="1999-12-31 23:59:50", jobs=2),
    Surrounding(
        "future",
        {"COLUMNS": "20", "SOURCE_DATE_EPOCH": "5", "PYTHONDONTWRITEBYTECODE": "1", "LC_CTYPE": "C"},
        options=("-OO",),
        clock="2038-02-28 23:59:50",
        mode=0o400,
    ),
    Surrounding("before", {"TZ": "UTC0", "PYTHONHASHSEED": "1"}, before=True),
)


def digests(site: Path) -> dict[str, tuple[str, int]]:
    """Hash and mode of every file."""
    return {
        path.relative_to(site).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mode,
        )
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built(place: Path, given: Surrounding) -> dict[str, tuple[str, int]]:
    """Lay a project, seeds and content out, build there, and give what every file of the site is."""
    project, seeds, content = place / "project", place / "seeds of it", place / "content of it"
    shutil.copytree(ROOT, project, ignore=_NOT_COPIED, symlinks=True)
    _lay_out(seeds, content, given)
    if given.before:
        away = sorted(seeds.iterdir())[1::5]
        for path in away:
            path.rename(place / path.name)
        _build(place, given)
        for path in away:
            (place / path.name).rename(path)
    _build(place, given)
    return digests(place / "site")


def _lay_out(seeds: Path, content: Path, given: Surrounding) -> None:
    seeds.mkdir(parents=True)
    for name, text in neighbours():
        (seeds / name).write_text(text, "utf-8")
    for path in (ROOT / "seeds").iterdir():
        shutil.copyfile(path, seeds / path.name)
    first = sorted(path.name for path in seeds.iterdir())[0]
    for name, text in _EDITED.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text.replace("{first}", first), "utf-8")
    for path in seeds.iterdir():
        path.chmod(given.mode)
    if given.times is not None:
        for path in (*seeds.iterdir(), *content.rglob("*")):
            os.utime(path, (given.times, given.times))


def _build(place: Path, given: Surrounding) -> None:
    project, start = place / "project", place / "start"
    start.mkdir(exist_ok=True)
    (start / "sitecustomize.py").write_text(given.start, "utf-8")
    paths = (start, project / "plugins", project)
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH")}
    environment = {
        **kept,
        "HOME": str(place / "home"),
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        **given.environment,
    }
    command = ["faketime", "-f", f"@{given.clock}"] if given.clock else []
    command += [sys.executable, *given.options, "-m", "invoke", "build", "--jobs", str(given.jobs)]
    for name, folder in (("seeds", "seeds of it"), ("content", "content of it"), ("output", "site")):
        command += [f"--{name}", str(place / folder)]
    command += ["--cache", str(place / "cache"), "--siteurl", ADDRESS]
    run = subprocess.run(
        command,
        cwd=project,
        env=environment,
        umask=given.umask,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if run.returncode != 0:
        raise SystemExit(f"{place}: the build failed: {run.stderr}{run.stdout}")


def main() -> int:
    """The whole trial."""
    if shutil.which("faketime") is None:
        raise SystemExit("error: faketime is not installed (Debian: apt install faketime)")
    with tempfile.TemporaryDirectory() as name:
        sites = [built(Path(name, each.folder), each) for each in SURROUNDINGS]
    first = sites[0]
    differing = 0
    for given, site in zip(SURROUNDINGS, sites, strict=True):
        paths = sorted(path for path in first.keys() | site.keys() if first.get(path) != site.get(path))
        differing += len(paths)
        print(f"{given.folder}: {len(site)} files, {len(paths)} differ in bytes or mode {paths[:5]}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
