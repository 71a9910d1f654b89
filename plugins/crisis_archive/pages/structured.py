"""Pages as schema.org data (JSON-LD). What is not known is left out, addresses too."""

from collections.abc import Mapping
from typing import Any

from crisis_archive.addresses import of_crisis, of_entity, of_text
from crisis_archive.model import Briefing, Crisis, Entity, KeyFigure, Record
from crisis_archive.model.readings import EntityKind
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.plan import Site, absolute
from crisis_archive.pages.retelling import Sides

MOST_WORKS = 60
"""Texts named for one page or claim; of a crisis of very many the data has the rest."""
_CONTEXT = "https://schema.org"
_TYPES: Mapping[EntityKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "group": "Thing",
}


def _known(**values: object) -> dict[str, Any]:
    """Only what is known; `type` and `id` get their `@`."""
    names = {"type": "@type", "id": "@id", "context": "@context"}
    return {names.get(name, name): value for name, value in values.items() if value not in (None, "", [], ())}


def _archive(site: Site) -> dict[str, Any]:
    return _known(type="WebSite", name=site.name, url=absolute(site, "index.html"))


def home_json_ld(site: Site) -> dict[str, Any]:
    """The archive itself, with its search."""
    search = absolute(site, "search.html")
    action = search and {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": search + "?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }
    return _known(context=_CONTEXT, inLanguage=site.language, potentialAction=action) | _archive(site)


def text_json_ld(record: Record, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """A text: `datePublished` only where the date is known to the day."""
    date = record.date
    day = date.earliest.isoformat() if date.earliest and date.earliest == date.latest else None
    source = record.source
    based_on = [_work(other, site) for other in sources_of(record, catalogue)]
    mentioned = sorted({each.entity for each in record.mentions if each.entity in catalogue.entities})
    return _known(
        context=_CONTEXT,
        type="NewsArticle",
        headline=record.title,
        datePublished=day,
        author=_known(type="Person", name=source.author) if source.author else None,
        publisher=_known(type="Organization", name=source.publisher) if source.publisher else None,
        inLanguage=record.language if record.language != "und" else None,
        isBasedOn=based_on or source.url,
        mentions=[entity_thing(catalogue.entities[each], site) for each in mentioned],
        url=absolute(site, of_text(record)),
        isPartOf=_archive(site),
    )


def sources_of(record: Record, catalogue: Catalogue) -> list[Record]:
    """The texts that a text copies or retells, as far as it is known which came first."""
    found = []
    for relation in catalogue.relations.get(record.id, ()):
        if relation.direction == "left-to-right" and relation.right == record.id:
            found.append(catalogue.records[relation.left])
        elif relation.direction == "right-to-left" and relation.left == record.id:
            found.append(catalogue.records[relation.right])
    return found


def entity_thing(entity: Entity, site: Site) -> dict[str, Any]:
    """An entity by name, type and address."""
    return _known(type=_TYPES[entity.kind], name=entity.name, url=absolute(site, of_entity(entity)))


def entity_json_ld(entity: Entity, site: Site) -> dict[str, Any]:
    """An entity's own page."""
    has_place = entity.latitude is not None and entity.longitude is not None
    geo = _known(type="GeoCoordinates", latitude=entity.latitude, longitude=entity.longitude)
    return _known(
        context=_CONTEXT,
        alternateName=list(entity.aliases),
        geo=geo if has_place and entity.kind == "place" else None,
    ) | entity_thing(entity, site)


def briefing_json_ld(
    crisis: Crisis, briefing: Briefing | None, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    """A briefing: a page about a crisis, with the texts it cites and what was said in them."""
    period = None
    if briefing and briefing.period:
        period = "/".join(day.isoformat() for day in briefing.period)
    quotations = (
        []
        if briefing is None
        else [
            _known(
                type="Quotation", text=each.text, spokenByCharacter=_speaker(each.speaker, catalogue, site)
            )
            for each in briefing.quotations
        ]
    )
    texts = [_work(each, site) for each in catalogue.texts_of(crisis)[:MOST_WORKS]]
    claims = [_claim(each, catalogue, site) for each in briefing.figures] if briefing else []
    return _known(
        context=_CONTEXT,
        type="CollectionPage",
        name=crisis.title,
        inLanguage=site.language,
        temporalCoverage=period,
        citation=texts,
        hasPart=[*claims, *quotations],
        url=absolute(site, of_crisis(crisis)),
        isPartOf=_archive(site),
    )


def _work(record: Record, site: Site) -> dict[str, Any]:
    return _known(type="CreativeWork", name=record.title, url=absolute(site, of_text(record)))


def _claim(figure: KeyFigure, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """A count as somebody gives it; `creditText` is whoever the text names for it."""
    texts = dict.fromkeys(each.document for each in figure.cites)
    return _known(
        type="Claim",
        name=f"{figure.counts}: {figure.text}",
        text=figure.text,
        about=_known(type="Thing", name=figure.counts),
        creditText=figure.claimant,
        temporal=figure.window,
        appearance=[_work(catalogue.records[each], site) for each in list(texts)[:MOST_WORKS]],
    )


def comparison_json_ld(title: str, sides: Sides, directed: bool, path: str, site: Site) -> dict[str, Any]:
    """A text beside the one it retells; which draws on which is said only where it is known."""
    retold, source = _work(sides.retold, site), _work(sides.source, site)
    if directed:
        retold["isBasedOn"] = source
    return _known(
        context=_CONTEXT,
        type="WebPage",
        name=title,
        about=[retold] if directed else [source, retold],
        url=absolute(site, path),
        inLanguage=site.language,
        isPartOf=_archive(site),
    )


def _speaker(entity: str | None, catalogue: Catalogue, site: Site) -> dict[str, Any] | None:
    found = catalogue.entities.get(entity or "")
    return entity_thing(found, site) if found is not None else None
