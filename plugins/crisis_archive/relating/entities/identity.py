"""What makes two names the same: the identity that one name has before any other text is looked at."""

import re
from collections.abc import Collection
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.model import Struct
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_ARTICLES: Final = frozenset(["the", "a", "an"])
GENERIC: Final = frozenset(
    "national foreign interior state defense defence finance justice health education agriculture "
    "commerce labor labour transport energy economy information trade treasury home supreme central "
    "federal constitutional high general security affairs ministry department assembly court council "
    "parliament senate congress bank army navy air force police guard government electoral commission "
    "election house of representatives commons lords and office prosecutor attorney s prosecutors "
    "embassy armed forces cabinet intelligence agency service".split()
)
"""Words that name a body of any country."""
_POSSESSIVE: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
_BEFORE_ARAB_NAMES: Final = ("al-", "el-", "as-", "ar-", "ad-", "an-", "at-", "ash-")


class Identity(Struct, frozen=True, order=True):
    """One bearer of a name. Equal identities are one entity."""

    kind: EntityKind
    key: str
    """Folded words; for a known place `geonames:` and its number, for an editor's entity `id:` and its id."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, where it is made of words."""
        return tuple(self.key.split())


def key_words(text: str) -> tuple[str, ...]:
    """The folded words of a name: no article, no `al-`, no marks."""
    found = [word.replace("'", "") for word in words(fold(text))]
    while len(found) > 1 and found[0] in _ARTICLES:
        del found[0]
    return tuple(_bare(word) for word in found)


def _bare(word: str) -> str:
    for article in _BEFORE_ARAB_NAMES:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word


def identity_of(kind: EntityKind, text: str, countries: Collection[str], before: str = "") -> Identity:
    """The identity of a name by itself.

    `countries` (ISO codes) are those that the same text names; `before` is what stands before the name: of
    `Norway's foreign ministry` the country belongs to the identity, though not to the name's span.
    """
    bare = _without_article(text)
    if kind == "place" and (place := gazetteer.place(bare, countries)):
        key = f"geonames:{place.geonames}" if place.geonames else f"region:{fold(place.name)}"
        return Identity("place", key)
    if kind == "group":
        people = gazetteer.PEOPLE_OF_NATIONALITY.get(bare) or gazetteer.PEOPLES.get(bare)
        if people:
            return Identity("group", f"people:{fold(people)}")
    if kind == "organisation" and bare in gazetteer.WORLD_BODIES:
        return Identity("organisation", " ".join(key_words(gazetteer.WORLD_BODIES[bare])))
    words_of_it = key_words(bare)
    if kind == "organisation":
        words_of_it = _with_country(words_of_it, bare, before)
    return Identity(kind, " ".join(words_of_it) or fold(text))


def _without_article(text: str) -> str:
    first, _, rest = " ".join(text.split()).partition(" ")
    return rest if rest and first.casefold() in _ARTICLES else " ".join(text.split())


def _with_country(key: tuple[str, ...], text: str, before: str) -> tuple[str, ...]:
    """`US State Department`, `American State Department`: one spelling of the country, in front."""
    spoken = text.split()
    for size in (3, 2, 1):
        country = _country_named(" ".join(spoken[:size])) if len(spoken) > size else None
        if country:
            return (*country, *key_words(" ".join(spoken[size:])))
    if len(key) > 1 and all(word in GENERIC for word in key):
        lead = _POSSESSIVE.sub("", before.rstrip()).split()[-3:]
        for size in range(len(lead)):
            country = _country_named(" ".join(lead[size:]))
            if country:
                return (*country, *key)
    return key


def _country_named(text: str) -> tuple[str, ...] | None:
    code = gazetteer.COUNTRY_OF_NATIONALITY.get(text)
    country = gazetteer.country_of_code(code) if code else gazetteer.country(text)
    return key_words(country.name) if country else None


def countries_in(texts: Collection[str]) -> frozenset[str]:
    """ISO codes of the countries that these names are, or whose people they are."""
    found = set()
    for text in texts:
        bare = _without_article(text)
        country = gazetteer.country(bare)
        code = country.country if country else gazetteer.COUNTRY_OF_NATIONALITY.get(bare)
        if code:
            found.add(code)
    return frozenset(found)
