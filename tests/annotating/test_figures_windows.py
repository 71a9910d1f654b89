"""The period of a figure is the same whatever sentences stand around its own."""

from hypothesis import given
from hypothesis import strategies as st

from tests.annotating.reading_help import read

SENTENCES = (
    "Since Monday 20 people were killed.",
    "The office counted 300 houses overnight, and 41 more burned so far this week.",
    "Police found 12 bodies.",
    "By Friday 7 of the 90 passengers had left the hospital.",
    "It rained inside the town and outside, "
    + "as it did on the hills, " * 12
    + "and 55 people died on Sunday.",
)


def _windows(text: str) -> list[tuple[float | int | None, str | None]]:
    return [(figure.low, figure.window) for figure in read((text,)).figures]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_sentences_do_not_share_periods(sentences: list[str]) -> None:
    alone = [found for sentence in sentences for found in _windows(sentence)]
    assert _windows(" ".join(sentences)) == alone


def test_periods_are_told_at_all() -> None:
    assert [window for _, window in _windows(SENTENCES[1])] == ["overnight", "so far"]
