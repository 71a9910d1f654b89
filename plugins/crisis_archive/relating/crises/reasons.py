"""Why a text belongs to its crisis and not to the nearest other one, in plain words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from crisis_archive.memory import key_of
from crisis_archive.model import CrisisReason
from crisis_archive.relating.crises.grouping import CrisisGroups
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.vectors import Pairs
from crisis_archive.text.reasons import reason

_SHOWN = 5
_LIKENESS = 10_000
"""What the likeness 1 is as a whole number: likenesses are published in four digits."""
_BITS = 14
"""Of such a number."""
_Words = tuple[str, ...]


class _Called(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Whom a text names, the most frequent first, and its fullest words for each."""

    names: _Words
    words: _Words


_CALLED = msgspec.msgpack.Decoder(tuple[_Called, ...])


class _Shared(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the texts of a crisis have in common."""

    ties: tuple[_Words, ...]
    """Of each text, in plain words, what it shares with others."""
    held: _Words
    """The names and words of all texts."""
    usual: tuple[tuple[str, str, int], ...]
    """Those that most texts have, as they are met: how each is shown, and how many texts have it."""


class Reasons:
    """Answers for every document of the groups; what a crisis and its texts share is counted once."""

    def __init__(self, groups: CrisisGroups, kept: Keeping) -> None:
        self._groups = groups
        slugs = list(groups.members)
        self._near = _nearness(groups, slugs)
        # Which words weigh most changes far more often than the names: for these no text is read again.
        called = kept.each(
            "names in crises",
            msgspec.Raw,
            [key_of(*map(groups.profiles.named, groups.members[slug])) for slug in slugs],
            lambda place: self._called(groups.members[slugs[place]]),
            worth=8,
            sizes=[len(groups.members[slug]) for slug in slugs],
        )
        keys = {slug: key_of(*map(groups.profiles.key, groups.members[slug])) for slug in slugs}
        pinned = [bytes(each in groups.pinned for each in groups.members[slug]) for slug in slugs]
        shared = kept.each(
            "what texts share",
            _Shared,
            [key_of(keys[slug], each) for slug, each in zip(slugs, pinned, strict=True)],
            lambda place: self._shared(groups.members[slugs[place]], _CALLED.decode(called[place])),
            worth=8,
            sizes=[len(groups.members[slug]) for slug in slugs],
        )
        self._shared_in = dict(zip(slugs, shared, strict=True))
        beside = sorted(
            {(groups.slug_of[each] or "", near.other) for each, near in self._near.items() if near.other}
        )
        lacking = kept.each(
            "what crises lack",
            _Words,
            [key_of(keys[slug], keys[other]) for slug, other in beside],
            lambda place: tuple(self._lacking(*beside[place])),
        )
        self._missing = dict(zip(beside, lacking, strict=True))

    def of(self, slug: str) -> tuple[CrisisReason, ...]:
        """One reason for each document of a crisis, in order of ids."""
        found = []
        alone = len(self._groups.members[slug]) == 1
        for document, tied_by in zip(self._groups.members[slug], self._shared_in[slug].ties, strict=True):
            near = self._near[document]
            nearest = near.other
            kept_out = []
            if nearest is not None:
                if self._missing[slug, nearest]:
                    kept_out.append(
                        reason(
                            "names and words there that are missing here: {words}",
                            words=", ".join(self._missing[slug, nearest]),
                        )
                    )
                kept_out.append(
                    reason(
                        "it is less like the texts there ({there} on average) than the others here ({here})",
                        there=f"{near.there:.2f}",
                        here=f"{near.here:.2f}",
                    )
                )
            found.append(
                CrisisReason(
                    document,
                    tied_by,
                    nearest,
                    tuple(kept_out),
                    likeness=None if alone else round(near.here, 4),
                    nearest_likeness=round(near.there, 4) if nearest else None,
                    pinned=document in self._groups.pinned,
                )
            )
        return tuple(found)

    def _called(self, members: Sequence[str]) -> msgspec.Raw:
        """Whom each of these texts names."""
        profiles = (self._groups.profiles[document] for document in members)
        told = [
            _Called(tuple(each.names), tuple(each.words_of[entity] for entity in each.names))
            for each in profiles
        ]
        return msgspec.Raw(msgspec.msgpack.encode(told))

    def _shared(self, members: Sequence[str], called: Sequence[_Called]) -> _Shared:
        """What these texts share, counted once."""
        held: Counter[str] = Counter()
        shown: dict[str, str] = {}
        terms = [self._groups.profiles.terms(document) for document in members]
        for told, words in zip(called, terms, strict=True):
            held.update(told.names)
            held.update(words)
            for key, word in (*zip(told.names, told.words, strict=True), *zip(words, words, strict=True)):
                shown.setdefault(key, word)
        return _Shared(
            ties=tuple(
                self._ties(document, told, words, held)
                for document, told, words in zip(members, called, terms, strict=True)
            ),
            held=tuple(held),
            usual=tuple((key, shown[key], count) for key, count in held.items() if 2 * count > len(members)),
        )

    def _ties(
        self, document: str, called: _Called, words: _Words, held: Mapping[str, int]
    ) -> tuple[str, ...]:
        """What the document shares with at least one other text of its crisis."""
        told = [reason("an editor put it here")] if document in self._groups.pinned else []
        names = [word for entity, word in zip(called.names, called.words, strict=True) if held[entity] > 1]
        if names:
            told.append(reason("names it shares: {names}", names=", ".join(names[:_SHOWN])))
        terms = [term for term in words if held[term] > 1]
        if terms:
            told.append(reason("words it shares: {words}", words=", ".join(terms[:_SHOWN])))
        return tuple(told)

    def _lacking(self, slug: str, other: str) -> list[str]:
        """What most texts of the other crisis have and none of this one, the most common first."""
        own = set(self._shared_in[slug].held)
        missing = [(shown, count) for key, shown, count in self._shared_in[other].usual if key not in own]
        return [shown for shown, _ in sorted(missing, key=lambda each: -each[1])[:_SHOWN]]


class _Near(NamedTuple):
    """Mean likeness of a document to the others of its crisis and to those of the nearest other one."""

    here: float
    other: str | None
    """The crisis that it is most like but for its own; null where it is like none."""
    there: float


def _nearness(groups: CrisisGroups, slugs: Sequence[str]) -> dict[str, _Near]:
    """For each document of a crisis where it stands."""
    ids, pairs = groups.similar.ids, groups.similar.pairs
    place = {slug: at for at, slug in enumerate(slugs)}
    crisis = np.array([place.get(groups.slug_of[each] or "", -1) for each in ids], dtype=np.int64)
    sizes = np.array([len(groups.members[slug]) for slug in slugs], dtype=np.int64)
    documents, crises, sums = _summed(pairs, crisis, len(slugs))
    means = sums / _LIKENESS / np.maximum(sizes[crises] - (crisis[documents] == crises), 1)
    is_own = crisis[documents] == crises
    here = np.zeros(len(ids))
    here[documents[is_own]] = means[is_own]
    documents, crises, means = documents[~is_own], crises[~is_own], means[~is_own]
    there = np.zeros(len(ids))
    np.maximum.at(there, documents, means)
    other = np.full(len(ids), len(slugs))
    is_first = means == there[documents]
    np.minimum.at(other, documents[is_first], crises[is_first])  # slugs are in order
    named = [*slugs, None]
    return {
        ids[at]: _Near(here_it_is, named[nearest], mean)
        for at, here_it_is, nearest, mean in zip(
            range(len(ids)), here.tolist(), other.tolist(), there.tolist(), strict=True
        )
        if crisis[at] >= 0
    }


def _summed(
    pairs: Pairs, crisis: NDArray[np.int64], crises: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Documents, crises, and the summed likeness of each document to the texts of each crisis (in
    ten thousandths: in whole numbers no order of adding shows)."""
    values = np.rint(np.concatenate([pairs.value, pairs.value]) * _LIKENESS).astype(np.int64)
    other = crisis[np.concatenate([pairs.left, pairs.right])]
    inside = other >= 0
    cells = np.concatenate([pairs.right, pairs.left])[inside] * crises + other[inside]
    told = np.sort((cells << _BITS) + values[inside])
    cells = told >> _BITS
    begins = np.flatnonzero(np.append(True, cells[1:] != cells[:-1])[: len(cells)])
    cells, sums = cells[begins], np.add.reduceat(told & (1 << _BITS) - 1, begins) if len(begins) else begins
    return cells // max(crises, 1), cells % max(crises, 1), sums
