"""The documents say what is so: settings, commands, tables of tasks, links."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from crisis_archive.export import DATA_FILES
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.settings import Settings, SettingsError, from_mapping
from tests.test_floors import FLOORS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "SECURITY.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_setting_is_described_with_its_default_and_its_own_help() -> None:
    row = re.compile(r"^\| `(CRISIS_\w+)` \| `([^`|]*)` \| ([^|]*) \|$", re.MULTILINE)
    rows = row.findall(read("docs/settings.md"))
    told = {name: (default, meaning) for name, default, meaning in rows}
    for field in msgspec.structs.fields(Settings):
        (meta,) = field.type.__metadata__
        name = f"CRISIS_{field.name.upper()}"
        assert told.pop(name) == (repr(field.default), meta.description)
    assert not told


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"CRISIS_LANGAUGE": "en"}, "unknown setting CRISIS_LANGAUGE; did you mean CRISIS_LANGUAGE?"),
        ({"WHATEVER": 1}, "unknown setting WHATEVER; known are CRISIS_LANGUAGE, "),
        ({"CRISIS_MAX_BYTES": "7"}, "CRISIS_MAX_BYTES: Expected `int`, got `str`; see docs/settings.md"),
        ({"CRISIS_MAX_BYTES": 0}, "CRISIS_MAX_BYTES: Expected `int` >= 1; see docs/settings.md"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(values: dict[str, object], problem: str) -> None:
    with pytest.raises(SettingsError) as raised:
        from_mapping(values, lambda key: f"conf.py:{len(key)}")
    assert str(raised.value).startswith(f"conf.py:{len(next(iter(values)))}: {problem}")


def test_right_settings_are_taken() -> None:
    assert from_mapping({"CRISIS_ROBOTS": False}, str) == Settings(robots=False)


def test_every_task_stands_in_the_readme() -> None:
    command = [sys.executable, "-m", "invoke", "--list", "--list-format", "json"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = set(re.findall(r'"name": "([\w-]+)"', listed)) - {"reserve", "tasks"}
    told = set(re.findall(r"`invoke ([\w-]+)`", read("README.md"))) | {"gh-pages"}
    assert names <= told


def test_the_readme_begins_with_the_two_commands_and_ci_runs_the_second() -> None:
    first, second = re.findall(r"^    (pip install .*?)(?:  +#.*)?$", read("README.md"), re.MULTILINE)
    assert read("README.md").splitlines()[2].strip().startswith(first)
    assert first == "pip install -e . && invoke build"
    assert second in read(".ci/run").splitlines()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_every_room_stands_in_the_architecture() -> None:
    architecture = read("docs/architecture.md")
    for room in FLOORS:
        name = room.removeprefix("crisis_archive.")
        assert f"`{name}`" in architecture or f"{name}.py" in architecture or f"{name}/" in architecture, room


def test_every_data_file_is_described() -> None:
    for name in DATA_FILES:
        assert f"`{name}`" in read("docs/data-format.md")


def test_the_editors_guide_shows_files_that_work(tmp_path: Path) -> None:
    crisis, correction, authority = re.findall(
        r"(?:^    .*\n\n?)+", read("docs/editors-guide.md"), re.MULTILINE
    )
    for path, block in (
        ("crises/venezuela-january-2019.md", crisis),
        ("corrections/report.toml", correction),
        ("authority.toml", authority),
    ):
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(line[4:] for line in block.split("\n")), "utf-8")
    files = {"2019/report.txt", *(path.name for path in (ROOT / "seeds").iterdir())}
    editorial = read_editorial(tmp_path, files)
    assert [each.day.isoformat() for each in editorial.crises[0].anchors] == ["2019-01-23"]
    assert len(editorial.crises[0].seeds) == 2
    assert editorial.corrections[0].names
    assert editorial.authority[0].aliases


def test_the_example_content_is_the_projects_own() -> None:
    files = {path.name for path in (ROOT / "seeds").iterdir()}
    assert {each.slug for each in read_editorial(ROOT / "content", files).crises} == {
        "venezuela-january-2019",
        "venezuela-january-2026",
    }


def test_the_project_says_which_python() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert f"Python {project['requires-python'].removeprefix('>=')} or newer" in read("README.md")
