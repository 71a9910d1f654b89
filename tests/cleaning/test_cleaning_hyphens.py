"""Two lines put together: what becomes of a hyphen at the end of the upper one."""

import pytest

from crisis_archive.cleaning.blocks import Block
from crisis_archive.cleaning.hyphens import together


@pytest.mark.parametrize(
    ("above", "below", "known", "whole"),
    [
        ("The inter-", "national press", ("international",), "The international press"),
        ("inter-", "national press", ("international",), "international press"),
        ("The Inter-", "national press", ("international",), "The International press"),
        ("The inter-", "national press", (), "The inter-national press"),
        ("The inter-", "national press", ("national",), "The inter-national press"),
        ("The inter-", "National press", ("international",), "The inter- National press"),
        ("Two-", "and three-year terms", ("twoand",), "Two- and three-year terms"),
        ("Two-", "andere press", ("twoandere",), "Twoandere press"),
        ("In 12-", "hour shifts", (), "In 12- hour shifts"),
        ("The road -", "and more", (), "The road - and more"),
        ("The inter", "national press", ("international",), "The inter national press"),
        ("x" * 50 + " inter-", "national", ("international",), "x" * 50 + " international"),
        ("The " + "x" * 40 + "-", "press", (), "The " + "x" * 40 + "-press"),
        ("The " + "x" * 41 + "-", "press", (), "The " + "x" * 41 + "- press"),
    ],
)
def test_what_two_lines_become(above: str, below: str, known: tuple[str, ...], whole: str) -> None:
    text = f"{above}\n{below}"
    upper = Block(0, len(above), above)
    lower = Block(len(above) + 1, len(text), below)
    found = together(upper, lower, known, "why")
    assert text[: found.start] + found.after + text[found.end :] == whole
    without = found.start < upper.end
    assert found.why == (
        "A word that a line's end cut in two; the archive's texts hold it whole." if without else "why"
    )


def test_what_parts_other_lines_may_be_nothing() -> None:
    found = together(Block(0, 2, "He"), Block(3, 7, ", it"), (), "why", "")
    assert found == (2, 3, "", "why")
