"""Words with their citations, told apart into somebody's and ours."""

from collections.abc import Callable, Sequence

from crisis_archive.model import Cite, Point, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.views import CiteView

Citer = Callable[[Sequence[Cite]], tuple[CiteView, ...]]


class Statement(Struct, frozen=True):
    """Words with their citations."""

    text: str
    verbatim: bool
    """Whether the words are the cited text itself: shown as somebody's, not ours."""
    cites: tuple[CiteView, ...]
    about: str | None = None
    """Said after it in a quiet voice, e.g. `in 2 independent sources`."""
    link: str | None = None
    """Where the words lead."""


def is_verbatim(point: Point, catalogue: Catalogue) -> bool:
    """Whether the text that is cited first has these very words, at the place cited or around it."""
    cited = point.cites[0] if point.cites else None
    record = catalogue.records.get(cited.document) if cited else None
    if cited is None or record is None:
        return False
    if record.text_at(cited.span) == point.text:
        return True
    whole = record.title if cited.paragraph < 0 else record.paragraphs[cited.paragraph]
    at = whole.find(point.text)
    return 0 <= at <= cited.start and cited.end <= at + len(point.text)
