"""Small values that many pages show: links, citations, dates, pages of long lists."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice, pairwise
from typing import Final, TypeVar
from zlib import crc32

from crisis_archive.addresses import cite_fragment, of_crisis, of_text
from crisis_archive.model import Cite, Crisis, PublicationDate, Record, Struct
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.outlines import Listed
from crisis_archive.pages.words import Words

Item = TypeVar("Item")
MOST_CITES: Final = 6
"""Marks shown after a statement; `data/` has all."""


class Link(Struct, frozen=True):
    """Words that lead somewhere."""

    href: str
    """A path of the site, perhaps with a fragment: templates put `head.root` before it."""
    text: str
    note: str | None = None
    """What is said after the words, in a quiet voice."""


class CiteView(Struct, frozen=True):
    """A citation: a small mark that leads to the sentence it rests on."""

    href: str | None
    """Null for the mark that only counts the citations that are not shown."""
    label: str
    """Short, e.g. `2 ¶3`."""
    source: str
    """The source in plain words."""
    language: str | None = None
    """BCP 47, of the text that is cited; null where it is not known."""


class OwnDate(Struct, frozen=True):
    """When a text was published, as its page shows it."""

    text: str
    origin: str
    """For `data-date-origin`."""
    datetime: str | None
    """ISO day, only where the date is known to the day."""
    why: str | None
    """How it is known, or why it is not."""
    steps: tuple[tuple[str, str | None], ...]
    """The proof: what follows, and where the words are that it follows from."""


_FEW_PAGES: Final = 12
_NEIGHBOURS: Final = 3
"""Pages on either side that one of many pages leads to."""


class Pager(Struct, frozen=True):
    """One page of a long list, and the way to the others."""

    number: int
    """From 1."""
    links: tuple[Link, ...]
    """All pages of the list in order, or the nearest; empty where there is only this one."""
    whole: str | None = None
    """The page that leads to all of them; null where this one does."""


def text_link(record: Record, words: Words) -> Link:
    """A text by its title; a derived one says so."""
    note = words("text.derived_title") if record.title_origin == "derived" else None
    return Link(of_text(record), record.title, note)


def listed_link(text: Listed, words: Words) -> Link:
    """As `text_link`, of a text that is not read."""
    return Link(text.path, text.title, words("text.derived_title") if text.is_derived else None)


def crisis_link(crisis: Crisis, words: Words) -> Link:
    """A crisis by its title, with the days of its texts."""
    return Link(of_crisis(crisis), crisis.title, period_text(crisis, words))


def period_text(crisis: Crisis, words: Words) -> str:
    """The days on which the texts of a crisis were published, or that they are not known."""
    first, last = crisis.earliest or crisis.latest, crisis.latest or crisis.earliest
    if first is None or last is None:
        return words("crisis.days_unknown")
    return words("crisis.texts_of", days=dates.days(first, last, words))


def _address(record: Record, cite: Cite) -> str:
    return f"{of_text(record)}#{cite_fragment(record, cite)}"


def _cite_view(
    address: str, record: Record, cite: Cite, words: Words, numbers: Mapping[str, int] | None
) -> CiteView:
    number = (numbers or {}).get(cite.document)
    where = words.place(cite.paragraph)
    label = where if number is None else words("cite.label", text=number, where=where)
    source = words("cite.source", title=shortened(record.title, 90), where=where)
    return CiteView(address, label, source, language_of(record))


def language_of(record: Record) -> str | None:
    """The language of a text; null where it is not known."""
    return record.language if record.language != "und" else None


def cite_views(
    catalogue: Catalogue, cites: Sequence[Cite], words: Words, numbers: Mapping[str, int] | None = None
) -> tuple[CiteView, ...]:
    """Citations in order, one a sentence; of very many the first, and a mark that counts the rest.

    `numbers` gives each text its number on the page, else a mark names the paragraph.
    """
    known = ((catalogue.records.get(each.document), each) for each in cites)
    places = {_address(record, each): (record, each) for record, each in known if record is not None}
    left = len(places) - MOST_CITES
    most = len(places) if left < 2 else MOST_CITES  # those that are only counted need no words
    views = tuple(
        _cite_view(address, record, each, words, numbers)
        for address, (record, each) in islice(places.items(), most)
    )
    if most == len(places):
        return views
    more = CiteView(None, words("cite.more", number=left), words("cite.more_in_data", number=left))
    return (*views, more)


def own_date(record: Record, catalogue: Catalogue, words: Words) -> OwnDate:
    """The date of a text in words, with the proof."""
    date = record.date
    steps = tuple(
        (words.reason(step.says), _place(catalogue, step.document, step.paragraph, step.start))
        for step in date.evidence
    )
    first, last = date.earliest, date.latest
    if first is None and last is None:
        return OwnDate(words("date.unknown"), "unknown", None, _why_unknown(date, words), steps)
    why = words.either("date.origin", date.origin)
    if first is not None and last is not None:
        origin = date.origin if first == last else "range"
        text = dates.days(first, last, words) if first == last else between(date, words)
        return OwnDate(text, origin, first.isoformat() if first == last else None, why, steps)
    return OwnDate(between(date, words), "range", None, why, steps)


def between(date: PublicationDate | Listed, words: Words) -> str:
    """A range of days in words, open at one end where only one is known."""
    first, last = date.earliest, date.latest
    if first is not None and last is not None:
        return words("date.range", days=dates.days(first, last, words))
    if first is not None:
        return words("date.not_before", day=dates.day(first, words))
    return words("date.not_after", day=dates.day(last, words)) if last is not None else words("date.unknown")


def short_date(date: PublicationDate | Listed, words: Words) -> str:
    """The date of a text for a list."""
    if date.earliest is not None and date.earliest == date.latest:
        return dates.day(date.earliest, words)
    return between(date, words)


def _why_unknown(date: PublicationDate, words: Words) -> str | None:
    return None if date.evidence else words("date.no_evidence")


def _place(catalogue: Catalogue, document: str, paragraph: int, start: int) -> str | None:
    record = catalogue.records.get(document)
    if record is None:
        return None
    return f"{of_text(record)}#{cite_fragment(record, Cite(document, paragraph, start, start))}"


def shortened(text: str, most: int) -> str:
    """The text, cut at a word's end with an ellipsis where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–—-")
    return (cut or text[:most]) + "\N{HORIZONTAL ELLIPSIS}"


