"""Independent sources: copies and rewrites of one text count once."""

from collections.abc import Iterable, Sequence

from crisis_archive.model import Relation


def independent_sources(
    documents: Sequence[str], relations: Iterable[Relation]
) -> tuple[tuple[str, ...], ...]:
    """Groups of these documents that copies and rewrites tie together, each sorted, in order."""
    leader = {document: document for document in documents}

    def find(document: str) -> str:
        while leader[document] != document:
            document = leader[document]
        return document

    for relation in relations:
        if relation.kind != "same-event" and relation.left in leader and relation.right in leader:
            one, other = sorted((find(relation.left), find(relation.right)))
            leader[other] = one
    groups: dict[str, list[str]] = {}
    for document in sorted(documents):
        groups.setdefault(find(document), []).append(document)
    return tuple(sorted(tuple(group) for group in groups.values()))
