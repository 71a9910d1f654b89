"""`content/crises/<slug>.md`: front matter (`Key: value`, further lines indented), a blank line, the note."""

import datetime as dt
import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from crisis_archive.model import Anchor, EditedCrisis, EditorialError
from crisis_archive.reading.editorial_pages import check_brackets
from crisis_archive.reading.editorial_text import read_text, suggest
from crisis_archive.text.slugs import slug

_KEYS = ["Title", "Anchors", "Seeds", "Status"]
_KEY = re.compile(r"([^\W\d_][\w -]*?)\s*:(?:\s+|$)(.*)")
_ANCHOR = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(.*)")
_FENCE = "---"


class _Line(NamedTuple):
    number: int
    """1-based."""
    text: str


class _Field(NamedTuple):
    number: int
    """1-based line of the key."""
    lines: list[_Line]
    """What stands there, without empty lines."""


def read_crisis(path: Path, files: Collection[str]) -> EditedCrisis:
    """One crisis as an editor describes it; `files` are the paths below the seeds folder.

    A seed that is not there is noted, not refused: other folders of seeds are built with the same content.
    Raises `EditorialError`: an unknown key, a day that is none, a name that is no address.
    """
    name = path.name.removesuffix(".md")
    if slug(name) != name:
        raise EditorialError(
            str(path), 1, f"{name!r} cannot be part of an address", f"rename it {slug(name)}.md"
        )
    fields, note, first = _front_matter(path, read_text(path))
    check_brackets(path, note, first)
    seeds = _lines(fields, "Seeds")
    return EditedCrisis(
        slug=name,
        title=_one_line(path, "Title", fields),
        anchors=tuple(sorted((_anchor(path, each) for each in _lines(fields, "Anchors")), key=_order)),
        seeds=tuple(sorted({line.text for line in seeds if line.text in files})),
        status=_one_line(path, "Status", fields),
        note=note,
        absent=tuple(_absent(line, files) for line in seeds if line.text not in files),
    )


def _order(anchor: Anchor) -> tuple[dt.date, str]:
    return anchor.day, anchor.event


def _lines(fields: dict[str, _Field], key: str) -> list[_Line]:
    return fields[key].lines if key in fields else []


def _front_matter(path: Path, text: str) -> tuple[dict[str, _Field], str, int]:
    """The fields, the note and the line on which it begins.

    Between lines of `---` the fields may have blank lines among them.
    """
    lines = text.split("\n")
    fenced = lines[0].rstrip() == _FENCE
    fields: dict[str, _Field] = {}
    key = ""
    end = len(lines)
    for index, line in enumerate(lines[fenced:], int(fenced)):
        if line.rstrip() == _FENCE if fenced else (fields and not line.strip()):
            end = index + 1
            break
        if not line.strip():
            continue
        if line[:1].isspace() and key:
            value = line.strip()
        else:
            key, value = _key(path, _Line(index + 1, line), fields)
            fields[key] = _Field(index + 1, [])
        if value:
            fields[key].lines.append(_Line(index + 1, value))
    else:
        if fenced:
            raise EditorialError(str(path), 1, "the front matter has no end", "close it with a line ---")
    rest = "\n".join(lines[end:])
    first = end + 1 + rest[: len(rest) - len(rest.lstrip())].count("\n")
    return fields, rest.strip(), first


def _key(path: Path, line: _Line, fields: dict[str, _Field]) -> tuple[str, str]:
    match = _KEY.fullmatch(line.text.rstrip())
    if match is None:
        mend = "put a blank line before the note, and indent what belongs to the key above"
        raise EditorialError(str(path), line.number, "this is no `Key: value`", mend)
    known = {each.casefold(): each for each in _KEYS}
    key = known.get(match[1].casefold())
    if key is None:
        mend = suggest(match[1].capitalize(), _KEYS)
        raise EditorialError(str(path), line.number, f"unknown key {match[1]!r}", mend)
    if key in fields:
        raise EditorialError(str(path), line.number, f"{key} stands twice", "put both into one")
    return key, match[2].strip()


def _one_line(path: Path, key: str, fields: dict[str, _Field]) -> str | None:
    field = fields.get(key)
    if field is None:
        return None
    if not field.lines:
        raise EditorialError(str(path), field.number, f"{key} is empty", "fill it in or take the line out")
    return " ".join(line.text for line in field.lines)


def _anchor(path: Path, line: _Line) -> Anchor:
    match = _ANCHOR.fullmatch(line.text)
    mend = "write one a line: YYYY-MM-DD what happened"
    if match is None:
        raise EditorialError(str(path), line.number, f"{line.text!r} is no anchor event", mend)
    try:
        day = dt.date.fromisoformat(match[1])
    except ValueError as error:
        problem = f"{match[1]} is no day of the calendar"
        raise EditorialError(str(path), line.number, problem, mend) from error
    if not match[2]:
        raise EditorialError(str(path), line.number, f"{match[1]} does not say what happened", mend)
    return Anchor(day, match[2])


def _absent(line: _Line, files: Collection[str]) -> str:
    return f"{line.number}: there is no seed {line.text!r}; {suggest(line.text, sorted(files))}"
