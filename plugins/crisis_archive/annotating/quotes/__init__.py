"""Quotations: the words inside quotation marks that somebody said, and who said them."""

from crisis_archive.annotating.quotes.finding import find_quotes

__all__ = ["find_quotes"]
