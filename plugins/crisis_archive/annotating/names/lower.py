"""Names in lower case: bodies of a named country, and groups that the text introduces by name.

`the US state department`, `Venezuela's foreign ministry`: the body is a name since its country is named; the
country stays a name of its own. `militias known as colectivos`: the word after `known as` is a group's name.
Once so introduced the same words are names in the whole text.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.model import Name
from crisis_archive.model.readings import EntityKind

_MINISTRIES: Final = (
    "foreign defense defence interior health justice finance information oil energy culture education "
    "environment agriculture transport trade economy labor labour housing emergency intelligence religious "
    "industry water"
).split()
_BODIES: Final = frozenset(
    [
        *((each, "ministry") for each in _MINISTRIES),
        *((each, "department") for each in ("state", "justice", "treasury", "defense", "defence")),
        *(
            tuple(each.split())
            for each in "supreme court,constitutional court,national assembly,central bank,electoral council,"
            "electoral commission,election commission,national guard,armed forces,coast guard,"
            "foreign office,home office,security council,defence forces,defense forces".split(",")
        ),
    ]
)
"""Pairs of words that name a body, once it is said of which country."""
_BANDS: Final = frozenset(
    "militia militias gang gangs group groups fighters units forces bands cells squads militants vigilantes "
    "paramilitaries rebels insurgents gunmen mobs brigades youths movement thugs guerrillas".split()
)
_INTRODUCES: Final = (("known", "as"), ("called",), ("dubbed",), ("nicknamed",))
_REACH: Final = 6
"""Words between the band and what it is called."""
_POSSESSIVE: Final = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s", "'", "\N{RIGHT SINGLE QUOTATION MARK}")


def lower_names(paragraphs: Sequence[Sequence[Token]]) -> Iterator[Name]:
    """All such names of a text, given as the tokens of its paragraphs (not of its title)."""
    introduced: dict[tuple[str, ...], EntityKind] = {}
    for tokens in paragraphs:
        for at in range(len(tokens)):
            if tuple(token.text for token in tokens[at : at + 2]) in _BODIES and _is_of_country(tokens, at):
                introduced[tokens[at].text, tokens[at + 1].text] = "organisation"
            if _is_band(tokens, at):
                introduced[(tokens[at].text,)] = "group"
    for number, tokens in enumerate(paragraphs if introduced else ()):
        for at in range(len(tokens)):
            for size in (2, 1):
                kind = introduced.get(tuple(token.text for token in tokens[at : at + size]))
                if kind:
                    yield Name(number, tokens[at].start, tokens[at + size - 1].end, kind, "rule")


def _is_of_country(tokens: Sequence[Token], at: int) -> bool:
    before = at - 1
    if before >= 0 and tokens[before].text in _POSSESSIVE:
        before -= 1
    for size in (3, 2, 1):
        first = before - size + 1
        if first >= 0:
            words = " ".join(token.text for token in tokens[first : before + 1])
            if gazetteer.country(words) or words in gazetteer.COUNTRY_OF_NATIONALITY:
                return True
    return False


def _is_band(tokens: Sequence[Token], at: int) -> bool:
    """Whether the lower-case plural here is what a band is called."""
    word = tokens[at].text
    if not (word.islower() and len(word) > 3 and word.endswith("s")) or word in _BANDS:
        return False
    back = at - 1 if at and tokens[at - 1].low == "the" else at
    for phrase in _INTRODUCES:
        start = back - len(phrase)
        if start >= 0 and tuple(token.low for token in tokens[start:back]) == phrase:
            lead = {token.low for token in tokens[max(0, start - _REACH) : start]}
            return bool(lead & _BANDS)
    return False
