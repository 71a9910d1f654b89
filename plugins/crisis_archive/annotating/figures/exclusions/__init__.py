"""Numbers that are no figures of the crisis: dates, ages, labels, laws, prices, other years.

`EXCLUSIONS` is the ordered list; to add a rule: one function in one of the files here, one line in the
list, one case that shows what it takes and what it leaves.
"""

from collections.abc import Callable
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.exclusions.measures import distance, law, percentage, price, vote
from crisis_archive.annotating.figures.exclusions.names import (
    abstract,
    code,
    compound,
    definite,
    fraction,
    label,
    model,
    pronoun,
    scope,
    witnesses,
)
from crisis_archive.annotating.figures.exclusions.times import age, clock, date, duration, other_time, year

Exclusion = Callable[[Context], bool]
EXCLUSIONS: Final[tuple[Exclusion, ...]] = (
    year,
    date,
    code,
    compound,
    clock,
    age,
    label,
    model,
    duration,
    distance,
    percentage,
    price,
    vote,
    law,
    other_time,
    fraction,
    pronoun,
    witnesses,
    abstract,
    scope,
    definite,
)
"""A number that any of these takes is no figure."""


def excluded_by(context: Context) -> str | None:
    """The name of the first rule that takes the number; null where it is a figure."""
    return next((rule.__name__ for rule in EXCLUSIONS if rule(context)), None)
