"""Where things stand in an editor's file, so that an error can name the line."""

import datetime as dt
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from crisis_archive.model import EditorialError

_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_TOKEN = re.compile(
    r""""{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|'{3}(?:[^']++|'{1,2}(?!'))*+'{3,5}"""
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|\#[^\n]*+|[\[\]{}\n]""",
    re.DOTALL,
)
"""Of TOML: strings of many lines and of one, comments, brackets, line ends."""
_LONG_NUMBER = re.compile(r"[0-9_]{4000}")
_EARLIEST, _LATEST = dt.date(1000, 1, 1), dt.date(2999, 12, 31)
Path_ = tuple[str | int, ...]
"""Keys and indices that lead to a value, e.g. `("name", 1, "text")`."""


def read_text(path: Path) -> str:
    """The file as UTF-8, with `\\n` line ends and without a byte-order mark."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EditorialError(str(path), line, "this is not UTF-8", "save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    """The tables of a TOML file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _TOML_PLACE.search(message)
        line = int(place[1]) if place and place[1] else len(text.splitlines()) or 1
        problem = _TOML_PLACE.sub("", message)
        raise EditorialError(str(path), line, f"this is not TOML: {problem}", "see toml.io") from error
    except ValueError as error:  # Python reads no number of more digits
        lines = enumerate(text.split("\n"), 1)
        line = next((number for number, each in lines if _LONG_NUMBER.search(each)), 1)
        raise EditorialError(str(path), line, "a number has too many digits", "correct it") from error
    except RecursionError as error:
        raise EditorialError(str(path), 1, "its brackets are nested too deep", "take most out") from error


def line_of(text: str, where: Path_) -> int:
    """The 1-based line on which the value at `where` begins; 1 where it stands nowhere.

    TOML's parser gives no lines, so beginnings of the file are parsed, halving what is left: the value
    begins with the last statement of the shortest one that holds it.
    """
    ends = [0, *_statement_ends(text)]
    if not _holds(tomllib.loads(text), where):
        return 1
    # A beginning of whole statements is TOML, and holds all that a shorter one does.
    number = bisect_left(ends, True, key=lambda end: _holds(tomllib.loads(text[:end]), where))
    return text.count("\n", 0, ends[number - 1]) + 1


def _statement_ends(text: str) -> Iterator[int]:
    """Where the statements of a TOML file end; empty lines and comments are some too."""
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and not depth:
            yield token.end()
    yield len(text)


def _holds(value: object, where: Path_) -> bool:
    for step in where:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return False
            value = value[step]
        else:
            if not isinstance(value, dict) or step not in value:
                return False
            value = value[step]
    return True


def suggest(word: str, known: list[str]) -> str:
    """`did you mean X?` where something known is near, else the list of what is known."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    shown = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return f"known are {shown}" if known else "there are none"


class Table:
    """A TOML table being read: takes typed values out by key, and knows where each stands."""

    def __init__(self, path: Path, text: str, values: dict[str, Any], at: Path_ = ()) -> None:
        self.path, self.text, self.values, self.at = path, text, values, at

    def fail(self, key: str | None, problem: str, mend: str) -> NoReturn:
        """Stop at the line of `key`, or of the table itself."""
        where = self.at if key is None else (*self.at, key)
        raise EditorialError(str(self.path), line_of(self.text, where) if where else 1, problem, mend)

    def only(self, *known: str) -> None:
        """Stop at the first key that is not known."""
        for key in self.values:
            if key not in known:
                self.fail(key, f"unknown key {key!r}", suggest(key, sorted(known)))

    def words(self, key: str) -> str | None:
        """A string with something in it, stripped; null where the key is missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fail(key, f"{key} is {_kind(value)}, not a string", 'put it in quotes: "..."')
        if not value.strip():
            self.fail(key, f"{key} is empty", "fill it in or take the line out")
        return value.strip()

    def needed(self, key: str) -> str:
        """A string that must be there."""
        value = self.words(key)
        if value is None:
            self.fail(None, f"{key} is missing", f'add a line {key} = "..."')
        return value

    def list_of_words(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self.fail(key, f"{key} must be a list of strings", f'write {key} = ["...", "..."]')
        return tuple(each.strip() for each in value)

    def number(self, key: str, least: float, most: float) -> float | None:
        """A number in a closed range; null where the key is missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.fail(key, f"{key} must be a number", f"between {least} and {most}, without quotes")
        return float(value)

    def days(self, key: str) -> tuple[dt.date, dt.date] | None:
        """A day or `[earliest, latest]`; null where the key is missing."""
        value = self.values.get(key)
        if value is None:
            return None
        both = [self._day(key, each) for each in (value if isinstance(value, list) else [value])]
        if len(both) not in (1, 2) or both[0] > both[-1]:
            self.fail(key, f"{key} must be a day or [earliest, latest]", "write 2019-01-23, or two in order")
        if both[0] < _EARLIEST or both[-1] > _LATEST:
            mend = f"write days between {_EARLIEST} and {_LATEST}, or take the line out"
            self.fail(key, f"{key} is no day that a news text can be of", mend)
        return both[0], both[-1]

    def _day(self, key: str, value: object) -> dt.date:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        try:
            return dt.date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            self.fail(key, f"{key} is {_kind(value)}, not a day", "write it as YYYY-MM-DD")

    def tables(self, key: str) -> list["Table"]:
        """The `[[key]]` tables."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.fail(key, f"{key} must be tables", f"head each with a line [[{key}]]")
        return [
            Table(self.path, self.text, each, (*self.at, key, number)) for number, each in enumerate(value)
        ]


def _kind(value: object) -> str:
    """What a TOML value is, for people."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    fallback = "a time" if isinstance(value, dt.time | dt.datetime) else "a day"
    return "a string" if isinstance(value, str) else names.get(type(value), fallback)
