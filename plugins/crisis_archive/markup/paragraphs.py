"""A text on its page: sentences with their ids, names linked, what is doubted or repaired marked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from markupsafe import Markup, escape

from crisis_archive.addresses import of_entity, paragraph_fragment
from crisis_archive.markup.changes import Repair
from crisis_archive.markup.html import shown
from crisis_archive.markup.layers import Mark, nest
from crisis_archive.model import TITLE, Entity, Mention, Record, Struct


class Layer(IntEnum):
    """Which marks hold which: a sentence is never cut, a link stands innermost."""

    SENTENCE = 0
    ADDED = 1
    DOUBT = 2
    REPAIR = 3
    QUOTE = 4
    READING = 5
    NAME = 6


class Noted(Struct, frozen=True):
    """A stretch that a note beside the paragraph speaks of."""

    start: int
    end: int
    layer: Layer
    kind: str
    """Class of the mark, e.g. `doubt`."""
    note: str
    """Id of the note."""


def noted_id(paragraph: int, number: int) -> str:
    """The id of a paragraph's note, e.g. `p3n1`."""
    return f"{paragraph_fragment(paragraph)}n{number}"


def text_markup(
    record: Record, noted: Mapping[int, Iterable[Noted]], entities: Mapping[str, Entity], root: str
) -> tuple[Markup, ...]:
    """The title and every paragraph with all marks.

    `noted` has the marks of notes by paragraph (`TITLE`: the title); `root` leads to the site's root.
    """
    marks: dict[int, list[Mark]] = defaultdict(list)
    _mark_sentences(record, marks)
    for paragraph, each in noted.items():
        marks[paragraph] += map(_of_note, each)
    _mark_readings(record, marks)
    _mark_names(record, entities, root, marks)
    title = nest(record.title, marks[TITLE])
    return title, *(nest(text, marks[number]) for number, text in enumerate(record.paragraphs))


def with_names(text: str, start: int, mentions: Iterable[Mention], name: str) -> Markup:
    """A stretch of a paragraph, which begins at `start`, with some mentions in it as elements of a class."""
    end = start + len(text)
    tags = _tags("b", name)
    marks = [
        Mark(each.start - start, each.end - start, Layer.NAME, *tags)
        for each in mentions
        if start <= each.start and each.end <= end
    ]
    return nest(text, marks)


def sentence_links(paragraph: int, sentences: int, label: Callable[[int, int], str]) -> Markup:
    """A link to every sentence of a paragraph; `label` says which in words, from both numbers (from 1)."""
    fragment, number = paragraph_fragment(paragraph), paragraph + 1
    links = (
        f'<a href="#{fragment}s{each}" aria-label="{shown(label(number, each))}">{number}.{each}</a> '
        for each in range(1, sentences + 1)
    )
    return Markup("".join(links))  # the label alone could hold what must be escaped


def repairs_as_noted(repair: Repair, note: str) -> Noted:
    """The mark of a repair."""
    return Noted(repair.at.start, repair.at.end, Layer.REPAIR, "repaired", note)


def _mark_sentences(record: Record, marks: dict[int, list[Mark]]) -> None:
    for sentence in record.sentences:
        of_paragraph = marks[sentence.paragraph]
        opened = f'<span id="{paragraph_fragment(sentence.paragraph)}s{len(of_paragraph) + 1}" class="s">'
        of_paragraph.append(
            Mark(sentence.start, sentence.end, Layer.SENTENCE, opened, "</span>", '<span class="s">')
        )


def _of_note(noted: Noted) -> Mark:
    opened = f'<span class="{escape(noted.kind)}" aria-describedby="{escape(noted.note)}">'
    return Mark(noted.start, noted.end, noted.layer, opened, "</span>")


def _mark_readings(record: Record, marks: dict[int, list[Mark]]) -> None:
    quote, figure = _tags("span", "quote"), _tags("span", "figure")
    for said in record.quotes:
        marks[said.paragraph].append(Mark(said.start, said.end, Layer.QUOTE, *quote))
    for counted in record.figures:
        marks[counted.paragraph].append(Mark(counted.start, counted.end, Layer.READING, *figure))
    for time in record.times:
        if time.earliest is not None and time.earliest == time.latest:
            opened = f'<time datetime="{time.earliest.isoformat()}">'
            marks[time.paragraph].append(Mark(time.start, time.end, Layer.READING, opened, "</time>"))


def _mark_names(
    record: Record, entities: Mapping[str, Entity], root: str, marks: dict[int, list[Mark]]
) -> None:
    links: dict[str, str] = {}
    for mention in record.mentions:
        if mention.paragraph == TITLE:
            continue  # a heading that is full of links is no help to anybody
        if mention.entity not in links and mention.entity in entities:
            href = escape(root + of_entity(entities[mention.entity]))
            links[mention.entity] = f'<a class="name" href="{href}">'
        if mention.entity in links:
            opened = links[mention.entity]
            marks[mention.paragraph].append(Mark(mention.start, mention.end, Layer.NAME, opened, "</a>"))


def _tags(tag: str, name: str) -> tuple[str, str]:
    return f'<{tag} class="{escape(name)}">', f"</{tag}>"
