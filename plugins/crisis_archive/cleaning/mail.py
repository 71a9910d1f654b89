"""The head of a mail above a text that came by mail: its subject is the headline, the rest is the envelope.

Only at the top of the text, and only where the lines are surely a head: two different labels at least, one of
them a subject or a date, or a sender with an address. What the date line says is still read for the date.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.text.reasons import reason

_LABELS = {
    "sender": "from|von|de|da|van|från|fra|od|от|expéditeur|remitente|mittente",
    "reader": "to|cc|bcc|an|kopie|para|à|aan|till|til|do|кому|destinataire|destinatario|reply-to|antwort an",
    "date": "date|sent|datum|gesendet|fecha|enviado(?: el)?|envoyé|data|inviato|verzonden|skickat|sendt|дата",
    "subject": "subject|betreff|asunto|objet|oggetto|assunto|onderwerp|ämne|emne|temat|тема",
    "other": "importance|priority|attachments?|message-id|mime-version|content-type|x-[a-z-]{1,40}|anlagen?",
}
_FIELD = re.compile(
    rf"[ \t]{{0,3}}\*?(?:{'|'.join(f'(?P<{kind}>{labels})' for kind, labels in _LABELS.items())})"
    r"[ \t]{0,3}:\*?[ \t]*(?P<value>.{0,500})",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\W*(?:(?:begin )?forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|anfang der weitergeleiteten (?:nachricht|e-?mail)|mensaje (?:reenviado|original)"
    r"|message (?:transféré|d'origine)|messaggio (?:inoltrato|originale)|mensagem encaminhada)\W*",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|rv|tr|sv|vs|enc|res|i)[ \t]?:[ \t]*)+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 60  # characters, with what stands around it
_LONGEST_MARK = 100  # characters of a line that says that something was forwarded
_FEWEST = 2  # different labels
_MOST = 30  # lines
_WHY = reason("The head of a mail that brought the text, not the text.")
_JOINED = reason("A line end inside a mail's subject.")
_LABEL = reason("What a mail program puts before a subject; the subject is the headline.")


class _Line(NamedTuple):
    """One line of a head; half-open places in the text, its line feed included."""

    start: int
    end: int
    kind: str
    """One of the labels' kinds; empty for what says that something was forwarded."""
    value: int
    """Where in the text its value begins: behind the label, or the white space of a line that goes on."""
    text: str
    """The value."""
    goes_on: bool


def run(draft: Draft, page: Page) -> None:
    """Take the envelope away and leave the subject."""
    head = [] if page.is_html else _head(draft.text)
    if _is_sure(head) and draft.text[head[-1].end :].strip():
        draft.apply("mail", [wish for line in head for wish in _wishes(line)])


def _head(text: str) -> list[_Line]:
    """The lines at the top that have the form of a mail's head."""
    head: list[_Line] = []
    kind = ""
    at = 0
    for line in text.split("\n", _MOST)[:_MOST]:
        value = line.strip()
        field = _FIELD.fullmatch(line) if ":" in line[:_LONGEST_LABEL] else None
        goes_on = bool(kind and value) and line[:1] in (" ", "\t") and not field
        if not (field or goes_on or (not kind and (not value or _is_forwarded(line)))):
            break
        if field:
            kind, value = next(kind for kind in _LABELS if field[kind]), field["value"].strip()
        behind = line.rindex(value) if value else len(line)
        head.append(_Line(at, min(at + len(line) + 1, len(text)), kind, at + behind, value, goes_on))
        at += len(line) + 1
    return head


def _is_forwarded(line: str) -> bool:
    return len(line) < _LONGEST_MARK and _FORWARDED.fullmatch(line) is not None


def _is_sure(head: Sequence[_Line]) -> bool:
    kinds = {line.kind for line in head} - {""}
    sent = any(line.kind == "sender" and "@" in line.text for line in head)
    dated = any(line.kind == "date" and _DIGIT.search(line.text) for line in head)
    return len(kinds) >= _FEWEST and (sent or (dated and "subject" in kinds))


def _wishes(line: _Line) -> list[Replacement]:
    """A line of the envelope goes; of a subject its label goes, and the line end inside it."""
    if line.kind != "subject":
        return [Replacement(line.start, line.end, "", _WHY)]
    if line.goes_on:
        return [Replacement(line.start - 1, line.value, " ", _JOINED)]
    answered = _ANSWERED.match(line.text)
    begin = line.value + (answered.end() if answered else 0)
    return [Replacement(line.start, begin, "", _LABEL)]
