"""Likenesses taken over from the last build are those that comparing all texts anew gives."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from crisis_archive.memory import Memory
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.likeness import likest
from crisis_archive.relating.neighbours import BILLION, Entries
from crisis_archive.relating.rarity import WITHOUT_STEPS, has_steps, rarity_of
from crisis_archive.relating.vectors import Features, Pairs, counted, laid_together

Texts = dict[str, str]
LEAST, MOST = 0.2, 6


def written(dice: random.Random) -> str:
    """Words of one of many events, and words of all."""
    event = dice.randrange(90)
    own = (f"event{event}x{int(dice.expovariate(0.2))}" for _ in range(5))
    return " ".join([*own, *(f"word{int(dice.expovariate(0.02))}" for _ in range(5))])


def features(texts: Texts) -> Features:
    return laid_together([counted(Counter(texts[each].split())) for each in sorted(texts)])


def compared(texts: Texts, kept: Keeping) -> Pairs:
    return likest("words", features(texts), sorted(texts), LEAST, MOST, kept)


def told(pairs: Pairs) -> list[tuple[int, int, float]]:
    return list(zip(pairs.left.tolist(), pairs.right.tolist(), pairs.value.tolist(), strict=True))


def edited(texts: Texts, dice: random.Random, share: int) -> Texts:
    """Some texts changed, some gone, some new."""
    new = dict(texts)
    for each in dice.sample(sorted(texts), share):
        fate = dice.random()
        if fate < 0.3:
            del new[each]
        else:
            new[each if fate < 0.7 else f"{each}-new"] = written(dice)
    return new


@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_over_is_what_is_found_anew(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    texts = {f"text{number:04}": written(dice) for number in range(WITHOUT_STEPS + 60)}
    for share in (0, 1, 1, 12, 40, 900, 0):
        texts = edited(texts, dice, share)
        with Memory.open(tmp_path) as memory:
            keys = {each: f"{each} {text}".encode() for each, text in texts.items()}
            found = compared(texts, Keeping(memory, b"code", keys, jobs=dice.choice((1, 2))))
        assert told(found) == told(compared(texts, nothing_kept()))
        assert len(found.left) > len(texts)


def test_each_text_has_its_likest_and_no_more() -> None:
    dice = random.Random(4)
    texts = {f"text{number:04}": written(dice) for number in range(300)}
    # Written out: every text against every other.
    held, rarity = features(texts), rarity_of(features(texts))
    rows = np.zeros((len(texts), len(rarity.names)))
    for row, first, last in zip(range(len(held)), held.starts, held.starts[1:], strict=False):
        names, counts = held.names[first:last], held.counts[first:last].astype(np.float64)
        rows[row, np.searchsorted(rarity.names, names)] = (1 + np.log(counts)) * rarity.of(names)[0]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows[:, rarity.common] = 0
    alike = np.round(rows @ rows.T, 9)
    wanted = set()
    for one in range(len(texts)):
        others = sorted(set(range(len(texts))) - {one}, key=lambda other: (-alike[one, other], other))
        wanted |= {
            (min(one, other), max(one, other)) for other in others[:MOST] if alike[one, other] >= LEAST
        }
    found = told(compared(texts, nothing_kept()))
    assert {(left, right) for left, right, _ in found} == wanted
    assert all(abs(value - alike[left, right]) < 2e-9 for left, right, value in found)


def test_one_text_more_leaves_most_rarities_of_a_large_archive_as_they_were() -> None:
    dice = random.Random(5)
    texts = {f"text{number:04}": written(dice) for number in range(WITHOUT_STEPS + 60)}
    before = rarity_of(features(texts))
    after = rarity_of(features({**texts, "other": written(dice)}))
    assert len(after.differing(before)) < 10
    small = dict(list(texts.items())[:400])
    assert not has_steps(len(small))
    whole = rarity_of(features(small))
    assert len(rarity_of(features({**small, "other": written(dice)})).differing(whole)) > 100


@pytest.mark.parametrize("texts", [300, 1 << 16, 1 << 20])
def test_the_likest_come_first_in_archives_of_any_size(texts: int) -> None:
    dice = random.Random(texts)
    values = [0, 1, 5, BILLION - 1, BILLION]
    told = {(dice.randrange(texts), dice.randrange(texts)): dice.choice(values) for _ in range(400)}
    told |= {(texts - 1, other): dice.choice(values) for other in range(texts - 9, texts)}
    ends, others = (np.array([pair[side] for pair in told], dtype=np.int32) for side in (0, 1))
    found = Entries(ends, others, np.array(list(told.values()), dtype=np.uint32)).likest_first()
    rows = list(zip(found.texts.tolist(), found.others.tolist(), found.values.tolist(), strict=True))
    wanted = sorted(told, key=lambda pair: (pair[0], -told[pair], pair[1]))
    assert rows == [(*pair, told[pair]) for pair in wanted]
