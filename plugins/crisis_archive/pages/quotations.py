"""All quotations by who said them; the same words in several texts stand once, with all places."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from crisis_archive.addresses import of_entity
from crisis_archive.model import Cite, Entity, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.faces import named
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import CiteView, Link, Pager, cite_views, paged, pagers, shortened
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words as words_of

ROWS_A_PAGE = 300
_LEAST_PIECE = 2
"""Words of a piece of a quotation; a single word may come from anywhere."""
_LEAST_SHARED = 0.7
"""Share of all words of two wordings that both have."""


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
    variants: tuple["QuotationView", ...] = ()
    """Other wordings of it, and shorter pieces, by the same speaker."""


class SpeakerView(Struct, frozen=True):
    """One speaker with all their words; `link` is null for those that no text names."""

    id: str
    name: str
    link: Link | None
    quotations: tuple[QuotationView, ...]


def said_in(catalogue: Catalogue) -> list[Said]:
    """Every quotation of the archive, by the speaker's name; those of no known speaker last."""
    found: dict[tuple[str, str, tuple[str, ...], str], Said] = {}
    speakers = {each.id: named(each) for each in catalogue.archive.entities}
    for document, outline in catalogue.outlines.items():
        for quote in outline.quotes:
            # Words passed on by somebody are not the same evidence as words heard: they stand apart.
            key = (quote.speaker or "", quote.called or "", quote.chain, quote.words)
            cite = Cite(document, quote.paragraph, quote.start, quote.start + len(quote.text))
            speaker = speakers.get(quote.speaker or "")
            known = found.get(key)
            cites = (*known.cites, cite) if known else (cite,)
            found[key] = Said(speaker, known.text if known else quote.text, quote.called, quote.chain, cites)
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
        part = part_of(catalogue, (cite.document for said in share for cite in said.cites))
        values = partial(_values, head, share, pager, part, site)
        yield PagePlan(path, "quotations.html", values, partial(digest_of, part, head, pager, share))


def _values(
    head: Head, share: Sequence[Said], pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    return {"head": head, "speakers": tuple(_speakers(share, catalogue, site)), "pager": pager}


def _speakers(share: Sequence[Said], catalogue: Catalogue, site: Site) -> Iterator[SpeakerView]:
    for number, (speaker, group) in enumerate(groupby(share, key=lambda each: each.speaker), 1):
        name = speaker.name if speaker else site.words("quotations.nobody")
        link = Link(of_entity(speaker), speaker.name) if speaker else None
        everything = list(group)
        families = variants_of(everything) if speaker else [[each] for each in everything]
        quotations = tuple(_family(each, catalogue, site) for each in families)
        yield SpeakerView(f"speaker-{number}", name, link, quotations)


def variants_of(everything: Sequence[Said]) -> list[list[Said]]:
    """One speaker's quotations in families: the fullest wording, then its variants and pieces.

    Families stand in the order of their first quotation.
    """
    spoken_words = {id(each): f" {' '.join(words_of(fold(each.text)))} " for each in everything}
    families: list[list[Said]] = []
    for each in sorted(everything, key=lambda said: (-len(said.text), said.cites)):
        home = next(
            (one for one in families if _same(spoken_words[id(one[0])], spoken_words[id(each)])), None
        )
        if home is None:
            families.append([each])
        else:
            home.append(each)
    order = {id(each): number for number, each in enumerate(everything)}
    return sorted(families, key=lambda family: min(order[id(each)] for each in family))


def _same(full: str, other: str) -> bool:
    """Whether words are a piece of others, or nearly all words of both are the same (Jaccard)."""
    if len(other.split()) >= _LEAST_PIECE and other in full:
        return True
    one, two = set(full.split()), set(other.split())
    return len(one & two) >= _LEAST_SHARED * len(one | two)


def _family(family: Sequence[Said], catalogue: Catalogue, site: Site) -> QuotationView:
    first, *others = (_quotation(each, catalogue, site) for each in family)
    return replace(first, variants=tuple(others))


def _quotation(said: Said, catalogue: Catalogue, site: Site) -> QuotationView:
    words = site.words
    parts = []
    if said.speaker is None:
        parts.append(words("quotes.only", speaker=said.called) if said.called else words("quotes.nobody"))
    if said.chain:
        parts.append(words("quotations.passed_on", chain=words.listed(list(said.chain))))
    titles = dict.fromkeys(shortened(catalogue.records[each.document].title, 70) for each in said.cites)
    return QuotationView(said.text, "; ".join(parts), cite_views(catalogue, said.cites, words), tuple(titles))
