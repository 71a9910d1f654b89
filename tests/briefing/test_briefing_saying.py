"""Two sentences bear each other out by what they say, not by whom they name."""

import pytest

from crisis_archive.briefing.points import best_lead_first, bottom_line_and_points
from crisis_archive.briefing.saying import Sayings
from crisis_archive.briefing.sentences import Sentence, weigh
from crisis_archive.model import Mention, Record
from tests.makers import material, record

NAMES = ("Ana Roe", "Harbour Company", "Red Cross", "Alba")


def telling(identity: str, text: str) -> Record:
    """A text of one sentence, with its names."""
    mentions = tuple(
        Mention(0, text.index(name), text.index(name) + len(name), "organisation", f"organisation-{name}")
        for name in NAMES
        if name in text
    )
    return record(identity, text, mentions=mentions)


def same(one: str, other: str) -> bool:
    texts = (telling("a", one), telling("b", other))
    return Sayings([Sentence(each, each.sentences[0], 0, 9) for each in texts]).same(0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The river broke the northern dam on Monday.",
            "On Monday the northern dam was broken by the river.",
        ),
        (
            "Ana Roe said the company had paid for the boats.",
            "The boats had been paid for, the Red Cross said.",
        ),
        ("The Harbour Company paid nothing.", "Nothing was paid by the owners, Ana Roe said."),
    ],
)
def test_what_says_the_same_in_other_words_does(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Roe, who leads the Red Cross team in Alba, spoke of tents.",
         "Ana Roe, who leads the Red Cross team in Alba, counted ninety dead on the beach."),
        ("The Red Cross says 91 people died.", "The Red Cross gave a higher figure."),
        ("The Harbour Company knew of cracks in the wall.",
         "The Harbour Company denied that it knew of cracks in the wall."),
        ("The Harbour Company paid for the boats.",
         "The Harbour Company didn't pay for the boats, it paid the crew."),
    ],
)  # fmt: skip
def test_one_name_in_both_is_not_enough_and_a_denial_is_the_opposite(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_highlight_counts_no_source_that_does_not_say_it() -> None:
    first = telling(
        "a", "Ana Roe, who leads the Red Cross team in Alba, asked the capital for boats and tents."
    )
    second = telling("b", "Ana Roe, who leads the Red Cross team in Alba, counted ninety dead on the beach.")
    bottom_line, points = bottom_line_and_points(material([first, second]))
    assert bottom_line is not None
    assert {point.sources for point in (bottom_line, *points)} == {1}


def test_the_bottom_line_is_how_a_text_begins_unless_another_sentence_is_far_better() -> None:
    text = record(
        "a", "The court annulled the vote. The leader of the opposition came second. Shops were shut."
    )
    sentences = weigh(material([text]))
    assert list(best_lead_first([(1.0, 1), (0.7, 0), (0.2, 2)], sentences)) == [0, 1, 2]
    assert list(best_lead_first([(1.0, 1), (0.5, 0), (0.2, 2)], sentences)) == [1, 0, 2]
    assert list(best_lead_first([(1.0, 1), (0.2, 2)], sentences)) == [1, 2]
    assert list(best_lead_first([], sentences)) == []


def test_a_crisis_is_summed_up_in_the_language_of_most_sources() -> None:
    spoken = [
        record("a", "The river broke the northern dam on Monday and flooded the market town."),
        record("b", "A baker in the upper town gave away four hundred loaves during the night."),
        record("c", "El río rompió la presa del norte y anegó toda la ciudad el lunes.", language="es"),
    ]
    bottom_line, points = bottom_line_and_points(material(spoken))
    assert bottom_line is not None
    assert {point.cites[0].document for point in (bottom_line, *points)} == {"a", "b"}
