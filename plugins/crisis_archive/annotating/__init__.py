"""Reading one text alone: sentences, its own date, names, quotations, figures, times, doubts.

`annotate` runs `ANNOTATORS` in order; each is given the analysis so far and returns it with its own field
filled. To add one: a function here that calls its room, a line in the list, a case file.
"""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from crisis_archive.annotating.doubts import find_doubts
from crisis_archive.annotating.figures import find_figures
from crisis_archive.annotating.names import find_names
from crisis_archive.annotating.quotes import find_quotes
from crisis_archive.annotating.stated import stated_date
from crisis_archive.annotating.times import find_times
from crisis_archive.model import Analysis, AuthorityEntity, Document, Name, Span, Struct
from crisis_archive.text.sentences import sentence_ranges


class Given(Struct, frozen=True):
    """What reading is told beside the text itself."""

    name_answers: tuple[Name, ...]
    """The statistical model's names; empty where there is no model."""
    authority: tuple[AuthorityEntity, ...]


Annotator = Callable[[Analysis, Given], Analysis]


def _stated(so_far: Analysis, given: Given) -> Analysis:
    return replace(so_far, document=replace(so_far.document, date=stated_date(so_far.document)))


def _names(so_far: Analysis, given: Given) -> Analysis:
    names = find_names(so_far.document, so_far.sentences, given.name_answers, given.authority)
    return replace(so_far, names=names)


def _quotes(so_far: Analysis, given: Given) -> Analysis:
    return replace(so_far, quotes=find_quotes(so_far.document, so_far.sentences, so_far.names))


def _figures(so_far: Analysis, given: Given) -> Analysis:
    figures = find_figures(so_far.document, so_far.sentences, so_far.names, so_far.quotes)
    return replace(so_far, figures=figures)


def _times(so_far: Analysis, given: Given) -> Analysis:
    return replace(so_far, times=find_times(so_far.document, so_far.sentences))


def _doubts(so_far: Analysis, given: Given) -> Analysis:
    doubts = find_doubts(so_far.document, so_far.sentences, so_far.names, so_far.quotes)
    return replace(so_far, doubts=doubts)


ANNOTATORS: Final[tuple[Annotator, ...]] = (_stated, _names, _quotes, _figures, _times, _doubts)
"""Every reader of a text, in the order in which they run: a later one may use what an earlier one found."""


def annotate(
    document: Document, name_answers: tuple[Name, ...], authority: tuple[AuthorityEntity, ...]
) -> Analysis:
    """All that one text tells by itself. Pure: the same arguments give the same analysis.

    `name_answers` is what `names.NameModel.answers` gave for `(document.title, *document.paragraphs)`.
    """
    sentences = tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(document.paragraphs)
        for start, end in sentence_ranges(paragraph)
    )
    given = Given(name_answers, authority)
    analysis = Analysis(document, sentences, (), (), (), ())
    for annotator in ANNOTATORS:
        analysis = annotator(analysis, given)
    return analysis
