"""The margin of a text: what was repaired, what is unclear, which day is meant, who passed it on."""

import re
from collections.abc import Iterator

from crisis_archive.markup import Layer, Noted, noted_id, repairs, visible_spaces
from crisis_archive.model import Record, Span, Struct
from crisis_archive.pages import dates
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.retelling import retold_in
from crisis_archive.pages.views import shortened
from crisis_archive.pages.words import Words

LONGEST_QUOTED = 60
"""Characters of a stretch that a note quotes."""
_WORD_BEFORE = re.compile(r"\w*$")
_WORD_AFTER = re.compile(r"\w*")
# These expressions name their day themselves: a note would only repeat it.
_SAYS_ITSELF = frozenset({"iso", "day-month-year"})


class Note(Struct, frozen=True):
    """One note of the margin."""

    id: str
    kind: str
    """Its class and, through the words, its label: `doubt`, `repaired`, `dated`, `added` ..."""
    label: str
    quoted: str
    """The words it speaks of."""
    text: str
    href: str | None = None
    """Where more of it stands."""


class _Draft(Struct, frozen=True):
    at: Span
    kind: str
    quoted: str
    text: str
    layer: Layer | None
    """Where the stretch is marked in the text; null: it is not."""
    href: str | None = None


def notes_by_paragraph(
    record: Record, catalogue: Catalogue, words: Words
) -> dict[int, tuple[tuple[Note, ...], tuple[Noted, ...]]]:
    """For every paragraph that has any: its notes in order, and the marks that they explain."""
    everything = (
        *_doubts(record, words),
        *_repairs(record, words),
        *_retold(record, catalogue, words),
        *_times(record, words),
        *_quotes(record, words),
    )
    drafts: dict[int, list[_Draft]] = {}
    for draft in everything:
        drafts.setdefault(draft.at.paragraph, []).append(draft)
    return {number: _numbered(number, each, words) for number, each in drafts.items()}


def _numbered(
    paragraph: int, drafts: list[_Draft], words: Words
) -> tuple[tuple[Note, ...], tuple[Noted, ...]]:
    notes: list[Note] = []
    marks: list[Noted] = []
    drafts.sort(key=lambda each: (each.at, each.kind, each.text))
    for number, draft in enumerate(drafts, 1):
        identifier = noted_id(paragraph, number)
        label = words(f"notes.{draft.kind}")
        notes.append(Note(identifier, draft.kind, label, draft.quoted, draft.text, draft.href))
        if draft.layer is not None and draft.at.start < draft.at.end:
            marks.append(Noted(draft.at.start, draft.at.end, draft.layer, draft.kind, identifier))
    return tuple(notes), tuple(marks)


def _doubts(record: Record, words: Words) -> Iterator[_Draft]:
    for doubt in record.doubts:
        at = Span(doubt.paragraph, doubt.start, doubt.end)
        quoted = shortened(record.text_at(at), LONGEST_QUOTED)
        yield _Draft(at, "doubt", quoted, words.reason(doubt.why), Layer.DOUBT)


def _repairs(record: Record, words: Words) -> Iterator[_Draft]:
    for repair in repairs(record):
        head, put, tail = _word_around(record, repair.at)
        before = shortened(visible_spaces(head + repair.edit.before.strip() + tail), LONGEST_QUOTED)
        why = words.reason(repair.edit.why)
        text = words("notes.was", before=before, why=why) if before else why
        quoted = shortened(head + put + tail, LONGEST_QUOTED)
        yield _Draft(repair.at, "repaired", quoted, text, Layer.REPAIR)


def _word_around(record: Record, at: Span) -> tuple[str, str, str]:
    """The stretch, with the rest of its first word before it and of its last word after it."""
    whole = record.text_at(Span(at.paragraph, 0, at.end))
    head = _WORD_BEFORE.search(whole[: at.start])
    tail = _WORD_AFTER.match(record.text_at(Span(at.paragraph, at.end, at.end + LONGEST_QUOTED)))
    return head[0] if head else "", whole[at.start :], tail[0] if tail else ""


def _retold(record: Record, catalogue: Catalogue, words: Words) -> Iterator[_Draft]:
    # A sentence may be made of several of its source: what differs from each stands in one note.
    told: dict[tuple[Span, bool, str], dict[str, None]] = {}
    for each in retold_in(record, catalogue, words):
        told.setdefault((each.at, each.is_added, each.comparison), {}).update(dict.fromkeys(each.texts))
    # Of a source and its copies the first is enough: the others would say the same again.
    said: set[tuple[Span, bool, str]] = set()
    for (at, is_added, comparison), texts in told.items():
        note = (at, is_added, "; ".join(texts))
        if note in said:
            continue
        said.add(note)
        kind, layer = ("added", Layer.ADDED) if is_added else ("retold", None)
        quoted = shortened(record.text_at(at), LONGEST_QUOTED)
        yield _Draft(at, kind, quoted, note[-1], layer, comparison)


def _times(record: Record, words: Words) -> Iterator[_Draft]:
    for time in record.times:
        if time.earliest is None or time.latest is None or time.rule in _SAYS_ITSELF or time.paragraph < 0:
            continue
        quoted = record.text_at(time.span)
        day = dates.days(time.earliest, time.latest, words)
        if day.casefold() in quoted.casefold():
            continue  # "2018 is 2018" tells nobody anything
        weekday = dates.weekday(time.earliest, words)
        if time.earliest == time.latest and weekday.casefold() not in quoted.casefold():
            day = f"{weekday}, {day}"
        yield _Draft(time.span, "dated", quoted, words("notes.dated_as", day=day), None)


def _quotes(record: Record, words: Words) -> Iterator[_Draft]:
    for quote in record.quotes:
        if quote.chain and quote.speaker_text:
            text = words("notes.chain", speaker=quote.speaker_text, chain=words.listed(list(quote.chain)))
            yield _Draft(
                quote.span, "relayed", shortened(record.text_at(quote.span), LONGEST_QUOTED), text, None
            )
