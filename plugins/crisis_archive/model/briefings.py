"""The briefing of one crisis: extracts and templates filled from cited words, nothing else."""

import datetime as dt
from typing import Literal

from crisis_archive.model.readings import Bound
from crisis_archive.model.spans import Cite, Struct


class Point(Struct, frozen=True):
    """A statement: the cited text itself, or a template filled only from cited words."""

    text: str
    cites: tuple[Cite, ...]
    """At least one; the first is the one quoted."""
    sources: int = 1
    """How many independent sources carry it."""


class KeyFigure(Struct, frozen=True):
    """One count with its claimant and window, as a text gives it."""

    text: str
    """The words of the figure, verbatim."""
    low: int | float | None
    high: int | float | None
    bound: Bound
    counts: str
    claimant: str | None
    window: str | None
    cites: tuple[Cite, ...]


class TimelineEntry(Struct, frozen=True):
    """What happened on a day, or in a range of days."""

    date: dt.date
    until: dt.date | None
    """Last day of a range."""
    precision: Literal["day", "range", "month", "year"]
    text: str
    cites: tuple[Cite, ...]
    """Every document that tells of that day, the weightiest first; one that was published before it and
    announced it only where no other tells of it."""


class Actor(Struct, frozen=True):
    """A person, organisation or group and its part in this crisis, in the texts' words."""

    entity: str
    name: str
    role: str | None
    """Null where no text says."""
    cites: tuple[Cite, ...]


class QuotationEntry(Struct, frozen=True):
    """Words somebody said, with the way they came to us."""

    text: str
    speaker: str | None
    """Entity id."""
    speaker_text: str | None
    chain: tuple[str, ...]
    cites: tuple[Cite, ...]


class WordUse(Struct, frozen=True):
    """One of several names for the same thing, and who uses it."""

    text: str
    user: str | None
    """Who uses the word, in the text's words; null: the text itself."""
    cites: tuple[Cite, ...]


class ContestedName(Struct, frozen=True):
    """One thing that the texts call by different names (capture, rendition, abduction)."""

    subject: str
    uses: tuple[WordUse, ...]
    cites: tuple[Cite, ...]


class Unknown(Struct, frozen=True):
    """What no text says; follows from the data alone."""

    text: str
    cites: tuple[Cite, ...]


class RelatedCrisis(Struct, frozen=True):
    """Another crisis that shares people, places or events with this one."""

    crisis: str
    why: str


class Correction(Struct, frozen=True):
    """Something an editor overruled."""

    text: str
    document: str | None


class Dispute(Struct, frozen=True):
    """Figures or statements on one subject, side by side."""

    subject: str
    verdict: Literal["agree", "differ-in-scope", "conflict", "cannot-compare"]
    sides: tuple[Point, ...]


class Briefing(Struct, frozen=True):
    """One line of `briefings.jsonl`."""

    crisis: str
    as_of: dt.date | None
    """Latest day that any of its texts can be placed on."""
    period: tuple[dt.date, dt.date] | None
    bottom_line: Point | None
    points: tuple[Point, ...]
    figures: tuple[KeyFigure, ...]
    timeline: tuple[TimelineEntry, ...]
    actors: tuple[Actor, ...]
    quotations: tuple[QuotationEntry, ...]
    contested_names: tuple[ContestedName, ...]
    disputes: tuple[Dispute, ...]
    unknowns: tuple[Unknown, ...]
    related: tuple[RelatedCrisis, ...]
    corrections: tuple[Correction, ...]
