"""Figures: readable cases with what must be found and what must not, and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.figures.exclusions import EXCLUSIONS
from crisis_archive.annotating.figures.numbers import find_numbers
from crisis_archive.annotating.figures.values import value_of
from tests.annotating.reading_help import Case, cases, read


@pytest.mark.parametrize("case", cases("figures.txt"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = read(case.paragraphs, case.names)
    lines = tuple(
        " | ".join(
            (
                found.document.text_at(figure.span),
                "-" if figure.low is None else str(figure.low),
                "-" if figure.high is None else str(figure.high),
                figure.bound,
                figure.counts,
                figure.claimant or "-",
                figure.window or "-",
            )
        )
        for figure in found.figures
    )
    assert lines == case.expected


def test_the_list_of_exclusions_names_each_rule_once() -> None:
    assert len({rule.__name__ for rule in EXCLUSIONS}) == len(EXCLUSIONS)
    assert all(rule.__doc__ for rule in EXCLUSIONS)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seventeen", 17),
        ("Twenty-four", 24),
        ("two hundred and fifty", 250),
        ("three thousand", 3000),
        ("half a dozen", 6),
        ("a million and a half", 1_500_000),
        ("1,234,567", 1_234_567),
        ("2.4 million", 2_400_000),
        ("6.8", 6.8),
        ("15k", 15_000),
    ],
)
def test_value_of_number_words(words: str, value: float) -> None:
    assert value_of(words) == value
    assert len(find_numbers(f"There were {words} of them.")) == 1


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_thousands_separators_keep_their_value(value: int) -> None:
    (number,) = find_numbers(f"They counted {value:,} birds.")
    assert (number.low, number.high, number.bound) == (value, value, "exact")


WORDS = st.sampled_from(
    [
        "people", "killed", "at", "least", "20", "1,500", "dozens", "of", "them", "said", "he", "the",
        "ministry",
        "between", "two", "and", "six", "million", "dollars", "on", "Monday", "since", "Lind", "told",
        "that", ",",
        ".", "per", "cent", "hours", "1999", "May", "“", "”", "aged", "half", "a", "dozen", "-", "3",
        "were", "by",
        "according", "to", "missing", "$", "4.5", "homes", "put", "we", "who",
    ]
)  # fmt: skip


@given(st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=3).map(tuple))
def test_every_place_holds_what_it_claims(paragraphs: tuple[str, ...]) -> None:
    found = read(paragraphs, ("Lind",))
    for figure in found.figures:
        assert found.document.text_at(figure.span).strip()
        assert (figure.low is None and figure.high is None) == (figure.bound == "verbal")
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        assert (figure.claimant is None) == (figure.claimant_at is None)
        if figure.claimant_at is not None:
            assert found.document.text_at(figure.claimant_at) == figure.claimant
        if figure.window_at is not None:
            assert found.document.text_at(figure.window_at) == figure.window
    places = [(figure.paragraph, figure.start, figure.end) for figure in found.figures]
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It paid (about US$ 7 million) and $ 5 to us.", ["about US$ 7 million", "$ 5"]),
        (
            "No fewer than twenty-five men, anywhere between 5 and 6 boats.",
            ["No fewer than twenty-five", "anywhere between 5 and 6"],
        ),
        ("Often someone attended; a hundred listened, many thousands left.", ["a hundred", "many thousands"]),
        ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}zmir counted some two dozen.", ["some two dozen"]),
        ("In the 1990s 1,200 came, and 3.5m, from pre-1980 halls.", ["1,200", "3.5m"]),
    ],
)
def test_a_number_begins_with_all_that_bounds_it(text: str, numbers: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_numbers(text)] == numbers
