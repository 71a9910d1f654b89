"""Texts that hang loosely in their crisis, and texts of none."""

from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity
from crisis_archive.review.concerns import Concern

_OF_ANOTHER: Final = 80
_WEAK: Final = 50
_NO_CRISIS: Final = 15
_NEARLY: Final = 0.8
"""A text this much as like the nearest other crisis as its own may belong there."""
_LITTLE: Final = 0.05
"""Mean likeness to the other texts of a crisis below which little ties a text to it."""


def weak_ties(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """Texts almost as like another crisis as their own, then those that little ties to theirs."""
    file_of = {record.id: record.file for record in archive.records}
    for crisis in archive.crises:
        for reason in crisis.why:
            if reason.pinned or reason.likeness is None:
                continue
            other, own = reason.nearest_likeness or 0.0, reason.likeness
            file = file_of[reason.document]
            if reason.nearest is not None and other >= _NEARLY * own and other > 0:
                says = (
                    f"it lies in {crisis.slug} and is about as like the texts of {reason.nearest} "
                    f"({other:.2f}) as those ({own:.2f})"
                )
                mend = f'crisis = "{reason.nearest}"'
                yield Concern(_OF_ANOTHER, "tie", file, says, mend)
            elif own < _LITTLE:
                says = f"little ties it to {crisis.slug}: it is {own:.2f} like the other texts there"
                yield Concern(_WEAK, "tie", file, says, f'crisis = "{crisis.slug}"')


def loose_texts(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """Texts that belong to no crisis."""
    for record in archive.records:
        if record.crisis is None:
            says = "it belongs to no crisis: no other text tells of the same event"
            yield Concern(_NO_CRISIS, "no crisis", record.file, says, 'crisis = "slug-of-its-crisis"')
