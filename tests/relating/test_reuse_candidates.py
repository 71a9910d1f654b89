"""Pairs worth comparing: those found with what the last build looked at are those found anew."""

import random
from pathlib import Path

import pytest

from crisis_archive.memory import Memory
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.reuse.candidates import candidate_pairs, held_terms, numbered

Texts = dict[str, frozenset[str]]
EVENTS, TERMS = 12, 30


def written(dice: random.Random) -> frozenset[str]:
    """Terms of one event, which others hold too, and some that any text may hold."""
    event = dice.randrange(EVENTS)
    own = {f"event{event}x{dice.randrange(TERMS)}" for _ in range(TERMS)}
    return frozenset(own | {f"word{dice.randrange(200)}" for _ in range(dice.randrange(40))})


def found(texts: Texts, kept: Keeping) -> list[tuple[str, str]]:
    return candidate_pairs(held_terms([(each, numbered(texts[each])) for each in sorted(texts)]), kept)


def written_out(texts: Texts) -> set[tuple[str, str]]:
    """Every text against every other; of the shorter one 38 % of the terms must be in the other."""
    pairs = ((one, other) for one in texts for other in texts if one < other)
    return {
        (one, other)
        for one, other in pairs
        if len(texts[one] & texts[other]) >= 0.38 * min(len(texts[one]), len(texts[other]))
    }


@pytest.mark.parametrize("seed", range(3))
def test_what_was_looked_at_before_is_looked_at_no_more_and_changes_nothing(
    seed: int, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    texts = {f"text{number:03}": written(dice) for number in range(60)}
    for changed in (0, 1, 0, 7, 40):
        for each in dice.sample(sorted(texts), changed):
            del texts[each]
            texts[dice.choice((each, f"{each}-new", f"a-{each}"))] = written(dice)
        keys = {each: f"{each} {sorted(terms)}".encode() for each, terms in texts.items()}
        with Memory.open(tmp_path) as memory:
            told = found(texts, Keeping(memory, b"code", keys))
        assert told == found(texts, nothing_kept())
        assert told == sorted(told)
        assert 10 < len(told) <= len(written_out(texts))
        assert set(told) <= written_out(texts)


def test_no_text_and_one_text_give_no_pair() -> None:
    assert found({}, nothing_kept()) == []
    assert found({"one": frozenset({"a", "b"})}, nothing_kept()) == []
