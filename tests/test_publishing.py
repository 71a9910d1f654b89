"""Publishing: the old site or the new one, whatever happens; nothing that no build wrote is touched."""

import json
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from publishing import MANIFEST, PublishingError, check_apart, publish, stage, write_checksums

ROOT = Path(__file__).resolve().parent.parent
SITES = {
    "old": {"data/documents.jsonl": "old", "index.html": "old", "texts/a.html": "old"},
    "new": {"b/c.html": "new", "data/documents.jsonl": "new", "index.html": "new"},
}


def fill(folder: Path, name: str) -> None:
    for path, words in SITES[name].items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, "utf-8")
    write_checksums(folder)


def put(output: Path, name: str) -> None:
    staging = stage(output)
    fill(staging.folder, name)
    publish(staging)


def site_at(output: Path) -> dict[str, str]:
    """Every file but the manifest, with its words."""
    return {
        path.relative_to(output).as_posix(): path.read_text("utf-8")
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_first_site_and_the_next(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    put(output, "old")
    assert site_at(output) == SITES["old"]
    put(output, "new")
    assert site_at(output) == SITES["new"]
    assert names_in(output.parent) == ["output"]


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    put(tmp_path, "new")
    assert site_at(tmp_path) == SITES["new"]


def test_a_link_stays_a_link_to_the_new_site(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    put(tmp_path / "link", "old")
    put(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert site_at(tmp_path / "real") == SITES["new"]


def test_a_build_that_gives_up_leaves_the_old_site_and_no_litter(tmp_path: Path) -> None:
    put(tmp_path / "output", "old")
    staging = stage(tmp_path / "output")
    fill(staging.folder, "new")
    del staging
    assert site_at(tmp_path / "output") == SITES["old"]
    assert names_in(tmp_path) == ["output"]


def test_two_builds_at_once(tmp_path: Path) -> None:
    staging = stage(tmp_path / "output")
    with pytest.raises(PublishingError, match="another build is writing this site"):
        stage(tmp_path / "output")
    fill(staging.folder, "new")
    publish(staging)
    assert site_at(tmp_path / "output") == SITES["new"]


def test_builds_of_other_sites_do_not_wait(tmp_path: Path) -> None:
    stagings = [stage(tmp_path / name) for name in ("a", "b")]
    for staging in stagings:
        fill(staging.folder, "new")
        publish(staging)
    assert names_in(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("names", [["thesis.txt"], [".git", MANIFEST], [".hidden"]])
def test_a_folder_that_no_build_wrote_is_left_alone(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_text("precious", "utf-8")
    with pytest.raises(PublishingError, match="this holds files that no build wrote"):
        stage(tmp_path)
    assert names_in(tmp_path) == sorted(names)
    assert not list(tmp_path.parent.glob(f".{tmp_path.name}*"))


def test_a_folder_with_checksums_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "debian.iso").write_text("precious", "utf-8")
    write_checksums(tmp_path)
    with pytest.raises(PublishingError, match="this holds files that no build wrote"):
        stage(tmp_path)
    assert names_in(tmp_path) == [MANIFEST, "debian.iso"]


@pytest.mark.parametrize("name", ["CNAME", "texts/mine.html", "new/mine.html"])
def test_a_file_that_somebody_put_into_a_site_is_named(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    put(output, "old")
    staging = stage(output)
    fill(staging.folder, "new")
    (output / name).parent.mkdir(exist_ok=True)
    (output / name).write_text("precious", "utf-8")
    with pytest.raises(PublishingError, match=f"this holds '{name}', which no build wrote"):
        publish(staging)
    staging.release()
    with pytest.raises(PublishingError, match=f"this holds '{name}', which no build wrote"):
        stage(output)
    assert site_at(output) == SITES["old"] | {name: "precious"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("precious", "utf-8")
    with pytest.raises(PublishingError, match="this is not a folder"):
        stage(tmp_path / "output")
    assert (tmp_path / "output").read_text("utf-8") == "precious"


@pytest.mark.parametrize("output", [".", "seeds", "seeds/site", "..", "link"])
def test_a_site_is_never_written_into_its_sources(tmp_path: Path, output: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "seeds")
    with pytest.raises(PublishingError, match="not apart"):
        check_apart(tmp_path / output, tmp_path / "seeds")


def test_a_site_beside_its_sources(tmp_path: Path) -> None:
    check_apart(tmp_path / "seeds-site", tmp_path / "seeds")


def test_the_manifest_is_what_sha256sum_reads(tmp_path: Path) -> None:
    put(tmp_path / "output", "new")
    (tmp_path / "output" / "B.html").write_text("upper", "utf-8")
    (tmp_path / "output" / "\u00e9.html").write_text("accent", "utf-8")
    write_checksums(tmp_path / "output")
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    subprocess.run(command, cwd=tmp_path / "output", check=True)
    names = [line[66:] for line in (tmp_path / "output" / MANIFEST).read_text("utf-8").splitlines()]
    assert names == ["B.html", "b/c.html", "data/documents.jsonl", "index.html", "\u00e9.html"]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes_do_not_hang_on_the_umask(tmp_path: Path, umask: int) -> None:
    code = "import sys; from pathlib import Path; from tests.test_publishing import put; "
    code += "put(Path(sys.argv[1]), 'new')"
    output = tmp_path / "output"
    subprocess.run([sys.executable, "-c", code, str(output)], cwd=ROOT, check=True, umask=umask)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in output.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [output, output / "b"]}
    assert (modes, folders) == ({0o644}, {0o755})


BREAKER = Path(__file__).with_name("publish_broken.py")


def broken_runs(folder: Path, how: str) -> list[dict[str, Any]]:
    """Publish `new` over `old` again and again, broken at every step in turn; what was found after each."""
    run = subprocess.run([sys.executable, BREAKER, folder, how], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    runs: list[dict[str, Any]] = json.loads(run.stdout)
    assert len(runs) > 30
    return runs


def test_killed_at_any_step_the_old_site_stands_or_the_new(tmp_path: Path) -> None:
    runs = broken_runs(tmp_path, "kill")
    assert {each["code"] for each in runs} == {-signal.SIGKILL}
    assert all(each["site"] in (SITES["old"], SITES["new"]) for each in runs)
    assert {each["site"]["index.html"] for each in runs} == {"old", "new"}


def test_after_a_kill_the_next_build_is_right_and_leaves_no_litter(tmp_path: Path) -> None:
    for each in broken_runs(tmp_path, "kill"):
        assert (each["next"], each["beside"]) == (SITES["new"], ["output"]), each["step"]


def test_an_error_at_any_step_leaves_one_whole_site(tmp_path: Path) -> None:
    for each in broken_runs(tmp_path, "fail"):
        if each["code"] == 0:  # Making a folder that is there already may fail without harm.
            assert each["site"] == SITES["new"], each["step"]
        assert each["site"] in (SITES["old"], SITES["new"]), each["step"]
        assert (each["next"], each["beside"]) == (SITES["new"], ["output"]), each["step"]


def test_an_error_says_which_site_stands(tmp_path: Path) -> None:
    errors = [each for each in broken_runs(tmp_path, "fail") if each["code"] == 1]
    assert {each["site"]["index.html"] for each in errors} == {"old", "new"}
    for each in errors:
        claim = {"old": "the old site is unchanged", "new": "the new site stands"}[each["site"]["index.html"]]
        assert claim in each["words"], each["step"]


def test_where_folders_cannot_be_exchanged_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "elsewhere")
    put(tmp_path / "output", "old")
    put(tmp_path / "output", "new")
    assert site_at(tmp_path / "output") == SITES["new"]
    assert names_in(tmp_path) == ["output"]


def test_between_two_renames_the_old_site_is_found_again(tmp_path: Path) -> None:
    put(tmp_path / "output", "old")
    (tmp_path / "output").rename(tmp_path / ".output.old")
    staging = stage(tmp_path / "output")
    assert site_at(tmp_path / "output") == SITES["old"]
    del staging
    assert names_in(tmp_path) == ["output"]
