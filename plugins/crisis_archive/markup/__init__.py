"""From spans to elements: texts with their marks, and what cleaning changed in them."""

from crisis_archive.markup.changes import MarkedBlock, Repair, changes_marked, repairs
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
    "MarkedBlock",
    "Noted",
    "Repair",
    "changes_marked",
    "element",
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
