"""Who is meant by an office: `the Norwegian president`, where one person of the text holds it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from crisis_archive import gazetteer
from crisis_archive.model import Mention
from crisis_archive.relating.entities.calling import called
from crisis_archive.relating.texts import Texts

_OFFICES: Final = frozenset(
    "president premier chancellor minister governor mayor king queen prince emperor sultan pope patriarch "
    "archbishop secretary ambassador commissioner speaker ombudsman prosecutor vice-president regent".split()
)
"""Offices that one person holds at a time; of deputies, officials and spokesmen there are many."""
_DETERMINERS: Final = frozenset(["the", "a", "an", "his", "her", "their", "its"])
_DEFINITE: Final = re.compile(r"[Tt]he\b|(?!An? )[A-Z]")
"""The one president, not any: with an article, or with a country in front."""
_POSSESSIVE: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
_LONGEST: Final = 80


class _Office(NamedTuple):
    """`foreign minister` of Norway."""

    role: str
    """Folded words without articles and country."""
    country: str | None
    """ISO code, where the words name one."""


class Offices:
    """Looks up who holds an office; reads the roles of a person only when first asked."""

    def __init__(self, texts: Texts, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self._texts = texts
        self._mentions = mentions
        self._places: dict[str, list[tuple[str, Mention]]] | None = None
        self._held: dict[str, frozenset[_Office]] = {}
        self._anywhere: dict[str, dict[_Office, set[str]]] = {}
        self._here: dict[str, dict[str, set[str]]] = {}

    def holder(self, document: str, words: str) -> str | None:
        """The entity that a text means by an office; null unless exactly one of its people holds it.

        With a country the archive must call that person so somewhere; without one this text itself.
        """
        office = _office_of(words)
        if office is None or not _DEFINITE.match(words):
            return None
        if office.country is not None:
            found = self._held_anywhere(document).get(office, set())
        else:
            found = self._held_here(document).get(office.role, set())
        return next(iter(found)) if len(found) == 1 else None

    @staticmethod
    def asks_archive(words: str) -> bool:
        """Whether other texts too say who holds the office that these words name."""
        office = _office_of(words)
        return office is not None and office.country is not None and _DEFINITE.match(words) is not None

    def _held_anywhere(self, document: str) -> dict[_Office, set[str]]:
        """Who of a text's people holds each office that the archive gives them."""
        if document not in self._anywhere:
            held = self._anywhere[document] = defaultdict(set)
            for person in {each.entity for each in self._mentions[document] if each.kind == "person"}:
                for office in self._offices(person):
                    held[office].add(person)
        return self._anywhere[document]

    def _held_here(self, document: str) -> dict[str, set[str]]:
        """Who of a text's people holds each office, by its words, that the text itself gives them."""
        if document not in self._here:
            held = self._here[document] = defaultdict(set)
            for mention in self._mentions[document]:
                if mention.kind == "person":
                    for office in self._read(document, mention):
                        held[office.role].add(mention.entity)
        return self._here[document]

    def _offices(self, entity: str) -> frozenset[_Office]:
        """All that the archive calls a person."""
        if self._places is None:
            self._places = defaultdict(list)
            for document, mentions in self._mentions.items():
                for mention in mentions:
                    if mention.kind == "person":
                        self._places[mention.entity].append((document, mention))
        if entity not in self._held:
            places = self._places[entity]
            self._held[entity] = frozenset(office for place in places for office in self._read(*place))
        return self._held[entity]

    def _read(self, document: str, mention: Mention) -> Iterator[_Office]:
        if mention.paragraph < 0:
            return
        text = self._texts.of(document).document.paragraphs[mention.paragraph]
        for start, end in called(text, mention.start, mention.end):
            office = _office_of(text[start:end])
            if office is not None:
                yield office


def _office_of(words: str) -> _Office | None:
    """The office that words name: `Norway's acting minister` is the acting minister of NO."""
    if len(words) > _LONGEST:
        return None
    country, role = None, []
    parts = words.split()
    for at, part in enumerate(parts):
        bare = _POSSESSIVE.sub("", part)
        state = gazetteer.COUNTRY_OF_NATIONALITY.get(bare)
        if state is None and (bare != part or at == 0 or parts[at - 1] in ("of", "for")):
            found = gazetteer.country(bare)
            state = found.country if found is not None else None
        if state is not None:
            country = state
        elif bare.casefold() not in _DETERMINERS:
            role.append(bare.casefold())
    if role and role[-1] in ("of", "for"):
        role.pop()
    named = " ".join(role)
    head = role[0] if len(role) > 1 and role[1] in ("of", "for") else role[-1] if role else ""
    return _Office(named, country) if head in _OFFICES else None
