"""`resolve_entities`: one entity for all spellings of one name, two for two bearers of one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from msgspec.msgpack import encode

from crisis_archive.memory import key_of
from crisis_archive.model import (
    Analysis,
    AuthorityEntity,
    Entity,
    Mention,
    Name,
    Quote,
    SeedCorrection,
    Struct,
)
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.archive_wide import bare_bodies, bare_surnames, one_middle, outvoted
from crisis_archive.relating.entities.authority import EDITORS, Authority, corrected_mentions
from crisis_archive.relating.entities.identity import Identity, countries_in, identity_of, key_words
from crisis_archive.relating.entities.local import Apart, follow, resolve_locally
from crisis_archive.relating.entities.offices import Offices
from crisis_archive.relating.entities.records import Gathered, entity_records, ids_of
from crisis_archive.relating.entities.speakers import with_speakers
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.text.folding import fold

_PLACE = attrgetter("paragraph", "start", "end")


class Entities(Struct, frozen=True):
    """Who is who in the archive."""

    entities: tuple[Entity, ...]
    """Sorted by id."""
    mentions: dict[str, tuple[Mention, ...]]
    """By document id, in order of place; every document has an entry."""
    speakers: dict[str, tuple[Quote, ...]]
    """By document id: its quotes with `speaker` filled where the text names one."""


class _Read(NamedTuple):
    """One name of one text on its way to an entity; the same wherever the same words are settled alike."""

    entity: str | None
    """What an annotator knows to be meant."""
    kind: EntityKind
    text: str
    identity: Identity
    """By the words alone."""
    settled: Identity
    """After the other names of its text were heard."""


class _Named(Struct, frozen=True, array_like=True):
    """The names of one text as they would be read if it were alone."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]
    identities: tuple[Identity, ...]
    settled: tuple[Identity, ...]


def resolve_entities(
    analyses: Sequence[Analysis],
    authority: tuple[AuthorityEntity, ...],
    corrections: tuple[SeedCorrection, ...] = (),
    kept: Keeping | None = None,
) -> Entities:
    """Ties every name of every text to an entity; the order of `analyses` does not matter.

    First inside each text (`local`), then over the archive (`archive_wide`); the editor's word stands above
    both. The work grows with the number of names: nothing is compared with everything.
    """
    editors = Authority(authority)
    read, names_of = _read_all(analyses, editors, kept or nothing_kept())
    settled = [each.settled for each in read]
    texts = Counter(chain.from_iterable({settled[each] for each in names} for names in names_of.values()))
    wide = {**bare_bodies(texts), **bare_surnames(texts, editors.apart), **one_middle(texts, editors.apart)}
    final = [_meant(each, wide, editors) for each in read]
    by_itself = {entity: identity for identity, entity in ids_of(sorted(set(final))).items()}
    correction_of = {each.seed: each for each in corrections if each.names}
    gathered: dict[Identity, Gathered] = defaultdict(Gathered)
    tied: dict[str, list[tuple[Identity, Mention]]] = {}
    met: Counter[int] = Counter()
    for analysis in analyses:
        names = names_of[analysis.id]
        correction = correction_of.get(analysis.document.seed.file)
        if correction:
            edited = list(corrected_mentions(analysis, correction, editors))
            pairs = _as_edited(analysis, [final[each] for each in names], edited, by_itself)
            _gather(gathered, analysis, pairs, [read[each] for each in names])
            tied[analysis.id] = pairs
        else:
            met.update(names)
            for identity in {final[each] for each in names}:
                gathered[identity].documents.add(analysis.id)
        for speaker in sorted({each.speaker for each in analysis.quotes if each.origin and each.speaker}):
            if speaker in by_itself or speaker in editors.by_id:
                gathered[by_itself.get(speaker) or editors.identity(speaker)].documents.add(analysis.id)
    for each, count in met.items():
        own = count if read[each].identity == final[each] else 0
        gathered[final[each]].meet(read[each].text, count, own)
    records, ids = entity_records(gathered, editors)
    called = [
        (identity.kind, ids.get(identity, "")) for identity in final
    ]  # none: editors took all its names
    mentions = {
        each.id: _edited_mentions(tied[each.id], ids)
        if each.id in tied
        else _mentions(each, [called[name] for name in names_of[each.id]])
        for each in analyses
    }
    offices = Offices(analyses, mentions)
    known_ids = frozenset(ids.values())
    speakers = {each.id: with_speakers(each, mentions[each.id], known_ids, offices) for each in analyses}
    return Entities(tuple(records), mentions, speakers)


def _as_edited(
    analysis: Analysis,
    final: Sequence[Identity],
    edited: Sequence[Mention],
    by_itself: Mapping[str, Identity],
) -> list[tuple[Identity, Mention]]:
    """The names of a text that an editor corrected, in order of place."""
    # An id that the archive gives by itself means that entity; any other is an entity of the editor.
    pairs = [
        (by_itself.get(mention.entity) or Identity(mention.kind, EDITORS + mention.entity), mention)
        for mention in edited
        if mention.entity
    ]
    for place, identity in zip(analysis.names, final, strict=True):
        if not any(_meet(place, mention) for mention in edited):
            pairs.append((identity, Mention(place.paragraph, place.start, place.end, identity.kind, "")))
    return sorted(pairs, key=lambda pair: pair[1].span)


def _edited_mentions(
    pairs: Iterable[tuple[Identity, Mention]], ids: Mapping[Identity, str]
) -> tuple[Mention, ...]:
    return tuple(
        Mention(each.paragraph, each.start, each.end, identity.kind, ids[identity], each.origin)
        for identity, each in pairs
    )


