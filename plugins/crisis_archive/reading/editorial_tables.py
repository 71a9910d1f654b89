"""The editors' TOML files: `content/corrections/*.toml` and `content/authority.toml`."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

from crisis_archive.addresses import of_entity_id
from crisis_archive.model import AuthorityEntity, SeedCorrection
from crisis_archive.model.readings import EntityKind
from crisis_archive.reading.editorial_readings import edited_figure, edited_name, edited_quote
from crisis_archive.reading.editorial_slugs import entity_of, slug_of
from crisis_archive.reading.editorial_text import Table, parse_toml, read_text, suggest

_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_KINDS: dict[str, EntityKind] = {kind: kind for kind in get_args(EntityKind)}


def read_correction(path: Path, files: Collection[str]) -> SeedCorrection:
    """One correction; `files` are the paths below the seeds folder.

    Raises `EditorialError`: an unknown key, a wrong type, or no such seed.
    """
    text = read_text(path)
    table = Table(path, text, parse_toml(path, text))
    table.only(
        *("seed", "title", "date", "publisher", "author", "url", "crisis", "slug", "note", "withheld"),
        *("name", "quote", "figure"),
    )
    seed = table.needed("seed")
    if seed not in files:
        table.fail("seed", f"there is no seed {seed!r}", suggest(seed, sorted(files)))
    return SeedCorrection(
        seed=seed,
        title=table.words("title"),
        date=table.days("date"),
        publisher=table.words("publisher"),
        author=table.words("author"),
        url=_address(table),
        crisis=slug_of(table, "crisis"),
        slug=slug_of(table, "slug"),
        note=table.words("note"),
        withheld=table.words("withheld"),
        names=tuple(edited_name(each) for each in table.tables("name")),
        quotes=tuple(edited_quote(each) for each in table.tables("quote")),
        figures=tuple(edited_figure(each) for each in table.tables("figure")),
    )


def _address(table: Table) -> str | None:
    """Only web addresses: what stands here becomes a link."""
    url = table.words("url")
    if url is not None and not (_WEB_ADDRESS.fullmatch(url) and url.isprintable() and _has_host(url)):
        table.fail("url", f"{url!r} is no web address", "begin it with https:// or http://")
    return url


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is none
        return False


def read_authority(path: Path) -> tuple[AuthorityEntity, ...]:
    """The authority file, sorted by id; an empty tuple where there is none.

    Raises `EditorialError`: an unknown key, a wrong type, one id, address or name twice, or an unknown id.
    """
    if not path.is_file():
        return ()
    text = read_text(path)
    whole = Table(path, text, parse_toml(path, text))
    whole.only("entity")
    found: dict[str, AuthorityEntity] = {}
    addresses: dict[str, str] = {}
    tables = whole.tables("entity")
    for table in tables:
        entity = _entity(table)
        if entity.id in found:
            table.fail("id", f"the id {entity.id!r} stands twice", "put both into one [[entity]]")
        other = addresses.setdefault(of_entity_id(entity.kind, entity.id), entity.id)
        if other != entity.id:
            table.fail("id", f"{entity.id!r} has the same address as {other!r}", "choose another id")
        found[entity.id] = entity
    _check_told_apart(tables, found)
    return tuple(found[each] for each in sorted(found))


def _check_told_apart(tables: list[Table], found: dict[str, AuthorityEntity]) -> None:
    """Who is told apart from somebody has a record, and two of one name are told apart."""
    named: dict[tuple[str, str], AuthorityEntity] = {}
    for table, entity in zip(tables, found.values(), strict=True):
        for other in entity.distinct_from:
            if other not in found or other == entity.id:
                mend = suggest(other, sorted(found.keys() - {entity.id}))
                table.fail("distinct_from", f"there is no other entity {other!r} in this file", mend)
        first = named.setdefault((entity.kind, entity.name.casefold()), entity)
        apart = first.id in entity.distinct_from or entity.id in first.distinct_from
        if first is not entity and not apart:
            mend = f'put both into one [[entity]], or write distinct_from = ["{first.id}"]'
            table.fail("name", f"{first.id!r} has the name {entity.name!r} too", mend)


def _entity(table: Table) -> AuthorityEntity:
    table.only("id", "kind", "name", "aliases", "identifiers", "latitude", "longitude", "distinct_from")
    table.needed("id")
    kind = table.needed("kind")
    if kind not in _KINDS:
        table.fail("kind", f"unknown kind {kind!r}", suggest(kind, list(_KINDS)))
    latitude, longitude = table.number("latitude", -90, 90), table.number("longitude", -180, 180)
    if (latitude is None) != (longitude is None):
        there, missing = ("longitude", "latitude") if latitude is None else ("latitude", "longitude")
        table.fail(there, f"{there} stands without {missing}", f"add {missing}")
    identity = entity_of(table, "id") or ""
    begins = identity.split("-", 1)[0]
    if begins in _KINDS and begins != kind and "-" in identity:
        table.fail("kind", f"{identity!r} is no id of a {kind}", f'write kind = "{begins}", or another id')
    return AuthorityEntity(
        id=identity,
        kind=_KINDS[kind],
        name=table.needed("name"),
        aliases=table.list_of_words("aliases"),
        identifiers=_identifiers(table),
        latitude=latitude,
        longitude=longitude,
        distinct_from=table.list_of_words("distinct_from"),
    )


def _identifiers(table: Table) -> dict[str, str]:
    value = table.values.get("identifiers", {})
    if not isinstance(value, dict) or not all(isinstance(each, str) and each for each in value.values()):
        table.fail("identifiers", "identifiers must be a table of strings", 'write { wikidata = "Q..." }')
    return dict(sorted(value.items()))
