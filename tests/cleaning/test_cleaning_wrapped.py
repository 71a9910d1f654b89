"""Short texts broken at any width: no word of the author is lost, even where a piece looks like a button."""

import textwrap
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.cleaning import clean
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.furniture.sentences import is_form
from crisis_archive.model import Document, Seed
from crisis_archive.text.words import words

SENTENCES = (
    "The ministry said on Tuesday that the roads to the north were open again.",
    "Nobody was hurt.",
    "“We waited three days,” she said, “and nobody came to tell us anything.”",
    "Sign up at the town hall, the mayor said, or call the number on the door.",
    "Reporting by phone from the village, a nurse said that the clinic had no power.",
    "The police asked people to follow the news and to stay at home.",
    "Share prices fell by four per cent.",
    "Comments by the minister angered the opposition.",
    "More than 300 families have left.",
    "Read the letter aloud, the judge told him.",
    "See the list of closed roads on the door of the town hall.",
    "Related deaths are counted by the health service.",
    "Officials in Northport, the largest town of the region, said that food would arrive by Friday.",
)
HEADLINES = ("Roads in the north open again", "Floods cut off Northport", "Minister resigns")


@settings(max_examples=150, deadline=None)
@given(
    st.permutations(SENTENCES),
    st.lists(st.integers(1, 3), min_size=1, max_size=3),
    st.sampled_from([None, *HEADLINES]),
    st.integers(20, 80),
    st.sampled_from(["\n", "\n\n"]),
)
def test_no_word_is_lost(
    sentences: list[str], sizes: list[int], headline: str | None, width: int, between: str
) -> None:
    paragraphs = [headline] if headline else []
    for size in sizes:
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    text = between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    seed = Seed("s", "s.txt", "0" * 64, 1, "text/plain", "utf-8", text)
    document = clean(seed, SeedEvidence())
    assert isinstance(document, Document)
    kept = " ".join([document.title if document.title_origin == "seed" else "", *document.paragraphs])
    assert Counter(words(kept)) == Counter(words(text))


@pytest.mark.parametrize(
    ("line", "above", "below", "form"),
    [
        ("Sign up at the town", "", "hall, the mayor said.", False),
        ("Sign up at the town", "", "Hall, the mayor said.", True),
        ("Sign up at the town.", "", "hall, the mayor said.", True),
        ("Sign up at the town", "", "facebook", True),
        ("Share this", "", "hall, the mayor said.", True),
        ("Share this story", "", "hall, the mayor said.", False),
        ("Share this story:", "", "hall, the mayor said.", True),
        ("Share this story |", "", "hall, the mayor said.", True),
        ("Share this story,", "", "hall, the mayor said.", False),
        ("home.", "people to stay at", "", False),
        ("home.", "stay at", "", True),
        ("Home.", "people to stay at", "", True),
        ("home.", "people stayed there.", "", True),
        ("hall, the mayor said.", "Sign up at the town", "", False),
    ],
)
def test_a_piece_of_a_sentence_is_no_form(line: str, above: str, below: str, form: bool) -> None:
    assert is_form(line, above, below) is form
