"""What a retelling does to its source, in plain words, for comparison pages and margins of texts."""

from collections.abc import Collection, Iterator, Sequence

from crisis_archive.addresses import of_comparison
from crisis_archive.markup import visible
from crisis_archive.model import Change, Cite, Record, Relation, Span, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.words import Words


class Sides(Struct, frozen=True):
    """Which text of a relation is the source, as far as is known."""

    source: Record
    retold: Record
    source_is_left: bool


def sides_of(relation: Relation, catalogue: Catalogue) -> Sides:
    """The texts of a copy or rewrite; direction not known: the right one counts as the retelling."""
    left, right = catalogue.records[relation.left], catalogue.records[relation.right]
    is_left = relation.direction != "right-to-left"
    return Sides(left, right, True) if is_left else Sides(right, left, False)


def only_retold(cites: Sequence[Cite], catalogue: Catalogue) -> bool:
    """Whether nothing but texts that draw on another one says so: then no source does."""
    return bool(cites) and all(_draws_on_another(each.document, catalogue) for each in cites)


def _draws_on_another(document: str, catalogue: Catalogue) -> bool:
    return any(
        relation.direction is not None and _retelling(relation) == document
        for relation in catalogue.relations.get(document, ())
    )


def _retelling(relation: Relation) -> str:
    return relation.left if relation.direction == "right-to-left" else relation.right


def are_one_source(texts: Collection[str], catalogue: Catalogue) -> bool:
    """Whether copies and rewrites tie all of these texts together, by way of one another."""
    waiting, known = sorted(texts)[:1], set(sorted(texts)[:1])
    while waiting:
        for relation in catalogue.relations.get(waiting.pop(), ()):
            new = {relation.left, relation.right}.intersection(texts) - known
            known |= new
            waiting += sorted(new)
    return len(known) == len(set(texts))


class Retold(Struct, frozen=True):
    """A sentence of a retelling that is not as its source has it."""

    at: Span
    is_added: bool
    """Whether the source has nothing like it."""
    texts: tuple[str, ...]
    """What differs, in plain words, difference by difference."""
    comparison: str
    """Path of the comparison page."""


def retold_in(record: Record, catalogue: Catalogue, words: Words) -> Iterator[Retold]:
    """The sentences of a text that were added to the one it retells, or changed."""
    for relation in catalogue.relations.get(record.id, ()):
        if relation.direction is None or _retelling(relation) != record.id:
            continue
        sides = sides_of(relation, catalogue)
        for pair in relation.sentences or ():
            at = pair.right if sides.source_is_left else pair.left
            if at is None:
                continue
            if pair.verdict == "added":
                yield Retold(at, True, (words("notes.not_in_source"),), of_comparison(relation))
            elif pair.changes:
                changes = dict.fromkeys(change_in_words(each, sides, words) for each in pair.changes)
                yield Retold(at, False, tuple(changes), of_comparison(relation))


def change_in_words(change: Change, sides: Sides, words: Words) -> str:
    """What differs, with the words of both texts."""
    source, retold = (change.left, change.right) if sides.source_is_left else (change.right, change.left)
    before = visible(sides.source.text_at(source)) if source else ""
    after = visible(sides.retold.text_at(retold)) if retold else ""
    case = "both" if before and after else "source" if before else "retold" if after else "none"
    label = words(f"comparison.changes.{change.kind.replace(' ', '_')}")
    return words(f"comparison.change.{case}", change=label, before=before, after=after)
