"""Small texts made into documents, and case files: a title, paragraphs, names, what must be found."""

import re
from pathlib import Path
from typing import NamedTuple

from crisis_archive.annotating.doubts import find_doubts
from crisis_archive.annotating.figures import find_figures
from crisis_archive.annotating.quotes import find_quotes
from crisis_archive.model import Document, Doubt, Figure, Name, Quote, Seed, Source, Span
from crisis_archive.text.sentences import sentence_ranges

CASES = Path(__file__).with_name("reading_cases")


class Case(NamedTuple):
    """One case of a case file."""

    title: str
    paragraphs: tuple[str, ...]
    names: tuple[str, ...]
    expected: tuple[str, ...]


class Read(NamedTuple):
    """A text and all that is read in it."""

    document: Document
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    doubts: tuple[Doubt, ...]


def cases(name: str) -> list[Case]:
    """The cases of a file: `== title`, paragraphs, `names: a, b`, then `-> ` lines with what is found."""
    found = []
    for block in re.split(r"(?m)^== ", (CASES / name).read_text("utf-8"))[1:]:
        title, *lines = [line for line in block.splitlines() if line.strip()]
        expected = tuple(line.removeprefix("->").strip() for line in lines if line.startswith("->"))
        named = [line for line in lines if line.startswith("names:")]
        names = tuple(part.strip() for part in named[0].removeprefix("names:").split(",")) if named else ()
        text = tuple(line for line in lines if not line.startswith(("->", "names:")))
        found.append(Case(title, text, names, expected))
    return found


def document_of(*paragraphs: str) -> Document:
    """A document of plain paragraphs."""
    seed = Seed("x", "x.txt", "0" * 64, 1, "text/plain", "utf-8", "\n\n".join(paragraphs))
    lines = tuple(range(1, len(paragraphs) + 1))
    return Document(seed, "en", Source(), "A title", "derived", tuple(paragraphs), lines, (), ())


def named_in(document: Document, names: tuple[str, ...]) -> tuple[Name, ...]:
    """Every place of the given people in the text, longest names first where they overlap."""
    found: dict[tuple[int, int], Name] = {}
    for name in sorted(names, key=len, reverse=True):
        for number, text in enumerate(document.paragraphs):
            for match in re.finditer(rf"\b{re.escape(name)}\b", text):
                if not any((number, at) in found for at in range(match.start(), match.end())):
                    kept = Name(number, match.start(), match.end(), "person", "model")
                    found.update({(number, at): kept for at in range(match.start(), match.end())})
    return tuple(sorted(set(found.values()), key=lambda each: (each.paragraph, each.start)))


def read(paragraphs: tuple[str, ...], names: tuple[str, ...] = ()) -> Read:
    """Read a text as the annotators do, with the people named by hand."""
    document = document_of(*paragraphs)
    sentences = tuple(
        Span(number, start, end)
        for number, text in enumerate(document.paragraphs)
        for start, end in sentence_ranges(text)
    )
    people = named_in(document, names)
    quotes = find_quotes(document, sentences, people)
    figures = find_figures(document, sentences, people, quotes)
    return Read(document, quotes, figures, find_doubts(document, sentences, people, quotes))
