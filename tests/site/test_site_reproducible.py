"""The same seeds give the same bytes, whatever surrounds the build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SITE_ADDRESS
from tests.hostile.surroundings import BACKWARDS, digests


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
