"""What relating says of the four seeds is the same in any order of them, and lies where it says."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.annotating import annotate
from crisis_archive.archive import relate
from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.model import Analysis, Archive, Document, Editorial, Placed, Record, Seed, Span
from crisis_archive.reading import list_seeds, read_seed
from crisis_archive.scheduling import no_progress

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@cache
def analyses() -> tuple[Analysis, ...]:
    read = [read_seed(file, 10_000_000) for file in list_seeds(SEEDS)]
    seeds = [(each, survey(each)) for each in read if isinstance(each, Seed)]
    evidence = common_evidence([each for _, each in seeds])
    documents = [clean(seed, evidence.for_seed(each)) for seed, each in seeds]
    return tuple(annotate(each, (), ()) for each in documents if isinstance(each, Document))


def archive(texts: Sequence[Analysis]) -> Archive:
    return relate(list(texts), Editorial(), (), (), no_progress)


@pytest.fixture(scope="module")
def whole() -> Archive:
    return archive(analyses())


@given(st.permutations(range(4)))
@settings(max_examples=6, deadline=None)
def test_any_order_of_the_seeds_gives_the_same_data(order: list[int]) -> None:
    texts = analyses()
    mixed, straight = archive([texts[place] for place in order]), archive(texts)
    assert sorted(mixed.records, key=lambda each: each.id) == list(straight.records)
    for name in ("entities", "relations", "crises", "briefings", "comparisons"):
        assert getattr(mixed, name) == getattr(straight, name), name


def places(record: Record) -> Iterator[Placed]:
    yield from (*record.mentions, *record.quotes, *record.figures, *record.times)


def test_every_place_holds_words_and_lies_in_one_sentence(whole: Archive) -> None:
    for record in whole.records:
        for each in places(record):
            words = record.text_at(each.span)
            assert words and words == words.strip()
            if each.paragraph >= 0 and each not in record.quotes:
                assert any(
                    span.paragraph == each.paragraph and span.start <= each.start and each.end <= span.end
                    for span in record.sentences
                ), words


def test_what_a_reading_says_are_the_words_at_its_places(whole: Archive) -> None:
    for record in whole.records:
        for quote in record.quotes:
            assert (quote.speaker_at is None) == (quote.speaker_text is None)
            if quote.speaker_at is not None:
                assert record.text_at(quote.speaker_at) == quote.speaker_text
        for figure in record.figures:
            for words, at in ((figure.claimant, figure.claimant_at), (figure.window, figure.window_at)):
                assert at is None or record.text_at(at) == words
            assert figure.low is None or figure.high is None or figure.low <= figure.high


def test_pairs_of_sentences_and_their_changes_lie_in_their_texts(whole: Archive) -> None:
    by_id = {record.id: record for record in whole.records}

    def within(document: str, span: Span | None) -> bool:
        return span is None or bool(by_id[document].text_at(span))

    for relation in whole.relations:
        for pair in relation.sentences or ():
            assert within(relation.left, pair.left) and within(relation.right, pair.right)
            for change in pair.changes:
                assert within(relation.left, change.left) and within(relation.right, change.right)


def test_the_lima_groups_states_are_no_dead(whole: Archive) -> None:
    killed = [
        record.text_at(figure.span)
        for record in whole.records
        for figure in record.figures
        if figure.counts.endswith("killed")
    ]
    assert sorted(killed) == ["At least 14", "at least 20", "dozens", "dozens"]
