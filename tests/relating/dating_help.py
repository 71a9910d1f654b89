"""Makes analysed texts for the tests of dating, from words alone."""

from collections.abc import Sequence

from msgspec.structs import replace

from crisis_archive.annotating.stated import stated_date
from crisis_archive.annotating.times import find_times
from crisis_archive.model import Analysis, Document, Metadata, Seed, Source, Span
from crisis_archive.text.sentences import sentence_ranges


def text(name: str, paragraphs: Sequence[str], language: str = "en", found: str | None = None) -> Analysis:
    """A text as cleaning and reading would hand it to dating."""
    seed = Seed(name, f"{name}.txt", "", 0, "text/plain", "utf-8", found or "\n".join(paragraphs), Metadata())
    lines = tuple(range(1, len(paragraphs) + 1))
    document = Document(seed, language, Source(), "A title", "derived", tuple(paragraphs), lines, (), ())
    document = replace(document, date=stated_date(document))
    sentences = tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(paragraphs)
        for start, end in sentence_ranges(paragraph)
    )
    return Analysis(document, sentences, (), (), (), find_times(document, sentences))
