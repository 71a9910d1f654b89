"""What results can be narrowed by: crisis, kind, person, place, year, language."""

from collections.abc import Iterator, Sequence
from typing import Any

from crisis_archive.model import Crisis
from crisis_archive.search.encoding import encode_text
from crisis_archive.search.records import SearchRecord


def facets(records: Sequence[SearchRecord], crises: Sequence[Crisis]) -> Iterator[tuple[str, Any]]:
    """Names and values of the scripts that tell where records belong.

    `facets` has, for each record in turn as runs of (how many, which): the crisis (0: none, else its place
    in the list and one), the language likewise; `days` has the first and last day of each.
    """
    numbers = {crisis.slug: number for number, crisis in enumerate(crises, 1)}
    languages = sorted({record.language for record in records if record.language})
    yield (
        "facets",
        {
            "crises": [[crisis.slug, crisis.title] for crisis in crises],
            "crisis": _runs([numbers.get(record.crisis or "", 0) for record in records]),
            "languages": languages,
            "language": _runs(
                [languages.index(record.language) + 1 if record.language else 0 for record in records]
            ),
        },
    )
    days = sorted({record.days for record in records if record.days})
    places = {day: number for number, day in enumerate(days, 1)}
    yield (
        "days",
        {
            "days": days,
            "day": _runs([places[record.days] if record.days else 0 for record in records]),
        },
    )
    entities = {
        record.entities[0]: number for number, record in enumerate(records) if record.kind == "entity"
    }
    first = min(entities.values(), default=0)
    named = [sorted(entities[each] for each in record.entities if each in entities) for record in records]
    yield (
        "entities",
        {
            "entities": [[record.entities[0], record.title] for record in records if record.kind == "entity"],
            "first": first,
            "named": encode_text([number for each in named for number in _gaps(each, first)]),
        },
    )


def _runs(values: list[int]) -> str:
    """Runs of equal values, encoded as length and value."""
    runs: list[int] = []
    for value in values:
        if runs and runs[-1] == value:
            runs[-2] += 1
        else:
            runs += (1, value)
    return encode_text(runs)


def _gaps(numbers: list[int], first: int) -> list[int]:
    """How many, then the gaps between them, counted from the first entity."""
    previous = first - 1
    gaps = [len(numbers)]
    for number in numbers:
        gaps.append(number - previous - 1)
        previous = number
    return gaps
