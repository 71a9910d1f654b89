"""What other pages need to know of a text, so that they need not read it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from crisis_archive.addresses import of_text, of_text_as_found
from crisis_archive.model import Record, Span, Struct
from crisis_archive.pages.company import CROWD, sentence_before, whole_of
from crisis_archive.text.folding import fold
from crisis_archive.text.quoted import spoken
from crisis_archive.text.words import words

LONGEST_ON_ONE_PAGE = 40_000
"""Characters of a text as found; a longer one shows its changes, and itself as found, on another page."""
OPENING = 160
"""Characters of a text's first paragraph that lists show."""


class Listed(Struct, frozen=True, array_like=True):
    """What a list of texts shows of one."""

    path: str
    """Of its page."""
    title: str
    is_derived: bool
    """Whether the title was made from the text."""
    earliest: dt.date | None
    latest: dt.date | None
    publisher: str | None
    crisis: str | None
    opening: str
    """How the text begins: one character more than is shown, to tell that there are more."""
    language: str | None
    """BCP 47; null where it is not known."""


class Quoted(Struct, frozen=True, array_like=True):
    """Words that a text quotes."""

    speaker: str | None
    """Id of an entity."""
    called: str | None
    """What the text calls a speaker that is no entity; null where it names nobody."""
    chain: tuple[str, ...]
    text: str
    words: str
    """The same, folded, without punctuation."""
    paragraph: int
    start: int


class Naming(Struct, frozen=True, array_like=True):
    """How a text names an entity."""

    entity: str
    times: int
    sentences: int
    """How many name it."""


class Outline(Struct, frozen=True, array_like=True):
    """Of one text."""

    text: str
    """Its id."""
    listed: Listed
    apart: str | None
    """Path of the page with its changes and itself as found, where it is so long that it has one."""
    named: tuple[Naming, ...]
    """The entities that it names, as they are first met."""
    together: tuple[tuple[int, ...], ...]
    """Of each sentence that names several of them, but not a crowd: their places among `named`."""
    quotes: tuple[Quoted, ...]
    dated_by: tuple[str, ...]
    """Ids of the texts that its date rests on."""
    figures: int
    """How many it has."""
    sha256: str
    """Of its file."""


def outline_of(record: Record) -> Outline:
    """The outline of a text."""
    company: dict[Span, set[int]] = defaultdict(set)
    return Outline(
        record.id,
        _listed(record),
        of_text_as_found(record) if has_views_apart(record) else None,
        _named(record, company),
        tuple(tuple(sorted(each)) for each in company.values() if 1 < len(each) <= CROWD),
        tuple(_quoted(record)),
        tuple(dict.fromkeys(each.document for each in record.date.evidence)),
        len(record.figures),
        record.sha256,
    )


def _listed(record: Record) -> Listed:
    date = record.date
    return Listed(
        of_text(record),
        record.title,
        record.title_origin == "derived",
        date.earliest,
        date.latest,
        record.source.publisher,
        record.crisis,
        record.paragraphs[0][: OPENING + 1] if record.paragraphs else "",
        record.language if record.language != "und" else None,
    )


def _named(record: Record, company: dict[Span, set[int]]) -> tuple[Naming, ...]:
    """How a text names each entity; `company` gets the places of those that each sentence names."""
    places: dict[str, int] = {}
    times: list[int] = []
    naming: list[set[Span]] = []
    for mention in record.mentions:
        place = places.setdefault(mention.entity, len(places))
        if place == len(times):
            times.append(0)
            naming.append(set())
        times[place] += 1
        sentence = sentence_before(record, mention)
        if sentence is not None:
            company[sentence].add(place)
        naming[place].add(
            sentence if sentence is not None and mention.start < sentence.end else whole_of(record, mention)
        )
    return tuple(Naming(*each) for each in zip(places, times, map(len, naming), strict=True))


def _quoted(record: Record) -> Iterator[Quoted]:
    for quote in record.quotes:
        text = spoken(record.text_at(quote.span))
        called = None if quote.speaker else quote.speaker_text
        yield Quoted(
            quote.speaker,
            called,
            quote.chain,
            text,
            " ".join(words(fold(text))),
            quote.paragraph,
            quote.start,
        )


def named_together(outlines: Iterable[Outline]) -> Iterator[list[str]]:
    """Whom each sentence names, as far as it names several."""
    for outline in outlines:
        for places in outline.together:
            yield [outline.named[place].entity for place in places]


def newest_first(text: str, outline: Outline) -> tuple[int, str]:
    """To sort texts by: the last day that is known of each; those without one last."""
    last = outline.listed.latest or outline.listed.earliest
    return (-last.toordinal() if last else 0, text)


def has_views_apart(record: Record) -> bool:
    """Whether the text as found stands on a page of its own."""
    return bool(record.edits) and len(record.found) > LONGEST_ON_ONE_PAGE
