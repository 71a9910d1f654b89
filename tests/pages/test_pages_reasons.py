"""Reasons of the data in the words of the site: all stand in its file, and a translation reaches readers."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_archive.pages.words import Words, WordsError

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "plugins" / "crisis_archive"
MONTHS = {"months": {str(number): name for number, name in enumerate(["janvier", "février"], 1)}}


def french(**reasons: str) -> Words:
    table = {template.replace("_", " "): shown for template, shown in reasons.items()}
    return Words({"dates": {"day": "le {day} {month} {year}", **MONTHS}, "reasons": table})


def templates() -> Iterator[tuple[str, ast.expr]]:
    """Where each call of `reason` stands, and its template."""
    for file in sorted(LIBRARY.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason":
                yield f"{file.relative_to(LIBRARY)}:{node.lineno}", node.args[0]


def test_every_reason_of_the_library_stands_in_the_words_and_no_other_does() -> None:
    table = tomllib.loads((ROOT / "theme" / "words" / "en.toml").read_text("utf-8"))["reasons"]
    odd = [where for where, each in templates() if not isinstance(each, ast.Constant)]
    assert odd == [], "write the template of a reason as one literal"
    written = {each.value for _, each in templates() if isinstance(each, ast.Constant)}
    assert written - set(table) == set(), "add these to [reasons] in theme/words/en.toml"
    assert set(table) - written == set(), "nothing says these any more"


def test_a_reason_without_gaps_is_looked_up() -> None:
    assert french(A_teaser="Une accroche").reason("A teaser") == "Une accroche"


def test_gaps_are_carried_over_and_days_are_written_anew() -> None:
    words = french(**{"draws on {words} of {day} or later": "s'inspire de {words}, {day} au plus tôt"})
    got = words.reason("draws on “a\nb” of 3 February 2026 or later")
    assert got == "s'inspire de “a\nb”, le 3 février 2026 au plus tôt"


def test_a_reason_inside_a_reason_is_looked_up_too() -> None:
    words = french(**{"Who said “{words}”: {why}.": "Qui a dit « {words} » : {why}.", "nobody": "personne"})
    assert words.reason("Who said “it: is”: nobody.") == "Qui a dit « it: is » : personne."


def test_the_template_that_says_more_is_meant() -> None:
    words = french(
        **{"both name {names}": "B {names}", "both name {names} and {more} more": "A {names}+{more}"}
    )
    assert words.reason("both name Xo and 3 more") == "A Xo+3"
    assert words.reason("both name Xo") == "B Xo"


@pytest.mark.parametrize("text", ["what an editor wrote", "on 31 Brumaire 2026", "tells of {braces}"])
def test_what_has_no_template_stays_as_it_is(text: str) -> None:
    assert french(**{"on {day}": "le {day}"}).reason(text) in (text, "le 31 Brumaire 2026")


def test_a_change_of_several_rules_has_a_sentence_of_each() -> None:
    assert (
        french(**{"One.": "Un.", "Read as {codec}.": ""}).reason("One.; Read as x.; One.")
        == "Un. Read as x. Un."
    )
    assert french(**{"One.": ""}).reason("One.; Two.") == "One. Two."


def test_nothing_to_the_right_means_the_same_words() -> None:
    words = french(**{"a": "", "{words} and {why}": "{words} et {why}", "b": "bé"})
    assert words.reason("a") == "a"
    assert words.reason("a and b") == "a et bé"


def test_words_without_reasons_are_named() -> None:
    with pytest.raises(WordsError, match="reasons"):
        Words({}).reason("a")
