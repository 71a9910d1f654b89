"""What a build is given and cannot use stops it before anything is written."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from build_checks import check_build, settle_folders
from crisis_archive.settings import SettingsError
from publishing import PublishingError
from tests.conftest import ROOT

OURS = ["lunr_search", ModuleType("seed_articles"), "crisis_briefings", ModuleType("cross_references")]


def given(folder: Path, **settings: object) -> dict[str, object]:
    """The settings of a build in a folder."""
    folders = {
        "CRISIS_SEEDS": str(folder / "seeds"),
        "CRISIS_CONTENT": str(folder / "content"),
        "CRISIS_CACHE": str(folder / ".cache"),
        "OUTPUT_PATH": str(folder / "output"),
    }
    return {**folders, "CRISIS_JOBS": 0, "SITEURL": "", "PLUGINS": OURS, **settings}


@pytest.mark.parametrize(
    "address",
    [
        "",
        None,
        "https://example.org",
        "http://localhost:8000/archive",
        "HTTPS://Example.org/a/b",
        "http://[::1]:80",
    ],
)
def test_an_address_of_a_site(tmp_path: Path, address: str | None) -> None:
    check_build(given(tmp_path, SITEURL=address))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "foo",
        "example.org",
        "//example.org",
        "https://",
        "https:///archive",
        "ftp://example.org",
        "https://example.org/a?b",
        "https://example.org/a#c",
        "https://user:word@example.org",
        "https://example.org/a b",
        "https://example.org:many",
        "https://[example.org",
        'https://example.org/"onload=',
        7,
    ],
)
def test_what_is_no_address_of_a_site(tmp_path: Path, address: object) -> None:
    with pytest.raises(SettingsError, match=r"^settings: SITEURL = .* write one like https://example\.org/"):
        check_build(given(tmp_path, SITEURL=address))


@pytest.mark.parametrize(
    ("plugins", "missing"),
    [
        ([], "seed_articles, crisis_briefings, cross_references, lunr_search"),
        (OURS[1:], "lunr_search"),
        ([*OURS[:3], "sitemap"], "cross_references"),
        (None, "seed_articles, crisis_briefings, cross_references, lunr_search"),
    ],
)
def test_plugins_that_make_no_site(tmp_path: Path, plugins: object, missing: str) -> None:
    with pytest.raises(SettingsError, match=rf"^settings: PLUGINS leaves out {missing}; add to"):
        check_build(given(tmp_path, PLUGINS=plugins))


def test_plugins_beside_ours(tmp_path: Path) -> None:
    check_build(given(tmp_path, PLUGINS=[*OURS, "sitemap"]))


@pytest.mark.parametrize("jobs", ["a", "2", 1.5, -1, True, None])
def test_what_is_no_number_of_processes(tmp_path: Path, jobs: object) -> None:
    with pytest.raises(SettingsError, match=r"CRISIS_JOBS = .* is no number of processes; write one"):
        check_build(given(tmp_path, CRISIS_JOBS=jobs))


def test_the_file_and_the_line_of_a_wrong_setting_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ownconf.py"
    file.write_text('SITENAME = "x"\nCRISIS_JOBS = "a"\n', "utf-8")
    module = ModuleType("ownconf")
    module.__file__ = str(file)
    vars(module)["CRISIS_JOBS"] = "a"
    monkeypatch.setitem(sys.modules, "ownconf", module)
    with pytest.raises(SettingsError) as raised:
        check_build(given(tmp_path, CRISIS_JOBS="a"))
    assert str(raised.value).startswith(f"{file}:2: CRISIS_JOBS = 'a' ")
    with pytest.raises(SettingsError, match=r"^settings: CRISIS_JOBS = 'b'"):
        check_build(given(tmp_path, CRISIS_JOBS="b"))


@pytest.mark.parametrize(
    "cache", ["seeds", "seeds/kept", "content", "content/kept", "output", "output/kept", "."]
)
def test_a_cache_is_apart_from_all_else(tmp_path: Path, cache: str) -> None:
    with pytest.raises(PublishingError, match=r"not apart from .*; name another cache folder"):
        check_build(given(tmp_path, CRISIS_CACHE=str(tmp_path / cache)))


def test_a_build_without_cache_or_content(tmp_path: Path) -> None:
    check_build(given(tmp_path, CRISIS_CACHE=None, CRISIS_CONTENT=None))


@pytest.mark.parametrize("option", [("--siteurl", "javascript:alert(1)"), ("--cache", "seeds")])
def test_invoke_build_stops_with_one_line(tmp_path: Path, option: tuple[str, str]) -> None:
    before = sorted(path.name for path in (ROOT / "seeds").iterdir())
    command = [sys.executable, "-m", "invoke", "build", "--output", str(tmp_path / "output"), *option]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("error: ")
    assert not (tmp_path / "output").exists()
    assert sorted(path.name for path in (ROOT / "seeds").iterdir()) == before


def test_a_settings_file_of_ones_own_is_read_as_the_documents_say(tmp_path: Path) -> None:
    file = tmp_path / "ownconf.py"
    file.write_text('from publishconf import *\n\nSITENAME = "Own"\n', "utf-8")
    command = [sys.executable, "-m", "pelican", "-s", str(file), "--print-settings", "SITENAME"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "SITENAME: 'Own'"
    told = " ".join((ROOT / "docs" / "settings.md").read_text("utf-8").split())
    assert "in the folder of the project, `python -m pelican -s FILE`" in told


def test_pages_of_editors_that_cannot_be_listed_stop_the_build(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    check_build(given(tmp_path))
    place = os.open(pages, os.O_RDONLY)
    for _ in range(20):  # in all longer than any path may be, so that not even root can list the last ones
        os.mkdir("d" * 250, dir_fd=place)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
    with pytest.raises(OSError, match="too long"):
        check_build(given(tmp_path))


def test_pages_that_are_no_folder_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "pages").touch()
    with pytest.raises(NotADirectoryError):
        check_build(given(tmp_path))


def test_a_folder_lies_beside_the_settings_file_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "own" / "ownconf.py"
    file.parent.mkdir()
    file.write_text('CRISIS_CACHE = "seeds"\n', "utf-8")
    module = ModuleType("ownconf")
    module.__file__ = str(file)
    vars(module)["CRISIS_CACHE"] = "seeds"
    monkeypatch.setitem(sys.modules, "ownconf", module)
    settings = given(tmp_path, CRISIS_CACHE="seeds", CRISIS_CONTENT=None, CRISIS_SEEDS="elsewhere")
    settle_folders(settings)
    assert settings["CRISIS_CACHE"] == str(tmp_path / "own" / "seeds")
    assert settings["CRISIS_SEEDS"] == str(Path.cwd() / "elsewhere")
    assert settings["CRISIS_CONTENT"] is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("x = (\n", "ownconf.py:1: these settings cannot be used (SyntaxError: '(' was never closed)"),
        (
            "a = 1\n1 / 0\n",
            "ownconf.py:2: these settings cannot be used (ZeroDivisionError: division by zero)",
        ),
        ("from publishconf import *\nimport no_such_thing\n", "ownconf.py:2: these settings"),
        ("from publishconf import *\nSITEURL = 3\n", "ownconf.py: these settings cannot be used (Attr"),
        ("raise SystemExit(5)\n", "ownconf.py:1: these settings cannot be used (SystemExit: 5)"),
    ],
)
def test_settings_that_fail_are_named_with_their_line(tmp_path: Path, lines: str, told: str) -> None:
    (tmp_path / "ownconf.py").write_text(lines, "utf-8")
    command = [sys.executable, "-m", "invoke", "build", "--settings", str(tmp_path / "ownconf.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert told in done.stderr
    assert done.stderr.startswith("error: ")


@pytest.mark.parametrize("name", ["CRISIS_SEEDS", "CRISIS_CONTENT", "CRISIS_CACHE", "OUTPUT_PATH"])
@pytest.mark.parametrize("folder", [5, True, False, ["a"], {}, b"/tmp", "a\0b", "a\ud800b"])
def test_what_is_no_name_of_a_folder(tmp_path: Path, name: str, folder: object) -> None:
    with pytest.raises(SettingsError, match=rf"^settings: {name} = .* is no name of a folder; write one"):
        settle_folders(given(tmp_path, **{name: folder}))


@pytest.mark.parametrize("name", ["CRISIS_SEEDS", "OUTPUT_PATH"])
@pytest.mark.parametrize("folder", ["", None])
def test_seeds_and_output_must_be_named(tmp_path: Path, name: str, folder: object) -> None:
    with pytest.raises(SettingsError, match="is no name of a folder"):
        settle_folders(given(tmp_path, **{name: folder}))


def test_folders_may_be_named_by_paths(tmp_path: Path) -> None:
    settings = given(tmp_path, CRISIS_SEEDS=tmp_path / "seeds", CRISIS_CACHE="", CRISIS_CONTENT=None)
    settle_folders(settings)
    check_build(settings)


def test_pelican_looks_for_linked_files_in_the_folder_of_the_editors(tmp_path: Path) -> None:
    settings = given(tmp_path, PATH="elsewhere")
    settle_folders(settings)
    assert settings["PATH"] == "elsewhere"
    (tmp_path / "content").mkdir()
    settle_folders(settings)
    assert settings["PATH"] == str(tmp_path / "content")


@pytest.mark.parametrize("name", ["CRISIS_SEEDS", "CRISIS_CONTENT", "CRISIS_CACHE", "OUTPUT_PATH"])
def test_a_folder_that_is_a_link_to_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(SettingsError, match=rf"^settings: {name} = .* leads round in a circle; name"):
        check_build(given(tmp_path, **{name: str(tmp_path / "loop")}))


def test_a_file_where_the_folder_of_the_editors_should_be(tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    with pytest.raises(SettingsError, match="is no folder; name another"):
        check_build(given(tmp_path))


@pytest.mark.parametrize("model", ["os", "json", "pytest", "../x", "/etc", "a.b", "a b"])
def test_what_is_no_pipeline_for_names(tmp_path: Path, model: str) -> None:
    with pytest.raises(SettingsError, match=r"CRISIS_NAME_MODEL = .* is no pipeline of spaCy; write"):
        check_build(given(tmp_path, CRISIS_NAME_MODEL=model))


@pytest.mark.parametrize("model", ["", "en_core_web_sm", "xx_nobody_made_this"])
def test_a_pipeline_for_names_and_none(tmp_path: Path, model: str) -> None:
    check_build(given(tmp_path, CRISIS_NAME_MODEL=model))


def test_a_scheduler_is_an_address(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CRISIS_SCHEDULER = 5 is no address"):
        check_build(given(tmp_path, CRISIS_SCHEDULER=5))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('CRISIS_SITE_NAME = "a\\ud800b"', "CRISIS_SITE_NAME: half of a pair of surrogates"),
        ("CRISIS_SITE_NAME = 5", "CRISIS_SITE_NAME: Expected `str`"),
        ('CRISIS_LANGUAGE = "xx"', "CRISIS_LANGUAGE = 'xx': "),
        ("CRISIS_SEEDS = 5", "CRISIS_SEEDS = 5 is no name of a folder"),
        ('CRISIS_SEARCH_LANGUAGE = "xx"', "CRISIS_SEARCH_LANGUAGE: 'xx' has no search"),
    ],
)
def test_a_wrong_setting_is_named_with_its_own_line(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "ownconf.py"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("The river rose on Monday, the mayor said.\n", "utf-8")
    file.write_text(
        f"from publishconf import *\nCRISIS_SEEDS = {str(tmp_path / 'seeds')!r}\nCRISIS_CACHE = None\n"
        f"CRISIS_CONTENT = None\nOUTPUT_PATH = {str(tmp_path / 'output')!r}\n\n{line}\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "invoke", "build", "--settings", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert done.stderr.startswith(f"error: {file}:7: {told}")
