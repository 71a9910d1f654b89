"""Words of a text, and what it cannot hold."""

from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.text.sentences import sentence_ranges
from crisis_archive.text.words import WORD, parts_of, signs_of, words

PHRASES = ("last night", "the day before yesterday", "fin de semana", "aujourd'hui", "May")


def test_parts_are_runs_of_letters_and_digits_in_lower_case() -> None:
    assert parts_of("The U.S. said: 2,000 well-known MEN.") == set(
        "the u s said 2 000 well known men".split()
    )
    assert parts_of("") == frozenset()


@given(st.sampled_from(PHRASES), st.text(), st.text())
def test_a_text_that_holds_a_phrase_holds_its_sign(phrase: str, before: str, after: str) -> None:
    assert not signs_of(PHRASES).isdisjoint(parts_of(f"{before} {phrase} {after}"))
    assert signs_of([phrase]) <= parts_of(phrase)


def test_long_texts_are_read_as_short_ones_are() -> None:
    sentence = "Ana Roe left on Friday. "
    long = sentence * 1000
    assert parts_of(long) == parts_of(sentence)
    assert len(sentence_ranges(long)) == 1000
    assert sentence_ranges(long)[:1] == sentence_ranges(sentence)


@given(st.text(alphabet="aB1é_ \t\n.,'’-–“”()!"))
def test_words_are_what_the_pattern_finds(text: str) -> None:
    assert words(text) == WORD.findall(text)
