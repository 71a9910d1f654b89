"""A state is looked for only at words that one can begin with, and none is missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.figures.states import beginnings, first_state, last_of, state_at, states_told

TOLD = (
    "missing|unaccounted for|not been found|killed|dead|died|deaths|fatalities|bodies|slain|"
    "gunned down|lost their lives|lives lost|fell in|toll|buried|injured|wounded|casualties|treated|"
    "survivors|rescued|alive|pulled from|brought ashore|hauled to safety|picked up|trapped|cut off|"
    "stuck|detained|arrests|in custody|into custody|prisoners|being held|behind bars|abducted|"
    "hostages|expelled|deported|have left the country|quit the country|emigrated|displaced|evacuated|"
    "without a roof|forced from their homes|had left|in shelters|to the shelters|a place to sleep|"
    "admitted|hospitalised|taken to hospital|infected|suspected cases|tested positive|fallen ill|"
    "destroyed|burnt out|swept away|unfit to live in|in ruins|are flat|damaged|under water|seized|"
    "took away|on board|travelling on|on the coach|sleeping|camped|on the march|rallied|"
    "outside the gates|no power|in the dark|blackout"
).split("|")
FILLERS = "the of people 40 and, who; a in on to no not by_now have had fellow deadline intact".split()


@pytest.mark.parametrize("words", TOLD)
def test_every_state_is_found_in_mid_sentence(words: str) -> None:
    window = f", whom nobody counted, {words} near it"
    assert first_state(window, True, True, strong=False)
    assert states_told(window, True, True)


@given(st.lists(st.sampled_from(TOLD + FILLERS), max_size=8), st.booleans(), st.booleans())
def test_the_first_state_is_the_one_that_is_told_at_the_first_place(
    pieces: list[str], people: bool, things: bool
) -> None:
    window = " ".join(pieces)
    everywhere = ((at, state_at(window, at, people, things)) for at in range(len(window)))
    first = next(((at, state) for at, state in everywhere if state), None)
    assert first_state(window, people, things, strong=True) == (first[1] if first else "")
    found = states_told(window, people, things)
    assert first is None or first in {(each.start, each.state) for each in found}
    assert bool(last_of(found, strong=True)) is (first is not None)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("killed|dead", {"kil", "dea"}),
        ("ha(?:ve|s|d) left", {"hav", "has", "had"}),
        ("(?:ha(?:ve|d) )?(?:left|quit)", {"hav", "had", "lef", "qui"}),
        ("dea?d", {"dea", "ded"}),
        ("in ruins|a(?:s|t) [xy]", {"in ", "as ", "at "}),
    ],
)
def test_how_what_a_pattern_fits_begins(words: str, found: set[str]) -> None:
    assert beginnings(words)[0] == found
