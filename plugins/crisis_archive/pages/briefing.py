"""The briefing page of a crisis: everything the briefing holds, each statement with its citations."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from crisis_archive.addresses import of_crisis, of_entity
from crisis_archive.model import (
    Briefing,
    Cite,
    Crisis,
    CrisisReason,
    KeyFigure,
    Point,
    Record,
    Struct,
    TimelineEntry,
)
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.citing import Citation, cite_formats
from crisis_archive.pages.drawings import timeline_drawing
from crisis_archive.pages.plan import Head, PagePlan, Site, absolute
from crisis_archive.pages.sources import SourceView, source_groups
from crisis_archive.pages.structured import briefing_json_ld
from crisis_archive.pages.views import CiteView, Link, cite_views, crisis_link, shortened
from crisis_archive.pages.words import Words

MOST_REASONS = 50
"""Of a crisis of very many texts the data has the rest."""
Citer = Callable[[Sequence[Cite]], tuple[CiteView, ...]]


class Statement(Struct, frozen=True):
    """Words with their citations."""

    text: str
    verbatim: bool
    """Whether the words are the cited text itself: shown as somebody's, not ours."""
    cites: tuple[CiteView, ...]
    about: str | None = None
    """Said after it in a quiet voice, e.g. `in 2 independent sources`."""
    link: str | None = None
    """Where the words lead."""


class FigureRow(Struct, frozen=True):
    """A key figure as a row of a table."""

    counts: str
    value: str
    window: str
    claimant: str
    cites: tuple[CiteView, ...]


class TimelineRow(Struct, frozen=True):
    """A day, or days, and what happened."""

    datetime: str | None
    date: str
    precision: str
    precision_words: str
    text: str
    cites: tuple[CiteView, ...]


class ActorRow(Struct, frozen=True):
    """Somebody and the part they have in this crisis."""

    link: Link
    role: str | None
    cites: tuple[CiteView, ...]
    elsewhere: tuple[Link, ...]
    """What the texts call them in other crises."""


class ReasonView(Struct, frozen=True):
    """Why a text belongs to this crisis."""

    text: str
    tied_by: str
    kept_out: tuple[str, str] | None
    """The nearest other crisis and what kept the text out of it."""


class DisputeView(Struct, frozen=True):
    """What sources say of one thing, side by side."""

    subject: str
    verdict: str
    verdict_words: str
    sides: tuple[Statement, ...]


