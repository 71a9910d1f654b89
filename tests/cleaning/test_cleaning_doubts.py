"""Every kind of doubt against its case file: what it must mark and leave alone, in which language."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from crisis_archive.cleaning import RULES, SIGNS, clean
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.model import Document, Doubt, Seed

FILES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "doubts").glob("*.toml"))
}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(file["rule"], case, id=f"{stem}: {case['name']}")
        for stem, file in FILES.items()
        for case in file[kind]
    ]


def doubts_of(rule: str, text: str) -> tuple[Document, list[Doubt]]:
    # A paragraph before it says which language this is.
    english = (
        "The ministry said on Tuesday that the roads to the north were open again, and that it was glad."
    )
    before = (
        "" if text.startswith(("El ", "„")) else f"{english}\n\n{english.replace('Tuesday', 'Friday')}\n\n"
    )
    seed = Seed("a", "a.txt", "0" * 64, 1, "text/plain", "utf-8", before + text)
    document = clean(seed, SeedEvidence())
    assert isinstance(document, Document)
    return document, [doubt for doubt in document.doubts if doubt.rule == rule]


def test_every_kind_of_doubt_has_cases_of_both_kinds() -> None:
    assert {file["rule"] for file in FILES.values()} == {sign.name for sign in SIGNS}
    assert all(file["doubt"] and file["keep"] for file in FILES.values())


@pytest.mark.parametrize(("rule", "case"), cases("doubt"))
def test_marks(rule: str, case: dict[str, Any]) -> None:
    document, doubts = doubts_of(rule, case["text"])
    marked = [document.paragraphs[doubt.paragraph][doubt.start : doubt.end] for doubt in doubts]
    assert marked == case["marked"]
    assert all(doubt.why.endswith(".") for doubt in doubts)
    assert document.paragraphs[-1] == case["text"]


@pytest.mark.parametrize(("rule", "case"), cases("keep"))
def test_leaves_alone(rule: str, case: dict[str, Any]) -> None:
    document, doubts = doubts_of(rule, case["text"])
    assert doubts == []
    assert case["text"] in (document.title, *document.paragraphs)


def test_the_documents_name_every_rule_in_its_order_and_every_doubt() -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "cleaning.md").read_text("utf-8")
    first, second = (
        re.findall(r"^\| `([\w-]+)` \|", part, re.MULTILINE) for part in told.split("## The doubts")
    )
    assert first == [rule.name for rule in RULES]
    assert second[: len(SIGNS)] == [sign.name for sign in SIGNS]
