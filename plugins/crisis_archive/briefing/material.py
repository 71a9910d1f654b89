"""What a briefing is made from: the texts of one crisis, and one voice for each independent source."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crisis_archive.model import Cite, Comparison, Crisis, Entity, Placed, Record, SeedCorrection, Span

_STATED: Final = frozenset(["seed", "metadata", "editor"])
"""Origins of a date that do not rest on other texts."""
_NOT_KNOWN: Final = "und"


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

    @property
    def tellers(self) -> frozenset[str]:
        """Ids of the voices in whose words the crisis is told: those of the language that most of them have.

        A text whose language is not known is read as one of that language.
        """
        languages = Counter(each.language for each in self.voices if each.language != _NOT_KNOWN)
        most = min(languages, key=lambda each: (-languages[each], each), default=_NOT_KNOWN)
        return frozenset(each.id for each in self.voices if each.language in {most, _NOT_KNOWN})

    def independent(self, cites: Sequence[Cite]) -> int:
        """How many independent sources stand behind the citations."""
        return len({self.sources[cite.document] for cite in cites})


def cite(record: Record, place: Placed | Span) -> Cite:
    """The citation of a place in a text."""
    return Cite(record.id, place.paragraph, place.start, place.end)


def voice_of(group: Sequence[str], drawn_on: Mapping[str, int], records: Mapping[str, Record]) -> str:
    """The text that speaks for a group of copies and rewrites.

    The one that most others draw on; then one that states its own day, or has it from an editor (a rewrite's
    follows from others, if at all); then the one with fewest doubts, then the fullest, then the first by id.
    """
    if len(group) == 1:
        return group[0]
    return min(
        group,
        key=lambda each: (
            -drawn_on.get(each, 0),
            records[each].date.origin not in _STATED,
            len(records[each].doubts),
            -sum(map(len, records[each].paragraphs)),
            each,
        ),
    )
