"""What one text is about, in words that a reader can be shown."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from scipy import sparse

from crisis_archive.model import Analysis, Mention
from crisis_archive.relating.crises.features import DATE, NAME

_MOST_TERMS = 60


class Profile(msgspec.Struct, frozen=True):
    """Names and weightiest words of one document."""

    names: dict[str, int]
    """Entity id to how often it is mentioned, the most frequent first."""
    words_of: dict[str, str]
    """Entity id to the fullest words that this text has for it."""
    kind_of: dict[str, str]
    """Entity id to its kind."""
    terms: dict[str, float]
    """The words and word pairs that set this text apart, with their weights, weightiest first."""


def make_profile(
    analysis: Analysis,
    mentions: Sequence[Mention],
    matrix: sparse.csr_array,
    columns: Sequence[str],
    row: int,
) -> Profile:
    """The profile of the document at a row of the feature matrix."""
    counted = Counter(mention.entity for mention in mentions)
    fullest: dict[str, str] = {}
    for mention in mentions:
        text = analysis.document.text_at(mention.span)
        if len(text) > len(fullest.get(mention.entity, "")):
            fullest[mention.entity] = text
    start, end = matrix.indptr[row], matrix.indptr[row + 1]
    weighed = sorted(
        (-float(value), columns[column])
        for column, value in zip(matrix.indices[start:end], matrix.data[start:end], strict=True)
        if not columns[column].startswith((NAME, DATE))
    )
    return Profile(
        names=dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        words_of=fullest,
        kind_of={mention.entity: mention.kind for mention in mentions},
        terms={term: -value for value, term in weighed[:_MOST_TERMS]},
    )
