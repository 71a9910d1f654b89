"""From a file to a cleaned text: `Seed`, `Edit`, `Doubt`, `Document`, and the published `Record`."""

import datetime as dt
from typing import Literal

from crisis_archive.model.readings import Figure, Mention, Quote, Time
from crisis_archive.model.spans import Evidence, Span, Struct

Origin = Literal["seed", "metadata", "derived", "editor"]
DateOrigin = Literal["seed", "metadata", "derived", "editor", "unknown"]
Media = Literal["text/plain", "text/html"]


class Source(Struct, frozen=True):
    """What is known of where a text was published; `origin` null where nothing is."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    origin: Origin | None = None


class PublicationDate(Struct, frozen=True):
    """When a text was published: a range of days (both null: unknown) and its proof."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    origin: DateOrigin = "unknown"
    evidence: tuple[Evidence, ...] = ()


class Metadata(Struct, frozen=True):
    """What a saved web page says of itself; all null for a plain text."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """BCP 47."""
    published: dt.date | None = None
    unread: str | None = None
    """Why what the page says of itself could not be read, in plain words; null where it could."""


class Seed(Struct, frozen=True):
    """A file that was read and decoded."""

    id: str
    """Made from the path alone (`text.slugs.document_id`)."""
    file: str
    """Path below the seeds folder, `/` between parts, printable-escaped."""
    sha256: str
    """Of the file as it lies on disk, hexadecimal."""
    bytes: int
    """Size of the file on disk."""
    media: Media
    encoding: str
    """How the bytes were decoded, e.g. `utf-8`."""
    text: str
    """The decoded seed, line ends as `\\n`; for HTML the blocks taken from the page, one a line."""
    metadata: Metadata = Metadata()


class Edit(Struct, frozen=True):
    """One change that cleaning made; replacing `before` by `after` at its place in `Seed.text` replays it."""

    rules: tuple[str, ...]
    """Names of the rules that touched this stretch, in the order in which they ran."""
    line: int
    """1-based line of `Seed.text`."""
    start: int
    """0-based code point within that line."""
    before: str
    after: str
    why: str
    """For readers: what was wrong, in plain words."""


class Doubt(Struct, frozen=True):
    """Something noticed and left alone."""

    rule: str
    paragraph: int
    """0-based; -1 is the title."""
    start: int
    end: int
    why: str
    """For readers, in plain words."""


class Document(Struct, frozen=True):
    """A cleaned text: what `cleaning.clean` makes of one seed."""

    seed: Seed
    language: str
    """BCP 47; `und` where unknown."""
    source: Source
    title: str
    title_origin: Origin
    paragraphs: tuple[str, ...]
    """Without the title."""
    lines: tuple[int, ...]
    """For each paragraph the 1-based line of `Seed.text` that it began on."""
    edits: tuple[Edit, ...]
    """Sorted, not overlapping."""
    doubts: tuple[Doubt, ...]
    date: PublicationDate = PublicationDate()
    """What the seed, its metadata or an editor states outright; the dating of the archive comes later."""

    @property
    def id(self) -> str:
        return self.seed.id

    def text_at(self, span: Span) -> str:
        """The words at a place."""
        whole = self.title if span.paragraph < 0 else self.paragraphs[span.paragraph]
        return whole[span.start : span.end]


class Record(Struct, frozen=True):
    """One line of `documents.jsonl`: all that the archive knows of one text. Pages show this and no more."""

    id: str
    """Made from the path; stable when other seeds come and go."""
    file: str
    """Path below the seeds folder, `/` between parts, printable-escaped."""
    sha256: str
    """Of the file as it lies on disk, hexadecimal."""
    bytes: int
    """Size of the file on disk."""
    media: Media
    encoding: str
    """How the bytes were decoded, e.g. `utf-8`."""
    language: str
    """BCP 47; `und` where unknown."""
    source: Source
    title: str
    title_origin: Origin
    paragraphs: tuple[str, ...]
    """The cleaned text, without the title."""
    lines: tuple[int, ...]
    """For each paragraph the 1-based line of `found` that it began on."""
    extracted: tuple[str, ...] | None
    """For a web page the text blocks taken from it, one a line; null for plain text."""
    edits: tuple[Edit, ...]
    """What cleaning changed: sorted, not overlapping."""
    doubts: tuple[Doubt, ...]
    """What was noticed and left alone."""
    date: PublicationDate
    crisis: str | None
    """Slug of its crisis."""
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    sentences: tuple[Span, ...]
    """Every sentence of the paragraphs, in order."""
    slug: str
    """Last part of the text's address; made from the path unless an editor chose another."""
    note: str | None
    """What an editor adds about this text."""
    found: str
    """The decoded seed (for HTML: `extracted`, one block a line): what the edits replay on."""

    def text_at(self, span: Span) -> str:
        """The words at a place."""
        whole = self.title if span.paragraph < 0 else self.paragraphs[span.paragraph]
        return whole[span.start : span.end]


class Refusal(Struct, frozen=True):
    """A file that became no page."""

    file: str
    """Path below the seeds folder, printable-escaped."""
    sha256: str | None
    bytes: int | None
    why: str
