"""When each text was published. First step: what the texts state outright; the solver comes next."""

from collections.abc import Mapping, Sequence

from crisis_archive.model import Analysis, Editorial, PublicationDate, Struct, Time


class Dating(Struct, frozen=True):
    """The dates of an archive."""

    dates: dict[str, PublicationDate]
    times: dict[str, tuple[Time, ...]]


def date_archive(
    analyses: Sequence[Analysis], groups: Mapping[str, str | None], editorial: Editorial
) -> Dating:
    """The stated dates."""
    return Dating(
        {each.id: each.document.date for each in analyses},
        {
            each.id: tuple(Time(t.paragraph, t.start, t.end, None, None, t.rule, None) for t in each.times)
            for each in analyses
        },
    )
