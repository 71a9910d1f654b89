"""The texts of a crisis as its sources: which of them stand on their own, and what is known of each."""

from collections.abc import Mapping, Sequence

from crisis_archive.addresses import of_comparison
from crisis_archive.model import Crisis, Record, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.views import Link, short_date, text_link
from crisis_archive.pages.words import Words


class SourceView(Struct, frozen=True):
    """One text among the sources of a page."""

    number: int
    link: Link
    publisher: str
    date: str
    marks: str
    """What to know before trusting it, e.g. how many repairs and doubts; may be empty."""
    retells: tuple[Link, ...]
    """Texts of the archive that it copies or retells: links to the comparisons."""


def ordered_groups(crisis: Crisis, numbers: Mapping[str, int]) -> list[list[str]]:
    """The independent sources as ids of their texts, all in the order of the numbers."""
    groups = (sorted(group, key=numbers.__getitem__) for group in crisis.independent_sources)
    return sorted(groups, key=lambda group: numbers[group[0]])


def group_views(
    groups: Sequence[Sequence[str]], numbers: Mapping[str, int], catalogue: Catalogue, words: Words
) -> tuple[tuple[SourceView, ...], ...]:
    """The sources group by group; the texts of one group count as one source."""
    return tuple(
        tuple(_source(catalogue.records[each], numbers, catalogue, words) for each in group)
        for group in groups
    )


def _source(record: Record, numbers: Mapping[str, int], catalogue: Catalogue, words: Words) -> SourceView:
    marks = []
    if record.edits:
        marks.append(words.count("nouns.repair", len(record.edits)))
    if record.doubts:
        marks.append(words.count("nouns.doubt", len(record.doubts)))
    return SourceView(
        numbers[record.id],
        text_link(record, words),
        record.source.publisher or words("source.unknown"),
        short_date(record.date, words),
        ", ".join(marks),
        tuple(_retold(record, numbers, catalogue, words)),
    )


def _retold(record: Record, numbers: Mapping[str, int], catalogue: Catalogue, words: Words) -> list[Link]:
    links = []
    for relation in catalogue.relations.get(record.id, ()):
        draws = relation.left if relation.direction == "right-to-left" else relation.right
        other = relation.right if draws == relation.left else relation.left
        if draws == record.id and other in numbers:
            is_open = relation.kind == "rewrite" and relation.direction is None
            text = words(f"sources.{'either' if is_open else relation.kind}", number=numbers[other])
            links.append(Link(of_comparison(relation), text))
    return links
