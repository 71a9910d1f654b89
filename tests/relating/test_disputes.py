"""Figures brought together within a crisis and judged; never a copy against its source."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.model import Comparison, PublicationDate, Record, Relation
from crisis_archive.relating.disputes import compare_figures
from tests.annotating.reading_help import read
from tests.makers import crisis, record

FIRST, THEN = dt.date(2024, 3, 4), dt.date(2024, 3, 5)


def by_id(records: Sequence[Record]) -> dict[str, Record]:
    return {each.id: each for each in records}


def text(identity: str, *paragraphs: str) -> Record:
    """A record with the figures that reading finds in it."""
    return replace(record(identity, *paragraphs), figures=read(paragraphs).figures)


def compare(*paragraphs: str) -> tuple[Comparison, ...]:
    """The comparisons of independent texts of one paragraph each, all of one crisis."""
    records = [text(f"doc{number}", paragraph) for number, paragraph in enumerate(paragraphs)]
    return compare_figures(by_id(records), [crisis(*[[each.id] for each in records])], [])


VERDICTS = [
    (
        "thirty to forty houses are not up to four hundred",
        "conflict",
        "The fire destroyed 30 to 40 houses, the mayor said.",
        "Up to 400 houses were destroyed, the opposition said.",
    ),
    (
        "what was corrected counts no more",
        "agree",
        "The ministry corrected the toll from 60 to 52 dead.",
        "The ministry said 52 people were killed.",
    ),
    (
        "more bodies are no toll",
        "agree",
        "Divers recovered 14 more bodies, raising the toll to 43.",
        "The coast guard said 43 people were killed.",
    ),
    (
        "who counts and over what days",
        "differ-in-scope",
        "According to the Daily News, at least 20 people were killed by gunmen this week.",
        "At least 14 people have been killed since the start of the protests on Tuesday, said local NGOs.",
    ),
    (
        "one time, two numbers",
        "conflict",
        "The governor said 41 people were killed between Monday and Thursday.",
        "The hospital counted 58 dead, Monday to Thursday.",
    ),
    (
        "the same number in other words",
        "agree",
        "Three dozen sailors are in custody.",
        "The coast guard said 36 men were detained.",
    ),
    (
        "a bound that the number keeps",
        "agree",
        "More than 700 barns burned to the ground.",
        "The pictures show that 712 barns were burned out.",
    ),
    (
        "a number against a word",
        "cannot-compare",
        "The doctor said dozens of people were injured.",
        "The ministry said 45 people were injured.",
    ),
    (
        "families against people",
        "cannot-compare",
        "Some 210 families have left their homes.",
        "The office counted 1,400 people who were forced out of their homes.",
    ),
    (
        "two places",
        "differ-in-scope",
        "Five people were killed on Lindholm, the officer said.",
        "The national death toll has reached at least seventeen.",
    ),
    (
        "approximate numbers near each other",
        "agree",
        "There were about 90 people on board.",
        "The owner said 92 people were aboard.",
    ),
    (
        "two units of one speed",
        "agree",
        "Winds of about 150 kilometres an hour tore away the roofs.",
        "Sustained winds were assessed at 81 knots.",
    ),
]


@pytest.mark.parametrize(
    ("verdict", "left", "right"), [row[1:] for row in VERDICTS], ids=[row[0] for row in VERDICTS]
)
def test_verdict(verdict: str, left: str, right: str) -> None:
    (comparison,) = compare(left, right)
    assert comparison.verdict == verdict
    (backward,) = compare(right, left)
    assert backward.verdict == verdict


def test_crew_who_were_hurt_are_some_of_the_people_who_were_hurt() -> None:
    (part,) = compare("Two crew members were wounded.", "Nine people were hurt, a nurse said.")
    assert part.verdict == "differ-in-scope"


def test_soldiers_are_no_civilians() -> None:
    assert not compare("The blast killed 12 soldiers.", "The blast killed 30 civilians.")


def test_a_toll_grows_from_day_to_day() -> None:
    first = text("first", "At least 12 people were killed, the agency said.")
    then = text("then", "The agency said 31 people had been killed.")
    other = text("then", "The army said 31 people had been killed.")
    days = [replace(each, date=PublicationDate(day, day)) for each, day in ((first, FIRST), (then, THEN))]

    def verdict(*texts: Record) -> str:
        (found,) = compare_figures(by_id(texts), [crisis(*[[each.id] for each in texts])], [])
        return found.verdict

    assert verdict(*days) == "differ-in-scope"
    assert verdict(first, then) == "conflict"
    exact = text("first", "The agency said 12 people were killed.")
    assert verdict(replace(exact, date=days[0].date), replace(other, date=days[1].date)) == "conflict"


def test_sides_are_the_sentences_and_cite_the_figures() -> None:
    left, right = "The road is cut. The mayor said 33 people were killed.", "At least 40 people were killed."
    (comparison,) = compare(left, right)
    assert comparison.id == "flood--people-killed"
    assert comparison.subject == "people killed"
    assert [side.text for side in comparison.sides] == ["The mayor said 33 people were killed.", right]
    cites = [cite for side in comparison.sides for cite in side.cites]
    assert [{"doc0": left, "doc1": right}[cite.document][cite.start : cite.end] for cite in cites] == [
        "33",
        "At least 40",
    ]


def test_things_that_are_not_the_same_are_not_brought_together() -> None:
    assert compare("The mayor said 33 people were killed.", "The road is cut in at least five places.") == ()
    assert compare("Police said 19 officers were injured.", "Medics said 70 houses were damaged.") == ()


def test_a_part_is_not_set_against_the_whole() -> None:
    whole = "At least 61 people died. Of these, six people were killed in the town."
    (comparison,) = compare(whole, "The ministry counts 61 people killed.")
    assert comparison.verdict == "agree"


def test_texts_of_two_crises_are_never_compared() -> None:
    records = [text("doc0", "Floods killed 33 people."), text("doc1", "Floods killed 40 people.")]
    crises = [crisis(["doc0"], slug="first"), crisis(["doc1"], slug="second")]
    assert compare_figures(by_id(records), crises, []) == ()


def test_a_rewrite_is_no_second_side() -> None:
    records = [
        text("doc0", "The mayor said 33 people were killed."),
        text("doc1", "33 people killed, says mayor."),
    ]
    rewrite = Relation("rewrite", "doc0", "doc1", "left-to-right", 0.9, ())
    assert compare_figures(by_id(records), [crisis(["doc0"], ["doc1"])], [rewrite]) == ()
    assert compare_figures(by_id(records), [crisis(["doc0", "doc1"])], []) == ()


def test_a_rewrite_shares_the_side_of_its_source() -> None:
    records = [
        text("doc0", "The mayor said 33 people were killed."),
        text("doc1", "33 people were killed, says the mayor."),
        text("doc2", "The hospital says 39 people were killed."),
    ]
    (comparison,) = compare_figures(by_id(records), [crisis(["doc0", "doc1"], ["doc2"])], [])
    assert [[cite.document for cite in side.cites] for side in comparison.sides] == [
        ["doc0", "doc1"],
        ["doc2"],
    ]


SENTENCES = st.sampled_from([row[2] for row in VERDICTS] + [row[3] for row in VERDICTS])


@given(st.lists(SENTENCES, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_texts_changes_nothing(sentences: list[str], random: st.DataObject) -> None:
    records = [text(f"doc{number}", sentence) for number, sentence in enumerate(sentences)]
    whole = [crisis(*[[each.id] for each in records])]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random here
    found = compare_figures(by_id(records), whole, [])
    assert compare_figures(by_id(shuffled), whole, []) == found
    assert len({each.id for each in found}) == len(found)
    for comparison in found:
        documents = {cite.document for side in comparison.sides for cite in side.cites}
        assert len(comparison.sides) >= 2 and len(documents) >= 2


def test_two_who_count_in_one_text_are_two_sides() -> None:
    told = (
        "The Relief Unit put the number of dead at 58 on Sunday. The Red Cross said it had counted 83 dead."
    )
    (found,) = compare(told, "The Relief Unit said on Sunday that 58 people had died.")
    assert (found.verdict, len(found.sides)) == ("conflict", 3)
    assert compare(told) == ()


def test_parts_that_one_claimant_counts_in_one_text_are_no_sides() -> None:
    told = "The Red Cross said 83 people had died. The Red Cross said 12 people died in the north."
    (found,) = compare(told, "The doctors said 83 people were killed.")
    assert (found.verdict, len(found.sides)) == ("agree", 2)
    unnamed = "The Red Cross said 83 people had died. Twelve people were killed at the bridge."
    (found,) = compare(unnamed, "The doctors said 83 people were killed.")
    assert (found.verdict, len(found.sides)) == ("agree", 2)
