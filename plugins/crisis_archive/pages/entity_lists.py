"""People, organisations, places, groups, events: a list of each kind."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from crisis_archive.addresses import FOLDER_OF_KIND, of_entity
from crisis_archive.model import Entity, Struct
from crisis_archive.model.readings import EntityKind
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.drawings import Spot, map_drawing
from crisis_archive.pages.pictures import spots_of
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.views import Link, Pager, paged, pagers
from crisis_archive.text.folding import fold

ROWS_A_PAGE = 1000


class EntityRow(Struct, frozen=True):
    """One entity in a list."""

    link: Link
    role: str | None
    texts: str
    crises: str


class Letter(Struct, frozen=True):
    """The entities whose names begin alike."""

    letter: str
    id: str
    rows: tuple[EntityRow, ...]


def plan_entity_lists(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """A list for every kind of entity, empty ones too: the navigation leads there."""
    for kind, folder in FOLDER_OF_KIND.items():
        entities = sorted(
            (each for each in catalogue.archive.entities if each.kind == kind),
            key=lambda each: (fold(each.name), each.id),
        )
        shares = paged(f"{folder}/index.html", entities, ROWS_A_PAGE)
        labels = [(path, _span_of_names(share)) for path, share in shares]
        for (path, share), pager in zip(shares, pagers(labels), strict=True):
            spots = _spots(entities) if kind == "place" and pager.number == 1 else None
            yield _list_page(path, kind, len(entities), share, pager, spots, site)


def _spots(places: Sequence[Entity]) -> list[Spot]:
    """Where the places lie that most texts name."""
    return spots_of(sorted(places, key=lambda each: (-len(each.documents), each.id)))


def _span_of_names(entities: Sequence[Entity]) -> str:
    return f"{entities[0].name[:12]} \N{EN DASH} {entities[-1].name[:12]}" if entities else ""


def _list_page(
    path: str,
    kind: EntityKind,
    total: int,
    entities: Sequence[Entity],
    pager: Pager,
    spots: Sequence[Spot] | None,
    site: Site,
) -> PagePlan:
    words = site.words
    head = Head(
        path=path,
        title=words(f"kinds.{kind}.title"),
        description=words("entities.description", entities=words.count(f"nouns.{kind}", total)),
        section=FOLDER_OF_KIND[kind],
    )
    rows = tuple((each.name, _row(each, site)) for each in entities)
    values = partial(_list, {"head": head, "total": total, "pager": pager, "kind": kind}, rows, spots, site)
    return PagePlan(path, "entities.html", values, lambda: (head, total, pager, kind, rows, spots))


def _list(
    values: Mapping[str, Any],
    rows: Sequence[tuple[str, EntityRow]],
    spots: Sequence[Spot] | None,
    site: Site,
) -> dict[str, Any]:
    letters = tuple(
        Letter(letter, f"letter-{number}", tuple(row for _, row in group))
        for number, (letter, group) in enumerate(groupby(rows, key=lambda each: _letter(each[0])), 1)
    )
    drawn = (
        None if spots is None else map_drawing(spots, site.words)
    )  # what it draws upon takes a while to read
    return {**values, "letters": letters, "map": drawn}


def _letter(name: str) -> str:
    """The letter that a name is found under; `#` for figures and signs."""
    first = fold(name)[:1].upper()
    return first if first.isalpha() else "#"


def _row(entity: Entity, site: Site) -> EntityRow:
    words = site.words
    return EntityRow(
        Link(of_entity(entity), entity.name),
        entity.roles[0].text if entity.roles else None,
        words.count("nouns.text", len(entity.documents)),
        words.count("nouns.crisis", len(entity.crises)),
    )
