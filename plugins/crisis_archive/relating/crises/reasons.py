"""Why a text belongs to its crisis and not to the nearest other one, in plain words."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from crisis_archive.memory import key_of
from crisis_archive.model import CrisisReason
from crisis_archive.relating.crises.grouping import CrisisGroups
from crisis_archive.relating.keeping import Keeping
from crisis_archive.text.reasons import reason

_SHOWN = 5
_Words = tuple[str, ...]
_Ties = tuple[tuple[str, ...], ...]


class _Counts(NamedTuple):
    """Names and words of a crisis."""

    held: Counter[str]
    shown: dict[str, str]


class Reasons:
    """Answers for every document of the groups; what a crisis and its texts share is counted once."""

    def __init__(self, groups: CrisisGroups, kept: Keeping) -> None:
        self._groups = groups
        self._counts: dict[str, _Counts] = {}
        self._near = _nearness(groups)
        self._next = {
            document: self._nearest(slug, document)
            for slug, members in groups.members.items()
            for document in members
        }
        slugs = list(groups.members)
        keys = {slug: key_of(*map(groups.profiles.key, groups.members[slug])) for slug in slugs}
        pinned = [bytes(each in groups.pinned for each in groups.members[slug]) for slug in slugs]
        ties = kept.each(
            "what texts share",
            _Ties,
            [key_of(keys[slug], each) for slug, each in zip(slugs, pinned, strict=True)],
            lambda place: tuple(self._ties(slugs[place], each) for each in groups.members[slugs[place]]),
            worth=8,
        )
        self._tied = dict(zip(slugs, ties, strict=True))
        beside = sorted({(groups.slug_of[each] or "", other) for each, other in self._next.items() if other})
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
        for document, tied_by in zip(self._groups.members[slug], self._tied[slug], strict=True):
            nearest = self._next[document]
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
                        there=f"{self._mean(document, nearest):.2f}",
                        here=f"{self._mean(document, slug):.2f}",
                    )
                )
            found.append(
                CrisisReason(
                    document,
                    tied_by,
                    nearest,
                    tuple(kept_out),
                    likeness=None if alone else round(self._mean(document, slug), 4),
                    nearest_likeness=round(self._mean(document, nearest), 4) if nearest else None,
                    pinned=document in self._groups.pinned,
                )
            )
        return tuple(found)

    def _counted(self, slug: str) -> "_Counts":
        """How many texts of a crisis hold each name and word, and the fullest words that they have for it."""
        if slug not in self._counts:
            counts = self._counts[slug] = _Counts(Counter(), {})
            for document in self._groups.members[slug]:
                profile = self._groups.profiles[document]
                for key in (*profile.names, *profile.terms):
                    counts.held[key] += 1
                    counts.shown.setdefault(key, profile.words_of.get(key, key))
        return self._counts[slug]

    def _ties(self, slug: str, document: str) -> tuple[str, ...]:
        """What the document shares with at least one other text of its crisis."""
        profile, held = self._groups.profiles[document], self._counted(slug).held
        told = [reason("an editor put it here")] if document in self._groups.pinned else []
        names = [profile.words_of[entity] for entity in profile.names if held[entity] > 1]
        if names:
            told.append(reason("names it shares: {names}", names=", ".join(names[:_SHOWN])))
        terms = [term for term in profile.terms if held[term] > 1]
        if terms:
            told.append(reason("words it shares: {words}", words=", ".join(terms[:_SHOWN])))
        return tuple(told)

    def _lacking(self, slug: str, other: str) -> list[str]:
        """What most texts of the other crisis have and none of this one, the most common first."""
        own, held, shown = self._counted(slug).held, *self._counted(other)
        size = len(self._groups.members[other])
        keys = [key for key, count in held.items() if 2 * count > size and key not in own]
        place = {key: at for at, key in enumerate(keys)}
        return [shown[key] for key in sorted(keys, key=lambda key: (-held[key], place[key]))[:_SHOWN]]

    def _nearest(self, slug: str, document: str) -> str | None:
        """The other crisis that the text is most like on average; null where it is like none."""
        found = [(-self._mean(document, other), other) for other in self._near[document] if other != slug]
        return min(found)[1] if found else None

    def _mean(self, document: str, slug: str) -> float:
        """Mean likeness of a document to the other texts of a crisis."""
        members = self._groups.members[slug]
        others = len(members) - (self._groups.slug_of[document] == slug)
        return self._near[document].get(slug, 0.0) / others if others else 0.0


def _nearness(groups: CrisisGroups) -> dict[str, dict[str, float]]:
    """For each document its summed likeness to the texts of each crisis."""
    ids, pairs = groups.similar.ids, groups.similar.pairs
    slugs = list(groups.members)
    place = {slug: at for at, slug in enumerate(slugs)}
    crisis = np.array([place.get(groups.slug_of[each] or "", -1) for each in ids], dtype=np.int64)
    document = np.concatenate([pairs.right, pairs.left])
    other = crisis[np.concatenate([pairs.left, pairs.right])]
    inside = other >= 0
    cells, where = np.unique(document[inside] * len(slugs) + other[inside], return_inverse=True)
    values = np.bincount(where, np.concatenate([pairs.value, pairs.value])[inside], minlength=len(cells))
    near: dict[str, dict[str, float]] = {each: {} for each in ids}
    for cell, value in zip(cells.tolist(), values.tolist(), strict=True):
        near[ids[cell // len(slugs)]][slugs[cell % len(slugs)]] = value
    return near
