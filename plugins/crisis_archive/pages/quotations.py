"""All quotations by who said them; the same words in several texts stand once, with all places."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from crisis_archive.addresses import of_entity
from crisis_archive.model import Cite, Entity, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import CiteView, Link, cite_views, paged, pagers, shortened
from crisis_archive.text.folding import fold
from crisis_archive.text.quoted import spoken
from crisis_archive.text.words import words as words_of

ROWS_A_PAGE = 300


class Said(Struct, frozen=True):
    """Words and where they stand."""

    speaker: Entity | None
    text: str
    """As the first text has them."""
    called: str | None
    """What the text calls a speaker that is no entity; null where it names nobody."""
    chain: tuple[str, ...]
    cites: tuple[Cite, ...]
    """One for every text that carries the words."""


class QuotationView(Struct, frozen=True):
    """One quotation on the page."""

    text: str
    about: str
    cites: tuple[CiteView, ...]
    titles: tuple[str, ...]
    """The texts that carry it."""


class SpeakerView(Struct, frozen=True):
    """One speaker with all their words; `link` is null for those that no text names."""

    id: str
    name: str
    link: Link | None
    quotations: tuple[QuotationView, ...]


def said_in(catalogue: Catalogue) -> list[Said]:
    """Every quotation of the archive, by the speaker's name; those of no known speaker last."""
    found: dict[tuple[str, str, tuple[str, ...], str], Said] = {}
    for record in catalogue.archive.records:
        for quote in record.quotes:
            text = spoken(record.text_at(quote.span))
            called = None if quote.speaker else quote.speaker_text
            # Words passed on by somebody are not the same evidence as words heard: they stand apart.
            key = (quote.speaker or "", called or "", quote.chain, " ".join(words_of(fold(text))))
            cite = Cite(record.id, quote.paragraph, quote.start, quote.start + len(text))
            speaker = catalogue.entities.get(quote.speaker or "")
            known = found.get(key)
            cites = (*known.cites, cite) if known else (cite,)
            found[key] = Said(speaker, known.text if known else text, called, quote.chain, cites)
    return sorted(found.values(), key=_by_speaker)


def _by_speaker(said: Said) -> tuple[bool, str, str, tuple[Cite, ...]]:
    speaker = said.speaker
    return speaker is None, fold(speaker.name) if speaker else "", speaker.id if speaker else "", said.cites


def plan_quotations(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`quotations/index.html` and its further pages."""
    words = site.words
    everything = said_in(catalogue)
    shares = paged("quotations/index.html", everything, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("quotations.title"),
            description=words(
                "quotations.description", quotations=words.count("nouns.quotation", len(everything))
            ),
            section="quotations",
        )
        values = {"head": head, "speakers": tuple(_speakers(share, catalogue, site)), "pager": pager}
        yield PagePlan(path, "quotations.html", values)


def _speakers(share: Sequence[Said], catalogue: Catalogue, site: Site) -> Iterator[SpeakerView]:
    for number, (speaker, group) in enumerate(groupby(share, key=lambda each: each.speaker), 1):
        name = speaker.name if speaker else site.words("quotations.nobody")
        link = Link(of_entity(speaker), speaker.name) if speaker else None
        quotations = tuple(_quotation(each, catalogue, site) for each in group)
        yield SpeakerView(f"speaker-{number}", name, link, quotations)


def _quotation(said: Said, catalogue: Catalogue, site: Site) -> QuotationView:
    words = site.words
    parts = []
    if said.speaker is None:
        parts.append(words("quotes.only", speaker=said.called) if said.called else words("quotes.nobody"))
    if said.chain:
        parts.append(words("quotations.passed_on", chain=words.listed(list(said.chain))))
    titles = dict.fromkeys(shortened(catalogue.records[each.document].title, 70) for each in said.cites)
    return QuotationView(said.text, "; ".join(parts), cite_views(catalogue, said.cites, words), tuple(titles))
