"""A page for every one of the people, organisations, places, groups and events."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import accumulate, groupby, islice
from typing import Any

from markupsafe import Markup

from crisis_archive.addresses import FOLDER_OF_KIND, cite_fragment, of_crisis, of_entity, of_text
from crisis_archive.markup import with_names
from crisis_archive.model import Cite, Entity, Mention, Record, Span, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.company import sentence_of
from crisis_archive.pages.faces import Face
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.structured import entity_json_ld, sources_of
from crisis_archive.pages.views import (
    CiteView,
    Link,
    Pager,
    cite_views,
    language_of,
    paged,
    pagers,
    text_link,
)
from crisis_archive.pages.words import Words

CONTEXTS_A_PAGE = 300


class Share(Struct, frozen=True):
    """The sentences that one page shows, out of all that name an entity."""

    texts: tuple[str, ...]
    """Ids of the texts that have them, in order."""
    passed_over: int
    """How many sentences of these texts stand on the pages before."""
    sentences: int


class Sighting(Struct, frozen=True):
    """A sentence that names an entity."""

    sentence: Span
    mentions: list[Mention]
    """All mentions of the entity in the paragraph."""


class RoleView(Struct, frozen=True):
    """What the texts of a crisis call an entity."""

    text: str
    cites: tuple[CiteView, ...]


class Context(Struct, frozen=True):
    """A sentence that names the entity."""

    href: str
    where: str
    html: Markup


class TextContexts(Struct, frozen=True):
    """All sentences of one text that name the entity."""

    link: Link
    contexts: tuple[Context, ...]
    language: str | None = None
    is_retold: bool = False
    """Whether the text draws on another one of the archive: it is no second witness."""


class CrisisPart(Struct, frozen=True):
    """The entity in one crisis, or in the texts that belong to none (`link` is null)."""

    link: Link | None
    roles: tuple[RoleView, ...]
    texts: tuple[TextContexts, ...]


def plan_entity_pages(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """The pages of every entity: one, and further ones where it is named very often."""
    order = {crisis.slug: number for number, crisis in enumerate(catalogue.crises_newest_first)}
    # Crisis by crisis: the same texts name most of its entities, and are read once for many pages.
    for entity in sorted(catalogue.archive.entities, key=lambda each: each.crises[:1]):
        shares = _shares(entity, catalogue, order)
        labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
        for (path, share), pager in zip(shares, pagers(labels), strict=True):
            values = partial(_values, path, entity, share, pager, catalogue, site)
            rests_on = partial(_rests_on, entity, share, pager, catalogue)
            yield PagePlan(path, "entity.html", values, rests_on)


def _shares(entity: Entity, catalogue: Catalogue, order: Mapping[str, int]) -> list[tuple[str, Share]]:
    """The pages of an entity and what each shows: its texts crisis by crisis in this order."""
    placed = sorted(
        (order.get(catalogue.outlines[text].listed.crisis or "", len(order)), text, naming.sentences)
        for text, naming in catalogue.namings.get(entity.id, ())
    )
    texts = [text for _, text, _ in placed]
    ends = list(accumulate(sentences for _, _, sentences in placed))
    shares = []
    for path, of_page in paged(of_entity(entity), range(ends[-1] if ends else 0), CONTEXTS_A_PAGE):
        first, last = (bisect_right(ends, each) for each in (of_page[0], of_page[-1])) if of_page else (0, -1)
        passed_over = of_page[0] - (ends[first - 1] if first else 0) if of_page else 0
        shares.append((path, Share(tuple(texts[first : last + 1]), passed_over, len(of_page))))
    return shares


def _part(entity: Entity, share: Share, catalogue: Catalogue) -> Catalogue:
    """All that a page of an entity shows besides itself."""
    texts = dict.fromkeys(share.texts)
    of_texts = (catalogue.outlines[each].listed.crisis for each in texts)
    crises = dict.fromkeys(each for each in of_texts if each)
    company: dict[str, Face] = {other: "named" for other, _ in catalogue.company.get(entity.id, ())}
    cited = dict.fromkeys(cite.document for role in entity.roles for cite in role.cites)
    return part_of(catalogue, texts | cited, company, crises, texts)


def _rests_on(entity: Entity, share: Share, pager: Pager, catalogue: Catalogue) -> bytes:
    of_company = catalogue.company.get(entity.id, ())
    # Which sentences name it, the texts tell.
    return digest_of(
        _part(entity, share, catalogue), entity, share, pager, _mentions(entity, catalogue), of_company
    )


def _mentions(entity: Entity, catalogue: Catalogue) -> int:
    """How often the texts name it."""
    return sum(naming.times for _, naming in catalogue.namings.get(entity.id, ()))


def _values(
    path: str,
    entity: Entity,
    share: Share,
    pager: Pager,
    catalogue: Catalogue,
    site: Site,
) -> dict[str, Any]:
    words = site.words
    part = _part(entity, share, catalogue)  # nothing else is looked at, or `_rests_on` would say too little
    counts = (
        words.count("nouns.mention", _mentions(entity, catalogue)),
        words.count("nouns.text", len(entity.documents)),
        words.count("nouns.crisis", len(entity.crises)),
    )
    head = Head(
        path=path,
        title=entity.name,
        description=words("entity.description", name=entity.name, mentions=counts[0], texts=counts[1]),
        section=FOLDER_OF_KIND[entity.kind],
        og_type="profile" if entity.kind == "person" else "article",
        json_ld=entity_json_ld(entity, site) if pager.number == 1 else None,
    )
    return {
        "head": head,
        "entity": entity,
        "counts": counts,
        "kind_words": words(f"kinds.{entity.kind}.one"),
        "list": f"{FOLDER_OF_KIND[entity.kind]}/index.html",
        "list_title": words(f"kinds.{entity.kind}.title"),
        "company": tuple(
            Link(of_entity(part.entities[other]), part.entities[other].name, str(number))
            for other, number in catalogue.company.get(entity.id, ())
            if other in part.entities
        ),
        "parts": tuple(_parts(entity, share, part, site)),
        "pager": pager,
    }


def _sightings(
    entity: Entity, share: Share, records: Mapping[str, Record]
) -> Iterator[tuple[Record, Sighting]]:
    """The sentences of a page, each with its text."""
    everything = (
        (record, sighting)
        for record in map(records.__getitem__, share.texts)
        for sighting in _sightings_in(record, entity)
    )
    return islice(everything, share.passed_over, share.passed_over + share.sentences)


def _sightings_in(record: Record, entity: Entity) -> list[Sighting]:
    """The sentences of a text that name an entity, each once and in order."""
    found: dict[Span, Sighting] = {}
    by_paragraph: dict[int, list[Mention]] = {}
    for mention in record.mentions:
        if mention.entity == entity.id:
            of_paragraph = by_paragraph.setdefault(mention.paragraph, [])
            of_paragraph.append(mention)
            sentence = sentence_of(record, mention)
            found[sentence] = Sighting(sentence, of_paragraph)
    return [found[key] for key in sorted(found)]


def _parts(entity: Entity, share: Share, catalogue: Catalogue, site: Site) -> Iterator[CrisisPart]:
    words = site.words
    sightings = _sightings(entity, share, catalogue.records)
    for slug, of_one_crisis in groupby(sightings, key=lambda each: each[0].crisis):
        crisis = catalogue.crises.get(slug or "")
        roles = tuple(
            RoleView(role.text, cite_views(catalogue, role.cites[:5], words))
            for role in entity.roles
            if crisis is not None and role.crisis == crisis.slug
        )
        by_text = (list(each) for _, each in groupby(of_one_crisis, key=lambda each: each[0].id))
        texts = tuple(
            _contexts(group[0][0], [sighting for _, sighting in group], catalogue, words) for group in by_text
        )
        yield CrisisPart(Link(of_crisis(crisis), crisis.title) if crisis else None, roles, texts)


def _contexts(
    record: Record, sightings: Iterable[Sighting], catalogue: Catalogue, words: Words
) -> TextContexts:
    return TextContexts(
        text_link(record, words),
        tuple(_context(record, each, words) for each in sightings),
        language_of(record),
        bool(sources_of(record, catalogue)),
    )


def _context(record: Record, sighting: Sighting, words: Words) -> Context:
    sentence = sighting.sentence
    cite = Cite(record.id, sentence.paragraph, sentence.start, sentence.end)
    where = words.place(sentence.paragraph)
    html = with_names(record.text_at(sentence), sentence.start, sighting.mentions, "named")
    return Context(f"{of_text(record)}#{cite_fragment(record, cite)}", where, html)
