"""`find_names`: several witnesses are heard, the strongest is believed where they overlap."""

from crisis_archive.model import AuthorityEntity, Document, Name, Span


def find_names(
    document: Document,
    sentences: tuple[Span, ...],
    answers: tuple[Name, ...],
    authority: tuple[AuthorityEntity, ...],
) -> tuple[Name, ...]:
    """All names of a text in order of place, none overlapping another.

    `answers` are the statistical model's, empty where there is none.
    """
    return tuple(sorted(answers, key=lambda name: (name.paragraph, name.start)))
