"""Every rule against its case file: what it must change, what it must leave alone, and that twice is once."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crisis_archive.cleaning import RULES
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, replay
from crisis_archive.model import Metadata

CASES = Path(__file__).parent / "cases"
RUN = {rule.name: rule.run for rule in RULES}


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


FILES = {path.stem: load(path) for path in sorted(CASES.glob("*.toml"))}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(file["rule"], tuple(file.get("known", ())), case, id=f"{stem}: {case['name']}")
        for stem, file in FILES.items()
        for case in file[kind]
    ]


def cleaned(rule: str, known: tuple[str, ...], text: str) -> Draft:
    draft = Draft(text)
    RUN[rule](draft, Page(Metadata(), False, SeedEvidence(known=known)))
    return draft


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert {file["rule"] for file in FILES.values()} == set(RUN)
    assert all(file["change"] and file["keep"] for file in FILES.values())


@pytest.mark.parametrize(("rule", "known", "case"), cases("change"))
def test_changes(rule: str, known: tuple[str, ...], case: dict[str, str]) -> None:
    draft = cleaned(rule, known, case["text"])
    assert draft.text == case["becomes"]
    assert replay(case["text"], draft.edits()) == case["becomes"]
    assert all(edit.rules == (rule,) and edit.why for edit in draft.edits())
    assert cleaned(rule, known, draft.text).text == draft.text


@pytest.mark.parametrize(("rule", "known", "case"), cases("keep"))
def test_leaves_alone(rule: str, known: tuple[str, ...], case: dict[str, str]) -> None:
    assert cleaned(rule, known, case["text"]).edits() == ()
