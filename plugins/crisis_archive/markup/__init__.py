"""From spans to elements: texts with their marks, and what cleaning changed in them."""

from crisis_archive.markup.changes import MarkedBlock, Repair, changes_marked, repairs
from crisis_archive.markup.html import element, join, shown, visible_spaces
from crisis_archive.markup.layers import Mark, nest
from crisis_archive.markup.paragraphs import (
    Layer,
    Noted,
    noted_id,
    repairs_as_noted,
    sentence_links,
    text_markup,
    with_names,
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
    "repairs",
    "repairs_as_noted",
    "sentence_links",
    "shown",
    "text_markup",
    "visible",
    "visible_spaces",
    "with_names",
]
