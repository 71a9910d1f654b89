"""The part of an archive that one page rests on, and a digest of it: of the same part comes the same page.

A page that is made of a part cannot show anything else, so that whether it has to be made again is known
before it is: from digests of the texts and entities in the part, each worked out once a build.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec
from msgspec.structs import astuple, replace

from crisis_archive.model import Archive, Cite, Crisis, KeptRecords, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.faces import Face, Faces
from crisis_archive.scheduling.shares import in_shares
from crisis_archive.scheduling.shares import part_of as share_of

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_NOTHING = Archive((), (), (), (), (), (), ())
_NONE: Final[Mapping[str, Face]] = MappingProxyType({})
_PLAIN: Final = frozenset((str, int, float, bool, type(None), dt.date))
"""Types of values that can cite nothing."""


def part_of(
    catalogue: Catalogue,
    records: Iterable[str],
    entities: Mapping[str, Face] = _NONE,
    crises: Iterable[str] = (),
    retold: Iterable[str] = (),
) -> Catalogue:
    """A catalogue of some records, entities and crises alone, by id and slug; what is not there is left out.

    `retold` are records whose copies and rewrites belong to it with the texts on their other side. Of an
    entity it has the face that is asked for, of a crisis what names it and when it was, not its texts.
    """
    known = catalogue.relations
    relations = {each: known[each] for each in retold if each in known}
    ids = dict.fromkeys(records)
    for of_one in relations.values():
        for relation in of_one:
            ids |= {relation.left: None, relation.right: None}
    return Catalogue(
        archive=_NOTHING,
        records=catalogue.records.only(ids),
        entities=Faces(catalogue.entities, entities),
        crises={each: bare(catalogue.crises[each]) for each in crises if each in catalogue.crises},
        briefings={},
        relations=relations,
        namings={},
        company={},
        neighbours={},
        crises_newest_first=(),
        digests=catalogue.digests,
        outlines={},
    )


def bare(crisis: Crisis) -> Crisis:
    """What other pages show of a crisis."""
    return replace(crisis, documents=(), independent_sources=(), why=(), note=None)


def digest_of(part: Catalogue, *more: object) -> bytes:
    """A digest of a part and of what else a page is made from."""
    known = part.digests
    assert isinstance(part.entities, Faces)  # as `part_of` gives them
    told = [
        *map(known.records.__getitem__, part.records),
        b"entities",
        *(known.faces[face][identity] for identity, face in part.entities.faces.items()),
        b"relations",
        *map(known.relations.__getitem__, part.relations),
        _ENCODER.encode((part.crises, more)),
    ]
    return hashlib.sha256(b"".join(told)).digest()


def know_digests(catalogue: Catalogue, processes: int) -> None:
    """Work out the digests of all texts and entities, in so many processes.

    Those that write pages know nothing of one another, and each would work out many of them again.
    """
    records, texts = catalogue.archive.records, tuple(catalogue.records)
    known = catalogue.digests
    if isinstance(records, KeptRecords):  # sooner done than told by another process
        known.records.update(zip(texts, records.digests, strict=True))
    else:

        def of_share(share: int, shares: int) -> dict[str, bytes]:
            return {each: known.records[each] for each in share_of(texts, share, shares)}

        for of_some in in_shares(of_share, processes):
            known.records.update(of_some)
    for entity in catalogue.archive.entities:
        known.faces["named"][entity.id]  # asking works it out


def cited_in(value: object) -> dict[str, None]:
    """Ids of all texts that are cited anywhere in a value of the model, each once."""
    found: dict[str, None] = {}
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Cite):
            found[each.document] = None
        elif isinstance(each, tuple):
            waiting += each
        elif isinstance(each, Struct):
            waiting += [value for value in astuple(each) if type(value) not in _PLAIN]
    return found
