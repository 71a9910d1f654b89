"""What stands on a briefing page, part by part: each statement with its citations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crisis_archive.addresses import of_crisis, of_entity
from crisis_archive.model import (
    Briefing,
    Cite,
    Correction,
    Crisis,
    CrisisReason,
    KeyFigure,
    Point,
    Struct,
    TimelineEntry,
)
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.days import without_repeats
from crisis_archive.pages.disputes import dispute_views, retold_words
from crisis_archive.pages.figures import range_words
from crisis_archive.pages.retelling import are_one_source, only_retold
from crisis_archive.pages.statements import Citer, Statement, is_verbatim
from crisis_archive.pages.views import CiteView, Link, crisis_link, text_link
from crisis_archive.pages.words import Words

MOST_DAYS = 40
"""Entries of the timeline on the briefing's own page; a longer one has a page of its own."""


class FigureRow(Struct, frozen=True):
    """A key figure as a row of a table."""

    value: str
    window: str
    claimant: str
    cites: tuple[CiteView, ...]
    retold: str | None = None
    """That only a text which retells another one has it, in words."""


class FigureGroup(Struct, frozen=True):
    """All figures of one thing."""

    counts: str
    verdict: str | None
    """Whether the sources agree on it; null where there is nothing to compare."""
    verdict_words: str
    range_words: str | None
    """The lowest and the highest value given; null where there is but one."""
    rows: tuple[FigureRow, ...]


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


def reason_view(reason: CrisisReason, catalogue: Catalogue, words: Words) -> ReasonView:
    nearest = catalogue.crises.get(reason.nearest or "")
    tied_by, against = ("; ".join(map(words.reason, each)) for each in (reason.tied_by, reason.kept_out_by))
    kept_out = (nearest.title, against) if nearest and against else None
    return ReasonView(catalogue.records[reason.document].title, tied_by, kept_out)


NO_BRIEFING: dict[str, Any] = {
    "bottom_line": None,
    "days_left": 0,
    **dict.fromkeys(
        ("points", "figures", "timeline", "actors", "quotations", "contested", "disputes", "unknowns",
         "related", "corrections"),
        (),
    ),
}  # fmt: skip


def parts_of(briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words) -> dict[str, Any]:
    return {
        "bottom_line": _point(briefing.bottom_line, catalogue, cite, words) if briefing.bottom_line else None,
        "points": tuple(_point(each, catalogue, cite, words) for each in briefing.points),
        "figures": tuple(_figure_groups(briefing, catalogue, cite, words)),
        "timeline": tuple(timeline_row(each, cite, words) for each in weightiest_days(briefing)),
        "days_left": max(0, len(briefing.timeline) - MOST_DAYS),
        "actors": tuple(_actors(briefing, catalogue, cite, words)),
        "quotations": tuple(_quotations(briefing, catalogue, cite, words)),
        "contested": tuple(
            (
                words.reason(each.subject),
                tuple(_use(use.text, use.user, use.cites, cite, words) for use in each.uses),
            )
            for each in briefing.contested_names
        ),
        "disputes": tuple(dispute_views(briefing, catalogue, cite, words)),
        "unknowns": tuple(
            Statement(words.reason(each.text), False, cite(each.cites)) for each in briefing.unknowns
        ),
        "related": tuple(
            (crisis_link(catalogue.crises[each.crisis], words), words.reason(each.why))
            for each in briefing.related
            if each.crisis in catalogue.crises
        ),
        "corrections": tuple(_correction(each, catalogue, words) for each in briefing.corrections),
    }


def _correction(correction: Correction, catalogue: Catalogue, words: Words) -> tuple[str, Link | None]:
    """What an editor states, and the text that it is about."""
    record = catalogue.records.get(correction.document or "")
    return words.reason(correction.text), text_link(record, words) if record else None


def _point(point: Point, catalogue: Catalogue, cite: Citer, words: Words) -> Statement:
    about = words("briefing.carried_by", sources=words.count("nouns.independent_source", point.sources))
    return Statement(
        point.text, is_verbatim(point, catalogue), cite(point.cites), about if point.sources > 1 else None
    )


def _use(text: str, user: str | None, cites: Sequence[Cite], cite: Citer, words: Words) -> Statement:
    return Statement(text, True, cite(cites), user or words("briefing.text_itself"))


def weightiest_days(briefing: Briefing) -> Sequence[TimelineEntry]:
    """The entries that most texts tell of, in order of date."""
    entries = list(without_repeats(briefing.timeline))
    if len(entries) <= MOST_DAYS:
        return entries
    order = sorted(range(len(entries)), key=lambda number: (-len(entries[number].cites), number))
    return [entries[number] for number in sorted(order[:MOST_DAYS])]


def figure_range(figures: Iterable[KeyFigure], catalogue: Catalogue, words: Words) -> str | None:
    """From where to where the figures of sources reach, in words; what only a retelling has is none of them.

    Where texts of one source differ it says so: which of them changed the figure is not known.
    """
    own = [each for each in figures if not only_retold(each.cites, catalogue)]
    texts = {cite.document for each in own for cite in each.cites}
    if len(own) > 1 and len(texts) > 1 and are_one_source(texts, catalogue):
        return words("figures.one_source")
    return range_words(((each.text, each.low, each.high) for each in own), words)


def _figure_groups(
    briefing: Briefing, catalogue: Catalogue, cite: Citer, words: Words
) -> Iterator[FigureGroup]:
    """Key figures by what they count, in the order of the first of each."""
    verdicts = {each.subject: each.verdict for each in briefing.disputes}
    groups: dict[str, list[KeyFigure]] = {}
    for figure in briefing.figures:
        groups.setdefault(figure.counts, []).append(figure)
    for counts, figures in groups.items():
        # A verdict on one row alone would compare it with what stands nowhere beside it.
        verdict = verdicts.get(counts) if len(figures) > 1 or len(figures[0].cites) > 1 else None
        said = words.either("verdicts", verdict) if verdict else ""
        span = figure_range(figures, catalogue, words)
        rows = tuple(_figure(each, catalogue, cite, words) for each in figures)
        yield FigureGroup(counts, verdict, said, span, rows)


def _figure(figure: KeyFigure, catalogue: Catalogue, cite: Citer, words: Words) -> FigureRow:
    return FigureRow(
        figure.text,
        figure.window or words("figures.no_window"),
        figure.claimant or words("figures.no_claimant"),
        cite(figure.cites),
        retold_words(figure, catalogue, words),
    )


def timeline_row(entry: TimelineEntry, cite: Citer, words: Words) -> TimelineRow:
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
