"""What a figure counts: the noun that follows it and what happened to it, in one normal form."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.units import DURATIONS, MEASURES

_PEOPLE: Final = frozenset(
    "people persons person individuals souls citizens inhabitants residents men women man woman adults "
    "victims others "
    "humans villagers locals lives civilians countrymen us you them".split()
)
_BODIES: Final = frozenset("bodies body deaths death fatalities fatality corpses dead remains".split())
_PERSONS: Final = frozenset(
    "police troops children staff crew families patients students servicemen colleagues prisoners "
    "detainees refugees "
    "survivors civilians militants nationals migrants recruits conscripts insurgents dissidents "
    "activists minors "
    "households youths infants babies clerics priests nuns monks residents adolescents teenagers "
    "hostages pilgrims "
    "mercenaries guards spectators tourists inmates supporters".split()
)
_PERSON_ENDING: Final = re.compile(
    r"(?:men|women|ers|ors|ists|ees|ents|ants|ians|eers|folk|people|[a-z]{4}ans)$"
)
_NO_PERSONS: Final = frozenset(
    "shelters centers centres papers numbers letters meters metres containers helicopters cutters "
    "doctors' orders "
    "chambers towers trailers tankers bunkers kilometers kilometres events tents apartments documents "
    "accidents "
    "incidents plants tremors reactors tractors sectors quarters corners barriers boulders tenders "
    "offers powers "
    "vouchers posters banners freighters trawlers carriers bombers fighters' computers prayers borders "
    "dollars cents "
    "restaurants grants complaints payments statements settlements departments elements fragments "
    "monuments".split()
)
_STATES: Final[tuple[tuple[str, bool, str], ...]] = (
    ("missing", True, r"missing|unaccounted(?: for)?|not been (?:found|heard from)"),
    (
        "killed",
        True,
        r"killed|killing|kills|dead|died|dies|dying|deaths?|fatalit(?:y|ies)|bod(?:y|ies)|corpses|"
        r"drowned|slain|perished|"
        r"massacred|executed|(?:lost|claimed|lose) (?:their|the|his|her)(?: own)? lives|lives lost|"
        r"fell (?:in|during|heroically)|toll|"
        r"buried|graves",
    ),
    (
        "injured",
        True,
        r"injur(?:ed|ies|y)|wounded|wounds?|hurt|maimed|treated|burns?|casualties",
    ),
    (
        "rescued",
        True,
        r"survivors?|survived|rescued|saved|alive|pulled (?:out|from)|brought ashore|come ashore|"
        r"hauled to safety|"
        r"picked up|breathing",
    ),
    ("trapped", True, r"trapped|stranded|marooned|cut off|stuck"),
    (
        "detained",
        True,
        r"detained|detentions?|detainees?|arrest(?:ed|s)?|(?:in|into) custody|jailed|imprisoned|"
        r"prisoners?|rounded up|"
        r"captured|being held|behind bars",
    ),
    ("abducted", True, r"abducted|kidnapped|hostages?"),
    ("expelled", True, r"expelled|expulsions?|deported|deportations?"),
    (
        "who left",
        True,
        r"(?:ha(?:ve|s|d) )?(?:left|leave|leaving|quit|quitting) the country|emigrat\w+",
    ),
    (
        "displaced",
        True,
        r"displaced|homeless|evacuat(?:ed|ion)|fled|fleeing|refugees?|uprooted|without a roof|relocated|"
        r"resettled|conveyed|"
        r"roofless|"
        r"(?:left|leave|leaving|lost|forced (?:from|out of)|driven (?:from|"
        r"out of)) (?:their )?(?:homes?|the country)|"
        r"ha(?:ve|d) left|ha(?:ve|d) to leave|moved|into (?:schools|churches|shelters?)|in shelters?|"
        r"to (?:the )?shelters|"
        r"a place to sleep",
    ),
    (
        "admitted",
        True,
        r"admitted|admissions?|hospitali[sz]ed|in hospital|(?:taken|brought) to (?:the )?hospital",
    ),
    (
        "infected",
        False,
        r"infect(?:ed|ions?)|(?:confirmed|suspected) cases?|cases? of|tested positive|fallen ill|"
        r"with (?:suspected|confirmed)",
    ),
    (
        "destroyed",
        False,
        r"destroyed|burn(?:ed|t) (?:to the ground|out|down)|gutted|flattened|razed|collapsed|swept away|"
        r"wrecked|"
        r"unfit to live in|in ruins|torn down|are flat",
    ),
    ("damaged", False, r"damaged|damage|losing roofs|roof damage|flooded|under water|water inside"),
    ("seized", False, r"seized|confiscated|impounded|took away"),
    (
        "aboard",
        True,
        r"aboard|on board|passengers|embarked|travell?ing on|souls on|on (?:it|(?:the|that|"
        r"this) (?:\w+ )?(?:ship|"
        r"boat|ferry|coach|bus|"
        r"train|plane|vessel|aircraft))",
    ),
    ("sleeping out", True, r"sleep(?:ing|ers)?|slept|camped|camping"),
    (
        "marching",
        True,
        r"march(?:ed|ers|ing)|(?:in|on) the march|demonstrat(?:ed|ors)|protesters?|protested|rall(?:y|ied)|"
        r"gathered|crowd|stood outside|outside the gates",
    ),
    ("without power", False, r"without (?:power|electricity)|no (?:power|electricity)|in the dark|blackout"),
)
_PATTERNS: Final = tuple(
    (name, of_persons, re.compile(rf"\b(?:{words})\b")) for name, of_persons, words in _STATES
)
_HELD: Final = frozenset({"detained", "abducted"})
_FREED: Final = re.compile(r"\b(?:releas(?:e|es|ed|ing)|freed|freeing|set free|let go|pardoned|amnestied)\b")
"""What ends the state of those whom the noun itself calls prisoners or hostages."""
_FREED_REACH: Final = 40
_WEAK: Final = frozenset({"marching", "aboard", "sleeping out"})
"""States that a noun may bear whatever happened to its people (marchers, passengers)."""
_STOP: Final = frozenset(
    "was were is are had have has who that which in on at by from to for with and or but as since after "
    "before during between of so under into through while when where said say says been being would "
    "will could can may must a an the this these their his her its our then than because if near across "
    "against over until up out off about within without among along around not also just still only now "
    "took made came went lost left".split()
)
_END_OF_NOUN: Final = re.compile(
    r"(?:missing|dead|died|drowned|seriously|there|here|stuck|stood|stand|fell|open|alive|inside|close|"
    r"afloat|left|lying|"
    r"[a-z]{3,}ly)$"
)
_SKIP: Final = frozenset(
    "of the his her its their our my these those more other further additional about".split()
)
_DATED: Final = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_CLAUSE_END: Final = re.compile(r"[;:\N{EM DASH}]|, (?:and|but|while) ")
_NEW_CLAUSE: Final = re.compile(
    r"[;\N{EM DASH}]|, (?:and|but|while|a|the|which)\b|\band (?:the|a|an|he|she|it|they|his|her|was|"
    r"were|now|is)\b"
)


ULTIMATUM: Final = re.compile(
    r"\b(?:leave|depart|quit|withdraw\w*|evacuat\w*|surrender\w*|releas\w*|vacat\w*|pull out)\b"
)
"""What somebody is ordered to do within a number of hours or days."""


class Count(NamedTuple):
    """What is counted."""

    noun: str
    """The counted noun phrase in lower case (`people` for any word for people); empty where none is given."""
    state: str
    """What happened to it, one of the states' names; empty where none is told."""

    @property
    def text(self) -> str:
        """Both in one, e.g. `people killed`."""
        return " ".join(part for part in (self.noun, self.state) if part) or "unknown"


