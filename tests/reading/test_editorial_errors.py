"""What editors get wrong: every broken file stops the build with file, line and mend.

Each row is a file, the line that must be named, words of the message that say what is wrong, and words of
the mend.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crisis_archive.model import EditorialError
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.reading.editorial_text import parse_toml

FILES = ("one.txt", "folder/two.txt")

CRISES = {
    "an unknown key, with the near one": (
        "Title: Flood\nAnchor: 2020-01-02 rain\n",
        2,
        "unknown key 'Anchor'",
        "did you mean Anchors?",
    ),
    "an unknown key, with none near": (
        "Written by: me\n",
        1,
        "unknown key 'Written by'",
        "known are Title, Anchors",
    ),
    "a key twice": ("Title: Flood\nTitle: Storm\n", 2, "Title stands twice", "put both into one"),
    "a line that is no key": ("Title: Flood\nIt rained.\n", 2, "no `Key: value`", "blank line"),
    "a title with nothing": ("Title:\n", 1, "Title is empty", "fill it in"),
    "a status with nothing": ("Title: Flood\nStatus:\n", 2, "Status is empty", "fill it in"),
    "an anchor without a day": ("Anchors: the rain\n", 1, "'the rain' is no anchor event", "YYYY-MM-DD"),
    "an anchor on a day that never was": (
        "Title: Flood\nAnchors:\n    2020-02-29 rain\n    2021-02-29 rain\n",
        4,
        "2021-02-29 is no day",
        "YYYY-MM-DD",
    ),
    "an anchor without an event": ("Anchors: 2020-01-02\n", 1, "does not say what happened", "one a line"),
    "front matter without an end": ("---\nTitle: Flood\n", 1, "no end", "a line ---"),
}

CORRECTIONS = {
    "an unknown key, with the near one": (
        'seed = "one.txt"\ntitel = "Flood"\n',
        2,
        "unknown key 'titel'",
        "did you mean title?",
    ),
    "no seed named": ('title = "Flood"\n', 1, "seed is missing", 'seed = "..."'),
    "a seed that is not there": (
        '# the flood\n\nseed = "on.txt"\n',
        3,
        "there is no seed 'on.txt'",
        "did you mean one.txt?",
    ),
    "a figure with an unknown bound": (
        'seed = "one.txt"\n[[figure]]\ntext = "14"\nbound = "atleast"\n',
        4,
        "unknown bound 'atleast'",
        "did you mean at-least?",
    ),
    "a figure whose ends are turned": (
        'seed = "one.txt"\n[[figure]]\ntext = "14"\nlow = 20\nhigh = 14\n',
        5,
        "high is 14 and low is 20",
        "smaller one as low",
    ),
    "a figure below nothing": (
        'seed = "one.txt"\n[[figure]]\ntext = "14"\nlow = -1\n',
        4,
        "low must be a number",
        "between 0",
    ),
    "a quotation without a speaker": (
        'seed = "one.txt"\n[[quote]]\ntext = "never"\n',
        2,
        "speaker is missing",
        'speaker = "..."',
    ),
    "a quotation with an unknown key": (
        'seed = "one.txt"\n[[quote]]\ntext = "never"\nspeeker = "none"\n',
        4,
        "unknown key 'speeker'",
        "did you mean speaker?",
    ),
    "a title that is a number": ('seed = "one.txt"\ntitle = 7\n', 2, "title is a number", "quotes"),
    "a title with nothing": ('seed = "one.txt"\ntitle = " "\n', 2, "title is empty", "fill it in"),
    "a value after a long one": (
        'seed = "one.txt"\nnote = """\nurl = 1\n"""\nurl = 1\n',
        5,
        "url is a number",
        "quotes",
    ),
    "a link that could run": (
        'seed = "one.txt"\nurl = "javascript:alert(1)"\n',
        2,
        "is no web address",
        "https://",
    ),
    "a link whose brackets do not close": (
        'seed = "one.txt"\nurl = "https://[::1"\n',
        2,
        "is no web address",
        "https://",
    ),
    "a link to a port that is none": (
        'seed = "one.txt"\nurl = "https://example.org:99999/"\n',
        2,
        "is no web address",
        "https://",
    ),
    "a day in words": ('seed = "one.txt"\ndate = "January"\n', 2, "not a day", "YYYY-MM-DD"),
    "a time instead of a day": (
        'seed = "one.txt"\ndate = 2020-01-02T03:04:05\n',
        2,
        "date is a time, not a day",
        "YYYY-MM-DD",
    ),
    "days the wrong way round": (
        'seed = "one.txt"\ndate = [2020-01-03, 2020-01-02]\n',
        2,
        "must be a day or [earliest, latest]",
        "two in order",
    ),
    "a day before all news": (
        'seed = "one.txt"\ndate = 0001-01-01\n',
        2,
        "no day that a news",
        "between 1000-",
    ),
    "days without end": (
        'seed = "one.txt"\ndate = [0001-01-01, 9999-12-31]\n',
        2,
        "no day that a news text",
        "or take the line out",
    ),
    "a number of endless digits": (
        f'seed = "one.txt"\n[[figure]]\ntext = "14"\nlow = {"1" * 5000}\n',
        4,
        "a number has too many digits",
        "correct it",
    ),
    "no days": ('seed = "one.txt"\ndate = []\n', 2, "must be a day or", "two in order"),
    "a slug that is no address": (
        'seed = "one.txt"\nslug = "Flood: day 1"\n',
        2,
        "cannot be part of an address",
        'write "flood-day-1"',
    ),
    "the slug of the list of texts": (
        'seed = "one.txt"\nslug = "index"\n',
        2,
        "'index' cannot be part of an address",
        'write "index-',
    ),
    "a slug that joins": (
        'seed = "one.txt"\nslug = "a--b"\n',
        2,
        "'a--b' cannot be part of an address",
        'write "a-b"',
    ),
    "a slug that another text has": (
        'seed = "folder/two.txt"\n\nslug = "one"\n',
        3,
        "the slug 'one' is that of one.txt",
        "choose another",
    ),
    "an unknown key in the second name": (
        'seed = "one.txt"\n[[name]]\ntext = "A"\nentity = "a"\n[[name]]\ntext = "B"\nentitty = "b"\n',
        7,
        "unknown key 'entitty'",
        "did you mean entity?",
    ),
    "an entity that leads elsewhere": (
        'seed = "one.txt"\n[[name]]\ntext = "A"\nentity = "person-../../../escaped"\n',
        4,
        "'person-../../../escaped' cannot be part of an address",
        'write "person-escaped"',
    ),
    "an entity in the place of a list": (
        'seed = "one.txt"\n[[name]]\ntext = "A"\nentity = "person-index"\n',
        4,
        "'person-index' would lie where the list lies",
        "choose another id",
    ),
    "a name without its entity": (
        'seed = "one.txt"\n\n[[name]]\ntext = "A"\n',
        3,
        "entity is missing",
        "add a line",
    ),
    "a name that is no table": ('seed = "one.txt"\nname = "A"\n', 2, "must be tables", "[[name]]"),
    "not TOML": ('seed = "one.txt"\ntitle = Flood\n', 2, "this is not TOML", "toml.io"),
}

AUTHORITY = {
    "a table of another name": (
        '[[entities]]\nid = "a"\n',
        1,
        "unknown key 'entities'",
        "did you mean entity?",
    ),
    "no id": ('[[entity]]\nkind = "person"\nname = "A"\n', 1, "id is missing", 'id = "..."'),
    "an unknown kind": (
        '[[entity]]\nid = "a"\nkind = "persons"\nname = "A"\n',
        3,
        "unknown kind 'persons'",
        "did you mean person?",
    ),
    "one id twice": (
        '[[entity]]\nid = "a"\nkind = "person"\nname = "A"\n'
        '[[entity]]\nid = "a"\nkind = "place"\nname = "B"\n',
        6,
        "the id 'a' stands twice",
        "one [[entity]]",
    ),
    "one address for two": (
        '[[entity]]\nid = "person-a"\nkind = "person"\nname = "A"\n'
        '[[entity]]\nid = "a"\nkind = "person"\nname = "B"\n',
        6,
        "the same address as 'person-a'",
        "another id",
    ),
    "somebody told apart from nobody": (
        '[[entity]]\nid = "a"\nkind = "person"\nname = "A"\ndistinct_from = ["bo"]\n'
        '[[entity]]\nid = "bob"\nkind = "person"\nname = "B"\n',
        5,
        "no other entity 'bo'",
        "did you mean bob?",
    ),
    "somebody told apart from himself": (
        '[[entity]]\nid = "a"\nkind = "person"\nname = "A"\ndistinct_from = ["a"]\n',
        5,
        "no other entity 'a'",
        "there are none",
    ),
    "an id of another kind": (
        '[[entity]]\nid = "person-a"\nkind = "place"\nname = "A"\n',
        3,
        "'person-a' is no id of a place",
        'kind = "person"',
    ),
    "the address of the list of people": (
        '[[entity]]\nid = "person-index"\nkind = "person"\nname = "A"\n',
        2,
        "where the list lies",
        "another id",
    ),
    "two of one name": (
        '[[entity]]\nid = "a"\nkind = "person"\nname = "Ann Bell"\n'
        '[[entity]]\nid = "b"\nkind = "person"\nname = "Ann BELL"\n',
        8,
        "'a' has the name 'Ann BELL' too",
        'distinct_from = ["a"]',
    ),
    "aliases that are no list": (
        '[[entity]]\nid = "a"\nkind = "person"\nname = "A"\naliases = "B"\n',
        5,
        "aliases must be a list of strings",
        '["...", "..."]',
    ),
    "half a place": (
        '[[entity]]\nid = "a"\nkind = "place"\nname = "A"\nlatitude = 1.5\n',
        5,
        "latitude stands without longitude",
        "add longitude",
    ),
    "a latitude beyond the pole": (
        '[[entity]]\nid = "a"\nkind = "place"\nname = "A"\nlatitude = 91\nlongitude = 0\n',
        5,
        "latitude must be a number",
        "between -90 and 90",
    ),
    "an identifier that is a number": (
        '[[entity]]\nid = "a"\nkind = "place"\nname = "A"\nidentifiers = { geonames = 7 }\n',
        5,
        "identifiers must be a table of strings",
        "wikidata",
    ),
}


def check(content: Path, path: str, row: tuple[str, int, str, str]) -> None:
    text, line, problem, mend = row
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    with pytest.raises(EditorialError) as raised:
        read_editorial(content, FILES)
    error = raised.value
    assert (error.file, error.line) == (str(file), line)
    assert problem in error.problem
    assert mend in error.mend
    assert str(error) == f"{file}:{line}: {error.problem}; {error.mend}"
    assert "\n" not in str(error)


def test_the_line_is_found_among_all_that_toml_can_hold(tmp_path: Path) -> None:
    text = (
        'seed = "one.txt" # "[\nnote = """\n[[name]]\n\\""" [ # {\n"""""\n'
        "title = '''\n[''a\n'''\n\n# the next\ndate = [ # [\n 2020-01-02, # ]\n]\nurl = 7 # {{\n"
    )
    check(tmp_path, "corrections/one.toml", (text, 14, "url is a number", "quotes"))


