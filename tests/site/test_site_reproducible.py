"""The same seeds give the same bytes, whatever surrounds the build."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SITE_ADDRESS

# What Python runs at its start: every folder is listed backwards from then on.
BACKWARDS = """
import os
list_folder, scan_folder = os.listdir, os.scandir
class Backwards:
    def __init__(self, path="."):
        with scan_folder(path) as entries:
            self.entries = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    def __iter__(self):
        return self
    def __next__(self):
        if not self.entries:
            raise StopIteration
        return self.entries.pop()
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.close()
    def close(self):
        self.entries = []
os.listdir = lambda path=".": sorted(list_folder(path), key=os.fsencode, reverse=True)
os.scandir = Backwards
"""


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


def test_another_surrounding_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Paths, hash seed, time zone, locale, umask, home, listing order, processes, file times differ."""
    start = tmp_path / "start"
    start.mkdir()
    (start / "sitecustomize.py").write_text(BACKWARDS, "utf-8")
    seeds = tmp_path / "other seeds"
    shutil.copytree(ROOT / "seeds", seeds, copy_function=shutil.copyfile)
    for path in seeds.iterdir():
        os.utime(path, (1, 1))
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(start), os.environ.get("PYTHONPATH")])),
        "PYTHONHASHSEED": "42",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "POSIX",
        "HOME": str(tmp_path / "home"),
    }
    output = tmp_path / "another place" / "site"
    command = [sys.executable, "-m", "invoke", "build", "--seeds", str(seeds), "--output", str(output)]
    command += ["--cache", str(tmp_path / "cache"), "--jobs", "1", "--siteurl", SITE_ADDRESS]
    run = subprocess.run(
        command, cwd=ROOT, env=surroundings, umask=0o077, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert digests(output) == digests(site)
