"""Doubts that only reading shows."""

from crisis_archive.annotating.doubts.finding import find_doubts

__all__ = ["find_doubts"]