def counted(context: Context) -> Count:
    """What the number of a context counts, as far as its sentence tells."""
    noun = _noun(context)
    head = noun.rsplit(" ", 1)[-1]
    if head in _BODIES:
        return Count("people", "killed")
    if head == "survivors":
        return Count("people", "rescued")
    if head in MEASURES and not (head in DURATIONS and ULTIMATUM.search(context.sentence.casefold())):
        return Count(noun, "")
    persons = not noun or is_person(head)
    state = _state(context, noun, persons)
    if persons and noun and state == "seized":
        state = "detained"
    noun = noun or _noun_before(context)
    if head in _PEOPLE or (not noun and state):
        noun = "people"
    if noun == "hours" and ULTIMATUM.search(context.sentence.casefold()):
        return Count("hours", "to leave")
    return Count(noun, "" if state and state in noun.split() else state)


def is_person(noun: str) -> bool:
    """Whether a noun in the plural means people, by list or by its ending."""
    if noun in _PEOPLE or noun in _PERSONS or noun in _BODIES:
        return True
    return noun not in _NO_PERSONS and _PERSON_ENDING.search(noun) is not None


def _noun(context: Context) -> str:
    """The noun phrase right after the number, without articles, at most four words."""
    unit = context.text[context.number.start : context.number.digits_at]
    if any(sign in unit for sign in "$\N{EURO SIGN}\N{POUND SIGN}"):
        return "money"
    words = context.words_after
    if words[:3] == ("the", "number", "of"):
        words = words[3:]
    found: list[str] = []
    for word in words[:9]:
        if not found and (word in _SKIP or word.endswith("'s")):
            continue
        if word in _STOP or word.isdigit() or (found and (_END_OF_NOUN.match(word) or _is_participle(word))):
            break
        found.append(word)
        if len(found) == 4:
            break
    return "" if len(found) == 1 and _END_OF_NOUN.match(found[0]) and found[0] != "dead" else " ".join(found)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _noun_before(context: Context) -> str:
    """What a bare number counts, where words beside it name it (the number of mercenaries ... at 400)."""
    match = re.search(r"\bnumber of ((?:[^\W\d_]+ ?){1,3})", context.after)
    match = match or re.search(r"\bnumber of ((?:[^\W\d_]+ ?){1,3})", context.before)
    if match is None:
        return ""
    found: list[str] = []
    for word in match[1].split():
        if (word in _STOP or _is_participle(word)) and found:
            break
        found.append(word)
    return "people" if found[-1] in _PEOPLE else " ".join(found)


