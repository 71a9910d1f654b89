"""What speaks for a garbled letter and what against it, sign by sign; \u00e9 is the letter met most often."""

import pytest

from crisis_archive.cleaning.mojibake.evidence import strength
from crisis_archive.text.letters import frequency


def of(
    left: str = "Tom", before: str = "\u00c3\u00a1", after: str = "\u00e9", right: str = "s", native: int = 0
) -> float:
    return round(strength(left, before, after, right, native), 6)


def test_a_letter_of_two_bytes_in_a_word_is_enough() -> None:
    assert of() == 4.5


@pytest.mark.parametrize(
    ("after", "value"),
    [
        ("\u00e9a", 4.5),  # plain letters are bytes that prove nothing
        ("\u00e9\u00e9", 6),
        ("\u2014", 6),  # three bytes
        ("\u1ea1", 6 - 0.6 * (1 - frequency("\u1ea1"))),  # a rarer letter
        ("\u00e1", 4.5 - 0.6 * (1 - frequency("\u00e1"))),
        ("\u00e9\u00e1", 6 - 0.6 * (1 - frequency("\u00e1"))),
        # What no text is written with.
        ("\ue000", -14),
        ("\u00ad", 4.5),  # a soft hyphen is
        ("\u00f7", 0.5),  # a sign that is rare
        ("\u00ab", 4.5),
        ("\u00e9!", 4.5),
        ("\u01ad", -10.1),  # a letter that is rare
        # Letters of two scripts in a word.
        ("\u043e", -3.5),
        ("\u6f22\u306e", 1),
        # An accent without its letter.
        ("\u0301a", -23.5),
        ("a\u0301", -17.5),
    ],
)
def test_what_it_would_become(after: str, value: float) -> None:
    assert of(after=after) == round(value, 6)


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("\u00e3\u00a1", 3),  # no capital inside the word
        ("\u00c3\u00c9", 3),  # no sign
        ("\u00c3\u00a0", 3),  # a space is none
        ("\u00c3\u00a9", 6),  # of the signs that are no punctuation
        ("\u00c3\u00a1\u00a1\u00a1", 7.5),
        ("\u00c3\u00a1\u00a1\u00a1\u00a1", 7.5),
        ("\u0e23\u0e01", 4.5),  # another script
        # Controls, boxes.
        ("\u00c3\x81", 8.5),
        ("\u00c3\x81\x82", 14),
        ("\u00c3\x81\x82\x83", 15.5),
        ("\u00c3\u2500", 9),
        ("\u00c3\u2500\u2500", 13.5),
        ("\u00c3\u2500\u2500\u2500", 13.5),
    ],
)
def test_what_was_found_in_a_word(before: str, value: float) -> None:
    assert of(before=before) == value


@pytest.mark.parametrize(
    ("left", "before", "after", "right", "value"),
    [
        # Another script than that of the letters on either side, or alone.
        ("", "\u0e23\u0e01", "\u00e9", "s", 4.5),
        ("Tom", "\u0e23\u0e01", "\u00e9", "", 4.5),
        ("", "\u0e23\u0e01", "\u00e9\u00e9", "", 3),
        ("", "\u0e23\u0413", "\u00e9\u00e9", "", 6),
        # A capital before a small letter, at the start; or behind one.
        ("", "\u00c3\u00c9", "\u00e9", "s", 3),
        ("", "\u00c3\u00c9", "\u00e9", "sT", 0),
        ("T", "\u00c3\u00c9", "\u00e9", "s", 1.5),
        ("T", "\u00c3\u00c9", "\u00e9", "sT", -1.5),
        ("", "\u00c3\u00c9", "\u00c9", "S", 1.5),
        ("", "\u8c29", "\u00e9", "s", 4.5),
        ("", "\u00c3", "\u00e9", "s", 1.5),
        # Capitals further off say nothing.
        ("McD", "\u0e23\u0e01", "\u00e9", "s", 1.5),
        ("MCD", "\u0e23\u0e01", "\u00e9", "s", 1.5),
        ("Tom", "\u0e23\u0e01", "\u00e9", "aBc", 1.5),
        # A sign after the last letter is an ordinary thing.
        ("T", "\u00c3\u00a1", "\u00e9", "s", 3),
        ("T", "\u00c3\u00a1", "\u00e9", "", 1.5),
        ("T", "\u2500\u00a1", "\u00e9", "", 7.5),
        # Signs count beside letters.
        ("T", "\u00c3\u00a9", "\u00e9", "s", 4.5),
        ("", "\u221a\u00a1", "\u00e9\u00e9", "", 4.5),
        ("", "\u221a\u00a9", "\u00e9\u00e9", "", 4.5),
        ("", "\u221a\u00a9", "\u00e9", "s", 6),
        # A letter or a sign alone.
        ("", "\u00c3\u00a1", "\u00e9", "", -1.5),
        ("", "\u00c2\u00ab", "\u00ab", "", -1.5),
        ("", "\u00e2\u20ac\u0153", "\u201c", "", 4.5),
        ("", "\u00e1\u00ba\u00e3", "\u00e9", "", -1.5),
        ("T", "\u00c3\u00a1", "\u00e9", "", 1.5),
        ("", "\u00c3\u00a1", "\u6f22\u306e", "", 6),
        # Capitals as no word has them.
        ("tOm", "\u00c3\u00a1", "\u00e9", "s", 1.5),
        ("tO", "\u00c3\u00a1", "\u00e9", "", -1.5),
        ("TOM", "\u00c3\u00a1", "\u00c9", "S", 3),
        ("T", "\u00c3\u00a1", "\u00c9", "S", 3),
        ("T", "\u00c3\u00a1", "\u00c9", "s", 0),
        ("Mc", "\u00c3\u00a1", "\u00c9", "s", 1.5),
    ],
)
def test_what_was_found_beside_its_letters(
    left: str, before: str, after: str, right: str, value: float
) -> None:
    assert of(left, before, after, right) == value


@pytest.mark.parametrize(("native", "value"), [(1, 2.5), (3, -1.5), (4, -3.5), (5, -3.5)])
def test_other_words_of_the_script_speak_against_it(native: int, value: float) -> None:
    assert of(native=native) == value
