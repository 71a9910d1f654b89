"""The briefing page of a crisis: everything the briefing holds, each statement with its citations."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from msgspec import structs

from crisis_archive.addresses import of_crisis, of_crisis_texts, of_crisis_timeline
from crisis_archive.model import Briefing, Cite, Crisis, Record, TimelineEntry
from crisis_archive.pages import dates
from crisis_archive.pages.briefing_parts import (
    MOST_DAYS,
    NO_BRIEFING,
    parts_of,
    reason_view,
    timeline_row,
)
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.citing import Citation, cite_formats, fixing_hash
from crisis_archive.pages.drawings import timeline_drawing
from crisis_archive.pages.faces import Face
from crisis_archive.pages.parts import bare, cited_in, digest_of, part_of
from crisis_archive.pages.pictures import company_picture, places_of, retelling_picture, time_picture
from crisis_archive.pages.plan import Head, PagePlan, Site, absolute
from crisis_archive.pages.sources import SourceView, group_views, ordered_groups
from crisis_archive.pages.statements import Citer
from crisis_archive.pages.structured import briefing_json_ld
from crisis_archive.pages.views import CiteView, Pager, cite_views, paged, pagers, shortened
from crisis_archive.pages.words import Words

MOST_REASONS = 50
"""Of a crisis of very many texts the data has the rest."""
MOST_SOURCES = 40
"""Independent sources listed on the briefing's own page; more of them have pages of their own."""
SOURCES_A_PAGE = 400
MOST_HASHES = 6
"""Texts whose hashes a citation names one by one."""
DAYS_A_PAGE = 250
_NAMED: Final[Face] = "named"
_ACTING: Final[Face] = "acting"


