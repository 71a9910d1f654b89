"""A `he` that cannot be the man of the sentence before: where two reports were spliced."""

import re
from collections import defaultdict
from typing import Final

from crisis_archive.annotating.quotes.referents import Referents
from crisis_archive.annotating.syntax.frames import Frame, frames_of
from crisis_archive.model import Document, Doubt, Name, Quote
from crisis_archive.text.reasons import reason
from crisis_archive.text.words import parts_of

_MODIFIERS: Final = (
    "interim|acting|former|deputy|vice|provisional|caretaker|opposition|shadow|outgoing|designate|"
    "self-(?:declared|proclaimed|designated|appointed)"
)
_ROLES: Final = (
    "president|prime minister|minister|chancellor|governor|mayor|chief|leader|secretary|speaker|ambassador|"
    "general|commander|director|chairman|chairwoman|head"
)
_OWN_ROLE: Final = re.compile(
    r"\b(?:his|her|himself|herself)\b[^.;:]{0,40}?\b(?:role|post|position|capacity|office)? ?as "
    rf"(?:the |a |an )?(?P<modifier>{_MODIFIERS}) (?P<role>{_ROLES})\b",
    re.IGNORECASE,
)
_OWN: Final = frozenset(["his", "her", "himself", "herself"])
_TITLED: Final = re.compile(rf"(?:\b(?P<modifier>{_MODIFIERS}) )?\b(?P<role>{_ROLES}) $", re.IGNORECASE)
_TITLE_REACH: Final = 40
"""Code points before a name in which its title stands."""


def clashing_roles(document: Document, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> list[Doubt]:
    """A doubt for a sentence whose `he` bears a role that the text never gives the man before.

    `Prado cut all ties. He also urged ... in his role as interim president`, where the text calls
    Prado president and never interim president.
    """
    if not any(_tells_own_role(paragraph) for paragraph in document.paragraphs):
        return []
    titles = _titles(document, names)
    referents = Referents(document, names)
    spoken: dict[int, list[Quote]] = defaultdict(list)
    for quote in quotes:
        spoken[quote.paragraph].append(quote)
    found = []
    for number, text in enumerate(document.paragraphs):
        for frame in frames_of(number, text, [(quote.start, quote.end) for quote in spoken[number]]):
            doubt = _clash(document, frame, text, referents, titles)
            if doubt is not None:
                found.append(doubt)
            referents.leave(frame, None)
    return found


def _tells_own_role(text: str) -> bool:
    parts = parts_of(text)
    return "as" in parts and not _OWN.isdisjoint(parts) and _OWN_ROLE.search(text) is not None


def _clash(
    document: Document, frame: Frame, text: str, referents: Referents, titles: dict[str, set[tuple[str, str]]]
) -> Doubt | None:
    if not frame.tokens or frame.tokens[0].low not in ("he", "she"):
        return None
    name = referents.name_of(frame, (0, 1))
    own = _OWN_ROLE.search(text, frame.start, frame.end)
    if name is None or own is None:
        return None
    called = document.text_at(name.span)
    given = titles.get(called.split()[-1], set())
    role, modifier = own["role"].casefold(), own["modifier"].casefold()
    plain = any(title == role and not other for title, other in given)
    if not plain or (role, modifier) in given:
        return None
    pronoun = frame.tokens[0]
    why = reason(
        "by the order of the text “{pronoun}” would be {called}, whom it calls {role}; "
        "here the words are of {another}: this sentence seems to come from another report",
        pronoun=pronoun.text,
        called=called,
        role=role,
        another=f"{'an' if modifier[0] in 'aeiou' else 'a'} {modifier} {role}",
    )
    return Doubt("pronoun-does-not-fit", frame.paragraph, pronoun.start, pronoun.end, why)


def _titles(document: Document, names: tuple[Name, ...]) -> dict[str, set[tuple[str, str]]]:
    """For each surname the roles that stand before it, each with its modifier."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name in names:
        if name.kind != "person" or name.paragraph < 0:
            continue
        text = document.paragraphs[name.paragraph]
        surname = document.text_at(name.span).split()[-1]
        within = text[max(0, name.start - _TITLE_REACH) : name.start]
        title = _TITLED.search(within)
        if title is not None:
            found[surname].add((title["role"].casefold(), (title["modifier"] or "").casefold()))
    return found
