"""Titles that the build had to make."""

from collections.abc import Iterator
from typing import Final

from crisis_archive.model import Archive, AuthorityEntity
from crisis_archive.review.concerns import Concern
from crisis_archive.review.drafts import toml_string

_DERIVED: Final = 40


def derived_titles(archive: Archive, authority: tuple[AuthorityEntity, ...]) -> Iterator[Concern]:
    """Texts whose title is made from their first sentence."""
    for record in archive.records:
        if record.title_origin == "derived":
            says = f"it has no headline; its title is made from its first words: {record.title}"
            yield Concern(_DERIVED, "title", record.file, says, f"title = {toml_string(record.title)}")
