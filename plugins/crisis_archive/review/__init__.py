"""What of an archive most needs an editor's eye, and the files in which to write what that eye sees.

`review` runs `LOOKS` over an archive and sorts what they found, worst first; `draft_correction` makes of a
text's concerns a correction file that changes nothing until it is filled in. To add a look: a function in
a file here that yields `Concern`s, a line in the list, a case.
"""

from collections.abc import Callable, Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity
from crisis_archive.review.concerns import Concern
from crisis_archive.review.dates import unknown_dates
from crisis_archive.review.drafts import draft_correction, draft_name
from crisis_archive.review.names import near_equal_names
from crisis_archive.review.readings import doubts
from crisis_archive.review.ties import loose_texts, weak_ties
from crisis_archive.review.titles import derived_titles

__all__ = ["Concern", "draft_correction", "draft_name", "review"]

Look = Callable[[Archive, tuple[AuthorityEntity, ...]], Iterator[Concern]]
LOOKS: Final[tuple[Look, ...]] = (
    unknown_dates,
    weak_ties,
    near_equal_names,
    derived_titles,
    doubts,
    loose_texts,
)


def review(archive: Archive, authority: tuple[AuthorityEntity, ...] = ()) -> tuple[Concern, ...]:
    """Everything that needs an eye, worst first; what an editor has settled is not told again.

    `authority` is the editor's authority file: names that it tells apart are no concern.
    """
    found = {concern for look in LOOKS for concern in look(archive, authority)}
    return tuple(sorted(found, key=lambda each: (-each.weight, each.kind, each.file or "", each.says)))
