"""What editors write comes out as they wrote it; nothing where there is nothing."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.model import Anchor, AuthorityEntity, EditedCrisis, EditedName, Editorial, SeedCorrection
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.reading.editorial_text import line_of

FILES = ("one.txt", "folder/two.txt")


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("folder", [None, Path("nowhere")])
def test_no_folder_is_no_editor(folder: Path | None) -> None:
    assert read_editorial(folder, FILES) == Editorial()


def test_folders_without_files(tmp_path: Path) -> None:
    write(tmp_path, **{"crises__.gitkeep": "", "corrections__.gitkeep": "", "pages__about.md": "# About"})
    assert read_editorial(tmp_path, FILES) == Editorial()


FLOOD = EditedCrisis(
    slug="flood",
    title="The flood",
    anchors=(Anchor(dt.date(2020, 1, 2), "the dam broke"), Anchor(dt.date(2020, 1, 5), "the rain stopped")),
    seeds=("folder/two.txt", "one.txt"),
    status="archived",
    note="What happened.\n\nAnd **why**.",
)


@pytest.mark.parametrize(
    "text",
    [
        "Title: The flood\nAnchors: 2020-01-05 the rain stopped\n    2020-01-02 the dam broke\n"
        "Seeds: one.txt\n\tfolder/two.txt\nStatus: archived\n\nWhat happened.\n\nAnd **why**.\n",
        "---\nTitle: The flood\nAnchors:\n  2020-01-02 the dam broke\n\n  2020-01-05 the rain stopped\n"
        "Seeds:\n  one.txt\n  folder/two.txt\nStatus: archived\n---\nWhat happened.\n\nAnd **why**.",
        "title: The flood\r\nSTATUS: archived\r\nanchors: 2020-01-02 the dam broke\r\n"
        " 2020-01-05 the rain stopped\r\nseeds: folder/two.txt\r\n one.txt\r\n\r\n"
        "What happened.\r\n\r\nAnd **why**.",
        "\N{BYTE ORDER MARK}\n\nTitle: The\n    flood\nStatus: archived\nSeeds: one.txt\n    folder/two.txt\n"
        "Anchors: 2020-01-02   the dam broke\n    2020-01-05 the rain stopped\n"
        "\n\nWhat happened.\n\nAnd **why**.",
    ],
    ids=[
        "as Pelican writes it",
        "between lines of ---",
        "other case and line ends",
        "a mark and a broken line",
    ],
)
def test_a_crisis(tmp_path: Path, text: str) -> None:
    write(tmp_path, crises__flood=text)
    (tmp_path / "crises" / "flood").rename(tmp_path / "crises" / "flood.md")
    assert read_editorial(tmp_path, FILES).crises == (FLOOD,)


def test_a_correction(tmp_path: Path) -> None:
    text = """
        seed = "folder/two.txt"
        title = "The dam"
        date = [2020-01-02, 2020-01-05]
        publisher = "The Paper"
        author = "A. Writer"
        url = "https://example.org/dam"
        crisis = "flood"
        slug = "dam"
        note = "Seen in print."
        withheld = "The author asked for it."
        [[name]]
        text = "the mayor"
        entity = "person-mayor"
    """
    write(tmp_path, **{"corrections__any name.toml": text})
    editorial = read_editorial(tmp_path, FILES)
    assert editorial.correction_of("folder/two.txt") == SeedCorrection(
        seed="folder/two.txt",
        title="The dam",
        date=(dt.date(2020, 1, 2), dt.date(2020, 1, 5)),
        publisher="The Paper",
        author="A. Writer",
        url="https://example.org/dam",
        crisis="flood",
        slug="dam",
        note="Seen in print.",
        withheld="The author asked for it.",
        names=(EditedName("the mayor", "person-mayor"),),
    )
    assert editorial.correction_of("one.txt") is None


@pytest.mark.parametrize("date", ["2020-01-02", '"2020-01-02"', "[2020-01-02]", "[2020-01-02, 2020-01-02]"])
def test_one_day_is_a_range_of_one(tmp_path: Path, date: str) -> None:
    write(tmp_path, **{"corrections__one.toml": f'seed = "one.txt"\ndate = {date}\n'})
    (correction,) = read_editorial(tmp_path, FILES).corrections
    assert correction.date == (dt.date(2020, 1, 2), dt.date(2020, 1, 2))


def test_texts_may_swap_their_addresses(tmp_path: Path) -> None:
    write(
        tmp_path,
        **{
            "corrections__a.toml": 'seed = "one.txt"\nslug = "flood"\n',
            "corrections__b.toml": 'seed = "folder/two.txt"\nslug = "one"\n',
        },
    )
    assert [each.slug for each in read_editorial(tmp_path, FILES).corrections] == ["one", "flood"]


def test_a_slug_may_be_what_a_file_may_be_called(tmp_path: Path) -> None:
    write(tmp_path, **{"corrections__a.toml": 'seed = "folder/two.txt"\nslug = "day_2-of_flood"\n'})
    assert [each.slug for each in read_editorial(tmp_path, FILES).corrections] == ["day_2-of_flood"]


def test_a_seed_of_a_crisis_that_is_not_there_is_told_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "crises").mkdir()
    (tmp_path / "crises" / "flood.md").write_text("Seeds: one.txt\n    folder/tow.txt\n", "utf-8")
    (crisis,) = read_editorial(tmp_path, FILES).crises
    assert crisis.seeds == ("one.txt",)
    assert crisis.absent == ("2: there is no seed 'folder/tow.txt'; did you mean folder/two.txt?",)


def test_an_empty_crisis_is_one(tmp_path: Path) -> None:
    write(tmp_path, **{"crises__flood.md": ""})
    assert read_editorial(tmp_path, FILES).crises == (EditedCrisis(slug="flood"),)


def test_an_authority_file(tmp_path: Path) -> None:
    text = """
        [[entity]]
        id = "place-old-town"
        kind = "place"
        name = "Old Town"
        aliases = ["Oldtown", "The Town"]
        identifiers = { wikidata = "Q1", geonames = "2" }
        latitude = -12
        longitude = 3.5
        distinct_from = ["place-new-town"]
        [[entity]]
        id = "mayor"
        kind = "person"
        name = "The Mayor"
        [[entity]]
        id = "place-new-town"
        kind = "place"
        name = "Old town"
    """
    write(tmp_path, **{"authority.toml": text})
    assert read_editorial(tmp_path, FILES).authority == (
        AuthorityEntity("mayor", "person", "The Mayor"),
        AuthorityEntity("place-new-town", "place", "Old town"),
        AuthorityEntity(
            "place-old-town",
            "place",
            "Old Town",
            ("Oldtown", "The Town"),
            {"geonames": "2", "wikidata": "Q1"},
            -12.0,
            3.5,
            ("place-new-town",),
        ),
    )


@given(st.lists(st.sampled_from(["", "# note", "x = [\n1,\n2]", 'y = """\nkey = 1\n"""', "[t]"]), max_size=6))
def test_the_line_of_a_key_is_found_whatever_stands_before_it(before: list[str]) -> None:
    names = iter("abcdefgh")
    lines = "\n".join(
        part.replace("x", f"x{name}").replace("y", f"y{name}").replace("[t", f"[t{name}")
        for part, name in zip(before, names, strict=False)
    )
    text = f"{lines}\n[last]\nwanted = 1\nafter = 2"
    line = line_of(text, ("last", "wanted"))
    assert text.split("\n")[line - 1] == "wanted = 1"
