"""Who speaks for a source, and in whose words a crisis is told."""

import datetime as dt

from crisis_archive.briefing.material import voice_of
from crisis_archive.model import PublicationDate, Record
from tests.makers import material, record

DAY = dt.date(2020, 5, 6)
LONG = "The river broke the northern dam on Wednesday and then it flooded all of the market town of Alba."
SHORT = "On Wednesday the river broke the northern dam and flooded Alba."


def dated(identity: str, text: str, origin: str) -> Record:
    """A text that was published on the day, which is known in one way or another."""
    return record(identity, text, date=PublicationDate(DAY, DAY, origin))  # type: ignore[arg-type]  # a word of the table


def test_the_text_that_states_its_own_day_speaks_for_its_copies() -> None:
    records = {"a": dated("a", LONG, "derived"), "b": dated("b", SHORT, "seed")}
    assert voice_of(["a", "b"], {}, records) == "b"


def test_the_text_that_others_draw_on_speaks_before_one_that_states_its_day() -> None:
    records = {"a": dated("a", LONG, "derived"), "b": dated("b", SHORT, "seed")}
    assert voice_of(["a", "b"], {"a": 1}, records) == "a"


def test_among_equals_the_fullest_speaks() -> None:
    records = {"a": record("a", SHORT), "b": record("b", LONG)}
    assert voice_of(["a", "b"], {}, records) == "b"


def test_a_crisis_is_told_in_the_language_of_most_sources() -> None:
    texts = [record("a", LONG), record("b", SHORT), record("c", "El río rompió la presa.", language="es")]
    assert material(texts).tellers == {"a", "b"}


def test_a_rewrite_has_no_vote_on_the_language() -> None:
    spanish = [record(each, "El río rompió la presa.", language="es") for each in ("c", "d", "e")]
    texts = [record("a", LONG), record("b", SHORT), *spanish]
    assert material(texts, [["a"], ["b"], ["c", "d", "e"]]).tellers == {"a", "b"}


def test_a_text_whose_language_is_not_known_is_heard() -> None:
    texts = [record("a", LONG), record("b", SHORT, language="und")]
    assert material(texts).tellers == {"a", "b"}
