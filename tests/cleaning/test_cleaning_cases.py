"""Every rule against its case file: what it must change, what it must leave alone, and that twice is once."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crisis_archive.draft import replay
from tests.cleaning.one_rule import RUN, drafted

CASES = Path(__file__).parent / "cases"


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


FILES = {path.stem: load(path) for path in sorted(CASES.glob("*.toml"))}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(file["rule"], tuple(file.get("known", ())), case, id=f"{stem}: {case['name']}")
        for stem, file in FILES.items()
        for case in file[kind]
    ]


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert {file["rule"] for file in FILES.values()} == set(RUN)
    assert all(file["change"] and file["keep"] for file in FILES.values())


@pytest.mark.parametrize(("rule", "known", "case"), cases("change"))
def test_changes(rule: str, known: tuple[str, ...], case: dict[str, str]) -> None:
    draft = drafted(rule, case["text"], known)
    assert draft.text == case["becomes"]
    assert replay(case["text"], draft.edits()) == case["becomes"]
    assert all(edit.rules == (rule,) and edit.why for edit in draft.edits())
    assert drafted(rule, draft.text, known).text == draft.text


@pytest.mark.parametrize(("rule", "known", "case"), cases("keep"))
def test_leaves_alone(rule: str, known: tuple[str, ...], case: dict[str, str]) -> None:
    assert drafted(rule, case["text"], known).edits() == ()
