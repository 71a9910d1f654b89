"""Rules must hold for any folder of news: no name of the four seeds stands in the code or the theme."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAMES = (
    "Maduro",
    "Guaid",
    "Venezuel",
    "Pompeo",
    "Caracas",
    "colectivos",
    "PSUV",
    "Lima Group",
    "Shabayev",
    "Padrino",
    "Newsround",
    "Univision",
    "Chacao",
    "Adjust Comment",
)
TABLE = "plugins/crisis_archive/gazetteer/nationalities.py"
ROWS_OF_THE_TABLE = {"VE Venezuelan", "VE: Venezuela; Bolivarian Republic of Venezuela"}
"""The gazetteer names every country of the world."""
SOURCES = (".py", ".html", ".xml", ".txt", ".js", ".css", ".toml")


@pytest.mark.parametrize("folder", ["plugins", "theme"])
def test_no_name_of_a_seed_stands_in(folder: str) -> None:
    found = []
    files = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in SOURCES]
    assert files
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if name == TABLE and line in ROWS_OF_THE_TABLE:
                continue
            found += [f"{name}:{number}: {each}" for each in NAMES if each.casefold() in line.casefold()]
    assert not found


def test_the_names_looked_for_are_those_of_the_seeds() -> None:
    seeds = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").iterdir()))
    assert [name for name in NAMES if name not in seeds] == []
