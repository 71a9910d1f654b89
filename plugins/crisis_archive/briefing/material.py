"""What a briefing is made from: the texts of one crisis, and one voice for each independent source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crisis_archive.model import Cite, Comparison, Crisis, Entity, Placed, Record, SeedCorrection, Span


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one briefing may draw on."""

    crisis: Crisis
    records: Mapping[str, Record]
    """Of the crisis alone, by id."""
    entities: Mapping[str, Entity]
    """Those of its texts, by id."""
    comparisons: Sequence[Comparison]
    """Those that its texts take part in."""
    corrections: Mapping[str, SeedCorrection]
    """Of texts of this crisis, by document id."""
    sources: Mapping[str, str]
    """Document id to the id of the text that speaks for its independent source (see `voices`)."""

    @property
    def voices(self) -> list[Record]:
        """One text for each independent source: the one that the others of its group draw on."""
        return [self.records[each] for each in sorted(set(self.sources.values()))]

    def independent(self, cites: Sequence[Cite]) -> int:
        """How many independent sources stand behind the citations."""
        return len({self.sources[cite.document] for cite in cites})


def cite(record: Record, place: Placed | Span) -> Cite:
    """The citation of a place in a text."""
    return Cite(record.id, place.paragraph, place.start, place.end)


def voice_of(group: Sequence[str], drawn_on: Mapping[str, int], records: Mapping[str, Record]) -> str:
    """The text that speaks for a group of copies and rewrites.

    The one that most others draw on; then the one with fewest doubts, then the fullest, then the first by id.
    """
    return min(
        group,
        key=lambda each: (
            -drawn_on.get(each, 0),
            len(records[each].doubts),
            -sum(map(len, records[each].paragraphs)),
            each,
        ),
    )
