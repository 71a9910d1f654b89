"""Quotations and their speakers: readable cases, the four seeds' facts, properties."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.quotes.marks import marked_stretches
from tests.annotating.reading_help import Case, cases, read


@pytest.mark.parametrize("case", cases("quotes.txt"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = read(case.paragraphs, case.names)
    lines = tuple(
        " | ".join(
            (
                found.document.text_at(quote.span),
                quote.speaker_text or "-",
                quote.cue or "-",
                ", ".join(quote.chain) or "-",
                found.document.text_at(quote.speaker_name_at) if quote.speaker_name_at else "-",
            )
        )
        for quote in found.quotes
    )
    assert lines == case.expected


WORDS = st.sampled_from(
    [
        "Lind", "said", "the", "mayor", "he", "she", "that", "told", "and", "water", "“", "”", '"', "'",
        "‘", "’", "«",
        "»", "''", ".", ",", "?", ":", "—", "(", ")", "according", "to", "quoted", "as", "saying", "who",
        "his", "son",
        "father", "claims", "we", "are", "not", "In", "Monday", "\N{NO-BREAK SPACE}", "6'3\"", "x",
    ]
)  # fmt: skip
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=1, max_size=25)
    .map(" ".join)
    .map(lambda text: re.sub(r" ([.,?:”»])", r"\1", text)),
    min_size=1,
    max_size=4,
).map(tuple)


@given(PARAGRAPHS)
def test_every_place_holds_what_it_claims(paragraphs: tuple[str, ...]) -> None:
    found = read(paragraphs, ("Lind",))
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(found.document.paragraphs[quote.paragraph])
        inner = found.document.text_at(quote.span)
        assert inner == inner.strip() != ""
        assert (quote.speaker_text is None) == (quote.speaker_at is None)
        if quote.speaker_at is not None:
            assert found.document.text_at(quote.speaker_at) == quote.speaker_text
        if quote.speaker_name_at is not None:
            assert found.document.text_at(quote.speaker_name_at) == "Lind"
    assert list(found.quotes) == sorted(found.quotes, key=lambda each: (each.paragraph, each.start))


@given(PARAGRAPHS)
def test_marked_stretches_of_one_level_never_overlap(paragraphs: tuple[str, ...]) -> None:
    done: dict[int, int] = {}
    for stretch in marked_stretches(paragraphs):
        if stretch.level == 0:
            assert stretch.start >= done.get(stretch.paragraph, 0)
            done[stretch.paragraph] = stretch.end


def test_a_mark_that_is_never_closed_quotes_nothing_and_is_doubted() -> None:
    found = read(("The clerk said “no. The road is open again. Nobody was hurt.",))
    assert found.quotes == ()
    assert [doubt.rule for doubt in found.doubts] == ["quotation-never-closed"]
