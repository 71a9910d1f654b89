"""Deciding: the votes of all mentions of one name in a text are heard together.

A name said twice means the same twice unless the words around one mention speak strongly for another kind.
A surname, a short form or an acronym follows the full name that the same text gives.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.setting import Vote
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.folding import fold

ENOUGH: Final = 1.1
"""The weight from which a candidate is a name."""
_AGAINST_THE_REST: Final = 4.0
"""By so much must one mention differ to be read otherwise than the same words elsewhere in the text."""
_SURNAME: Final = 4.0
_FORENAME: Final = 2.0
_SHORT_FORM: Final = 2.5
_ACRONYM: Final = 3.0
_SAID_AGAIN: Final = 1.25
"""The credit for twice as many mentions."""
_NEIGHBOUR: Final = 0.3
_SURE: Final = 2.5
_KINDS: Final[tuple[EntityKind, ...]] = ("person", "organisation", "place", "group", "event")

Weights = dict[EntityKind, float]


def key_of(words: Sequence[str]) -> tuple[str, ...]:
    """What makes two mentions the same words."""
    return tuple(fold(word) for word in words)


class Heard(NamedTuple):
    """One mention: its key, what its words and those around it say, and what the model says."""

    key: tuple[str, ...]
    cues: tuple[Vote, ...]
    model: tuple[Vote, ...]
    beside: bool
    """Whether nothing but a comma or an `and` parts it from the mention before it."""


def decide(mentions: Sequence[Heard]) -> list[tuple[EntityKind, float]]:
    """The kind of each mention and the weight behind it, in order.

    Cues are independent witnesses and add up. The model is one witness however often it is asked about the
    same words: its votes are averaged, with some credit for saying the same again.
    """
    cues: dict[tuple[str, ...], list[Weights]] = defaultdict(list)
    model: dict[tuple[str, ...], list[Weights]] = defaultdict(list)
    for mention in mentions:
        cues[mention.key].append(_summed(mention.cues))
        model[mention.key].append(_summed(mention.model) if mention.model else {})
    pooled = {key: _pooled(cues[key], model[key]) for key in cues}
    _like_neighbours(mentions, pooled)
    _follow_full_names(pooled)
    decided = {key: best(weights) for key, weights in pooled.items()}
    return [
        _decided(each, decided[each.key]) if len(cues[each.key]) > 1 else decided[each.key]
        for each in mentions
    ]


def _pooled(cues: Sequence[Weights], model: Sequence[Weights]) -> Weights:
    pooled: Weights = defaultdict(float)
    if len(cues) == 1:  # most names are said once
        pooled.update(cues[0])
        for kind, weight in model[0].items():
            pooled[kind] += weight
        return pooled
    share = math.sqrt(len(cues))
    for weights in cues:
        for kind, weight in weights.items():
            pooled[kind] += weight / share
    for weights in model:
        for kind, weight in weights.items():
            pooled[kind] += weight * _SAID_AGAIN ** math.log2(len(model)) / len(model)
    return pooled


def _summed(votes: Iterable[Vote]) -> Weights:
    weights: Weights = {}
    for kind, weight in votes:
        weights[kind] = weights.get(kind, 0.0) + weight
    return weights


def best(weights: Weights) -> tuple[EntityKind, float]:
    """The kind with most weight; the earlier in the fixed order of kinds where two are equal."""
    kind, most = _KINDS[0], weights.get(_KINDS[0], 0.0)
    for each in _KINDS[1:]:
        weight = weights.get(each, 0.0)
        if weight > most:
            kind, most = each, weight
    return kind, most


def _like_neighbours(mentions: Sequence[Heard], pooled: dict[tuple[str, ...], Weights]) -> None:
    """`A, B and C`: what stands in one list is of one kind, more likely than not."""
    before = {key: best(weights) for key, weights in pooled.items()}
    for first, second in pairwise(mentions):
        if second.beside and first.key != second.key:
            for one, other in ((first, second), (second, first)):
                kind, weight = before[other.key]
                if weight >= _SURE and kind in ("person", "organisation", "place"):
                    pooled[one.key][kind] += _NEIGHBOUR


def _decided(mention: Heard, together: tuple[EntityKind, float]) -> tuple[EntityKind, float]:
    """The kind of one mention of a name said more than once, given what all of them say together."""
    own = _summed((*mention.cues, *mention.model))
    kind, weight = together
    own_kind, own_weight = best(own)
    if own_kind != kind and own_weight - own.get(kind, 0.0) >= _AGAINST_THE_REST:
        return own_kind, own_weight
    return kind, weight


def _follow_full_names(pooled: dict[tuple[str, ...], Weights]) -> None:
    """Gives short keys the weight that a longer name of the same text lends them."""
    lent: dict[tuple[str, ...], Weights] = defaultdict(lambda: defaultdict(float))
    for key, weights in pooled.items():
        kind, weight = best(weights)
        if len(key) < 2 or weight < ENOUGH:
            continue
        if kind == "person":
            for short in _surnames(key):
                lent[short]["person"] = _SURNAME
            if not lent[key[:1]]["person"]:
                lent[key[:1]]["person"] = _FORENAME
        elif kind == "event" and key[0] in lexicon.EVENTS_BEFORE:
            lent[key[1:]]["event"] = _SURNAME
        elif kind == "organisation":
            for size in range(1, len(key)):
                lent[key[:size]]["organisation"] = _SHORT_FORM
            lent[(_initials(key),)]["organisation"] = _ACRONYM
    for key in pooled.keys() & lent.keys():
        for kind, weight in lent[key].items():
            pooled[key][kind] += weight


def _surnames(key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The bare surnames of a full name: its last word, with the particles before it too."""
    end = len(key) - 1 if key[-1] in ("jr.", "sr.", "jr", "sr", "ii", "iii") and len(key) > 2 else len(key)
    found = [key[end - 1 : end]]
    start = end - 1
    while start > 1 and key[start - 1] in lexicon.PARTICLES:
        start -= 1
        found.append(key[start:end])
    if end > 2 and start == end - 1:
        found.append(key[end - 2 : end])
    return found


def _initials(key: tuple[str, ...]) -> str:
    return "".join(word[0] for word in key if word not in ("of", "the", "and", "for", "&", "on", "in"))
