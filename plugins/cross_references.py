"""Pelican: people, organisations, places, groups, events; retold texts; figures; about and method."""

from typing import ClassVar

from pelican import signals

from page_writing import PlanGenerator


class CrossReferences(PlanGenerator):
    """What leads from text to text."""

    kinds: ClassVar = (
        "entity-lists",
        "entity-pages",
        "comparison-list",
        "comparison-pages",
        "figures",
        "quotations",
        "chronology",
        "sources",
        "about",
        "method",
        "missing",
        "robots",
        "paper",
    )


def add_generator(pelican: object) -> type[CrossReferences]:
    """The generator of these pages."""
    return CrossReferences


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(add_generator)
