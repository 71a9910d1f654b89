"""The real build, asked in other ways: plain Pelican, no editors, bad input, failing plugins."""

import filecmp
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing import ALWAYS, MANIFEST, write_checksums
from tests.conftest import ROOT, SITE_ADDRESS, Build

NOTHING = ("", "\n \t\n", "\N{ZERO WIDTH SPACE}\n")


def pelican(settings: Path, output: Path, *overrides: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "-s", str(settings), "-o", str(output)]
    return subprocess.run([*command, "-e", *overrides], cwd=ROOT, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def an_old_site(folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    (folder / "index.html").write_text("the old site", "utf-8")
    (folder / ALWAYS).parent.mkdir()
    (folder / ALWAYS).touch()
    write_checksums(folder)
    return tree(folder)


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It failed with one line on stderr that begins with `error: ` and holds the words."""
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(lines) == 1, done.stderr
    for word in words:
        assert word in lines[0]


def test_plain_pelican_gives_the_same_pages(tmp_path: Path, site: Path) -> None:
    cache = f"CRISIS_CACHE={json.dumps(str(tmp_path / 'cache'))}"
    done = pelican(ROOT / "publishconf.py", tmp_path / "output", f"SITEURL={json.dumps(SITE_ADDRESS)}", cache)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "output") == tree(site)


def test_the_data_is_what_the_command_without_pelican_writes(tmp_path: Path, site: Path) -> None:
    command = [sys.executable, "-m", "crisis_archive", "seeds", "--content", "content", "--output"]
    subprocess.run([*command, str(tmp_path / "data")], cwd=ROOT, check=True, capture_output=True)
    assert tree(tmp_path / "data") == tree(site / "data")


def test_the_manifest_lists_the_site(site: Path) -> None:
    listed = {line[66:] for line in (site / MANIFEST).read_text("utf-8").splitlines()}
    assert listed == set(tree(site)) - {MANIFEST}


@pytest.fixture(scope="module")
def bad_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four seeds beside everything that becomes no page."""
    folder = tmp_path_factory.mktemp("bad") / "seeds"
    (folder / "deep").mkdir(parents=True)
    for seed in (ROOT / "seeds").iterdir():
        (folder / seed.name).write_bytes(seed.read_bytes())
    for number, content in enumerate(NOTHING):
        (folder / f"empty-{number}.txt").write_text(content, "utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "pdf.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n" * 9)
    (folder / "huge.txt").write_text("It rained in the valley. " * 500_000, "utf-8")
    (folder / "furniture.txt").write_text("Adjust Comment Print\n\nLeave a Reply\n", "utf-8")
    (folder / "deep" / "new\nline.txt").write_bytes(b"\x00\x01\x02")
    os.mkfifo(folder / "deep" / "pipe.txt")
    (folder / "link.txt").symlink_to(ROOT / "README.md")
    (folder / "away.txt").symlink_to("nowhere")
    return folder


REFUSED = ["away.txt", "binary.txt", "deep/new\\nline.txt", "deep/pipe.txt", "empty-0.txt", "empty-1.txt"]
REFUSED += ["empty-2.txt", "furniture.txt", "huge.txt", "link.txt", "pdf.txt"]


@pytest.fixture(scope="module")
def built_from_bad(
    tmp_path_factory: pytest.TempPathFactory, bad_seeds: Path, build: Build
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A site of the bad seeds, without editors and without an address."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "content").mkdir()
    done = build("--seeds", bad_seeds, "--content", folder / "content", "--output", folder / "output")
    return folder / "output", done


BuiltFromBad = tuple[Path, subprocess.CompletedProcess[str]]


def test_bad_input_costs_no_good_page(built_from_bad: BuiltFromBad) -> None:
    output, done = built_from_bad
    assert done.returncode == 0, done.stderr
    assert len(list(output.glob("texts/*.html"))) == 4 + 1  # and their list
    assert "4 documents" in done.stdout.splitlines()[-1]
    assert f"{len(REFUSED)} refusals" in done.stdout.splitlines()[-1]


def test_what_was_refused_is_named_everywhere(built_from_bad: BuiltFromBad) -> None:
    output, done = built_from_bad
    lines = (output / "data" / "refusals.jsonl").read_text("utf-8").splitlines()
    refusals = {each["file"]: each for each in map(json.loads, lines)}
    assert list(refusals) == REFUSED
    for file, refusal in refusals.items():
        assert f"refused {file}: {refusal['why']}" in done.stderr.splitlines()
        assert file in (output / "method.html").read_text("utf-8")
        irregular = file in ("away.txt", "deep/pipe.txt", "link.txt")
        assert (refusal["sha256"] is None, refusal["bytes"] is None) == (irregular, irregular)


def test_without_editors_two_crises_are_found(built_from_bad: BuiltFromBad) -> None:
    lines = (built_from_bad[0] / "data" / "crises.jsonl").read_text("utf-8").splitlines()
    crises = [json.loads(line) for line in lines]
    seeds = sorted(path.stem for path in (ROOT / "seeds").iterdir())
    assert sorted(each["documents"] for each in crises) == [seeds[:2], seeds[2:]]
    assert {each["title_origin"] for each in crises} == {"derived"}


def test_without_an_editor_no_text_has_a_year_that_none_gives(built_from_bad: BuiltFromBad) -> None:
    lines = (built_from_bad[0] / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    alert, retold, staff, russians = (json.loads(line)["date"] for line in lines)
    for date in (alert, retold):
        assert (date["earliest"], date["latest"], date["origin"]) == (None, None, "unknown")
    for date in (staff, russians):
        assert date["earliest"].startswith("2019-01")
        assert date["origin"] == "derived"
        assert date["evidence"]


def test_without_an_address_the_build_says_what_is_left_out(built_from_bad: BuiltFromBad) -> None:
    output, done = built_from_bad
    assert "no site address" in done.stderr
    assert not list(output.glob("**/*.xml"))
    assert "canonical" not in (output / "index.html").read_text("utf-8")
    assert "//example.org" not in (output / "404.html").read_text("utf-8")


def test_nothing_left_to_build(tmp_path: Path, build: Build) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds" / "a.txt").touch()
    old = an_old_site(tmp_path / "output")
    options = (
        "--seeds",
        tmp_path / "seeds",
        "--content",
        tmp_path / "content",
        "--output",
        tmp_path / "output",
    )
    done = build(*options)
    assert done.returncode == 2
    one_line(done, "nothing to build")
    assert "refused a.txt: " in done.stderr
    assert tree(tmp_path / "output") == old


@pytest.mark.parametrize("option", ["--seeds", "--content"])
def test_a_folder_that_is_missing(tmp_path: Path, build: Build, option: str) -> None:
    old = an_old_site(tmp_path / "output")
    one_line(
        build(option, tmp_path / "nowhere", "--output", tmp_path / "output"), "nowhere", "no such folder"
    )
    assert tree(tmp_path / "output") == old


def test_an_editor_s_mistake(tmp_path: Path, build: Build) -> None:
    old = an_old_site(tmp_path / "output")
    file = tmp_path / "content" / "crises" / "flood.md"
    file.parent.mkdir(parents=True)
    file.write_text("Title: The flood\nAnchor: 2020-01-02 rain\n", "utf-8")
    done = build("--content", tmp_path / "content", "--output", tmp_path / "output")
    one_line(done, f"{file}:2: unknown key 'Anchor'; did you mean Anchors?")
    assert tree(tmp_path / "output") == old


@pytest.mark.parametrize("where", [".", "seeds", "content/site", "plugins/.."])
def test_a_site_is_never_written_over_its_sources(build: Build, where: str) -> None:
    one_line(build("--output", ROOT / where), "not apart")
    assert (ROOT / "seeds").is_dir()


def test_jobs_that_are_no_number(build: Build) -> None:
    one_line(build("--jobs", "many"), "--jobs many")


def settings_with(folder: Path, *lines: str) -> Path:
    """A settings file of an operator: the project's own, and more."""
    file = folder / "ownconf.py"
    text = "\n".join([f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom publishconf import *", *lines])
    file.write_text(text + "\n", "utf-8")
    return file


FAIL_AT = """
from pelican import signals

def fail(sender):
    raise OSError("no more")

def register():
    signals.{}.connect(fail)
"""
FAILING = {
    "an error while it registers": "def register():\n    raise OSError('no registering')",
    "an error while the archive is made": FAIL_AT.format("article_generator_init"),
    "an error when all is read": FAIL_AT.format("all_generators_finalized"),
    "an error when all is written": FAIL_AT.format("finalized"),
    "an import that fails": "import nothing_of_this_name",
    "a syntax error": "def register(:",
}


@pytest.mark.parametrize("plugin", FAILING.values(), ids=FAILING.keys())
@pytest.mark.parametrize("how", ["invoke", "pelican"])
def test_a_failing_plugin_fails_the_build(tmp_path: Path, build: Build, how: str, plugin: str) -> None:
    (tmp_path / "failing.py").write_text(plugin + "\n", "utf-8")
    settings = settings_with(
        tmp_path, f"sys.path.insert(0, {str(tmp_path)!r})", 'PLUGINS = [*PLUGINS, "failing"]'
    )
    old = an_old_site(tmp_path / "output")
    runs: dict[str, Callable[[], subprocess.CompletedProcess[str]]] = {
        "invoke": lambda: build("--settings", settings, "--output", tmp_path / "output"),
        "pelican": lambda: pelican(settings, tmp_path / "output", "CRISIS_CACHE=null"),
    }
    done = runs[how]()
    assert done.returncode != 0
    assert tree(tmp_path / "output") == old
    assert {path.name for path in tmp_path.iterdir()} <= {"output", "failing.py", "ownconf.py", "__pycache__"}


def test_an_unknown_setting_is_named_with_its_line(tmp_path: Path, build: Build) -> None:
    settings = settings_with(tmp_path, 'CRISIS_LANGAUGE = "en"')
    done = build("--settings", settings, "--output", tmp_path / "output")
    one_line(done, f"{settings}:4: ", "CRISIS_LANGAUGE", "did you mean CRISIS_LANGUAGE?")


def test_a_setting_of_the_wrong_type(tmp_path: Path, build: Build) -> None:
    settings = settings_with(tmp_path, "CRISIS_MAX_BYTES = 'much'")
    done = build("--settings", settings, "--output", tmp_path / "output")
    one_line(done, f"{settings}:4: ", "CRISIS_MAX_BYTES", "int")


def test_pages_that_an_editor_wrote_take_the_place_of_ours(tmp_path: Path, build: Build) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("Title: Who we are\nSlug: about\n\nWe keep *texts*.\n", "utf-8")
    done = build("--content", tmp_path / "content", "--output", tmp_path / "output")
    assert done.returncode == 0, done.stderr
    about = (tmp_path / "output" / "about.html").read_text("utf-8")
    assert "We keep <em>texts</em>." in about
    assert "<h1" in about


def test_a_second_build_changes_nothing(tmp_path: Path, site: Path, build: Build) -> None:
    assert build("--output", tmp_path / "output", "--siteurl", SITE_ADDRESS + "/").returncode == 0
    compared = filecmp.dircmp(site, tmp_path / "output")
    assert (compared.left_only, compared.right_only, compared.diff_files) == ([], [], [])
    assert tree(tmp_path / "output") == tree(site)
