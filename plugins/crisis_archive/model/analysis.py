"""What reading one text alone gives."""

from crisis_archive.model.documents import Document, Doubt
from crisis_archive.model.readings import Figure, Name, Quote, TimeExpression
from crisis_archive.model.spans import Span, Struct


class Analysis(Struct, frozen=True):
    """One text with all that reading it alone can tell. Kept in the cache; made in any process."""

    document: Document
    sentences: tuple[Span, ...]
    """Every sentence of the paragraphs in order (the title is none)."""
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    times: tuple[TimeExpression, ...]
    doubts: tuple[Doubt, ...] = ()
    """Doubts that only reading shows, e.g. a quotation without a speaker; cleaning's are in the document."""

    @property
    def id(self) -> str:
        return self.document.id
