"""The names of every text, read alone and as all texts together have them read."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.msgpack import encode
from msgspec.structs import replace

from crisis_archive.memory import key_of
from crisis_archive.model import Analysis, Name, Span, Struct
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.archive_wide import outvoted
from crisis_archive.relating.entities.authority import Authority
from crisis_archive.relating.entities.identity import Identity, countries_in, identity_of
from crisis_archive.relating.entities.local import Apart, follow, resolve_locally
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.texts import Texts
from crisis_archive.text.folding import fold


class ReadName(NamedTuple):
    """One name of one text on its way to an entity; the same wherever the same words are settled alike."""

    entity: str | None
    """What an annotator knows to be meant."""
    kind: EntityKind
    text: str
    identity: Identity
    """By the words alone."""
    settled: Identity
    """After the other names of its text were heard."""


class NamesOfText(Struct, frozen=True, array_like=True):
    """The names of one text as they would be read if it were alone, and all else that is asked of its text
    here: most texts need not be read again."""

    at: tuple[Span, ...]
    kinds: tuple[EntityKind, ...]
    known: tuple[str | None, ...]
    """Entities that an annotator knows to be meant."""
    speakers: tuple[str, ...]
    """Ids that an editor gave to whom it quotes, sorted."""
    quotes: int
    """How many it has."""
    texts: tuple[str, ...]
    folded: tuple[str, ...]
    identities: tuple[Identity, ...]
    settled: tuple[Identity, ...]


def read_names(
    texts: Texts, editors: Authority, kept: Keeping
) -> tuple[list[ReadName], list[list[int]], list[NamesOfText]]:
    """All different names; of each text the number of each of its names among them, and how it was read."""
    keys = [key_of(kept.text(each), editors.key) for each in texts.ids]
    alone = kept.each("names", NamesOfText, keys, lambda place: _read_alone(texts[place], editors.apart))
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for named in alone:
        for text, kind in set(zip(named.folded, named.kinds, strict=True)):
            votes[text][kind] += 1
    lost = outvoted(votes)
    number: dict[ReadName, int] = {}
    names_of = []
    for named in _outvoted(texts, alone, lost, editors, kept):
        entries = zip(named.known, named.kinds, named.texts, named.identities, named.settled, strict=True)
        names_of.append([number.setdefault(ReadName(*entry), len(number)) for entry in entries])
    return list(number), names_of, alone


def _outvoted(
    texts: Texts,
    alone: Sequence[NamesOfText],
    lost: Mapping[tuple[str, EntityKind], EntityKind],
    editors: Authority,
    kept: Keeping,
) -> list[NamesOfText]:
    """The names of each text as all texts together have them read; most texts are not concerned."""
    concerned: dict[int, dict[tuple[str, EntityKind], EntityKind]] = {}
    for place, named in enumerate(alone):
        held = {pair for pair in zip(named.folded, named.kinds, strict=True) if pair in lost}
        if held:
            concerned[place] = {pair: lost[pair] for pair in sorted(held)}
    places = list(concerned)

    def settled(at: int) -> NamesOfText:
        place = places[at]
        named = alone[place]
        identities, full = _settled(texts[place], named.texts, named.folded, concerned[place], editors.apart)
        return replace(named, identities=identities, settled=full)

    keys = [
        key_of(kept.text(texts.ids[place]), editors.key, encode(list(concerned[place].items())))
        for place in places
    ]
    found = list(alone)
    for place, named in zip(places, kept.each("names outvoted", NamesOfText, keys, settled), strict=True):
        found[place] = named
    return found


def _read_alone(analysis: Analysis, apart: Apart) -> NamesOfText:
    texts = tuple(analysis.document.text_at(name.span) for name in analysis.names)
    folded = tuple(map(fold, texts))
    identities, settled = _settled(analysis, texts, folded, {}, apart)
    return NamesOfText(
        at=tuple(name.span for name in analysis.names),
        kinds=tuple(name.kind for name in analysis.names),
        known=tuple(name.entity for name in analysis.names),
        speakers=tuple(sorted({each.speaker for each in analysis.quotes if each.origin and each.speaker})),
        quotes=len(analysis.quotes),
        texts=texts,
        folded=folded,
        identities=identities,
        settled=settled,
    )


def _settled(
    analysis: Analysis,
    texts: Sequence[str],
    folded: Sequence[str],
    lost: Mapping[tuple[str, EntityKind], EntityKind],
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
        kind = lost.get((folded[number], name.kind))
        # What the text's own full names settle is no misreading.
        if kind and identities[number] not in local and name.origin != "editor":
            identities[number] = identity_of(kind, text, countries, before[number])
    local = resolve_locally(identities, apart) if lost else local
    return tuple(identities), tuple(follow(local, identity) for identity in identities)


def _before(analysis: Analysis, name: Name) -> str:
    document = analysis.document
    whole = document.title if name.paragraph < 0 else document.paragraphs[name.paragraph]
    return whole[max(0, name.start - 40) : name.start]
