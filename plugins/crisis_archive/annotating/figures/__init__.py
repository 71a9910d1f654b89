"""Figures: how many, of what, who says so, over what time."""

from crisis_archive.annotating.figures.finding import find_figures

__all__ = ["find_figures"]
