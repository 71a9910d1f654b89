"""Figures about the same thing, brought together over the archive and judged."""

from crisis_archive.relating.disputes.comparing import compare_figures

__all__ = ["compare_figures"]
