"""Names in dispute: one thing that the texts call by words which take sides.

The word families are general news vocabulary, grouped by what they name; whether one is in dispute, and
who uses which word, is read from the texts alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Cite, ContestedName, Record, Span, WordUse
from crisis_archive.text.reasons import reason

FAMILIES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        reason("how a person was taken"),
        r"captur\w*|abduct\w*|kidnap\w*|rendition\w*|seizure of",
        r"arrest\w*|detain\w*|detention",
    ),
    (
        reason("how power changed hands"),
        r"coup|putsch|takeover|usurpation|overthrow\w*|revolution",
        r"transition of power|uprising|removal from (?:power|office)",
    ),
    (reason("those who govern"), r"regime|dictatorship|junta", r"government"),
    (
        "armed people",
        r"terrorists?|rebels?|freedom fighters?|thugs",
        r"militants?|insurgents?|gunmen|militias?",
    ),
    (
        reason("an attack by a state"),
        r"invasion|incursion|aggression|liberation",
        r"intervention|military operation",
    ),
    (reason("a killing of many"), r"massacre|genocide|slaughter|bloodbath|pogrom", r"mass killing"),
    (
        reason("people in the streets"),
        r"riots?|rioters?|mobs?",
        r"unrest|protests?|protesters?|demonstrators?",
    ),
    (
        reason("people on the move"),
        r"illegals|illegal aliens|invaders",
        r"migrants?|refugees?|asylum[- ]seekers?",
    ),
)
"""What is named; the words that judge; the words that only name. One that judges must be among those used."""
# Any of these words in lower case: most paragraphs have none, and are read once and not once a family.
_ANY = re.compile(rf"\b(?:{'|'.join(f'{judging}|{naming}' for _, judging, naming in FAMILIES)})\b")
_ROLE_WORD = re.compile(
    r"\b(?:acting|interim|self[- ](?:declared|proclaimed|styled|appointed|designated)|de facto|so-called|"
    r"legitimate|illegitimate|rightful|caretaker|transitional|new|deposed|ousted|former)\b",
    re.IGNORECASE,
)
# "describing her ally's capture as an abduction": whoever stands before the verb uses the word.
_CALLS = re.compile(
    r"\b(?:describ|call|denounc|condemn|brand|label|term|dubb|decr|regard)\w*\b(?:(?!\bas\b)[^.;]){0,80}?"
    r"\b(?:as (?:an?|the)?|it|them|him|an?)\s+$",
    re.IGNORECASE,
)
_USER_KINDS = frozenset(["person", "organisation", "group"])
_REACH = 160
_FEWEST_WORDS = 2
_MOST_CITES = 12


def contested_names(material: Material) -> tuple[ContestedName, ...]:
    """What the texts call by two or more words of one family, and offices that they qualify differently."""
    return (*_families(material), *_offices(material))


def _families(material: Material) -> Iterator[ContestedName]:
    texts = [
        (record, paragraph, text)
        for record in material.records.values()
        for paragraph, text in enumerate(record.paragraphs)
        if _ANY.search(text.lower())
    ]
    for subject, judging, naming in FAMILIES:
        judges = re.compile(rf"(?:{judging})\Z", re.IGNORECASE)
        either = re.compile(rf"\b(?:{judging}|{naming})\b", re.IGNORECASE)
        uses: dict[tuple[str, str | None], list[Cite]] = {}
        shown: dict[tuple[str, str | None], str] = {}
        for record, paragraph, text in texts:
            for match in either.finditer(text):
                place = Span(paragraph, match.start(), match.end())
                key = (_stem(match[0]), _user(material, record, place))
                word = shown.setdefault(key, match[0])  # as it stands where it is cited first
                uses.setdefault((word, key[1]), []).append(cite(record, place))
        if len({stem for stem, _ in shown}) >= _FEWEST_WORDS and any(map(judges.match, shown.values())):
            yield _entry(subject, uses)


def _stem(word: str) -> str:
    return re.sub(r"(?:ions?|ings?|ed|ers?|s|e|ure)$", "", word.lower())


def _user(material: Material, record: Record, place: Span) -> str | None:
    """Whose word it is: the speaker of the quotation it stands in, or who is said to call it so."""
    for quote in record.quotes:
        inside = quote.paragraph == place.paragraph and quote.start <= place.start < quote.end
        speaker = material.entities.get(quote.speaker or "")
        if inside and (speaker or quote.speaker_text):
            return speaker.name if speaker else quote.speaker_text
    before = record.paragraphs[place.paragraph][max(0, place.start - _REACH) : place.start]
    calling = _CALLS.search(before)
    if calling is None:
        return None
    verb = place.start - len(before) + calling.start()
    named = [
        mention
        for mention in record.mentions
        if mention.paragraph == place.paragraph and mention.kind in _USER_KINDS and mention.end <= verb
    ]
    return record.text_at(max(named, key=lambda mention: mention.end).span) if named else None


def _offices(material: Material) -> Iterator[ContestedName]:
    for entity in material.entities.values():
        roles = [role for role in entity.roles if role.crisis == material.crisis.slug]
        qualified = [role for role in roles if _ROLE_WORD.search(role.text)]
        if entity.kind == "person" and len(roles) >= _FEWEST_WORDS and qualified:
            uses: dict[tuple[str, str | None], list[Cite]]
            uses = {(role.text, None): list(role.cites) for role in roles}
            yield _entry(reason("the office of {name}", name=entity.name), uses)


def _entry(subject: str, uses: dict[tuple[str, str | None], list[Cite]]) -> ContestedName:
    ordered = sorted(uses.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    entries = tuple(WordUse(text, user, tuple(cites[:_MOST_CITES])) for (text, user), cites in ordered)
    return ContestedName(subject, entries, tuple(each for use in entries for each in use.cites))
