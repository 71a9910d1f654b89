"""Where a text stands: how like it is to the others of its crisis, and which crisis is the nearest."""

from typing import cast

import numpy as np

from crisis_archive.relating.crises.grouping import CrisisGroups, Likenesses
from crisis_archive.relating.crises.profiles import Profiles
from crisis_archive.relating.crises.reasons import _nearness
from crisis_archive.relating.vectors import Pairs

LIKE = {
    ("a", "b"): 0.4,
    ("a", "c"): 0.2,
    ("a", "d"): 0.3,
    ("b", "c"): 0.1,
    ("b", "f"): 0.05,
    ("c", "e"): 0.25,
    ("d", "e"): 0.0502,
}


def groups(members: dict[str, tuple[str, ...]]) -> CrisisGroups:
    ids = tuple("abcdefg")
    left, right = ([ids.index(pair[side]) for pair in LIKE] for side in (0, 1))
    slug_of: dict[str, str | None] = dict.fromkeys(ids)
    slug_of.update({each: slug for slug, group in members.items() for each in group})
    return CrisisGroups(
        slug_of=slug_of,
        members=members,
        names={},
        similar=Likenesses(ids, Pairs(np.array(left), np.array(right), np.array(list(LIKE.values())))),
        profiles=cast(Profiles, None),  # says nothing of likeness
        pinned=frozenset(),
    )


def test_likeness_is_the_mean_over_the_others_and_the_nearest_crisis_the_likest_on_average() -> None:
    members = {"flood": ("a", "b", "c"), "storm": ("d", "e"), "strike": ("f",)}
    near = _nearness(groups(members), list(members))
    assert set(near) == set("abcdef")  # of a text without a crisis nothing is said
    told = {each: (round(at.here, 6), at.other, round(at.there, 6)) for each, at in near.items()}
    assert told == {
        "a": (0.3, "storm", 0.15),
        "b": (0.25, "strike", 0.05),
        "c": (0.15, "storm", 0.125),
        "d": (0.0502, "flood", 0.1),
        "e": (0.0502, "flood", 0.083333),
        "f": (0.0, "flood", 0.016667),
    }


def test_of_crises_as_near_the_first_by_name_is_the_nearest() -> None:
    members: dict[str, tuple[str, ...]] = {
        "aground": ("d",),
        "flood": ("a",),
        "lost": ("g",),
        "storm": ("c",),
    }
    near = _nearness(groups(members), list(members))
    assert near["a"].other == "aground"
    assert near["c"].other == "flood"
    assert near["g"] == (0.0, None, 0.0)
