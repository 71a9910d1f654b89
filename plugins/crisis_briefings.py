"""Pelican: the first page, the list of crises, a briefing for each, and the feeds."""

from typing import ClassVar

from pelican import signals

from page_writing import PlanGenerator


class CrisisBriefings(PlanGenerator):
    """What a reader opens first."""

    kinds: ClassVar = ("home", "crises", "briefings", "feeds")


def add_generator(pelican: object) -> type[CrisisBriefings]:
    """The generator of these pages."""
    return CrisisBriefings


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
