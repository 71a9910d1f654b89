"""The data files: keys in the order of the format, lines in order, and all as the schema says."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from crisis_archive.export import DATA_FILES, write_data
from crisis_archive.export.schema import schema
from crisis_archive.model import (
    Archive,
    Change,
    Comparison,
    Entity,
    Mention,
    Refusal,
    Relation,
    SentencePair,
    Side,
    Span,
)
from crisis_archive.model.briefings import Briefing, Point
from crisis_archive.model.spans import Cite
from tests.makers import crisis, record

CITE = Cite("b", 0, 0, 3)
BRIEFING = Briefing(
    crisis="flood",
    as_of=None,
    period=None,
    bottom_line=Point("It.", (CITE,)),
    points=(),
    figures=(),
    timeline=(),
    actors=(),
    quotations=(),
    contested_names=(),
    disputes=(),
    unknowns=(),
    related=(),
    corrections=(),
)
TOWN = Entity("place-x", "place", "X", ("Ex",), "found", None, None, {"b": "2", "a": "1"}, ("b",), (), ())
PAIR = SentencePair(Span(0, 0, 3), None, "dropped", (Change("hedge lost", Span(0, 0, 1), None),))
RELATIONS = (
    Relation("rewrite", "a", "b", "left-to-right", 0.5, (PAIR,)),
    Relation("copy", "b", "c", None, 1.0, ()),
    Relation("copy", "a", "c", None, 1.0, None),
)
ARCHIVE = Archive(
    records=(
        record("b", "It rained.\N{LINE SEPARATOR}Hard.", mentions=(Mention(0, 0, 2, "place", "place-x"),)),
        record("a", "Caf\u00e9 \N{OGHAM SPACE MARK}<script>"),
    ),
    entities=(TOWN,),
    relations=RELATIONS,
    crises=(crisis(["b"], slug="storm"), crisis(["a"], ["b"])),
    briefings=(BRIEFING,),
    comparisons=(Comparison("dead", "people killed", "conflict", (Side("two", (CITE,)),)),),
    refusals=(
        Refusal("z\\n.txt", "0" * 64, 0, "It is empty."),
        Refusal("fifo", None, None, "This is a pipe."),
    ),
)

ORDER_OF_KEYS = {
    "documents.jsonl": "id file sha256 bytes media encoding language source title title_origin paragraphs "
    "lines extracted edits doubts date crisis mentions quotes figures times sentences",
    "entities.jsonl": "id kind name aliases origin latitude longitude identifiers documents crises roles",
    "relations.jsonl": "kind left right direction score sentences",
    "crises.jsonl": "slug title title_origin earliest latest documents independent_sources why",
    "briefings.jsonl": "crisis as_of period bottom_line points figures timeline actors quotations "
    "contested_names disputes unknowns related corrections",
    "comparisons.jsonl": "id subject verdict sides",
    "refusals.jsonl": "file sha256 bytes why",
}
SORTED_BY = {
    "relations.jsonl": ["kind", "left", "right"],
    "crises.jsonl": ["slug"],
    "briefings.jsonl": ["crisis"],
    "refusals.jsonl": ["file"],
}
ORDER_OF_LINES = {
    "documents.jsonl": [("a",), ("b",)],
    "entities.jsonl": [("place-x",)],
    "relations.jsonl": [("copy", "a", "c"), ("copy", "b", "c"), ("rewrite", "a", "b")],
    "crises.jsonl": [("flood",), ("storm",)],
    "briefings.jsonl": [("flood",)],
    "comparisons.jsonl": [("dead",)],
    "refusals.jsonl": [("fifo",), ("z\\n.txt",)],
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "data"
    write_data(ARCHIVE, folder)
    return folder


def lines_of(path: Path) -> list[dict[str, Any]]:
    text = path.read_bytes()
    assert text.endswith(b"\n")
    return [json.loads(line) for line in text[:-1].split(b"\n")]


def test_the_files_are_all_there_and_nothing_else(data: Path) -> None:
    assert {path.name for path in data.iterdir()} == set(DATA_FILES) == {*ORDER_OF_KEYS, "schema.json"}


@pytest.mark.parametrize("name", ORDER_OF_KEYS)
def test_keys_stand_in_the_order_of_the_format(data: Path, name: str) -> None:
    expected = ORDER_OF_KEYS[name].split()
    for line in lines_of(data / name):
        assert list(line)[: len(expected)] == expected


@pytest.mark.parametrize("name", ORDER_OF_LINES)
def test_lines_stand_in_order(data: Path, name: str) -> None:
    fields = SORTED_BY.get(name, ["id"])
    assert [tuple(line[field] for field in fields) for line in lines_of(data / name)] == ORDER_OF_LINES[name]


def test_the_schema_describes_every_line(data: Path) -> None:
    rules = json.loads((data / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(rules)
    whole = {name: lines_of(data / name) for name in ORDER_OF_KEYS}
    Draft202012Validator(rules).validate(whole)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("documents.jsonl", lambda line: line.pop("extracted")),
        ("documents.jsonl", lambda line: line.update(bytes="7")),
        ("documents.jsonl", lambda line: line.update(unheard="of")),
        ("documents.jsonl", lambda line: line["date"].pop("evidence")),
        ("entities.jsonl", lambda line: line.update(kind="thing")),
        ("relations.jsonl", lambda line: line.update(score=None)),
        ("briefings.jsonl", lambda line: line["bottom_line"]["cites"][0].pop("start")),
        ("refusals.jsonl", lambda line: line.update(why=None)),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    data: Path, name: str, spoil: Callable[[dict[str, Any]], object]
) -> None:
    rules = json.loads((data / "schema.json").read_text("utf-8"))
    whole = {each: lines_of(data / each) for each in ORDER_OF_KEYS}
    spoil(whole[name][0])
    assert list(Draft202012Validator(rules).iter_errors(whole))


def test_what_does_not_apply_is_null_and_never_left_out(data: Path) -> None:
    document = lines_of(data / "documents.jsonl")[0]
    assert document["extracted"] is None
    assert document["crisis"] == "flood"
    assert document["source"] == {"publisher": None, "author": None, "url": None, "origin": None}
    assert document["date"] == {"earliest": None, "latest": None, "origin": "unknown", "evidence": []}


def test_places_are_short_lists_and_letters_are_themselves(data: Path) -> None:
    raw = (data / "documents.jsonl").read_text("utf-8")
    assert "Caf\u00e9 \N{OGHAM SPACE MARK}<script>" in raw
    assert lines_of(data / "documents.jsonl")[1]["sentences"][0] == [0, 0, 10]


def test_tables_are_sorted_by_key(data: Path) -> None:
    assert list(lines_of(data / "entities.jsonl")[0]["identifiers"]) == ["a", "b"]


def test_writing_again_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    shuffled = msgspec.structs.replace(ARCHIVE, records=ARCHIVE.records[::-1], relations=RELATIONS[::-1])
    write_data(shuffled, tmp_path)
    for name in DATA_FILES:
        assert (tmp_path / name).read_bytes() == (data / name).read_bytes(), name


def test_the_schema_says_what_types_and_fields_mean(data: Path) -> None:
    definitions = json.loads((data / "schema.json").read_text("utf-8"))["$defs"]
    assert all(each["description"] for each in definitions.values())
    assert "0-based" in definitions["Mention"]["properties"]["paragraph"]["description"]
    assert "hexadecimal" in definitions["Record"]["properties"]["sha256"]["description"]


def test_the_schema_does_not_hang_on_what_python_keeps() -> None:
    command = [
        sys.executable,
        "-OO",
        "-c",
        "from crisis_archive.export.schema import schema; print(schema())",
    ]
    stripped = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert stripped == repr(schema())
