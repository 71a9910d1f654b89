"""What editors write in `content/`: read once, handed to whoever needs it."""

import datetime as dt

import msgspec

from crisis_archive.model.readings import Bound, EntityKind
from crisis_archive.model.spans import Struct


class EditorialError(ValueError):
    """An editorial file that cannot be used: `file:line: what is wrong; how to mend it`."""

    def __init__(self, file: str, line: int, problem: str, mend: str) -> None:
        super().__init__(f"{file}:{line}: {problem}; {mend}")
        self.file, self.line, self.problem, self.mend = file, line, problem, mend


class Anchor(Struct, frozen=True):
    """An event whose day the editor knows."""

    day: dt.date
    event: str
    """In plain words, e.g. `the dam above Altona broke`."""


class EditedCrisis(Struct, frozen=True):
    """`content/crises/<slug>.md`."""

    slug: str
    title: str | None = None
    anchors: tuple[Anchor, ...] = ()
    seeds: tuple[str, ...] = ()
    """Paths below the seeds folder that belong here, whatever the texts say."""
    status: str | None = None
    note: str = ""
    """Markdown."""
    absent: tuple[str, ...] = ()
    """What to tell of paths where no seed lies: `4: there is no seed 'a.txt'; did you mean b.txt?`."""


class EditedName(Struct, frozen=True):
    """A `[[name]]` table of a correction: these words are that entity."""

    text: str
    entity: str | None
    """Id of the entity; null: the words are no name."""


class EditedQuote(Struct, frozen=True):
    """A `[[quote]]` table of a correction: who says the quotation that these words belong to."""

    text: str
    speaker: str | None
    """Id of the entity; null: nobody knows who speaks."""


class EditedFigure(Struct, frozen=True):
    """A `[[figure]]` table of a correction: what the figure in these words says; null: as read."""

    text: str
    low: int | float | None = None
    high: int | float | None = None
    bound: Bound | None = None
    counts: str | None = None
    """What is counted; empty: nothing, the number is no figure."""
    claimant: str | None = None
    """Who says so; empty: nobody."""
    window: str | None = None
    """The period it covers; empty: none."""


class SeedCorrection(Struct, frozen=True):
    """`content/corrections/<name>.toml`: what an editor states about one seed."""

    seed: str
    """Path below the seeds folder."""
    title: str | None = None
    date: tuple[dt.date, dt.date] | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    crisis: str | None = None
    slug: str | None = None
    note: str | None = None
    withheld: str | None = None
    """Why the text is not shown; it becomes a refusal."""
    names: tuple[EditedName, ...] = ()
    quotes: tuple[EditedQuote, ...] = ()
    figures: tuple[EditedFigure, ...] = ()


class AuthorityEntity(Struct, frozen=True):
    """An `[[entity]]` table of `content/authority.toml`."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: dict[str, str] = msgspec.field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None
    distinct_from: tuple[str, ...] = ()
    """Ids of entities that look alike and are not this one."""


class Editorial(Struct, frozen=True):
    """All of `content/` that the library uses; an empty one where there is no folder."""

    crises: tuple[EditedCrisis, ...] = ()
    corrections: tuple[SeedCorrection, ...] = ()
    authority: tuple[AuthorityEntity, ...] = ()

    def correction_of(self, file: str) -> SeedCorrection | None:
        """The correction of the seed at `file`, if there is one."""
        return next((each for each in self.corrections if each.seed == file), None)
