"""Ready-to-fill files: valid TOML that changes nothing until an editor takes the `#` away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from crisis_archive.model import Entity, Record

if TYPE_CHECKING:
    from crisis_archive.review.concerns import Concern

_WIDTH: Final = 100
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_DELETE: Final = 0x7F
_OTHERS: Final = ("title", "date", "publisher", "author", "url", "crisis", "note")
_EXAMPLES: Final = {
    "title": '"Headline as it was printed"',
    "date": "2000-01-31",
    "publisher": '"The Paper"',
    "author": '"A. Writer"',
    "url": '"https://example.org/report"',
    "crisis": '"slug-of-its-crisis"',
    "note": '"What a reader should know."',
}


def draft_correction(record: Record, concerns: Sequence["Concern"]) -> str:
    """A correction file for one text: what is doubtful as comments, the lines that would settle it.

    Only `seed` is in force; keys come before tables, each key once, as TOML asks.
    """
    lines = [f"seed = {toml_string(record.file)}", ""]
    tables: list[str] = []
    seen: set[str] = set()
    for concern in concerns:
        key = concern.mend.split(" ", 1)[0]
        told = tables if concern.mend.startswith("[[") else lines
        told += _comment(concern.says)
        if key not in seen or concern.mend.startswith("[["):
            told += [f"# {line}" for line in concern.mend.split("\n")]
            seen.add(key)
        told.append("")
    rest = [key for key in _OTHERS if key not in seen]
    lines += [*_comment("What else may be corrected:"), *(f"# {key} = {_EXAMPLES[key]}" for key in rest), ""]
    return "\n".join([*lines, *tables]).rstrip("\n") + "\n"


def draft_name(first: Entity, second: Entity) -> str:
    """Tables for the authority file: both as one entity, or each for itself."""
    one = [
        "[[entity]]",
        f"id = {toml_string(first.id)}",
        f"kind = {toml_string(first.kind)}",
        f"name = {toml_string(first.name)}",
    ]
    return "\n".join(
        [
            *one,
            f"aliases = [{toml_string(second.name)}]  # one and the same; if they are two, instead:",
            f"# distinct_from = [{toml_string(second.id)}]",
            "# [[entity]]",
            f"# id = {toml_string(second.id)}",
            f"# kind = {toml_string(second.kind)}",
            f"# name = {toml_string(second.name)}",
        ]
    )


def toml_string(text: str) -> str:
    """A basic string of TOML."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\u{code:04X}" if code < ord(" ") or code == _DELETE else character


def _comment(text: str) -> list[str]:
    """Words as comment lines of at most `_WIDTH` characters."""
    lines, line = [], "#"
    for word in text.split():
        if len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = "#"
        line += f" {word}"
    return [*lines, line]
