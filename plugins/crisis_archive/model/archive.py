"""What holds across texts: entities, relations, crises, comparisons, and the `Archive` itself."""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from crisis_archive.model.briefings import Briefing
from crisis_archive.model.documents import Record, Refusal
from crisis_archive.model.readings import EntityKind
from crisis_archive.model.spans import Cite, Span, Struct

Verdict = Literal["agree", "differ-in-scope", "conflict", "cannot-compare"]
SentenceVerdict = Literal["carried", "changed", "added", "dropped"]
RelationKind = Literal["copy", "rewrite", "same-event"]
Direction = Literal["left-to-right", "right-to-left"]
ChangeKind = Literal[
    "hedge lost",
    "hedge gained",
    "attribution lost",
    "speaker changed",
    "figure changed",
    "scope widened",
    "wording loaded",
]
Briefings = tuple[Briefing, ...]


class Role(Struct, frozen=True):
    """What the texts call an entity in one crisis, e.g. `acting president`."""

    crisis: str
    text: str
    cites: tuple[Cite, ...]


class Entity(Struct, frozen=True):
    """One person, organisation, place, group or event of the archive."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    """Every other spelling found or given, sorted."""
    origin: Literal["found", "gazetteer", "editor"]
    latitude: float | None
    """Degrees north."""
    longitude: float | None
    """Degrees east."""
    identifiers: dict[str, str]
    """Scheme to identifier, e.g. `{"geonames": "3625428"}`."""
    documents: tuple[str, ...]
    """Ids of the documents that mention it, sorted."""
    crises: tuple[str, ...]
    roles: tuple[Role, ...]


class Change(Struct, frozen=True):
    """One way in which a sentence differs from its source."""

    kind: ChangeKind
    left: Span | None
    right: Span | None


class SentencePair(Struct, frozen=True):
    """A sentence of the left document beside its counterpart in the right one."""

    left: Span | None
    right: Span | None
    verdict: SentenceVerdict
    """`added` and `dropped` are seen from the text that draws on the other (direction unknown: the right)."""
    changes: tuple[Change, ...]


class Relation(Struct, frozen=True):
    """How two documents belong together; `left` < `right` by id."""

    kind: RelationKind
    left: str
    right: str
    direction: Direction | None
    """`left-to-right`: right draws on left."""
    score: float
    """0 to 1, rounded to 4 decimals."""
    sentences: tuple[SentencePair, ...] | None
    """Null for `same-event`."""


class CrisisReason(Struct, frozen=True):
    """Why one document belongs to its crisis and not to the nearest other."""

    document: str
    tied_by: tuple[str, ...]
    """Plain words, e.g. `names both share: Ana Peña, Otto Brandt`."""
    nearest: str | None
    """Slug of the nearest other crisis."""
    kept_out_by: tuple[str, ...]
    likeness: float | None = None
    """Mean likeness to the other texts of its crisis, 0 to 1; null where it is alone."""
    nearest_likeness: float | None = None
    """Mean likeness to the texts of the nearest other crisis."""
    pinned: bool = False
    """Whether an editor put it here."""


class Crisis(Struct, frozen=True):
    """One unfolding event and the texts that tell of it."""

    slug: str
    title: str
    title_origin: Literal["editor", "derived"]
    earliest: dt.date | None
    """First day that its texts can be placed on; null where unknown."""
    latest: dt.date | None
    documents: tuple[str, ...]
    """Sorted ids."""
    independent_sources: tuple[tuple[str, ...], ...]
    """Groups of document ids; copies and rewrites of one text share a group."""
    why: tuple[CrisisReason, ...]
    status: str | None = None
    """Given by an editor."""
    note: str | None = None
    """The editor's note, Markdown."""


class Side(Struct, frozen=True):
    """One side of a comparison: what a text says, and where."""

    text: str
    cites: tuple[Cite, ...]


class Comparison(Struct, frozen=True):
    """Counts of one thing brought together over the whole archive."""

    id: str
    subject: str
    verdict: Verdict
    sides: tuple[Side, ...]


class Archive(Struct, frozen=True):
    """Everything that a build knows; made once, read by pages, search and data alike."""

    records: Sequence[Record]
    """Sorted by id; of a large archive read one by one (`KeptRecords`)."""
    entities: tuple[Entity, ...]
    """Sorted by id."""
    relations: tuple[Relation, ...]
    """Sorted by kind, left, right."""
    crises: tuple[Crisis, ...]
    """Sorted by slug."""
    briefings: Briefings
    """Sorted by crisis."""
    comparisons: tuple[Comparison, ...]
    """Sorted by id."""
    refusals: tuple[Refusal, ...]
    """Sorted by file."""
    notices: tuple[str, ...] = ()
    """What the build wants to tell its operator, e.g. that the statistical model is not installed."""