def plan_briefings(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """One page a crisis."""
    for crisis in catalogue.archive.crises:
        path = of_crisis(crisis)
        yield PagePlan(path, "briefing.html", partial(_values, path, crisis, catalogue, site))


def _values(path: str, crisis: Crisis, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    words = site.words
    briefing = catalogue.briefings.get(crisis.slug)
    texts = catalogue.texts_of(crisis)
    numbers = {text.id: number for number, text in enumerate(texts, 1)}

    def cite(cites: Sequence[Cite]) -> tuple[CiteView, ...]:
        return cite_views(catalogue, cites, words, numbers)

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
        "sources": source_groups(crisis, numbers, catalogue, words),
        "reasons": tuple(_reason(each, catalogue) for each in crisis.why[:MOST_REASONS]),
        "cite_as": cite_formats(_citation(path, crisis, texts, site)),
    }
    return values | (_parts(briefing, catalogue, cite, words) if briefing else _NO_BRIEFING)


def _reason(reason: CrisisReason, catalogue: Catalogue) -> ReasonView:
    nearest = catalogue.crises.get(reason.nearest or "")
    kept_out = (nearest.title, "; ".join(reason.kept_out_by)) if nearest and reason.kept_out_by else None
    return ReasonView(catalogue.records[reason.document].title, "; ".join(reason.tied_by), kept_out)


_NO_BRIEFING: dict[str, Any] = {
    "bottom_line": None,
    "drawing": None,
    **dict.fromkeys(
        ("points", "figures", "timeline", "actors", "quotations", "contested", "disputes", "unknowns",
         "related", "corrections"),
        (),
    ),
}  # fmt: skip


def _parts(briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words) -> dict[str, Any]:
    return {
        "bottom_line": _point(briefing.bottom_line, catalogue, cite, words) if briefing.bottom_line else None,
        "points": tuple(_point(each, catalogue, cite, words) for each in briefing.points),
        "figures": tuple(_figure(each, cite, words) for each in briefing.figures),
        "drawing": timeline_drawing(briefing.timeline, words),
        "timeline": tuple(_entry(each, cite, words) for each in briefing.timeline),
        "actors": tuple(_actors(briefing, catalogue, cite, words)),
        "quotations": tuple(_quotations(briefing, catalogue, cite, words)),
        "contested": tuple(
            (each.subject, tuple(_use(use.text, use.user, use.cites, cite, words) for use in each.uses))
            for each in briefing.contested_names
        ),
        "disputes": tuple(
            DisputeView(
                each.subject,
                each.verdict,
                words.either("verdicts", each.verdict),
                tuple(
                    Statement(side.text, _is_verbatim(side, catalogue), cite(side.cites))
                    for side in each.sides
                ),
            )
            for each in briefing.disputes
        ),
        "unknowns": tuple(Statement(each.text, False, cite(each.cites)) for each in briefing.unknowns),
        "related": tuple(
            (crisis_link(catalogue.crises[each.crisis], words), each.why)
            for each in briefing.related
            if each.crisis in catalogue.crises
        ),
        "corrections": tuple(each.text for each in briefing.corrections),
    }


def _is_verbatim(point: Point, catalogue: Catalogue) -> bool:
    cited = point.cites[0] if point.cites else None
    record = catalogue.records.get(cited.document) if cited else None
    return cited is not None and record is not None and record.text_at(cited.span) == point.text


def _point(point: Point, catalogue: Catalogue, cite: Citer, words: Words) -> Statement:
    about = words("briefing.carried_by", sources=words.count("nouns.independent_source", point.sources))
    return Statement(
        point.text, _is_verbatim(point, catalogue), cite(point.cites), about if point.sources > 1 else None
    )


def _use(text: str, user: str | None, cites: Sequence[Cite], cite: Citer, words: Words) -> Statement:
    return Statement(text, True, cite(cites), user or words("briefing.text_itself"))


def _figure(figure: KeyFigure, cite: Citer, words: Words) -> FigureRow:
    return FigureRow(
        figure.counts,
        figure.text,
        figure.window or words("figures.no_window"),
        figure.claimant or words("figures.no_claimant"),
        cite(figure.cites),
    )


def _entry(entry: TimelineEntry, cite: Citer, words: Words) -> TimelineRow:
    until = entry.until or entry.date
    is_day = entry.precision == "day" and until == entry.date
    text = dates.days(entry.date, until, words)
    if is_day:
        text = words("briefing.dated_day", weekday=dates.weekday(entry.date, words)[:3], day=text)
    precision = words.either("precision", entry.precision)
    day = entry.date.isoformat() if is_day else None
    return TimelineRow(day, text, entry.precision, precision, entry.text, cite(entry.cites))


def _actors(briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words) -> Iterator[ActorRow]:
    for actor in briefing.actors:
        entity = catalogue.entities.get(actor.entity)
        if entity is None:
            continue
        elsewhere: dict[str, list[str]] = {}
        for role in entity.roles:
            if role.crisis != briefing.crisis and role.crisis in catalogue.crises:
                elsewhere.setdefault(role.crisis, []).append(role.text)
        links = tuple(_elsewhere(catalogue.crises[each], roles, words) for each, roles in elsewhere.items())
        yield ActorRow(Link(of_entity(entity), actor.name), actor.role, cite(actor.cites), links)


def _elsewhere(crisis: Crisis, roles: list[str], words: Words) -> Link:
    text = words("briefing.elsewhere", crisis=crisis.title, roles=", ".join(roles))
    return Link(of_crisis(crisis), text)


def _quotations(briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words) -> Iterator[Statement]:
    for each in briefing.quotations:
        entity = catalogue.entities.get(each.speaker or "")
        speaker = words("quotes.nobody")
        if entity is not None:
            speaker = entity.name
        elif each.speaker_text:
            speaker = words("quotes.only", speaker=each.speaker_text)
        if each.chain:
            speaker = words("quotes.relayed", speaker=speaker, chain=words.listed(list(each.chain)))
        yield Statement(each.text, True, cite(each.cites), speaker, of_entity(entity) if entity else None)


def _description(crisis: Crisis, briefing: Briefing | None, words: Words) -> str:
    if briefing and briefing.bottom_line:
        return shortened(briefing.bottom_line.text, 200)
    return words("briefing.description", title=crisis.title)


def _citation(path: str, crisis: Crisis, texts: Sequence[Record], site: Site) -> Citation:
    return Citation(
        title=crisis.title,
        container=site.name,
        address=absolute(site, path),
        note=site.words("cite.built_from", hashes=", ".join(each.sha256[:12] for each in texts[:20])),
    )


__all__ = ["SourceView", "plan_briefings"]
