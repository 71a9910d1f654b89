"""A build that goes on from earlier ones gives byte for byte what a build from nothing gives."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

STEPS = 4
TEXTS = 260
PLACES = "Alba Brunn Corvo Delmar Estry Falk".split()
PEOPLE = ("Ana Ruiz", "Otto Brandt", "Mira Kovac", "Jon Aldis")
SETTINGS = """\
from publishconf import *
CRISIS_NAME_MODEL = ""
THEME = {theme!r}
"""


def text_of(dice: random.Random) -> str:
    """A short report; a few facts, so that texts share people, places and crises."""
    place, person = dice.choice(PLACES), dice.choice(PEOPLE)
    day, number = dice.randint(1, 28), dice.randint(2, 90)
    return (
        f"Flood closes the harbour of {place}\n\n"
        f"The river broke its dam near {place} on {day} March 2020, officials said. At least {number} people "
        f"were hurt.\n\n“We will rebuild {place} by {dice.choice(PLACES)},” said {person} of the Relief "
        f"Council. Boats carried {number + 3} families to safety, {dice.choice(PEOPLE)} reported.\n"
    )


class Project:
    """Seeds, content, theme and settings that change."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice = folder, dice
        self.seeds, self.content = folder / "seeds", folder / "content"
        self.seeds.mkdir()
        for name in ("corrections", "crises", "pages"):
            (self.content / name).mkdir(parents=True)
        shutil.copytree(ROOT / "theme", folder / "theme")
        settings = SETTINGS.format(theme=str(folder / "theme"))
        (folder / "ownconf.py").write_text(settings, "utf-8")
        self.numbers = iter(range(10_000))
        for _ in range(6):
            self.add()

    def add(self) -> None:
        (self.seeds / f"text-{next(self.numbers)}.txt").write_text(text_of(self.dice), "utf-8")

    def change(self) -> None:
        self.any_seed().write_text(text_of(self.dice), "utf-8")

    def remove(self) -> None:
        self.any_seed().unlink()

    def copy(self) -> None:
        shutil.copyfile(self.any_seed(), self.seeds / f"copy-{next(self.numbers)}.txt")

    def correct(self) -> None:
        seed = self.any_seed().name
        lines = [f'seed = "{seed}"', f'title = "Corrected {next(self.numbers)}"', "date = 2020-03-02"]
        file = self.content / "corrections" / f"{seed}.toml"
        if file.exists():
            file.unlink()
        else:
            file.write_text("\n".join(lines), "utf-8")

    def write_page(self) -> None:
        (self.content / "pages" / "contact.md").write_text(
            f"Title: Contact {next(self.numbers)}\n\nUs.\n", "utf-8"
        )

    def retouch(self) -> None:
        """Another template, which some pages use and some do not."""
        file = (
            self.folder
            / "theme"
            / "templates"
            / self.dice.choice(("text.html", "entity.html", "macros.html"))
        )
        file.write_text(f"{file.read_text('utf-8')}{{# {next(self.numbers)} #}}\n", "utf-8")

    def any_seed(self) -> Path:
        return self.dice.choice(sorted(self.seeds.iterdir()))

    def build(self, output: Path, *options: str) -> dict[str, bytes]:
        """The site of a real `invoke build`."""
        for file in sorted((self.content / "corrections").iterdir()):
            if not (self.seeds / file.stem).exists():
                file.unlink()  # what it corrects is gone
        folders = ("--seeds", self.seeds, "--content", self.content, "--output", output)
        command = ["-m", "invoke", "build", *folders, "--settings", self.folder / "ownconf.py", *options]
        done = subprocess.run(
            [sys.executable, *map(str, command)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        files = [path for path in sorted(output.rglob("*")) if path.is_file()]
        assert all(path.stat().st_nlink == 1 for path in files)
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


CHANGES: tuple[Callable[[Project], None], ...] = (
    Project.add,
    Project.change,
    Project.remove,
    Project.copy,
    Project.correct,
    Project.write_page,
    Project.retouch,
)


@pytest.mark.parametrize("number", [1, 2])
def test_any_sequence_of_changes_gives_what_a_fresh_build_gives(tmp_path: Path, number: int) -> None:
    dice = random.Random(number)
    project = Project(tmp_path, dice)
    project.build(tmp_path / "site", "--cache", str(tmp_path / "cache"))
    for step in range(STEPS):
        for change in dice.sample(CHANGES, dice.randint(1, 3)):
            change(project)
        grown = project.build(tmp_path / "site", "--cache", str(tmp_path / "cache"))
        if step % 2:
            fresh = project.build(tmp_path / f"fresh-{step}", "--cache", str(tmp_path / f"cache-{step}"))
            assert differing(grown, fresh) == [], f"after step {step}"


def test_one_process_and_many_give_the_same(tmp_path: Path) -> None:
    project = Project(tmp_path, random.Random("many"))
    for _ in range(TEXTS):
        project.add()
    one = project.build(tmp_path / "one", "--cache", str(tmp_path / "cache-1"), "--jobs", "1")
    many = project.build(tmp_path / "many", "--cache", str(tmp_path / "cache-3"), "--jobs", "3")
    assert differing(one, many) == []


def test_a_damaged_cache_is_worked_out_anew(tmp_path: Path) -> None:
    project = Project(tmp_path, random.Random("damage"))
    whole = project.build(tmp_path / "site", "--cache", str(tmp_path / "cache"))
    files = [path for path in sorted((tmp_path / "cache").rglob("*")) if path.is_file()]
    assert files
    for file in files:
        content = bytearray(file.read_bytes())
        for place in range(200, len(content), 997):
            content[place] ^= 0xFF
        file.write_bytes(content)
    assert differing(whole, project.build(tmp_path / "site", "--cache", str(tmp_path / "cache"))) == []
