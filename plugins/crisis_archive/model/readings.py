"""What was read in one text: names, quotations, figures, times."""

import datetime as dt
from typing import Literal

from crisis_archive.model.spans import Placed, Span

EntityKind = Literal["person", "organisation", "place", "group", "event"]
Bound = Literal["exact", "at-least", "at-most", "about", "over", "verbal"]
Tense = Literal["past", "future", "unknown"]
GivenBy = Literal["editor"]
"""Who gave a reading that the text did not."""


class Name(Placed, frozen=True):
    """A name as it stands in the text, not yet tied to an entity."""

    kind: EntityKind
    origin: Literal["editor", "gazetteer", "model", "rule"]
    entity: str | None = None
    """The entity, where the editor's authority file or the gazetteer already names it."""


class Mention(Placed, frozen=True):
    """A name tied to its entity."""

    kind: EntityKind
    entity: str
    """Id of the entity."""
    origin: GivenBy | None = None
    """`editor` where an editor tied these words; null where the build did."""


class Quote(Placed, frozen=True):
    """Words in quotation marks that somebody said; start and end are inside the marks."""

    speaker: str | None
    """Entity id; null until entities are known, and where the text names nobody."""
    speaker_text: str | None
    """The words that name the speaker; null where the text does not say."""
    cue: str | None
    """The word that marks the speech, e.g. `said`."""
    chain: tuple[str, ...]
    """Who relays it, nearest first, in the text's words."""
    speaker_at: Span | None = None
    """Where `speaker_text` stands."""
    speaker_name_at: Span | None = None
    """The name that `speaker_text` is, ends in, or stands for (he, his father); null unless certain."""
    origin: GivenBy | None = None
    """`editor` where an editor says who speaks; null where the build read it."""


class Figure(Placed, frozen=True):
    """A number that counts or measures something."""

    low: int | float | None
    high: int | float | None
    bound: Bound
    counts: str
    """What is counted, e.g. `people killed`."""
    claimant: str | None
    """Who says so, in the text's words."""
    window: str | None
    """The period it covers, in the text's words."""
    claimant_at: Span | None = None
    window_at: Span | None = None
    origin: GivenBy | None = None
    """`editor` where an editor stated any of it; null where the build read it."""


class TimeExpression(Placed, frozen=True):
    """A date expression with its meaning, not yet resolved against a calendar.

    Absolute expressions have `year` (and perhaps `month`, `day`); relative ones have `unit` and `offset`.
    """

    rule: str
    """Name of the rule that read it, e.g. `weekday`, `day-month`, `last-month`, `iso`."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    unit: Literal["day", "week", "month", "year", "weekend"] | None = None
    """Of a relative expression: what `offset` counts."""
    offset: int | None = None
    """Of a relative expression: 0 this, -1 last, +1 next, -3 three ago."""
    count: int | None = None
    """How many units the range covers, e.g. 3 in "the past three years"."""
    tense: Tense = "unknown"
    """The direction that the verb gives: `past` looks back, `future` ahead."""
    event: str | None = None
    """The words of the event it is counted from ("one week after the capture"), where there is one."""
    until_year: int | None = None
    until_month: int | None = None
    until_day: int | None = None
    """Last part of a range such as "In February or March" or "3 to 5 May"."""


class Time(Placed, frozen=True):
    """A date expression and the range of days it was resolved to; unresolved: both null."""

    earliest: dt.date | None
    latest: dt.date | None
    rule: str
    anchor: str | None
    """What it was resolved against: `document`, or the words of the event; null for an absolute date."""
