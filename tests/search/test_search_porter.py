"""The stemmer is lunr.js's own: the words that the lunr package's stemmer loses, and every kind of step."""

import pytest

from crisis_archive.search.porter import stem


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("day", "day"),  # a y after a vowel stays
        ("survey", "survey"),
        ("money", "money"),
        ("try", "tri"),  # a y after a consonant goes, in short words too
        ("tries", "tri"),
        ("by", "by"),  # shorter than three letters: as it is
        ("yes", "ye"),  # a y at the start is a consonant
        ("yearly", "yearli"),
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("agreed", "agre"),
        ("feed", "feed"),
        ("conflated", "conflat"),
        ("hopping", "hop"),
        ("filing", "file"),
        ("falling", "fall"),
        ("relational", "relat"),
        ("hopefulness", "hope"),
        ("adoption", "adopt"),
        ("rate", "rate"),
        ("controll", "control"),
        ("1,000", "1,000"),
        ("", ""),
    ],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed
