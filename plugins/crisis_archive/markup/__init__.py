"""From spans to elements: texts with their marks, and what cleaning changed in them."""

from crisis_archive.markup.changes import Repair, found_with_changes, repairs
from crisis_archive.markup.html import element, join, visible_spaces
from crisis_archive.markup.layers import Mark, nest
from crisis_archive.markup.paragraphs import (
    Layer,
    Noted,
    noted_id,
    paragraph_markup,
    plain_names,
    repairs_as_noted,
)
from crisis_archive.text.hidden import visible

__all__ = [
    "Layer",
    "Mark",
    "Noted",
    "Repair",
    "element",
    "found_with_changes",
    "join",
    "nest",
    "noted_id",
    "paragraph_markup",
    "plain_names",
    "repairs",
    "repairs_as_noted",
    "visible",
    "visible_spaces",
]
