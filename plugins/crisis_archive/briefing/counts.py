"""Key figures, and where sources do not agree on them."""

from crisis_archive.briefing.material import Material, cite
from crisis_archive.briefing.shown import without_dateline
from crisis_archive.model import Cite, Figure, KeyFigure, Point, Record
from crisis_archive.model.briefings import Dispute

_MOST_FIGURES = 16
_NOT_TOLD = "unknown"
_Key = tuple[str, int | float | None, int | float | None, str, str | None]


def key_figures(material: Material) -> tuple[KeyFigure, ...]:
    """Each count once with all who give it: what several sources give or dispute first, then by place."""
    found: dict[_Key, tuple[Record, Figure]] = {}
    cites: dict[_Key, list[Cite]] = {}
    voices = set(material.sources.values())
    for record in sorted(material.records.values(), key=lambda each: (each.id not in voices, each.id)):
        for figure in record.figures:
            if figure.counts == _NOT_TOLD:
                continue
            claimant = None if figure.claimant is None else figure.claimant.casefold()
            key = (figure.counts, figure.low, figure.high, figure.bound, claimant)
            same = next((other for other in (key, (*key[:4], None)) if other in found), key)
            found.setdefault(same, (record, figure))
            cites.setdefault(same, []).append(cite(record, figure))
    disputed = {c for dispute in material.comparisons for side in dispute.sides for c in side.cites}
    # sorted() is stable: what is equal stays in the order of the texts
    order = sorted(
        found, key=lambda key: (-material.independent(cites[key]), not disputed.intersection(cites[key]))
    )
    return tuple(_entry(*found[key], cites[key]) for key in order[:_MOST_FIGURES])


def _entry(record: Record, figure: Figure, cites: list[Cite]) -> KeyFigure:
    return KeyFigure(
        text=record.text_at(figure.span),
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        counts=figure.counts,
        claimant=figure.claimant,
        window=figure.window,
        cites=tuple(cites),
    )


def disputes(material: Material) -> tuple[Dispute, ...]:
    """The comparisons of the archive that texts of this crisis take part in, this crisis's sides only."""
    found = []
    for comparison in material.comparisons:
        sides = []
        for side in comparison.sides:
            cites = tuple(each for each in side.cites if each.document in material.records)
            if cites:
                words = without_dateline(side.text, material.records[cites[0].document])
                sides.append(Point(words, cites, material.independent(cites)))
        if len(sides) > 1 or (sides and comparison.verdict == "agree"):
            found.append(Dispute(comparison.subject, comparison.verdict, tuple(sides)))
    # What most sources speak of is told first; sorted() is stable, so equals stay in their order.
    return tuple(sorted(found, key=lambda dispute: -_sources_of(dispute, material)))


def _sources_of(dispute: Dispute, material: Material) -> int:
    return material.independent([cite for side in dispute.sides for cite in side.cites])
