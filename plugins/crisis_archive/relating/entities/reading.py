"""The names of every text, read alone and as all texts together have them read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from msgspec.msgpack import Decoder, encode
from msgspec.structs import replace

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Name
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.archive_wide import outvoted
from crisis_archive.relating.entities.authority import Authority
from crisis_archive.relating.entities.identity import Identity, countries_in, identity_of
from crisis_archive.relating.entities.local import Apart, follow, resolve_locally
from crisis_archive.relating.entities.numbered import (
    KeptNames,
    Names,
    NamesOfText,
    ReadName,
    laid_out,
    no_names,
)
from crisis_archive.relating.keeping import Keeping, is_worth_keeping
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import distinct
from crisis_archive.text.folding import fold

_READ = Decoder(NamesOfText)
_Reading = tuple[str, EntityKind]
"""Folded words and what they are read as."""
_Identities = tuple[Identity, ...]


def read_names(texts: Texts, editors: Authority, kept: Keeping) -> Names:
    """The names of every text as they are read where it is alone; most were read by a build before."""
    keys = [kept.text(each) for each in texts.ids]
    last = kept.last("names as read", KeptNames) if kept.remembers else None
    if last is None or last.rests_on != editors.key:
        last = KeptNames.of(editors.key, (), no_names())
    place = {key: at for at, key in enumerate(last.texts)}
    taken = np.array([place.get(key, -1) for key in keys], dtype=np.int64)
    new = np.flatnonzero(taken < 0).tolist()
    made = kept.made(new, lambda each: _read_alone(texts[each], editors.apart))
    names = laid_out(last.names(), taken, list(map(_READ.decode, made)))
    gone = len(last.texts) - (len(keys) - len(new))
    if kept.remembers and is_worth_keeping(max(len(new), gone), len(keys)):
        kept.keep_last("names as read", KeptNames.of(editors.key, keys, names))
    return names


def read_together(alone: Names, texts: Texts, editors: Authority, kept: Keeping) -> Names:
    """The names of each text as all texts together have them read; most texts are not concerned."""
    lost = _lost(alone)
    lose = np.array([pair is not None for pair in lost], dtype=bool)
    losing = distinct(alone.rows()[lose[alone.numbers]]) if len(lose) else np.empty(0, np.int64)
    concerned = {
        place: dict(sorted({pair for each in alone.of(place) if (pair := lost[each])}))
        for place in losing.tolist()
    }
    places = list(concerned)

    def settled(at: int) -> tuple[_Identities, _Identities]:
        read = [alone.table[each].text for each in alone.of(places[at])]
        return _settled(texts[places[at]], read, concerned[places[at]], editors.apart)

    keys = [
        key_of(kept.text(texts.ids[place]), editors.key, encode(list(concerned[place].items())))
        for place in places
    ]
    number = {name: at for at, name in enumerate(alone.table)}
    numbers = alone.numbers.copy()
    found = kept.each("names outvoted", tuple[_Identities, _Identities], keys, settled)
    for place, (identities, full) in zip(places, found, strict=True):
        names = [
            alone.table[each]._replace(identity=own, settled=other)
            for each, own, other in zip(alone.of(place), identities, full, strict=True)
        ]
        part = slice(alone.starts[place], alone.starts[place + 1])
        numbers[part] = [number.setdefault(name, len(number)) for name in names]
    return replace(alone, table=list(number), numbers=numbers)


def _lost(alone: Names) -> list[tuple[_Reading, EntityKind] | None]:
    """For each name of the table: where its reading gives way, the reading and what it gives way to."""
    readings = [(fold(name.text), name.kind) for name in alone.table]
    number: dict[_Reading, int] = {}
    each = np.array([number.setdefault(reading, len(number)) for reading in readings], dtype=np.int64)
    votes: dict[str, dict[EntityKind, int]] = defaultdict(dict)
    for (text, kind), count in zip(number, alone.texts_with(each).tolist(), strict=True):
        votes[text][kind] = count
    lost = outvoted(votes)
    return [(reading, lost[reading]) if reading in lost else None for reading in readings]


def _read_alone(analysis: Analysis, apart: Apart) -> NamesOfText:
    texts = tuple(analysis.document.text_at(name.span) for name in analysis.names)
    identities, settled = _settled(analysis, texts, {}, apart)
    read = zip(analysis.names, texts, identities, settled, strict=True)
    return NamesOfText(
        names=tuple(
            ReadName(name.entity, name.kind, text, identity, full) for name, text, identity, full in read
        ),
        at=tuple(chain.from_iterable((name.paragraph, name.start, name.end) for name in analysis.names)),
        speakers=tuple(sorted({each.speaker for each in analysis.quotes if each.origin and each.speaker})),
        quotes=len(analysis.quotes),
    )


def _settled(
    analysis: Analysis,
    texts: Sequence[str],
    lost: Mapping[_Reading, EntityKind],
    apart: Apart,
) -> tuple[tuple[Identity, ...], tuple[Identity, ...]]:
    """The identities of the names of a text, by their words and after the other names were heard."""
    countries = countries_in(set(texts))
    before = [_before(analysis, name) for name in analysis.names]
    identities = [
        identity_of(name.kind, text, countries, lead)
        for name, text, lead in zip(analysis.names, texts, before, strict=True)
    ]
    local = resolve_locally(identities, apart)
    for number, (name, text) in enumerate(zip(analysis.names, texts, strict=True)):
        kind = lost.get((fold(text), name.kind)) if lost else None
        # What the text's own full names settle is no misreading.
        if kind and identities[number] not in local and name.origin != "editor":
            identities[number] = identity_of(kind, text, countries, before[number])
    local = resolve_locally(identities, apart) if lost else local
    return tuple(identities), tuple(follow(local, identity) for identity in identities)


def _before(analysis: Analysis, name: Name) -> str:
    document = analysis.document
    whole = document.title if name.paragraph < 0 else document.paragraphs[name.paragraph]
    return whole[max(0, name.start - 40) : name.start]
