"""What a run of Pelican tells whoever started it is one line a matter, with its reason."""

import logging
from pathlib import Path

import pytest

from crisis_archive.console import refusal_line
from crisis_archive.model import Refusal
from pelican_run import _OneLine


def record(level: int, message: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord("pelican", level, "generators.py", 1, message, values, None)


def test_a_page_that_pelican_cannot_read_is_named_with_the_reason(tmp_path: Path) -> None:
    told = _OneLine()
    told.content = str(tmp_path / "project" / "content")
    try:
        raise ValueError("'yesterday' is not a valid date\nat all")
    except ValueError:
        line = told.format(record(logging.ERROR, "Could not process %s", "../../ed/pages/a.md"))
    page = tmp_path / "ed" / "pages" / "a.md"
    reason = "ValueError: 'yesterday' is not a valid date at all"
    assert line == f"error: {page}: this page cannot be read ({reason}); correct it"


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR])
def test_other_lines_stay_what_they_are(level: int) -> None:
    line = _OneLine().format(record(level, "Unable to\n find %s", "a\x1b[2Kb"))
    assert line == f"{logging.getLevelName(level).lower()}: Unable to find a\\x1b[2Kb"


def test_the_reason_of_an_editor_cannot_steer_a_terminal() -> None:
    refusal = Refusal("one.txt", None, None, "\x1b]0;owned\x07 \x1b[2K\rbuilt\nsecond line")
    assert refusal_line(refusal) == r"refused one.txt: \x1b]0;owned\x07 \x1b[2K\rbuilt\nsecond line"
