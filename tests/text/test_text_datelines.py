"""A dateline is known by its place, its date or agency, and the dash; other dashes are left alone."""

import pytest

from crisis_archive.text.datelines import dateline_length


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("WERTHEIM, May 6, 2020 - ", "The river broke its banks."),
        ("WERTHEIM, Baden, May 6, 2020 - ", "The river broke its banks."),
        ("ALBA, 6 de mayo de 2020 \N{EM DASH} ", "El río se llevó tres puentes."),
        ("NEW ALBA (Agency) -- ", "“Nobody slept,” the mayor said."),
        ("Alba, May 6 (Agency) - ", "Three bridges were lost."),
        ("Alba (Agency) - ", "Three bridges were lost."),
        ("ALBA\N{EM DASH}", "Three bridges were lost."),
        ("ALBA - ", "14 houses fell."),
    ],
)
def test_the_sentence_begins_after_the_dateline(head: str, sentence: str) -> None:
    assert dateline_length(head + sentence) == len(head)


@pytest.mark.parametrize(
    "text",
    [
        "The river broke its banks - nobody was hurt.",
        "The mayor - Anna Weiss - was in the town hall.",
        "WHO - the health agency - sent tents.",
        "Anna Weiss \N{EN DASH} Mayor since May \N{EN DASH} said so.",
        "In May 2020 the mayor of the old town of Alba said \N{EM DASH} Nobody believed her.",
        "UN - Boats came.",
        "The well-known baker gave away bread.",
        "ALBA, May 6, 2020",
        "",
    ],
)
def test_other_dashes_are_no_dateline(text: str) -> None:
    assert dateline_length(text) == 0
