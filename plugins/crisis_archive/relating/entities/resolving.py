"""`resolve_entities`: one entity for all spellings of one name, two for two bearers of one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from crisis_archive.model import (
    Analysis,
    AuthorityEntity,
    Entity,
    Mention,
    Name,
    Quote,
    SeedCorrection,
    Span,
    Struct,
)
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities.archive_wide import bare_bodies, bare_surnames, one_middle
from crisis_archive.relating.entities.authority import EDITORS, Authority, corrected_mentions
from crisis_archive.relating.entities.identity import Identity, key_words
from crisis_archive.relating.entities.local import follow
from crisis_archive.relating.entities.offices import Offices
from crisis_archive.relating.entities.reading import ReadName, read_names
from crisis_archive.relating.entities.records import Gathered, entity_records, ids_of
from crisis_archive.relating.entities.speakers import Heard, heard_alone, with_speakers
from crisis_archive.relating.keeping import Keeping, nothing_kept
from crisis_archive.relating.texts import Texts

_PLACE = attrgetter("paragraph", "start", "end")


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
    read, names_of, alone = read_names(texts, editors, kept)
    settled = [each.settled for each in read]
    held = Counter(chain.from_iterable({settled[each] for each in names} for names in names_of))
    wide = {**bare_bodies(held), **bare_surnames(held, editors.apart), **one_middle(held, editors.apart)}
    final = [_meant(each, wide, editors) for each in read]
    by_itself = {entity: identity for identity, entity in ids_of(sorted(set(final))).items()}
    correction_of = {each.seed: each for each in corrections if each.names}
    gathered: dict[Identity, Gathered] = defaultdict(Gathered)
    tied: dict[str, list[tuple[Identity, Mention]]] = {}
    met: Counter[int] = Counter()
    for place, (document, names) in enumerate(zip(texts.ids, names_of, strict=True)):
        correction = correction_of.get(texts.files[place])
        if correction:
            analysis = texts[place]
            edited = list(corrected_mentions(analysis, correction, editors))
            pairs = _as_edited(analysis, [final[each] for each in names], edited, by_itself)
            _gather(gathered, analysis, pairs, [read[each] for each in names])
            tied[document] = pairs
        else:
            met.update(names)
            for identity in {final[each] for each in names}:
                gathered[identity].documents.add(document)
        for speaker in alone[place].speakers:
            if speaker in by_itself or speaker in editors.by_id:
                gathered[by_itself.get(speaker) or editors.identity(speaker)].documents.add(document)
    for each, count in met.items():
        own = count if read[each].identity == final[each] else 0
        gathered[final[each]].meet(read[each].text, count, own)
    records, ids = entity_records(gathered, editors)
    called = [
        (identity.kind, ids.get(identity, "")) for identity in final
    ]  # none: editors took all its names
    mentions = {
        document: _edited_mentions(tied[document], ids)
        if document in tied
        else _mentions(alone[place].at, [called[name] for name in names_of[place]])
        for place, document in enumerate(texts.ids)
    }
    speakers = _speakers(texts, mentions, frozenset(ids.values()), [each.quotes for each in alone], kept)
    return Entities(tuple(records), mentions, speakers)


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

    keys = [kept.named(each, mentions[each]) for each in ids]
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


def _mentions(at: Sequence[Span], called: Iterable[tuple[EntityKind, str]]) -> tuple[Mention, ...]:
    """The names of a text in order of place; `called` gives the kind and the id of each."""
    found = [
        Mention(name.paragraph, name.start, name.end, kind, entity)
        for name, (kind, entity) in zip(at, called, strict=True)
    ]
    return tuple(sorted(found, key=_PLACE))


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