def paged(
    path: str, items: Sequence[Item], size: int, name: Callable[[Item], str] | None = None
) -> list[tuple[str, Sequence[Item]]]:
    """A long list cut into pages, path and share of each: `people/index.html`, `people/index-2.html` ...

    With a `name` of each item it is the names that say where pages end, and those have half to twice as many
    items: one item more changes a page or two, and a link to another page goes on to show the same
    (content-defined chunking, Muthitacharoen et al. 2001).
    """
    stem = path.removesuffix(".html")
    ends = _even_ends(len(items), size) if name is None else _ends_by_name(list(map(name, items)), size)
    shares = [items[begin:end] for begin, end in pairwise([0, *ends])]
    return [(path if n == 0 else f"{stem}-{n + 1}.html", share) for n, share in enumerate(shares)]


def _even_ends(count: int, size: int) -> list[int]:
    return [*range(size, count, size), count]


def _ends_by_name(names: Sequence[str], size: int) -> list[int]:
    half, ends, begin = max(1, size // 2), list[int](), 0
    for number, name in enumerate(names):
        held = number - begin
        is_wanted = held >= half and crc32(name.encode()) % half == 0
        if len(names) > size and (is_wanted or held == 2 * size):
            ends.append(number)
            begin = number
    return [*ends, len(names)]


def pagers(shares: Sequence[tuple[str, str]]) -> list[Pager]:
    """For every page (its path and what it holds, e.g. `A to F`) the way to all.

    Of many pages the first leads to all, the others to it and to their neighbours.
    """
    links = tuple(Link(path, label) for path, label in shares) if len(shares) > 1 else ()
    if len(links) <= _FEW_PAGES:
        return [Pager(number, links) for number in range(1, len(shares) + 1)]
    return [Pager(1, links), *(_near(number, links) for number in range(2, len(links) + 1))]


def _near(number: int, links: tuple[Link, ...]) -> Pager:
    first = max(0, number - 1 - _NEIGHBOURS)
    return Pager(number, links[first : number + _NEIGHBOURS], links[0].href)
