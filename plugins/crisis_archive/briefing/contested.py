"""Names in dispute: one thing that the texts call by words which take sides.

The word families are general news vocabulary, grouped by what they name; whether one is in use is read
from the texts alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from crisis_archive.briefing.material import Material, cite
from crisis_archive.model import Cite, ContestedName, Span, WordUse

FAMILIES: Final[tuple[tuple[str, str], ...]] = (
    (
        "a person taken",
        r"captur\w*|arrest\w*|abduct\w*|kidnap\w*|rendition\w*|seiz(?:ed|ure)|detain\w*|detention",
    ),
    ("a person removed from office", r"oust\w*|deposed?|overthrow\w*|toppled|removal|impeach\w*"),
    ("a seizure of power", r"coup|putsch|takeover|uprising|revolution|usurpation|transition of power"),
    ("those who hold power", r"governments?|regime|dictatorship|junta|dictator"),
    ("armed people", r"terrorists?|militants?|rebels?|insurgents?|freedom fighters?|gunmen|militias?"),
    (
        "an attack by a state",
        r"invasion|incursion|intervention|aggression|special (?:military )?operation|liberation",
    ),
    ("a killing of many", r"massacre|genocide|slaughter|bloodbath"),
    ("people in the streets", r"riots?|rioters?|unrest|protests?|protesters?|mobs?"),
    ("people on the move", r"migrants?|refugees?|illegals|asylum[- ]seekers?|displaced"),
)
_ROLE_WORD = re.compile(
    r"\b(?:acting|interim|self[- ](?:declared|proclaimed|styled|appointed|designated)|de facto|so-called|"
    r"legitimate|illegitimate|rightful|caretaker|transitional|new|deposed|ousted|former)\b",
    re.IGNORECASE,
)
# These families hold words that only name; they are in dispute only together with one that judges.
_NEUTRAL = re.compile(
    r"(?:arrest|detain|detention|protest|refugee|displaced|government|removal)", re.IGNORECASE
)
_FEWEST_WORDS = 2


def contested_names(material: Material) -> tuple[ContestedName, ...]:
    """What the texts call by two or more words of one family, and offices that they qualify differently."""
    return (*_families(material), *_offices(material))


def _families(material: Material) -> Iterator[ContestedName]:
    for subject, pattern in FAMILIES:
        compiled = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
        uses: dict[str, list[Cite]] = {}
        shown: dict[str, str] = {}
        for record in material.records.values():
            for paragraph, text in enumerate(record.paragraphs):
                for match in compiled.finditer(text):
                    key = _stem(match[0])
                    shown.setdefault(key, match[0].lower())
                    uses.setdefault(key, []).append(cite(record, Span(paragraph, match.start(), match.end())))
        judging = [key for key in uses if not _NEUTRAL.match(key)]
        if len(uses) >= _FEWEST_WORDS and judging:
            yield _entry(subject, [(shown[key], uses[key]) for key in sorted(uses)])


def _stem(word: str) -> str:
    return re.sub(r"(?:ions?|ings?|ed|ers?|s|e|ure)$", "", word.lower())


def _offices(material: Material) -> Iterator[ContestedName]:
    for entity in material.entities.values():
        roles = [role for role in entity.roles if role.crisis == material.crisis.slug]
        qualified = [role for role in roles if _ROLE_WORD.search(role.text)]
        if entity.kind == "person" and len(roles) >= _FEWEST_WORDS and qualified:
            yield _entry(f"the office of {entity.name}", [(role.text, list(role.cites)) for role in roles])


def _entry(subject: str, uses: list[tuple[str, list[Cite]]]) -> ContestedName:
    entries = tuple(WordUse(text, None, tuple(cites)) for text, cites in uses)
    return ContestedName(subject, entries, tuple(each for use in entries for each in use.cites))
