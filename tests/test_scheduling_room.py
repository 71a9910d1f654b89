"""Calls within calls have room, and give what they give."""

import sys

import pytest

from crisis_archive.scheduling.room import with_room


def _depth(most: int) -> int:
    return 0 if most == 0 else 1 + _depth(most - 1)


def _fails() -> None:
    raise LookupError("told")


def test_gives_what_the_work_gives() -> None:
    assert with_room(lambda: 3) == 3
    assert with_room(lambda: with_room(lambda: "within")) == "within"


def test_what_is_raised_passes() -> None:
    with pytest.raises(LookupError, match="told"):
        with_room(_fails)


def test_calls_lie_as_deep_as_elsewhere() -> None:
    deep = sys.getrecursionlimit() // 2
    assert with_room(lambda: _depth(deep)) == deep


def test_there_is_room_for_the_deepest_calls() -> None:
    """One call takes some 20 words, and half a thousand may lie in each other."""
    assert with_room.__code__.co_stacksize > 50_000