def test_a_mistake_at_the_end_of_a_long_file_is_found_in_little_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every parse reads the file once more: a file of thousands of tables must need few."""
    parses = 0
    loads = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        nonlocal parses
        parses += 1
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", counted)
    tables = "".join(f'[[name]]\ntext = "A {n}"\nentity = "person-{n}"\n' for n in range(400))
    text = f'seed = "one.txt"\n{tables}[[name]]\ntext = 5\n'
    check(tmp_path, "corrections/one.toml", (text, 1203, "text is a number", "quotes"))
    assert parses < 20


@pytest.mark.parametrize("row", CRISES.values(), ids=CRISES.keys())
def test_a_crisis_with(tmp_path: Path, row: tuple[str, int, str, str]) -> None:
    check(tmp_path, "crises/flood.md", row)


@pytest.mark.parametrize("row", CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_correction_with(tmp_path: Path, row: tuple[str, int, str, str]) -> None:
    check(tmp_path, "corrections/one.toml", row)


@pytest.mark.parametrize("row", AUTHORITY.values(), ids=AUTHORITY.keys())
def test_an_authority_file_with(tmp_path: Path, row: tuple[str, int, str, str]) -> None:
    check(tmp_path, "authority.toml", row)


def test_a_crisis_whose_name_is_no_address(tmp_path: Path) -> None:
    check(
        tmp_path, "crises/The Flood.md", ("Title: Flood\n", 1, "'The Flood' cannot", "rename it the-flood.md")
    )


def test_a_file_that_would_not_be_read(tmp_path: Path) -> None:
    check(tmp_path, "corrections/one.tml", ('seed = "one.txt"\n', 1, "would not be read", ".toml"))


def test_a_misspelt_folder(tmp_path: Path) -> None:
    (tmp_path / "correction").mkdir()
    with pytest.raises(EditorialError) as raised:
        read_editorial(tmp_path, FILES)
    assert "did you mean corrections?" in str(raised.value)


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "authority.toml").write_bytes(b"# caf\xc3\xa9\n# caf\xe9\n")
    with pytest.raises(EditorialError) as raised:
        read_editorial(tmp_path, FILES)
    assert (raised.value.line, raised.value.mend) == (2, "save the file as UTF-8")


def test_one_seed_in_two_crises(tmp_path: Path) -> None:
    (tmp_path / "crises").mkdir()
    (tmp_path / "crises" / "flood.md").write_text("Seeds: one.txt\n", "utf-8")
    row = ("Title: Storm\nSeeds: folder/two.txt\n    one.txt\n", 3, "named in flood.md too", "one of them")
    check(tmp_path, "crises/storm.md", row)


def test_one_seed_corrected_twice(tmp_path: Path) -> None:
    (tmp_path / "corrections").mkdir()
    (tmp_path / "corrections" / "a.toml").write_text('seed = "one.txt"\n', "utf-8")
    row = ('title = "B"\nseed = "one.txt"\n', 2, "corrected in a.toml too", "one file")
    check(tmp_path, "corrections/b.toml", row)


def test_a_correction_against_a_crisis(tmp_path: Path) -> None:
    (tmp_path / "crises").mkdir()
    (tmp_path / "crises" / "flood.md").write_text("Seeds: one.txt\n", "utf-8")
    row = ('seed = "one.txt"\ncrisis = "storm"\n', 2, "into storm here and into flood", "keep one")
    check(tmp_path, "corrections/one.toml", row)


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = " + "{a=" * 20_000])
def test_brackets_without_end_are_one_line_too(tmp_path: Path, text: str) -> None:
    with pytest.raises(EditorialError, match="nested too deep"):
        parse_toml(tmp_path / "authority.toml", text)
