"""An archive that is related piece by piece, over the builds of a growing folder, is what one build makes."""

import random
from pathlib import Path

import pytest

from crisis_archive.archive import build_archive
from crisis_archive.model import Archive
from crisis_archive.settings import Settings

PLACES = "Alba Brunn Corvo Delmar".split()
PEOPLE = ("Ana Ruiz", "Otto Brandt", "Mira Kovac", "Jon Aldis")
SETTINGS = Settings(name_model="")


def report(dice: random.Random) -> str:
    """A report that shares place, people, days and figures with others."""
    place, person, day = dice.choice(PLACES), dice.choice(PEOPLE), dice.randint(1, 28)
    return (
        f"Flood closes the harbour of {place}\n\n"
        f"The river broke its dam near {place} on {day} March 2020, officials said. At least "
        f"{dice.randint(20, 23)} people were hurt when water filled the harbour streets of {place}.\n\n"
        f"“We will rebuild {place} by June,” said {person}, the mayor of {place}. Boats carried "
        f"{dice.randint(2, 90)} families to safety on the following day, {dice.choice(PEOPLE)} reported.\n"
    )


class Folder:
    """Seeds and corrections that change."""

    def __init__(self, place: Path, dice: random.Random) -> None:
        self.seeds, self.content, self.dice = place / "seeds", place / "content", dice
        self.seeds.mkdir()
        (self.content / "corrections").mkdir(parents=True)
        self.number = 0
        for _ in range(9):
            self.add()

    def add(self) -> None:
        self.number += 1
        (self.seeds / f"text-{self.number}.txt").write_text(report(self.dice), "utf-8")

    def copy(self) -> None:
        self.number += 1
        old = self.any_seed().read_text("utf-8")
        changed = old.replace("officials said", "it was said").replace("carried", "brought")
        (self.seeds / f"text-{self.number}.txt").write_text(changed, "utf-8")

    def change(self) -> None:
        self.any_seed().write_text(report(self.dice), "utf-8")

    def remove(self) -> None:
        seed = self.any_seed()
        self.correction_of(seed).unlink(missing_ok=True)
        seed.unlink()

    def correct(self) -> None:
        seed = self.any_seed()
        day = self.dice.randint(1, 28)
        lines = [f'seed = "{seed.name}"', f'title = "Corrected on {day}"', f"date = 2020-03-{day:02}"]
        self.correction_of(seed).write_text("\n".join(lines), "utf-8")

    def any_seed(self) -> Path:
        return self.dice.choice(sorted(self.seeds.iterdir()))

    def correction_of(self, seed: Path) -> Path:
        return self.content / "corrections" / f"{seed.name}.toml"

    def built(self, cache: Path | None = None) -> Archive:
        return build_archive(self.seeds, self.content, cache, 1, SETTINGS)


@pytest.mark.parametrize("number", range(3))
def test_pieces_of_earlier_builds_make_the_same_archive(tmp_path: Path, number: int) -> None:
    dice = random.Random(f"pieces {number}")
    folder = Folder(tmp_path, dice)
    changes = (folder.add, folder.copy, folder.change, folder.remove, folder.correct)
    seen_briefings = seen_relations = 0
    for _ in range(8):
        for change in dice.sample(changes, dice.randint(1, 2)):
            change()
        archive = folder.built(tmp_path / "cache")
        assert archive == folder.built()
        seen_briefings += len(archive.briefings)
        seen_relations += sum(each.kind != "same-event" for each in archive.relations)
    assert seen_briefings
    assert seen_relations