def _mentions(analysis: Analysis, called: Iterable[tuple[EntityKind, str]]) -> tuple[Mention, ...]:
    """The names of a text in order of place; `called` gives the kind and the id of each."""
    found = [
        Mention(name.paragraph, name.start, name.end, kind, entity)
        for name, (kind, entity) in zip(analysis.names, called, strict=True)
    ]
    return tuple(sorted(found, key=_PLACE))


def _meet(one: Name, other: Mention) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _read_all(
    analyses: Sequence[Analysis], editors: Authority, kept: Keeping
) -> tuple[list[_Read], dict[str, list[int]]]:
    """All different names, and by document id the number of each name of a text among them."""
    ordered = sorted(analyses, key=lambda each: each.id)
    keys = [key_of(kept.text(each.id), editors.key) for each in ordered]
    alone = kept.each("names", _Named, keys, lambda place: _read_alone(ordered[place], editors.apart))
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for analysis, named in zip(ordered, alone, strict=True):
        kinds = (name.kind for name in analysis.names)
        for text, kind in set(zip(named.folded, kinds, strict=True)):
            votes[text][kind] += 1
    lost = outvoted(votes)
    number: dict[_Read, int] = {}
    names_of: dict[str, list[int]] = {}
    for analysis, named in zip(ordered, _outvoted(ordered, alone, lost, editors, kept), strict=True):
        entries = zip(analysis.names, named.texts, named.identities, named.settled, strict=True)
        names_of[analysis.id] = [
            number.setdefault(_Read(name.entity, name.kind, text, identity, full), len(number))
            for name, text, identity, full in entries
        ]
    return list(number), names_of


def _outvoted(
    analyses: Sequence[Analysis],
    alone: Sequence[_Named],
    lost: Mapping[tuple[str, EntityKind], EntityKind],
    editors: Authority,
    kept: Keeping,
) -> list[_Named]:
    """The names of each text as all texts together have them read; most texts are not concerned."""
    concerned: dict[int, dict[tuple[str, EntityKind], EntityKind]] = {}
    for place, (analysis, named) in enumerate(zip(analyses, alone, strict=True)):
        kinds = (name.kind for name in analysis.names)
        held = {pair for pair in zip(named.folded, kinds, strict=True) if pair in lost}
        if held:
            concerned[place] = {pair: lost[pair] for pair in sorted(held)}
    places = list(concerned)

    def settled(at: int) -> _Named:
        place = places[at]
        named = alone[place]
        identities = _settled(analyses[place], named, concerned[place], editors.apart)
        return _Named(named.texts, named.folded, *identities)

    keys = [
        key_of(kept.text(analyses[place].id), editors.key, encode(list(concerned[place].items())))
        for place in places
    ]
    found = list(alone)
    for place, named in zip(places, kept.each("names outvoted", _Named, keys, settled), strict=True):
        found[place] = named
    return found


def _read_alone(analysis: Analysis, apart: Apart) -> _Named:
    texts = tuple(analysis.document.text_at(name.span) for name in analysis.names)
    folded = tuple(map(fold, texts))
    named = _Named(texts, folded, (), ())
    identities, settled = _settled(analysis, named, {}, apart)
    return _Named(texts, folded, identities, settled)


def _settled(
    analysis: Analysis,
    named: _Named,
    lost: Mapping[tuple[str, EntityKind], EntityKind],
    apart: Apart,
) -> tuple[tuple[Identity, ...], tuple[Identity, ...]]:
    """The identities of the names of a text, by their words and after the other names were heard."""
    countries = countries_in(set(named.texts))
    before = [_before(analysis, name) for name in analysis.names]
    identities = [
        identity_of(name.kind, text, countries, lead)
        for name, text, lead in zip(analysis.names, named.texts, before, strict=True)
    ]
    local = resolve_locally(identities, apart)
    for number, (name, text) in enumerate(zip(analysis.names, named.texts, strict=True)):
        kind = lost.get((named.folded[number], name.kind))
        # What the text's own full names settle is no misreading.
        if kind and identities[number] not in local and name.origin != "editor":
            identities[number] = identity_of(kind, text, countries, before[number])
    local = resolve_locally(identities, apart) if lost else local
    return tuple(identities), tuple(follow(local, identity) for identity in identities)


def _before(analysis: Analysis, name: Name) -> str:
    document = analysis.document
    whole = document.title if name.paragraph < 0 else document.paragraphs[name.paragraph]
    return whole[max(0, name.start - 40) : name.start]


def _meant(read: _Read, wide: Mapping[Identity, Identity], editors: Authority) -> Identity:
    """The editor's entity where the words or the full name are one of its names; else the archive's."""
    if read.entity in editors.by_id:
        return Identity(read.kind, EDITORS + read.entity)
    own = editors.find(read.identity.kind, key_words(read.text))
    if own:
        return own
    settled = editors.find(read.settled.kind, read.settled.words)
    if settled:
        return settled
    final = follow(wide, read.settled)
    return editors.find(final.kind, final.words) or final


def _gather(
    gathered: dict[Identity, Gathered],
    analysis: Analysis,
    pairs: Iterable[tuple[Identity, Mention]],
    read: Iterable[_Read],
) -> None:
    by_itself = {name.span: each.identity for name, each in zip(analysis.names, read, strict=True)}
    for identity, mention in pairs:
        text = analysis.document.text_at(mention.span)
        entry = gathered[identity]
        entry.documents.add(analysis.id)
        entry.meet(text, 1, int(by_itself.get(mention.span) == identity))
