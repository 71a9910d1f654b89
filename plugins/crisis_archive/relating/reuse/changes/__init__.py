"""How a sentence of a rewrite differs from its source: one rule a file, run in this order."""

from collections.abc import Callable, Iterator
from typing import Final

from crisis_archive.model import Change, Span
from crisis_archive.relating.reuse.changes.attribution import attribution_lost
from crisis_archive.relating.reuse.changes.figures import figure_changed
from crisis_archive.relating.reuse.changes.hedges import hedge_gained, hedge_lost
from crisis_archive.relating.reuse.changes.marking import Retelling
from crisis_archive.relating.reuse.changes.scope import scope_widened
from crisis_archive.relating.reuse.changes.speakers import speaker_changed
from crisis_archive.relating.reuse.changes.wording import wording_loaded

CHANGE_RULES: Final[tuple[Callable[[Retelling], Iterator[Change]], ...]] = (
    hedge_lost,
    hedge_gained,
    attribution_lost,
    speaker_changed,
    figure_changed,
    scope_widened,
    wording_loaded,
)


def changes_of(retelling: Retelling) -> tuple[Change, ...]:
    """Every way in which the retelling differs, at most once a kind and place, in the order of the rules.

    `left` of a change is a place in the source, `right` one in the retelling.
    """
    found: dict[tuple[str, Span | None], Change] = {}
    for rule in CHANGE_RULES:
        for change in rule(retelling):
            found.setdefault((change.kind, change.left), change)
    return tuple(found.values())
