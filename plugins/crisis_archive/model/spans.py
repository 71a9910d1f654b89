"""Places in cleaned texts: the smallest types, which all others are made of."""

from typing import Final

import msgspec

TITLE: Final = -1
"""The paragraph number that stands for a document's title."""


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Base of all types here: immutable, slotted, compared by value (`gc=False`: no cycles can arise)."""


class Span(Struct, frozen=True, array_like=True, order=True):
    """A range in one cleaned paragraph; published as `[paragraph, start, end]`."""

    paragraph: int
    """0-based; `TITLE` for the title."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""


class Placed(Struct, frozen=True):
    """What stands at a place in a cleaned paragraph; base of mentions, quotes, figures and times."""

    paragraph: int
    """0-based; `TITLE` for the title."""
    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.paragraph, self.start, self.end)


class Cite(Struct, frozen=True, order=True):
    """The words a statement rests on: a place in one document."""

    document: str
    """Id of the document."""
    paragraph: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place inside the document."""
        return Span(self.paragraph, self.start, self.end)


class Evidence(Struct, frozen=True):
    """One step of the proof of a date: words somewhere in the archive, the rule applied, what follows."""

    document: str
    """Id of the document whose words these are; empty for an editor's statement."""
    paragraph: int
    start: int
    end: int
    rule: str
    """Name of the rule that was applied, e.g. `weekday-before`."""
    says: str
    """What follows, in plain words."""
