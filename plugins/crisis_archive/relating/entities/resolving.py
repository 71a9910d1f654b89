"""`resolve_entities`: one entity for all spellings of one name, two for two bearers of one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

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
from crisis_archive.relating.entities.archive_wide import bare_bodies, bare_surnames, one_middle
from crisis_archive.relating.entities.authority import EDITORS, Authority, corrected_mentions
from crisis_archive.relating.entities.identity import Identity, key_words
from crisis_archive.relating.entities.local import follow
from crisis_archive.relating.entities.numbered import Names, ReadName
from crisis_archive.relating.entities.offices import Offices
from crisis_archive.relating.entities.reading import read_names, read_together
from crisis_archive.relating.entities.records import Gathered, entity_records, ids_of
from crisis_archive.relating.entities.speakers import Heard, heard_alone, with_speakers
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import distinct


class Entities(Struct, frozen=True):
    """Who is who in the archive."""

    entities: tuple[Entity, ...]
    """Sorted by id."""
    mentions: dict[str, tuple[Mention, ...]]
    """By document id, in order of place; every document has an entry."""
    speakers: dict[str, tuple[Quote, ...]]
    """By document id: its quotes with `speaker` filled where the text names one."""


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
    editors, texts, kept = Authority(authority), Texts(analyses), kept or nothing_kept()
    names = read_together(read_names(texts, editors, kept), texts, editors, kept)
    used = np.bincount(names.numbers, minlength=len(names.table)) > 0
    final = _final(names, used, editors)
    identities = [final[each] for each in np.flatnonzero(used).tolist()]
    by_itself = {entity: identity for identity, entity in ids_of(sorted(set(identities))).items()}
    correction_of = {each.seed: each for each in corrections if each.names}
    gathered: dict[Identity, Gathered] = defaultdict(Gathered)
    tied: dict[str, list[tuple[Identity, Mention]]] = {}
    for place, file in enumerate(texts.files if correction_of else ()):
        if file in correction_of:
            analysis, numbers = texts[place], names.of(place)
            edited = list(corrected_mentions(analysis, correction_of[file], editors))
            pairs = _as_edited(analysis, [final[each] for each in numbers], edited, by_itself)
            _gather(gathered, analysis, pairs, [names.table[each] for each in numbers])
            tied[analysis.id] = pairs
    _gather_plain(gathered, names, final, texts.ids, tied)
    for place, speakers in names.speakers.items():
        for speaker in speakers:
            if speaker in by_itself or speaker in editors.by_id:
                identity = by_itself.get(speaker) or editors.identity(speaker)
                gathered[identity].documents.add(texts.ids[place])
    records, ids = entity_records(gathered, editors)
    # No id: editors took all its names.
    called = [(identity.kind, ids.get(identity, "")) for identity in final]
    edited_too = {document: _edited_mentions(pairs, ids) for document, pairs in tied.items()}
    mentions = {
        document: edited_too[document] if document in tied else found
        for document, found in zip(texts.ids, _mentions(names, called), strict=True)
    }
    speakers_of = _speakers(texts, mentions, frozenset(ids.values()), names.quotes.tolist(), kept)
    return Entities(tuple(records), mentions, speakers_of)


def _final(names: Names, used: NDArray[np.bool_], editors: Authority) -> list[Identity]:
    """What each name of the table means, over all texts; where no text has it so, what its own text says."""
    settled = sorted({each.settled for each in names.table})
    place = {identity: at for at, identity in enumerate(settled)}
    numbers = np.array([place[each.settled] for each in names.table], dtype=np.int64)
    counts = zip(settled, names.texts_with(numbers).tolist(), strict=True)
    held = Counter({identity: count for identity, count in counts if count})
    wide = {**bare_bodies(held), **bare_surnames(held, editors.apart), **one_middle(held, editors.apart)}
    return [
        _meant(each, wide, editors) if is_used else each.settled
        for each, is_used in zip(names.table, used.tolist(), strict=True)
    ]


def _gather_plain(
    gathered: dict[Identity, Gathered],
    names: Names,
    final: Sequence[Identity],
    ids: Sequence[str],
    edited: Collection[str],
) -> None:
    """What the texts that no editor corrected say of each identity."""
    plain = np.array([document not in edited for document in ids], dtype=bool)
    rows = names.rows()
    mine = plain[rows]
    met = np.bincount(names.numbers[mine], minlength=len(final)).tolist()
    number: dict[Identity, int] = {}
    means = np.array([number.setdefault(each, len(number)) for each in final], dtype=np.int64)
    cells = distinct(means[names.numbers[mine]] * len(ids) + rows[mine])
    starts = np.searchsorted(cells, np.arange(len(number) + 1) * len(ids)).tolist()
    places = (cells % max(len(ids), 1)).tolist()
    for identity, (first, last) in zip(number, pairwise(starts), strict=True):
        if first < last:
            gathered[identity].documents.update(map(ids.__getitem__, places[first:last]))
    for name, identity, count in zip(names.table, final, met, strict=True):
        if count:
            gathered[identity].meet(name.text, count, count if name.identity == identity else 0)


def _speakers(
    texts: Texts,
    mentions: Mapping[str, tuple[Mention, ...]],
    known: Collection[str],
    quotes: Sequence[int],
    kept: Keeping,
) -> dict[str, tuple[Quote, ...]]:
    """By document id the quotes with their speakers; `quotes`: how many each text has."""
    offices = Offices(texts, mentions)
    speaking = [place for place, count in enumerate(quotes) if count]
    ids = [texts.ids[place] for place in speaking]

    def heard(at: int) -> Heard:
        return heard_alone(texts[speaking[at]], mentions[ids[at]], known, offices)

    keys = [kept.named(each, mentions) for each in ids]
    found: dict[str, tuple[Quote, ...]] = dict.fromkeys(texts.ids, ())
    for place, each in zip(speaking, kept.each("who speaks", Heard, keys, heard), strict=True):
        document = texts.ids[place]
        found[document] = (
            each.quotes if each.is_sure else with_speakers(texts[place], mentions[document], known, offices)
        )
    return found


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


def _mentions(names: Names, called: Sequence[tuple[EntityKind, str]]) -> Iterator[tuple[Mention, ...]]:
    """The names of each text in order of place; `called` gives the kind and the id of each name."""
    # By place: so they need not be sorted text by text.
    order = np.lexsort((names.at[:, 2], names.at[:, 1], names.at[:, 0], names.rows()))
    found = [
        Mention(paragraph, start, end, *called[number])
        for (paragraph, start, end), number in zip(
            names.at[order].tolist(), names.numbers[order].tolist(), strict=True
        )
    ]
    starts = names.starts.tolist()
    return (tuple(found[first:last]) for first, last in pairwise(starts))


def _meet(one: Name, other: Mention) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _meant(read: ReadName, wide: Mapping[Identity, Identity], editors: Authority) -> Identity:
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
    read: Iterable[ReadName],
) -> None:
    by_itself = {name.span: each.identity for name, each in zip(analysis.names, read, strict=True)}
    for identity, mention in pairs:
        text = analysis.document.text_at(mention.span)
        entry = gathered[identity]
        entry.documents.add(analysis.id)
        entry.meet(text, 1, int(by_itself.get(mention.span) == identity))
