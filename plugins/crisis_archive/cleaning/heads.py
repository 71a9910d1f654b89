"""The head of a mail or of a scraper's record above a text (`Subject:`, `Title:`, `Date:`), its foot below.

The subject or title is the headline, the rest is the envelope. Only at the top and at the end, and only where
the lines are surely such: different labels, with a date, an address or a sender among them. What a date line
says is still read for the date.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft, Replacement
from crisis_archive.model import Source
from crisis_archive.text.reasons import reason

_LABELS = {
    "sender": "from|von|de|da|van|från|fra|od|от|expéditeur|remitente|mittente",
    "reader": "to|cc|bcc|an|kopie|para|à|aan|till|til|do|кому|destinataire|destinatario|reply-to|antwort an",
    "date": (
        "(?:publi(?:shed|cation)[ _-]?)?(?:date|time)|published(?: (?:on|at))?|posted(?: on)?|sent|updated"
        "|datum|gesendet|veröffentlicht|fecha|enviado(?: el)?|publicado|envoyé|publié|data|inviato|pubblicato"
        "|verzonden|skickat|sendt|дата|crawled|retrieved|accessed"
    ),
    "subject": (
        "subject|title|headline|betreff|titel|überschrift|asunto|título|titular|objet|titre|oggetto|titolo|assunto"
        "|onderwerp|ämne|rubrik|emne|temat|tytuł|тема|заголовок"
    ),
    "link": "url|uri|link|web ?link|permalink|canonical|source url",
    "source": "source|quelle|fuente|fonte|bron|источник",
    "author": "authors?|by(?:line)?|(?:article |written )by|autor(?:in|es)?|auteur|autore",
    "publisher": "publisher|publication|newspaper|outlet|site(?: name)?|zeitung|periódico|journal",
    "other": (
        "importance|priority|attachments?|message-id|mime-version|content-type|x-[a-z-]{1,40}|anlagen?"
        "|id|doc(?:ument)?[ _]id|section|categor(?:y|ies)|topics?|language|lang|country|word ?count|length"
        "|tags|keywords|scraped(?: at)?"
    ),
}
_FIELD = re.compile(
    rf"[ \t]{{0,3}}\*{{0,2}}(?:{'|'.join(f'(?P<{kind}>{labels})' for kind, labels in _LABELS.items())})"
    r"[ \t]{0,3}\*{0,2}:\*{0,2}[ \t]*(?P<value>.{0,500})",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\W*(?:(?:begin )?forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht"
    r"|anfang der weitergeleiteten (?:nachricht|e-?mail)|mensaje (?:reenviado|original)"
    r"|message (?:transféré|d'origine)|messaggio (?:inoltrato|originale)|mensagem encaminhada)\W*",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\s{0,9}(?P<label>(?:(?:full |article )?(?:text|body)|content|article|story|texte|texto|testo|inhalt"
    r"|contenido|contenu|текст)[ \t]{0,3}:\s{0,9})(?=\S)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|rv|tr|sv|vs|enc|res|i)[ \t]?:[ \t]*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.")
_DIGIT = re.compile(r"\d")
_LONGEST_LABEL = 60  # characters, with what stands around it
_LONGEST_MARK = 100  # characters of a line that says that something was forwarded
_FEWEST = 2  # different kinds of labels
_MOST = 30  # lines
_WHY = reason("What a mail or a scraper's record says of the text, not the text.")
_JOINED = reason("A line end inside a mail's subject.")
_LABEL = reason("The label of what follows it (`Subject:`, `Title:`, `Text:`).")


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
    goes_on: bool = False


def run(draft: Draft, page: Page) -> None:
    """Take the envelope away and leave the subject."""
    if page.is_html:
        return
    head, label = _sure_head(draft.text)
    if head:
        wishes = [wish for line in head for wish in _wishes(line)]
        wishes += [Replacement(label.start("label"), label.end(), "", _LABEL)] if label else []
        draft.apply("heads", wishes)
    foot = _sure_foot(draft.text)
    if foot:
        draft.apply("heads", [Replacement(foot[0].start, len(draft.text), "", _WHY)])


def source_of(text: str) -> Source:
    """What the head or foot of a text says of its author, publisher and address."""
    first: dict[str, str] = {}
    for line in [*_sure_head(text)[0], *_sure_foot(text)]:
        value = "" if line.goes_on else " ".join(line.text.split())
        kind = line.kind
        if kind in ("link", "source") and value.startswith(("https://", "http://")):
            kind = "link"
        elif kind == "source" and not _ADDRESS.match(value):
            kind = "publisher"
        elif kind == "link":
            continue
        if value:
            first.setdefault(kind, value)
    known = (first.get("publisher"), first.get("author"), first.get("link"))
    return Source(*known, "seed") if any(known) else Source()


def _sure_head(text: str) -> tuple[list[_Line], re.Match[str] | None]:
    """The head above a text, and the label of the text below it; empty where there is none."""
    head = _head(text)
    end = head[-1].end if head else 0
    label = _TEXT.match(text, end) if head else None
    is_head = _is_sure(head, label is not None) and text[end:].strip()
    return (head, label) if is_head else ([], None)


def _sure_foot(text: str) -> list[_Line]:
    """The record below a text; empty where there is none."""
    foot = _foot(text)
    return foot if _is_record(foot) and text[: foot[0].start].strip() else []


def _head(text: str) -> list[_Line]:
    """The lines at the top that have the form of a head."""
    head: list[_Line] = []
    kind = ""
    at = 0
    for line in text.split("\n", _MOST)[:_MOST]:
        end = min(at + len(line) + 1, len(text))
        field = _field(line, at, end)
        value = line.strip()
        if field:
            kind = field.kind
            head.append(field)
        elif kind and value and line[:1] in (" ", "\t"):
            head.append(_Line(at, end, kind, at + line.index(value), value, goes_on=True))
        elif not kind and (not value or _is_forwarded(line)):
            head.append(_Line(at, end, "", end, ""))
        else:
            break
        at = end
    return head


def _foot(text: str) -> list[_Line]:
    """The lines at the end that have the form of a record's fields."""
    foot: list[_Line] = []
    end = len(text.rstrip())
    while len(foot) < _MOST:
        start = text.rfind("\n", 0, end) + 1
        field = _field(text[start:end], start, end)
        if start == 0 or field is None:
            break
        foot.insert(0, field)
        end = start - 1
    return foot


