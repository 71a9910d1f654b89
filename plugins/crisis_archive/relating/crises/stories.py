"""Groups of texts by likeness alone: stories, joined as they unfold, small ones looked at by themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations, product

import msgspec
import numpy as np

from crisis_archive.model import Analysis
from crisis_archive.relating.crises.clustering import average_link
from crisis_archive.relating.crises.counting import Counted
from crisis_archive.relating.crises.linking import (
    Nearest,
    discount_distance,
    nearest,
    neighbours_counted,
    scale_locally,
)
from crisis_archive.relating.crises.ties import tied
from crisis_archive.relating.crises.unfolding import LONGEST_SILENCE, join_stories, silence
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.likeness import likest
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import Pairs

_RELATED = 0.02
"""Likenesses below this count as none."""
_FOLLOWED = 150
"""How many likest others are looked at for one text: the work grows with the texts, not their square."""
_ONE_STORY = 0.65
"""Least mean likeness, in relation to their neighbourhoods, of two groups that tell one story."""
_LINKED = 0.047
"""A text less like another in words and names than this does not look to it, though it be its nearest."""
_SMALL = 6
"""A group of so many texts at most may lie together only for want of others that are nearer."""
_APART = 0.6
"""Two parts of a small group are two events where their texts are less like each other than this share of
what those of each part are like among themselves."""
_APART_IN_DAYS = 0.3
"""The same where the parts are known to follow one another in time, as reports of one event do."""


class Alike(msgspec.Struct, frozen=True):
    """How like each other texts are; they are named by their places."""

    by_words: Pairs
    scaled: Pairs
    """The same in relation to their neighbourhoods."""
    linked: Pairs
    """Likeness in words and names together."""
    near: Nearest
    """Those that each text looks to."""


def how_alike(texts: Iterable[Analysis], ids: Sequence[str], told: Counted, kept: Keeping) -> Alike:
    """How like each other these texts are; `told` is what each is compared by."""
    count = len(told)
    by_words = likest("words", told.words, ids, _RELATED, _FOLLOWED, kept)
    by_words = discount_distance(by_words, told.days)
    by_words = tied(by_words, texts, count)
    by_names = likest("names", told.names, ids, _RELATED, _FOLLOWED, kept)
    linked = _both(by_words, by_names, count)
    near = nearest(_at_least(linked, _LINKED), neighbours_counted(count))
    return Alike(by_words, scale_locally(by_words, count), linked, near)


def find_stories(
    texts: Texts,
    told: Counted,
    alike: Alike,
    together: Sequence[tuple[int, int]],
    kept: Keeping,
) -> list[list[int]]:
    """The groups of these texts, every text in one, sorted; `together` (places) are never parted."""
    bound: dict[int, list[int]] = defaultdict(list)
    for one, other in together:
        bound[one].append(other)
    parts = partial(_parts, texts=texts, told=told, bound=bound, linked=alike.linked)
    return sorted(part for group in _stories(told, alike, together, kept) for part in parts(group))


def _stories(
    told: Counted, alike: Alike, together: Sequence[tuple[int, int]], kept: Keeping
) -> list[list[int]]:
    count = len(told)
    stories = average_link(count, alike.scaled, _ONE_STORY, together, kept)
    return join_stories(stories, alike.near, told.days, neighbours_counted(count))


def _both(words: Pairs, names: Pairs, texts: int) -> Pairs:
    """Geometric mean of two likenesses; a pair that only one of them knows is left out."""
    wanted, known = words.left * texts + words.right, names.left * texts + names.right  # both sorted
    if not len(known):
        return names
    there = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    at = np.flatnonzero(known[there] == wanted)
    there = there[at]
    return Pairs(words.left[at], words.right[at], np.sqrt(words.value[at] * names.value[there]))


def _at_least(pairs: Pairs, least: float) -> Pairs:
    chosen = pairs.value >= least
    return Pairs(pairs.left[chosen], pairs.right[chosen], pairs.value[chosen])


def _parts(
    group: Sequence[int],
    texts: Texts,
    told: Counted,
    bound: Mapping[int, Sequence[int]],
    linked: Pairs,
) -> list[list[int]]:
    """The parts of a small group that these texts would be if they were the whole archive.

    Among many texts of other things a few texts of two similar events are each other's nearest, and lie
    together; alone they come apart. Where they do, into parts of two texts or more that are much less like
    each other than each part is in itself, they are two events in any archive.
    """

    def days(part: Sequence[int]) -> list[int | None]:
        return [told.days[text] for text in part]

    if not 4 <= len(group) <= _SMALL:
        return [list(group)]
    place = {text: at for at, text in enumerate(group)}
    inside = [(place[one], place[other]) for one in group for other in bound.get(one, ()) if other in place]
    some, ids = [texts[text] for text in group], [texts.ids[text] for text in group]
    told_of_it = told.take(group)
    alike = how_alike(some, ids, told_of_it, nothing_kept())
    found = _stories(told_of_it, alike, inside, nothing_kept())
    if len(found) < 2 or any(len(part) < 2 for part in found):
        return [list(group)]
    parts = [[group[at] for at in part] for part in found]
    likeness = _likeness(group, linked)
    inner = {at: _mean(likeness, combinations(part, 2)) for at, part in enumerate(parts)}
    for (at, one), (there, other) in combinations(enumerate(parts), 2):
        across = _mean(likeness, product(one, other))
        runs_on = silence(days(one), days(other))
        least = _APART if runs_on is None or runs_on > LONGEST_SILENCE else _APART_IN_DAYS
        if across >= least * (inner[at] * inner[there]) ** 0.5:
            return [list(group)]
    return parts


def _likeness(group: Sequence[int], linked: Pairs) -> dict[tuple[int, int], float]:
    found = {}
    for one in group:
        # The pairs are sorted by their left texts.
        first, last = np.searchsorted(linked.left, [one, one + 1]).tolist()
        others = zip(linked.right[first:last].tolist(), linked.value[first:last].tolist(), strict=True)
        found.update({(one, other): value for other, value in others if other in group})
    return found


def _mean(likeness: Mapping[tuple[int, int], float], pairs: Iterable[tuple[int, int]]) -> float:
    values = [likeness.get((min(pair), max(pair)), 0.0) for pair in pairs]
    return sum(values) / len(values)
