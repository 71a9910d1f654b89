"""`python -m crisis_archive`: the data alone, its exit codes, and what it says on stderr."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from crisis_archive.__main__ import main
from crisis_archive.export import DATA_FILES

TEXT = "Flood in the valley\n\nThe dam above the town broke on Monday, officials said.\n\nThree were hurt.\n"


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Done:
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as error:  # argparse ends so
            code = int(error.code or 0)
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "deep").mkdir(parents=True)
    (folder / "flood.txt").write_text(TEXT, "utf-8")
    (folder / "deep" / "empty.txt").write_text("", "utf-8")
    (folder / ".hidden").write_text(TEXT, "utf-8")
    os.mkfifo(folder / "pipe")
    return folder


def test_it_writes_the_data_and_names_what_it_refused(tmp_path: Path, seeds: Path, run: Run) -> None:
    done = run(seeds, "--output", tmp_path / "data")
    assert (done.code, done.out) == (0, "")
    assert {path.name for path in (tmp_path / "data").iterdir()} == set(DATA_FILES)
    (document,) = (tmp_path / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    assert json.loads(document)["file"] == "flood.txt"
    refused = [line.split(": ")[0] for line in done.err.splitlines() if line.startswith("refused ")]
    assert refused == ["refused deep/empty.txt", "refused pipe"]


def test_the_folder_may_be_there_and_be_empty_or_hold_older_data(
    tmp_path: Path, seeds: Path, run: Run
) -> None:
    (tmp_path / "data").mkdir()
    assert run(seeds, "--output", tmp_path / "data").code == 0
    first = (tmp_path / "data" / "documents.jsonl").read_bytes()
    (seeds / "flood.txt").rename(seeds / "dam.txt")
    assert run(seeds, "--output", tmp_path / "data").code == 0
    assert (tmp_path / "data" / "documents.jsonl").read_bytes() != first


def test_a_cache_and_processes_change_nothing(tmp_path: Path, seeds: Path, run: Run) -> None:
    outputs = []
    for number, options in enumerate(
        [(), ("--jobs", 1), ("--cache", tmp_path / "kept"), ("--cache", tmp_path / "kept")]
    ):
        output = tmp_path / str(number)
        assert run(seeds, "--output", output, *options).code == 0
        outputs.append({name: (output / name).read_bytes() for name in DATA_FILES})
    assert outputs == [outputs[0]] * 4


def stopped(done: Done, *words: str) -> None:
    """It ended with exit code 2 and one clear line, and no traceback."""
    assert (done.code, done.out) == (2, "")
    last = done.err.splitlines()[-1]
    assert last.startswith("error: ")
    assert "Traceback" not in done.err
    for word in words:
        assert word in last


@pytest.mark.parametrize("content", [None, "", "\n \n"])
def test_nothing_to_build(tmp_path: Path, content: str | None, run: Run) -> None:
    (tmp_path / "seeds").mkdir()
    if content is not None:
        (tmp_path / "seeds" / "a.txt").write_text(content, "utf-8")
    done = run(tmp_path / "seeds", "--output", tmp_path / "data")
    stopped(done, "nothing to build")
    assert ("refused a.txt: " in done.err) == (content is not None)
    assert not (tmp_path / "data").exists()


def test_no_such_folder(tmp_path: Path, seeds: Path, run: Run) -> None:
    stopped(run(tmp_path / "sedes", "--output", tmp_path / "data"), "sedes: there is no such folder")
    stopped(
        run(seeds, "--output", tmp_path / "data", "--content", tmp_path / "x"), "x: there is no such folder"
    )


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, seeds: Path, run: Run) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "thesis.txt").write_text("precious", "utf-8")
    stopped(run(seeds, "--output", tmp_path / "data"), "holds other files")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["thesis.txt"]


def test_an_editor_s_mistake_is_named(tmp_path: Path, seeds: Path, run: Run) -> None:
    (tmp_path / "content" / "corrections").mkdir(parents=True)
    file = tmp_path / "content" / "corrections" / "flood.toml"
    file.write_text('seed = "flood.txt"\ntitel = "Flood"\n', "utf-8")
    done = run(seeds, "--output", tmp_path / "data", "--content", tmp_path / "content")
    stopped(done, f"{file}:2: unknown key 'titel'; did you mean title?")


def test_processes_are_counted_in_numbers(tmp_path: Path, seeds: Path, run: Run) -> None:
    done = run(seeds, "--output", tmp_path / "data", "--jobs", "many")
    assert done.code == 2
    assert "'many' is no number of processes" in done.err


def test_a_file_in_the_way_of_the_output(tmp_path: Path, seeds: Path, run: Run) -> None:
    (tmp_path / "data").write_text("precious", "utf-8")
    stopped(run(seeds, "--output", tmp_path / "data"), "this is not a folder")
    stopped(run(seeds, "--output", tmp_path / "data" / "deep"), "data", "Not a directory")


def test_python_runs_it(tmp_path: Path, seeds: Path) -> None:
    command = [sys.executable, "-m", "crisis_archive", str(seeds), "--output", str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, "refused pipe: " in done.stderr) == ("", True)
    assert {path.name for path in (tmp_path / "data").iterdir()} == set(DATA_FILES)


def test_an_error_is_one_line_whatever_a_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The river rose.")
    (tmp_path / "content" / "corrections").mkdir(parents=True)
    (tmp_path / "content" / "corrections" / "line\n\x1b[31mfeed\u202e.toml").write_text("bad")
    command = [
        sys.executable,
        "-m",
        "crisis_archive",
        str(tmp_path / "seeds"),
        "--output",
        str(tmp_path / "out"),
    ]
    command += ["--content", str(tmp_path / "content")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.isprintable()
    assert r"line\n\x1b[31mfeed\u202e.toml:1: this is not TOML" in line
