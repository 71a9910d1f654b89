"""Columns of Markdown tables are told where they stand by a class.

Markdown's own ways are a `style`, which is against the policy of every page, and an attribute that HTML has
given up.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

TABLES = {"tables": {"use_align_attribute": True}}
"""What the extension `extra` is asked for."""


class ColumnClasses(Extension):
    """`| --: |` gives `class="align-right"`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Called by Markdown."""
        md.treeprocessors.register(_Classes(md), "column_classes", 5)


class _Classes(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("th", "td") and "align" in cell.attrib:
                cell.set("class", f"align-{cell.attrib.pop('align')}")
