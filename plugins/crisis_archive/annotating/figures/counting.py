"""What a figure counts: the noun that follows it and what happened to it, in one normal form."""

import re
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.numbers import Number
from crisis_archive.annotating.figures.predicates import numbered, own_state
from crisis_archive.annotating.figures.states import (
    FREED,
    FREED_REACH,
    HELD,
    OF_THINGS,
    WEAK,
    first_state,
    last_of,
    states_told,
)
from crisis_archive.annotating.figures.units import DURATIONS, MEASURES

_PEOPLE: Final = frozenset(
    "people persons person individuals souls citizens inhabitants residents men women man woman adults "
    "victims others "
    "humans villagers locals lives civilians countrymen us you them".split()
)
BODIES: Final = frozenset("bodies body deaths death fatalities fatality corpses dead remains".split())
_PERSONS: Final = frozenset(
    "police troops children staff crew families patients students servicemen colleagues prisoners "
    "detainees refugees "
    "survivors civilians militants nationals migrants recruits conscripts insurgents dissidents "
    "activists minors "
    "households youths infants babies clerics priests nuns monks residents adolescents teenagers "
    "hostages pilgrims "
    "mercenaries guards spectators tourists inmates supporters diplomats envoys pilots clerks "
    "relatives rebels officials locals criminals youngsters spies thugs aides allies fans wives sons widows "
    "professionals radicals jihadists colonels generals shepherds".split()
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
    "monuments transformers generators turbines boilers skyscrapers cruisers destroyers bulldozers "
    "loudspeakers servers elevators escalators".split()
)
_STOP: Final = frozenset(
    "was were is are had have has who that which in on at by from to for with and or but as since after "
    "before during between of so under into through while when where said say says been being would "
    "will could can may must a an the this these their his her its our then than because if near across "
    "against over until up out off about within without among along around not also just still only now "
    "took made came went lost left remain remained later earlier lay sank sat slept swam ran fled flew drove "
    "rode rose grew began broke burst held met spoke struck swept woke won hid heard knew led sought spent "
    "stole tore wore fought froze gave got hung paid sent sold threw told".split()
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
_FOR_INJURIES: Final = re.compile(
    r"\bfor (?:[^\W\d_]+ ){0,3}(?:injur(?:y|ies)|wounds?|burns?|fractures?|cuts|bruises)\b"
)
_TREATED_REACH: Final = 80
"""Code points after a number in which it is said what for somebody was treated."""
_VERB_REACH: Final = 24
"""Code points before a number in which the verb stands that governs it."""
_LOSING: Final = re.compile(r"\b(?:lost|losing|lose) $")
_INSERTED: Final = re.compile(
    r"( [^\s,;:]+(?: [^\s,;:]+){0,3}), ((?:among them|including|of them|among whom|of whom) )?(?:at least )?"
)
"""What parts a number from another that counts some of it, between commas."""
_SOME_OF: Final = re.compile(r"(?:\S+ ){1,2}of (?:them|whom|these|those)\b")
_OF_NEXT: Final = re.compile(
    r",? (?:and )?(?:killing|injuring|wounding|hurting|drowning|displacing|leaving|trapping|stranding)"
    r"(?: [^\W\d_]+){0,2} $"
)
"""What was done to those that the next number counts: `carrying 212 people, killing at least 31`."""
_JOINED_ON: Final = re.compile(r" (?:\S+ ){1,4}and ")
_CLAUSE_END: Final = re.compile(r"[;:\N{EM DASH}]|, (?:and|but|while) ")
# One set of characters comes first: `re` then passes over all others at once.
_NEW_CLAUSE: Final = re.compile(
    r"[;\N{EM DASH},a](?:(?<=[;\N{EM DASH}])|(?<=,) (?:and|but|while|a|the|which)\b"
    r"|(?<=a)(?<!\wa)nd (?:the|a|an|he|she|it|they|his|her|was|were|now|is)\b)"
)


_SUBORDINATE: Final = re.compile(r"\b(?:when|while|because|where) ")
"""Begins a clause with a verb of its own: 300 fled `when 12 gunmen` came."""
_SUBORDINATORS: Final = ("when ", "while ", "because ", "where ")
_RIGHT_BEFORE: Final = (["after"], ["before"], ["as"], ["since"])


ULTIMATUM: Final = re.compile(
    r"\b(?:leave|depart|quit|withdraw\w*|evacuat\w*|surrender\w*|releas\w*|vacat\w*|pull out)\b"
)
"""What somebody is ordered to do within a number of hours or days."""


UNKNOWN: Final = "unknown"
"""What is counted where nothing tells."""


class Count(NamedTuple):
    """What is counted."""

    noun: str
    """The counted noun phrase in lower case (`people` for any word for people); empty where none is given."""
    state: str
    """What happened to it, one of the states' names; empty where none is told."""

    @property
    def text(self) -> str:
        """Both in one, e.g. `people killed`."""
        return " ".join(part for part in (self.noun, self.state) if part) or UNKNOWN


def counted(context: Context) -> Count:
    """What the number of a context counts, as far as its sentence tells."""
    noun = _noun(context)
    head = noun.rsplit(" ", 1)[-1]
    if head in BODIES:
        return Count("people", "killed")
    if head == "survivors":
        return Count("people", "rescued")
    if head in MEASURES and not (head in DURATIONS and ULTIMATUM.search(context.sentence)):
        return Count(noun, "")
    persons = not noun or is_person(head)
    state = _state(context, noun, persons)
    if state == "treated" and _FOR_INJURIES.search(context.after[:_TREATED_REACH]):
        state = "injured"
    if persons and noun and state == "seized":
        state = "detained"
    if not noun:
        noun, named = _noun_before(context)
        state = named or state
    if head in _PEOPLE or (not noun and state and state not in OF_THINGS):
        noun = "people"
    if noun == "hours" and ULTIMATUM.search(context.sentence):
        return Count("hours", "to leave")
    return Count(noun, "" if state and state in noun.split() else state)


def is_person(noun: str) -> bool:
    """Whether a noun in the plural means people, by list or by its ending."""
    if noun in _PEOPLE or noun in _PERSONS or noun in BODIES:
        return True
    return noun not in _NO_PERSONS and _PERSON_ENDING.search(noun) is not None


def _noun(context: Context) -> str:
    """The noun phrase right after the number, without articles, at most four words."""
    unit = context.text[context.number.start : context.number.digits_at]
    if any(sign in unit for sign in "$\N{EURO SIGN}\N{POUND SIGN}"):
        return "money"
    words = context.counted_words
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
    if len(found) == 1 and found[0] != "dead" and (_END_OF_NOUN.match(found[0]) or _is_participle(found[0])):
        return ""  # "40 missing", "30 injured": who they are is not said
    return " ".join(found)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _noun_before(context: Context) -> tuple[str, str]:
    """What a bare number counts, where words beside it name it (the number of mercenaries ... at 400)."""
    words, state = numbered(context, _room(context))
    found: list[str] = []
    for word in words:
        if word in BODIES or ((word in _STOP or _END_OF_NOUN.match(word) or _is_participle(word)) and state):
            return " ".join(found) if found and found[-1] not in _PEOPLE else "people", state
        if (word in _STOP or _is_participle(word)) and found:
            break
        found.append(word)
    return "people" if found and found[-1] in _PEOPLE else " ".join(found), ""


def _state(context: Context, noun: str, persons: bool) -> str:
    """What happened to what is counted: told by the noun, by what follows it, or by what stands before."""
    things = not (noun and persons)
    own = first_state(noun, persons, things, strong=False)
    if context.is_whole:
        return own
    before, after = _around(context)
    if own in HELD and (FREED.search(after[:FREED_REACH]) or FREED.search(before[-FREED_REACH:])):
        return "released"
    if own and own not in WEAK:
        return own
    if persons and _LOSING.search(before):
        return "killed"
    after, before = after[:110], before[-90:]
    coupled = own_state(after, persons, things)
    if coupled:
        return coupled
    told_before = states_told(before, persons, things)
    # "treated 50 pilgrims": the verb right before the number governs it.
    acted = last_of(told_before, strong=True, start=len(before) - _VERB_REACH)
    if acted:
        return acted
    any_after = first_state(after, persons, things, strong=False)
    # What is no weak state is the first of the others as well.
    told_after = any_after if any_after not in WEAK else first_state(after, persons, things, strong=True)
    last_before = last_of(told_before, strong=True)
    told = told_after or last_before if context.next else last_before or told_after
    return told or own or any_after or last_of(told_before, strong=False)


def _own_clause(before: str) -> str:
    """What stands before a number in its own clause, as far as subordination tells."""
    if before.rsplit(maxsplit=1)[-1:] in _RIGHT_BEFORE and before.endswith(" "):
        return ""
    if any(word in before for word in _SUBORDINATORS):
        return _SUBORDINATE.split(before)[-1]
    return before


def _others(context: Context) -> list[Number]:
    """The other numbers of the sentence, without the days of dates."""
    return [other for other in context.others if not _DATED.match(context.text, other.end)]


def _room(context: Context) -> str:
    """What stands before the number, as far as the one before it."""
    ends = [other.end for other in _others(context) if other.end <= context.number.start]
    room = context.number.start - max(ends, default=context.start)
    return context.before[-room:] if room else ""


def _around(context: Context) -> tuple[str, str]:
    """The clause before and after the number, as far as the neighbouring numbers."""
    whole = context.whole
    first = context.number.end if whole is None else whole.end
    following = context.after if whole is None else context.text[first : context.stop].casefold()
    starts = [other.start for other in _others(context) if other.start >= first]
    before = _own_clause(_room(context))
    after = following[: max(0, min(starts, default=context.end) - first)]
    after = _OF_NEXT.sub("", after) if starts and after.endswith(" ") and "ing" in after else after
    inserted = _INSERTED.fullmatch(after)
    if inserted is not None and (inserted[2] or _SOME_OF.match(following, len(after))):
        # "60 civilians, among them eight children, were killed": the verb stands behind the insertion.
        closing = following.find(", ", len(after))
        if closing >= 0:
            after = inserted[1] + _NEW_CLAUSE.split(following[closing + 1 :], maxsplit=1)[0]
            return _CLAUSE_END.split(before)[-1], after
    if _JOINED_ON.fullmatch(after):
        # "Fifteen officers and a dozen marchers were injured": one verb for both.
        return _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(following, maxsplit=1)[0]
    return _CLAUSE_END.split(before)[-1], _NEW_CLAUSE.split(after, maxsplit=1)[0]
