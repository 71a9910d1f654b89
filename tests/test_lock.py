"""What pins this project from outside: the lock of its dependencies, the actions of its workflows."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
ENTRIES = dict(re.findall(r"^([A-Za-z0-9._-]+)==[^\s;]+([^\n]*\n(?: +--hash=[^\n]+\n)*)", LOCK, re.MULTILINE))
DECLARED = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["test"],
    *PROJECT["build-system"]["requires"],
]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("requirement", DECLARED)
def test_every_dependency_is_pinned_and_hashed(requirement: str) -> None:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    assert "--hash=sha256:" in ENTRIES[normalised(found[0])], "run `invoke lock`"


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^\s*(-i|-f|-e|--index-url|--extra-index-url|--find-links)\b", LOCK, re.MULTILINE)


@pytest.mark.parametrize("dependency", PROJECT["project"]["dependencies"])
def test_every_dependency_says_what_it_is_for(dependency: str) -> None:
    found = re.match(r"[A-Za-z0-9._-]+", dependency)
    assert found
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert f"| {found[0]} |" in reasons


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    actions = re.findall(r"uses: *(\S+)(.*)", workflow.read_text("utf-8"))
    assert actions
    for action, comment in actions:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), f"{action}: say which release that is"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_begin_with_the_least_permission(workflow: Path) -> None:
    assert "\npermissions:\n  contents: read\n\n" in workflow.read_text("utf-8")
