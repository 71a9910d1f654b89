"""A thing that needs an eye."""

from typing import Literal

from crisis_archive.model import Struct

ConcernKind = Literal["date", "tie", "name", "title", "doubt", "no crisis"]


class Concern(Struct, frozen=True):
    """What is doubtful, where, and how an editor can settle it."""

    weight: int
    """How much hangs on it, 0 to 100: higher comes first."""
    kind: ConcernKind
    file: str | None
    """The seed, below the seeds folder; null where the matter is no single text's."""
    says: str
    """In plain words."""
    mend: str
    """What to write, as TOML: lines of a correction, or of the authority file where `file` is null."""