def plan_briefings(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """One page a crisis, and further ones for a long timeline and many texts."""
    for crisis in catalogue.archive.crises:
        path = of_crisis(crisis)
        rests_on = partial(_rests_on, crisis, catalogue)
        yield PagePlan(path, "briefing.html", partial(_values, path, crisis, catalogue, site), rests_on)
        if len(crisis.independent_sources) > MOST_SOURCES:
            yield from _source_pages(crisis, catalogue, site)
        briefing = catalogue.briefings.get(crisis.slug)
        if briefing and len(briefing.timeline) > MOST_DAYS:
            yield from _timeline_pages(crisis, briefing, catalogue, site)


def _part(crisis: Crisis, briefing: Briefing | None, catalogue: Catalogue) -> Catalogue:
    """All that a briefing's page shows besides the crisis and the briefing."""
    texts = dict.fromkeys(crisis.documents)
    faces = dict.fromkeys((each.entity for text in texts for each in catalogue.outlines[text].named), _NAMED)
    others = dict.fromkeys(each.nearest for each in crisis.why if each.nearest)
    if briefing is not None:
        acting = dict.fromkeys(each.entity for each in briefing.actors)
        faces |= dict.fromkeys((each.speaker for each in briefing.quotations if each.speaker), _NAMED)
        faces |= dict.fromkeys(acting, _ACTING)
        others |= dict.fromkeys(each.crisis for each in briefing.related)
        known = (catalogue.entities[each] for each in acting if each in catalogue.entities)
        others |= dict.fromkeys(role.crisis for entity in known for role in entity.roles)
    return part_of(catalogue, texts | cited_in(briefing), faces, others, retold=texts)


def _shown(crisis: Crisis) -> Crisis:
    """What its briefing's page shows of a crisis: how like its texts are each other it does not."""
    why = crisis.why[:MOST_REASONS]
    return structs.replace(
        crisis, why=tuple(structs.replace(each, likeness=None, nearest_likeness=None) for each in why)
    )


def _rests_on(crisis: Crisis, catalogue: Catalogue) -> bytes:
    briefing = catalogue.briefings.get(crisis.slug)
    crisis = _shown(crisis)
    return digest_of(_part(crisis, briefing, catalogue), crisis, briefing)


def _values(path: str, crisis: Crisis, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    words = site.words
    briefing = catalogue.briefings.get(crisis.slug)
    # Nothing else is looked at, or `_rests_on` would say too little.
    crisis = _shown(crisis)
    catalogue = _part(crisis, briefing, catalogue)
    texts = catalogue.texts_of(crisis)
    numbers = numbers_of(crisis)
    groups = ordered_groups(crisis, numbers)
    head = Head(
        path=path,
        title=crisis.title,
        description=_description(crisis, briefing, words),
        section="crises",
        og_type="article",
        json_ld=briefing_json_ld(crisis, briefing, catalogue, site),
        feed=path.removesuffix(".html") + ".xml",
    )
    values = {
        "head": head,
        "crisis": crisis,
        "period": dates.days(*briefing.period, words) if briefing and briefing.period else None,
        "as_of": dates.day(briefing.as_of, words) if briefing and briefing.as_of else None,
        "counts": (
            words.count("nouns.text", len(texts)),
            words.count("nouns.independent_source", len(crisis.independent_sources)),
        ),
        "sources": group_views(groups[:MOST_SOURCES], numbers, catalogue, words),
        "sources_left": max(0, len(groups) - MOST_SOURCES),
        "texts_page": of_crisis_texts(crisis),
        "timeline_page": of_crisis_timeline(crisis),
        "reasons": tuple(reason_view(each, catalogue, words) for each in crisis.why[:MOST_REASONS]),
        "cite_as": cite_formats(_citation(path, crisis, texts, site)),
        "fixed_by": fixing_hash(each.sha256 for each in texts),
    }
    cite = _citer(catalogue, words, numbers)
    parts = parts_of(briefing, catalogue, cite, words) if briefing else NO_BRIEFING
    return values | _pictures(crisis, briefing, texts, numbers, catalogue, words) | parts


def _citer(catalogue: Catalogue, words: Words, numbers: dict[str, int]) -> Citer:
    def cite(cites: Sequence[Cite]) -> tuple[CiteView, ...]:
        return cite_views(catalogue, cites, words, numbers)

    return cite


def _pictures(
    crisis: Crisis,
    briefing: Briefing | None,
    texts: Sequence[Record],
    numbers: dict[str, int],
    catalogue: Catalogue,
    words: Words,
) -> dict[str, Any]:
    acting = [catalogue.entities.get(each.entity) for each in briefing.actors] if briefing else []
    known = {each.id for each in texts}
    relations = {
        (each.left, each.right): each
        for text in texts
        for each in catalogue.relations.get(text.id, ())
        if each.left in known and each.right in known
    }
    return {
        "drawing": timeline_drawing(briefing.timeline, words) if briefing else None,
        "company": company_picture([each for each in acting if each is not None], texts, words),
        "places": places_of(texts, catalogue, words),
        "retellings": retelling_picture(relations.values(), catalogue, words, numbers),
        "over_time": time_picture(texts, words),
    }


def _source_pages(crisis: Crisis, catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """All texts of a crisis, by independent source."""
    shown = structs.replace(crisis, why=(), note=None)  # or `rests_on` would say more than the pages show
    shares = paged(of_crisis_texts(crisis), ordered_groups(crisis, numbers_of(crisis)), SOURCES_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        texts = [text for group in share for text in group]
        part = part_of(catalogue, texts, retold=texts)
        made = partial(_source_page, path, shown, share, pager, part, site)
        rests_on = partial(digest_of, part, shown, share, pager)
        yield PagePlan(path, "crisis-texts.html", made, rests_on)


def _source_page(
    path: str, crisis: Crisis, share: Sequence[list[str]], pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    title = site.words("briefing.all_texts", crisis=crisis.title)
    return {
        "head": Head(path=path, title=title, description=title, section="crises"),
        "crisis": crisis,
        "back": of_crisis(crisis),
        "groups": group_views(share, numbers_of(crisis), catalogue, site.words),
        "pager": pager,
    }


def _timeline_pages(
    crisis: Crisis, briefing: Briefing, catalogue: Catalogue, site: Site
) -> Iterator[PagePlan]:
    """The whole timeline of a crisis."""
    shares = paged(of_crisis_timeline(crisis), briefing.timeline, DAYS_A_PAGE)
    labels = [(path, dates.day(share[0].date, site.words)) for path, share in shares]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        part = part_of(catalogue, cited_in(tuple(share)))
        made = partial(_timeline_page, path, crisis, share, pager, part, site)
        rests_on = partial(digest_of, part, bare(crisis), crisis.documents, share, pager)
        yield PagePlan(path, "crisis-timeline.html", made, rests_on)


def _timeline_page(
    path: str,
    crisis: Crisis,
    share: Sequence[TimelineEntry],
    pager: Pager,
    catalogue: Catalogue,
    site: Site,
) -> dict[str, Any]:
    title = site.words("briefing.all_days", crisis=crisis.title)
    cite = _citer(catalogue, site.words, numbers_of(crisis))
    return {
        "head": Head(path=path, title=title, description=title, section="crises"),
        "crisis": bare(crisis),
        "back": of_crisis(crisis),
        "rows": tuple(timeline_row(each, cite, site.words) for each in share),
        "pager": pager,
    }


def numbers_of(crisis: Crisis) -> dict[str, int]:
    """The number of each text on the pages of its crisis, from 1."""
    return {document: number for number, document in enumerate(crisis.documents, 1)}


def _description(crisis: Crisis, briefing: Briefing | None, words: Words) -> str:
    if briefing and briefing.bottom_line:
        return shortened(briefing.bottom_line.text, 200)
    return words("briefing.description", title=crisis.title)


def _citation(path: str, crisis: Crisis, texts: Sequence[Record], site: Site) -> Citation:
    return Citation(
        title=crisis.title,
        container=site.name,
        address=absolute(site, path),
        note=site.words(
            "cite.built_from",
            hashes=", ".join(each.sha256[:12] for each in texts[:MOST_HASHES]),
            whole=fixing_hash(each.sha256 for each in texts),
        ),
    )


__all__ = ["SourceView", "plan_briefings"]
