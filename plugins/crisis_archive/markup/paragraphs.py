"""A text on its page: sentences with their ids, names linked, what is doubted or repaired marked."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from markupsafe import Markup

from crisis_archive.addresses import of_entity, paragraph_fragment
from crisis_archive.markup.changes import Repair
from crisis_archive.markup.html import element
from crisis_archive.markup.layers import Draw, Mark, nest
from crisis_archive.model import Entity, Record, Struct
from crisis_archive.text.hidden import visible


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


def paragraph_markup(
    record: Record, paragraph: int, noted: tuple[Noted, ...], entities: Mapping[str, Entity], root: str
) -> Markup:
    """One paragraph (`TITLE`: the title) with all its marks; `root` leads to the site's root."""
    text = record.title if paragraph < 0 else record.paragraphs[paragraph]
    marks = [
        *(_sentences(record, paragraph)),
        *(Mark(each.start, each.end, each.layer, _noted(each)) for each in noted),
        *_readings(record, paragraph),
    ]
    if paragraph >= 0:  # a heading that is full of links is no help to anybody
        marks += _names(record, paragraph, entities, root)
    return nest(text, marks, visible)


def plain_names(record: Record, paragraph: int, start: int, end: int, shown: Mapping[str, str]) -> Markup:
    """A stretch of a paragraph with the mentions of some entities marked; `shown` gives their classes."""
    marks = [
        Mark(each.start - start, each.end - start, Layer.NAME, _wrap("b", shown[each.entity]))
        for each in record.mentions
        if each.paragraph == paragraph and each.entity in shown and start <= each.start and each.end <= end
    ]
    text = record.title if paragraph < 0 else record.paragraphs[paragraph]
    return nest(text[start:end], marks, visible)


def repairs_as_noted(repair: Repair, note: str) -> Noted:
    """The mark of a repair."""
    return Noted(repair.at.start, repair.at.end, Layer.REPAIR, "repaired", note)


def _sentences(record: Record, paragraph: int) -> Iterator[Mark]:
    number = 0
    for sentence in record.sentences:
        if sentence.paragraph == paragraph:
            number += 1
            identifier = f"{paragraph_fragment(paragraph)}s{number}"
            yield Mark(sentence.start, sentence.end, Layer.SENTENCE, _once("span", id=identifier, class_="s"))


def _readings(record: Record, paragraph: int) -> Iterator[Mark]:
    for quote in record.quotes:
        if quote.paragraph == paragraph:
            yield Mark(quote.start, quote.end, Layer.QUOTE, _wrap("span", "quote"))
    for figure in record.figures:
        if figure.paragraph == paragraph:
            yield Mark(figure.start, figure.end, Layer.READING, _wrap("span", "figure"))
    for time in record.times:
        if time.paragraph == paragraph and time.earliest is not None and time.earliest == time.latest:
            yield Mark(time.start, time.end, Layer.READING, _time(time.earliest.isoformat()))


def _names(record: Record, paragraph: int, entities: Mapping[str, Entity], root: str) -> Iterator[Mark]:
    for mention in record.mentions:
        entity = entities.get(mention.entity)
        if mention.paragraph == paragraph and entity is not None:
            yield Mark(mention.start, mention.end, Layer.NAME, _link(root + of_entity(entity)))


def _wrap(tag: str, name: str) -> Draw:
    return lambda inside, is_first: element(tag, inside, class_=name)


def _time(date: str) -> Draw:
    return lambda inside, is_first: element("time", inside, datetime=date)


def _link(href: str) -> Draw:
    return lambda inside, is_first: element("a", inside, class_="name", href=href)


def _noted(mark: Noted) -> Draw:
    return lambda inside, is_first: element("span", inside, class_=mark.kind, aria_describedby=mark.note)


def _once(tag: str, **attributes: str) -> Draw:
    """An element whose id stands on its first piece only."""
    later = {name: value for name, value in attributes.items() if name != "id"}
    return lambda inside, is_first: element(tag, inside, **(attributes if is_first else later))
