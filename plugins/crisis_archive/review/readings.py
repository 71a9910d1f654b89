"""Doubts that cleaning and reading noted and left alone."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity, Doubt, Record, Span
from crisis_archive.review.concerns import Concern
from crisis_archive.review.drafts import toml_string

_WEIGHT: Final = {"pronoun-does-not-fit": 60, "quotation-without-speaker": 35, "quotation-never-closed": 30}
_OTHER: Final = 20
"""Of doubts that say something of the words and nothing of the facts."""
_LONGEST: Final = 60


def doubts(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """One concern for each kind of doubt of each text, with its first place."""
    for record in archive.records:
        by_rule: dict[str, list[Doubt]] = defaultdict(list)
        for doubt in record.doubts:
            by_rule[doubt.rule].append(doubt)
        for rule, found in by_rule.items():
            first = found[0]
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            words = _words(record, first)
            says = f"{_place(first)}, “{words}”: {first.why}{more}"
            yield Concern(_WEIGHT.get(rule, _OTHER), "doubt", record.file, says, _mend(record, first))


def _place(doubt: Doubt) -> str:
    return "title" if doubt.paragraph < 0 else f"paragraph {doubt.paragraph + 1}"


def _words(record: Record, doubt: Doubt) -> str:
    text = record.text_at(Span(doubt.paragraph, doubt.start, doubt.end))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _mend(record: Record, doubt: Doubt) -> str:
    """A table for the speaker where one is missing; else a note for readers."""
    if doubt.rule == "quotation-without-speaker":
        text = record.text_at(Span(doubt.paragraph, doubt.start, doubt.end))
        return f'[[quote]]\ntext = {toml_string(text)}\nspeaker = "person-"'
    return f'note = "What a reader should know of paragraph {doubt.paragraph + 1}."'
