"""Builds in trouble: a full disk, a place that cannot be written, another build, seeds that change."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import verify
from publishing import MANIFEST, stage
from tests.conftest import ROOT

TEXT = "Flood at Northport {0}\n\nThe river rose at Northport on Monday. At least {0} people were hurt.\n"
SMALL = 8192
"""Bytes; many a page is larger."""
ENOUGH = 1 << 26
"""Bytes; no file of a build is as large."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Seeds, no editors, and a folder for the site."""
    for name in ("seeds", "content", "place"):
        (tmp_path / name).mkdir()
    for number in range(3):
        (tmp_path / "seeds" / f"{number}.txt").write_text(TEXT.format(number + 2))
    return tmp_path


def build(
    place: Path, limit: Callable[[], None] | None = None, settings: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "build", "--output", str(place / "place" / "output")]
    for name in ("seeds", "content", "cache"):
        command += [f"--{name}", str(place / name)]
    if settings is not None:
        command += ["--settings", str(settings)]
    # Whoever measures what the tests see would find no room for that either.
    environment = {name: value for name, value in os.environ.items() if not (limit and "COVERAGE" in name)}
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        timeout=300,
        check=False,
    )


def sums(place: Path) -> bytes:
    """The site's list of checksums, which is right."""
    findings = verify.Findings()
    verify.check_sums(place / "place" / "output", findings)
    assert not findings.lines
    return (place / "place" / "output" / MANIFEST).read_bytes()


def error_in(run: subprocess.CompletedProcess[str]) -> str:
    """The one line that says what is wrong."""
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    (error,) = [line for line in run.stderr.splitlines() if line.startswith("error: ")]
    return error


def test_a_full_disk_leaves_the_old_site_and_says_so(place: Path) -> None:
    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))

    assert build(place).returncode == 0
    old = sums(place)
    (place / "seeds" / "later.txt").write_text(TEXT.format(9))
    error = error_in(build(place, no_room))
    assert "File too large" in error
    assert "the old site is unchanged" in error
    assert sums(place) == old
    assert build(place).returncode == 0
    assert sums(place) != old
    assert [path.name for path in (place / "place").iterdir()] == ["output"]


def test_another_build_of_the_same_site_is_waited_for(place: Path) -> None:
    staging = stage(place / "place" / "output")
    assert "another build is writing this site" in error_in(build(place))
    staging.release()
    assert build(place).returncode == 0


def test_a_place_where_nothing_can_be_written_is_named(place: Path) -> None:
    (place / "place").rmdir()
    (place / "place").write_text("a file where the folder should be")
    assert str(place / "place") in error_in(build(place))


def test_a_cache_that_cannot_be_made_is_named(place: Path) -> None:
    (place / "cache").write_text("a file where the folder should be")
    assert str(place / "cache") in error_in(build(place))


def test_seeds_may_change_while_they_are_read(place: Path) -> None:
    """Each file is what it is when it is read; whatever that is, the site holds together."""
    done = threading.Event()
    folder = place / "seeds" / "moving"

    def change() -> None:
        number = 0
        while not done.is_set():
            number += 1
            folder.mkdir(exist_ok=True)
            path = folder / f"{number % 7}.txt"
            path.unlink(missing_ok=True)
            if number % 3 == 0:
                os.mkfifo(path)
            elif number % 3 == 1:
                path.symlink_to("/etc/passwd")
            else:
                path.write_text(TEXT.format(number))
            if number % 50 == 0:
                folder.rename(place / f"gone-{number}")

    thread = threading.Thread(target=change)
    thread.start()
    run = build(place)
    done.set()
    thread.join()
    assert run.returncode == 0, run.stderr
    site = place / "place" / "output"
    assert verify.verify(site, None) == []
    files = {row["file"] for row in verify.Data(site, verify.Findings()).documents.values()}
    assert {"0.txt", "1.txt", "2.txt"} <= files
    assert not any("root:" in path.read_text("utf-8") for path in site.rglob("*.html"))


def test_a_style_that_could_not_be_copied_stops_the_build(place: Path) -> None:
    """Pelican only warns of it."""
    theme = place / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (place / "ownconf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\nTHEME = {str(theme)!r}\n"
    )
    assert build(place, settings=place / "ownconf.py").returncode == 0
    old = sums(place)
    large = theme / "static" / "large.css"
    with large.open("wb") as stream:
        stream.truncate(2 * ENOUGH)
    error = error_in(build(place, enough_room, place / "ownconf.py"))
    assert f"{large}: could not be copied whole" in error
    assert "the old site is unchanged" in error
    assert sums(place) == old


def enough_room() -> None:
    """For all that a build writes but one file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ENOUGH, ENOUGH))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_whoever_stops_a_build_is_told_what_stands(place: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "invoke", "build", "--output", str(place / "place" / "output")]
    for name in ("seeds", "content", "cache"):
        command += [f"--{name}", str(place / name)]

    def allow() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # tests started in the background ignore it

    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=allow
    )
    lock = place / "place" / ".output.lock"
    while process.poll() is None and not lock.exists():
        os.sched_yield()  # the build has begun when its lock lies there
    process.send_signal(number)
    _, said = process.communicate()
    assert (process.returncode, said) == (1, "stopped; whatever site stands is whole\n")
    assert build(place).returncode == 0
    assert [path.name for path in (place / "place").iterdir()] == ["output"]


def test_a_locale_of_bytes_and_a_path_of_letters(place: Path) -> None:
    (place / "seeds" / "größe.txt").write_text(TEXT.format(8))
    (place / "seeds" / "leer-ü.txt").touch()
    away = place / "Übersicht"
    command = [sys.executable, "-m", "invoke", "build", "--output", str(away / "output")]
    for name in ("seeds", "content"):
        command += [f"--{name}", str(place / name)]
    command += ["--cache", str(away / "cache")]
    bytewise = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for _ in range(2):
        run = subprocess.run(command, cwd=ROOT, capture_output=True, env=bytewise, check=False)
        assert run.returncode == 0, run.stderr
        assert b"refused leer-\\xfc.txt: " in run.stderr
    assert verify.verify(away / "output", place / "seeds") == []
    review = [sys.executable, "-m", "invoke", "review", "--no-write", *command[6:]]
    run = subprocess.run(review, cwd=ROOT, capture_output=True, env=bytewise, check=False)
    assert run.returncode == 0, run.stderr