def _field(line: str, start: int, end: int) -> _Line | None:
    match = _FIELD.fullmatch(line) if ":" in line[:_LONGEST_LABEL] else None
    if match is None:
        return None
    kind = next(kind for kind in _LABELS if match[kind])
    return _Line(start, end, kind, start + match.start("value"), match["value"].strip())


def _is_forwarded(line: str) -> bool:
    return len(line) < _LONGEST_MARK and _FORWARDED.fullmatch(line) is not None


def _is_sure(head: Sequence[_Line], has_label: bool) -> bool:
    """Whether lines are a mail's head or a record's."""
    kinds = {line.kind for line in head} - {""}
    sent = any(line.kind == "sender" and "@" in line.text for line in head)
    dated = any(line.kind == "date" and _DIGIT.search(line.text) for line in head)
    titled = "subject" in kinds and (dated or has_label)
    return titled or (sent and len(kinds) >= _FEWEST) or _is_record(head)


def _is_record(lines: Sequence[_Line]) -> bool:
    linked = any(line.kind in ("link", "source") and _ADDRESS.match(line.text) for line in lines)
    return linked and len({line.kind for line in lines} - {""}) >= _FEWEST


def _wishes(line: _Line) -> list[Replacement]:
    """A line of the envelope goes; of a subject its label goes, and the line end inside it."""
    if line.kind != "subject":
        return [Replacement(line.start, line.end, "", _WHY)]
    if line.goes_on:
        return [Replacement(line.start - 1, line.value, " ", _JOINED)]
    answered = _ANSWERED.match(line.text)
    begin = line.value + (answered.end() if answered else 0)
    return [Replacement(line.start, begin, "", _LABEL)]
