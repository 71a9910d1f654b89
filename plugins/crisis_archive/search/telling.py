"""What can be found in an archive, told of each text once and kept for the next build."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

import msgspec

from crisis_archive.model import Archive, KeptRecords
from crisis_archive.scheduling.shares import in_shares, part_of
from crisis_archive.search.aside import Row
from crisis_archive.search.listing import Listing, Told, listing_of, told_of
from crisis_archive.search.making import Maker
from crisis_archive.search.reading import Reading, ReadTerms, TermReader, TermsOf, joined, read_terms
from crisis_archive.search.records import BOOSTS
from crisis_archive.search.showing import shown


class ToldText(msgspec.Struct, frozen=True, array_like=True):
    """What was told of one text, and of what besides itself and names."""

    id: str
    compared: bytes
    """A hash of the comparisons that it begins."""
    told: Told


class Telling(msgspec.Struct, frozen=True):
    """What was told of the texts of an archive."""

    entities: dict[str, str]
    """The names of all entities by their ids."""
    crises: dict[str, str]
    """The titles of all crises by their slugs."""
    texts: dict[bytes, ToldText]
    """Under hashes of the texts."""


NOTHING_TOLD: Final = Telling({}, {}, {})
_TEXTS_WORTH_A_PROCESS: Final = 50
"""Fewer are told of in the time that it takes to fork a process."""
_Share = tuple[list[ToldText], dict[int, Row], ReadTerms | None]


def listing_of_archive(
    archive: Archive,
    before: Telling = NOTHING_TOLD,
    terms_of: TermsOf | None = None,
    folder: Path | None = None,
    processes: int = 1,
) -> tuple[Listing, Telling]:
    """All that can be found, and what to keep of it for the next build by the same code.

    A text that was told of is read only where records of it are asked for; the others in so many processes
    at most, their terms too where there is `terms_of` (`reading.read`). What they show is put aside in a
    file in `folder`.
    """
    maker = Maker(archive, folder)
    now = Telling(
        {entity.id: entity.name for entity in archive.entities},
        {crisis.slug: crisis.title for crisis in archive.crises},
        {},
    )
    known = _holding(before, now, maker.comparisons_told)
    records = archive.records
    keys = records.digests if isinstance(records, KeptRecords) else [b""] * len(records)
    new = [place for place, key in enumerate(keys) if key not in known]
    processes = max(1, min(processes, len(new) // _TEXTS_WORTH_A_PROCESS))
    shares = in_shares(partial(_told, maker, new, terms_of), processes)
    told_now = dict(zip(new, chain.from_iterable(told for told, _, _ in shares), strict=True))
    texts = [told_now.get(place) or known[key] for place, key in enumerate(keys)]
    now.texts.update((key, text) for key, text in zip(keys, texts, strict=True) if key)
    for _, rows, _ in shares:
        maker.aside.adopt(rows)
    others = [told_of(each) for each in maker.others]
    places = {text.id: place for place, text in enumerate(texts)}
    told = [*(text.told for text in texts), *others]
    read = None
    if terms_of is not None:
        anew = chain((text.told for text in told_now.values()), others)
        parts = [terms for _, _, terms in shares if terms is not None]
        read = _reading(maker, anew, parts, terms_of)
    return listing_of(told, maker.made, maker.shown, maker.comparisons(places), read), now


def _told(maker: Maker, places: Sequence[int], terms_of: TermsOf | None, share: int, shares: int) -> _Share:
    """What there is to tell of a share of these texts."""
    maker.aside.begin_share(share)
    reader = TermReader(terms_of) if terms_of else None
    told: list[ToldText] = []
    rows: dict[int, Row] = {}
    for place in part_of(places, share, shares):
        record = maker.record(place)
        of = maker.of_text(record)
        found = of.all
        rows[place] = maker.aside.put(place, list(map(shown, found)))
        if reader is not None:
            for each in found:
                reader.read(each.fields)
        compared = maker.comparisons_told.get(record.id, b"")
        told.append(ToldText(record.id, compared, told_of(of.text, of.quotations, of.compared, of.figures)))
    return told, rows, reader.terms if reader else None


def _reading(maker: Maker, told: Iterable[Told], parts: Sequence[ReadTerms], terms_of: TermsOf) -> Reading:
    """The terms of all records that were told of now, in that order; `parts` are those of texts."""
    others = read_terms((each.fields for each in maker.others), terms_of)
    return joined(None, b"".join(each.keys for each in told), [*parts, others], len(BOOSTS))


def _holding(before: Telling, now: Telling, compared: Mapping[str, bytes]) -> dict[bytes, ToldText]:
    """What was told and is so still: of texts whose entities, crisis and comparisons are what they were.

    `compared` has a hash of the comparisons that each text begins.
    """
    entities = {each for each, _ in before.entities.items() ^ now.entities.items()}
    crises = {each for each, _ in before.crises.items() ^ now.crises.items()}
    return {
        key: text
        for key, text in before.texts.items()
        if text.compared == compared.get(text.id, b"")
        and text.told.crisis not in crises
        and (not entities or entities.isdisjoint(chain.from_iterable(text.told.names)))
    }
