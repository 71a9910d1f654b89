"""Names in lower case: bodies of a named country, and groups that the text introduces by name.

`the US state department`, `Norway's foreign ministry`: the body is a name since its country is named; the
country stays a name of its own. `militias known as guardians`: the word after `known as` is a group's name.
Once so introduced the same words are names in the whole text.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.model import Name
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.words import parts_of

_MINISTRIES: Final = (
    "foreign defense defence interior health justice finance information oil energy culture education "
    "environment agriculture transport trade economy labor labour housing emergency intelligence religious "
    "industry water"
).split()
_BODIES: Final[frozenset[tuple[str, ...]]] = frozenset(
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
_LAST: Final = frozenset(pair[1] for pair in _BODIES)
_INTRODUCES: Final = frozenset(["as", "called", "dubbed", "nicknamed"])
"""`as` only after `known`."""
_TELLING: Final = _LAST | _INTRODUCES
_SIGNS: Final = (_TELLING - {"as"}) | {"known"}
"""A paragraph without one of these introduces no name."""
_REACH: Final = 6
"""Words between the band and what it is called."""
_POSSESSIVE: Final = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s", "'", "\N{RIGHT SINGLE QUOTATION MARK}")


def lower_names(texts: Sequence[str], paragraphs: Sequence[Sequence[Token]]) -> Iterator[Name]:
    """All such names of a text, given as its paragraphs and their tokens (not those of its title)."""
    introduced: dict[tuple[str, ...], EntityKind] = {}
    for text, tokens in zip(texts, paragraphs, strict=True):
        if _SIGNS.isdisjoint(parts_of(text)):
            continue
        for at in [at for at, token in enumerate(tokens) if at and token.text in _TELLING]:
            pair = tokens[at - 1].text, tokens[at].text
            if pair in _BODIES:
                if _is_of_country(tokens, at - 1):
                    introduced[pair] = "organisation"
            elif pair[1] in _INTRODUCES:
                band = _band(tokens, at)
                if band:
                    introduced[(band,)] = "group"
    first = {words[0] for words in introduced}
    for number, tokens in enumerate(paragraphs if introduced else ()):
        for at in [at for at, token in enumerate(tokens) if token.text in first]:
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


def _band(tokens: Sequence[Token], at: int) -> str | None:
    """The lower-case plural by which a band goes, where the word at `at` introduces one."""
    if tokens[at].text == "as" and tokens[at - 1].text != "known":
        return None
    after = [token.text for token in tokens[at + 1 : at + 3] if token.text != "the"]
    if not after or not (after[0].islower() and len(after[0]) > 3 and after[0].endswith("s")):
        return None
    lead = {token.low for token in tokens[max(0, at - _REACH) : at]}
    return after[0] if lead & _BANDS and after[0] not in _BANDS else None