def _state(context: Context, noun: str, persons: bool) -> str:
    """What happened to what is counted: told by the noun, by what follows it, or by what stands before."""
    before, after = _around(context)
    own = _first(noun, persons, strong=False)
    if own in _HELD and (_FREED.search(after[:_FREED_REACH]) or _FREED.search(before[-_FREED_REACH:])):
        return "released"
    if own and own not in _WEAK:
        return own
    follows = _first(after[:110], persons, strong=True)
    told = _last(before[-90:], persons, strong=True)
    if persons and re.search(r"\b(?:lost|losing|lose) $", before):
        acted = "killed"
    else:
        # "treated 50 pilgrims": the verb right before the number governs it.
        acted = _last(before[-24:], persons, strong=True)
    order = (follows, told) if context.next else (told, follows)
    found = next((state for state in (acted, *order) if state), "")
    return (
        found
        or own
        or _first(after[:110], persons, strong=False)
        or _last(before[-90:], persons, strong=False)
    )


def _around(context: Context) -> tuple[str, str]:
    """The clause before and after the number, as far as the neighbouring numbers."""
    number = context.number
    others = [other for other in context.others if not _DATED.match(context.text, other.end)]
    ends = [other.end for other in others if other.end <= number.start]
    starts = [other.start for other in others if other.start >= number.end]
    room = number.start - max(ends, default=context.start)
    before = context.before[-room:] if room else ""
    after = context.after[: max(0, min(starts, default=context.end) - number.end)]
    if re.fullmatch(r" (?:\S+ ){1,4}and ", after):
        # "Fifteen officers and a dozen marchers were injured": one verb for both.
        return _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(context.after, maxsplit=1)[0]
    return _CLAUSE_END.split(before)[-1], _NEW_CLAUSE.split(after, maxsplit=1)[0]


def _first(window: str, persons: bool, *, strong: bool) -> str:
    found = [(match.start(), order, name) for order, name, match in _matches(window, persons, strong)]
    return min(found)[2] if found else ""


def _last(window: str, persons: bool, *, strong: bool) -> str:
    found = [(match.end(), -order, name) for order, name, match in _matches(window, persons, strong)]
    return max(found)[2] if found else ""


def _matches(window: str, persons: bool, strong: bool) -> Iterator[tuple[int, str, re.Match[str]]]:
    for order, (name, of_persons, pattern) in enumerate(_PATTERNS):
        if (persons or not of_persons) and not (strong and name in _WEAK):
            for match in pattern.finditer(window):
                yield order, name, match
