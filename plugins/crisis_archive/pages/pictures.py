"""The pictures of a crisis and of the archive, each with the table it was drawn from."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crisis_archive.addresses import of_entity
from crisis_archive.model import Entity, Record, Relation, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.company import pairs_in
from crisis_archive.pages.drawings import Drawing, Spot, Tie, arc_drawing, bar_drawing, map_drawing
from crisis_archive.pages.retelling import sides_of
from crisis_archive.pages.views import Link, shortened
from crisis_archive.pages.words import Words

MOST_NAMES = 12
"""Names in one picture of company."""
MOST_TIES = 14
MOST_TEXTS = 24
"""Texts in one picture of who retells whom."""
MOST_PLACES = 60
MOST_LISTED = 24
"""Places in the list beside the map."""


class Picture(Struct, frozen=True):
    """A drawing and its table."""

    drawing: Drawing
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Places(Struct, frozen=True):
    """The places of a crisis: as a list, and on a map where any position is known."""

    drawing: Drawing | None
    links: tuple[Link, ...]
    left: int
    """How many more there are."""


def company_picture(entities: Sequence[Entity], records: Iterable[Record], words: Words) -> Picture | None:
    """Who is named in one sentence with whom, among the first of the entities."""
    shown = entities[:MOST_NAMES]
    together = pairs_in(records, {entity.id for entity in shown})
    heaviest = sorted(together.items(), key=lambda each: (-each[1], each[0]))[:MOST_TIES]
    tied = {identity for pair, _ in heaviest for identity in pair}
    shown = [entity for entity in shown if entity.id in tied]
    place = {entity.id: number for number, entity in enumerate(shown)}
    ties = [Tie(place[one], place[other], number, str(number)) for (one, other), number in heaviest]
    drawing = arc_drawing([entity.name for entity in shown], ties, words("drawings.company"))
    if drawing is None:
        return None
    rows = tuple((shown[tie.first].name, shown[tie.second].name, tie.words) for tie in ties)
    columns = (words("drawings.one"), words("drawings.other"), words("drawings.sentences"))
    return Picture(drawing, columns, rows)


def retelling_picture(
    relations: Iterable[Relation],
    catalogue: Catalogue,
    words: Words,
    numbers: Mapping[str, int] | None = None,
) -> Picture | None:
    """Which text draws on which: an arrow from the source to what retells it; null where none does."""
    directed = [each for each in relations if each.kind != "same-event" and each.direction is not None]
    texts: list[str] = []
    drawn: list[tuple[str, str, Relation]] = []
    for relation in directed:
        sides = sides_of(relation, catalogue)
        new = [each for each in (sides.source.id, sides.retold.id) if each not in texts]
        if len(texts) + len(new) <= MOST_TEXTS:
            texts += new
            drawn.append((sides.source.id, sides.retold.id, relation))
    texts.sort(key=lambda each: (numbers or {}).get(each, 0))
    place = {identity: number for number, identity in enumerate(texts)}
    names = [_numbered(catalogue.records[each], numbers) for each in texts]
    kinds = {kind: words(f"drawings.{kind}") for kind in ("copy", "rewrite")}
    ties = [Tie(place[source], place[retold], 1, kinds[each.kind]) for source, retold, each in drawn]
    drawing = arc_drawing(names, ties, words("drawings.retellings"), directed=True)
    if drawing is None:
        return None
    rows = tuple(
        (catalogue.records[retold].title, kinds[each.kind], catalogue.records[source].title)
        for source, retold, each in drawn
    )
    columns = (words("drawings.text"), words("drawings.how"), words("drawings.source"))
    return Picture(drawing, columns, rows)


def _numbered(record: Record, numbers: Mapping[str, int] | None) -> str:
    title = shortened(record.title, 30)
    return f"{numbers[record.id]} {title}" if numbers else title


def time_picture(records: Sequence[Record], words: Words) -> Picture | None:
    """How many texts are of each day, month or year."""
    return days_picture([(each.date.earliest, each.date.latest) for each in records], words)


def days_picture(ranges: Sequence[tuple[dt.date | None, dt.date | None]], words: Words) -> Picture | None:
    """As `time_picture`, from the first and the last day that each text can be of."""
    days = [first for first, last in ranges if first is not None and first == last]
    left = len(ranges) - len(days)
    bars = bar_drawing(days, words.count("drawings.undated", left) if left else "", words)
    if bars is None:
        return None
    columns = (words("drawings.when"), words("drawings.texts"))
    return Picture(bars.drawing, columns, tuple((name, str(number)) for name, number in bars.rows))


def places_of(records: Iterable[Record], catalogue: Catalogue, words: Words) -> Places | None:
    """The places that texts name: those that most texts name first; null where they name none."""
    texts: dict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for record in records:
        for mention in record.mentions:
            if mention.kind == "place":
                texts[mention.entity].add(record.id)
                times[mention.entity] += 1
    order = sorted(texts, key=lambda each: (-len(texts[each]), -times[each], each))
    places = [catalogue.entities[each] for each in order if each in catalogue.entities]
    places = [each for each in places if each.kind == "place"]
    if not places:
        return None
    links = tuple(
        Link(of_entity(each), each.name, words.count("nouns.mention", times[each.id]))
        for each in places[:MOST_LISTED]
    )
    return Places(map_drawing(spots_of(places), words), links, max(0, len(places) - MOST_LISTED))


def spots_of(places: Iterable[Entity]) -> list[Spot]:
    """Those whose position is known."""
    spots = [
        Spot(each.name, each.latitude, each.longitude)
        for each in places
        if each.latitude is not None and each.longitude is not None
    ]
    return spots[:MOST_PLACES]
