"""Verbs are told in any case, but for those that only their ending shows: the United Front is no verb."""

import pytest

from crisis_archive.annotating.times.languages import words_of
from crisis_archive.annotating.times.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The council voted on Friday", "past"),
        ("WILL THE COUNCIL MEET on Friday", "future"),
        ("Will the council meet on Friday", "future"),
        ("The United Front on Friday", "unknown"),
        ("The United Front will meet on Friday", "future"),
        ("The İzmir council voted on Friday", "past"),
        ("The İzmir United on Friday", "unknown"),
    ],
)
def test_the_verb_tells_where_a_day_lies(sentence: str, tense: str) -> None:
    words = words_of("en")
    assert words is not None
    start = sentence.index("on Friday")
    assert tense_at(sentence, start, len(sentence), words) == tense
