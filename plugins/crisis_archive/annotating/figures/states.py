"""What happened to those that a figure counts: killed, missing, rescued, displaced, one word for each."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

_STATES: Final[tuple[tuple[str, bool, str], ...]] = (
    ("missing", True, r"missing|unaccounted(?: for)?|not been (?:found|heard from)"),
    (
        "killed",
        True,
        r"killed|killing|kills|dead|died|dies|dying|deaths?|fatalit(?:y|ies)|bod(?:y|ies)|corpses|"
        r"drowned|slain|perished|"
        r"massacred|slaughtered|gunned down|executed|"
        r"(?:lost|claimed|lose) (?:their|the|his|her)(?: own)? lives|lives lost|"
        r"fell (?:in|during|heroically)|toll|"
        r"buried|graves",
    ),
    (
        "injured",
        True,
        r"injur(?:ed|ing|ies|y)|wounded|wounding|wounds?|hurt|maimed|burns?|casualties",
    ),
    # A hospital that treated so many does not say of what.
    ("treated", True, r"treated|treating"),
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
_PATTERNS: Final = tuple(re.compile(rf"\b(?:{words})\b") for *_, words in _STATES)
_LETTERS: Final = 3
"""So many letters tell most words that can begin a state from all others."""
_WORD: Final = re.compile(r"\w+")


def beginnings(words: str, at: int = 0) -> tuple[set[str], int]:
    """How all that a state's pattern fits begins, three letters at most, and where the group at `at` ends."""
    found: set[str] = set()
    so_far = {""}
    while at < len(words) and words[at] != ")":
        if words[at] == "|":
            found, so_far, at = found | so_far, {""}, at + 1
            continue
        if words.startswith("(?:", at):
            following, end = beginnings(words, at + 3)
            at = end + 1
        elif words[at] == "[":
            end = words.index("]", at)
            following, at = set(words[at + 1 : end]), end + 1
        else:
            following, at = {words[at]}, at + 1
        if words.startswith("?", at):
            following, at = following | {""}, at + 1
        so_far = {(one + other)[:_LETTERS] for one in so_far for other in following}
    return found | so_far, at


_BEGINNINGS: Final = tuple(
    frozenset(each.split(" ")[0] for each in beginnings(words)[0]) for *_, words in _STATES
)
_ANY_BEGINNING: Final = frozenset().union(*_BEGINNINGS)
HELD: Final = frozenset({"detained", "abducted"})
FREED: Final = re.compile(r"\b(?:releas(?:e|es|ed|ing)|freed|freeing|set free|let go|pardoned|amnestied)\b")
"""What ends the state of those whom the noun itself calls prisoners or hostages."""
FREED_REACH: Final = 40
OF_THINGS: Final = frozenset({"destroyed", "damaged"})
"""States that people are never in: a bridge collapsed and three people are missing."""
WEAK: Final = frozenset({"marching", "aboard", "sleeping out"})
"""States that a noun may bear whatever happened to its people (marchers, passengers)."""


def _asked(people: bool, things: bool, strong: bool) -> Iterator[int]:
    """Numbers of the states that are asked about."""
    for order, (name, of_persons, _) in enumerate(_STATES):
        fits = people if of_persons else things or name not in OF_THINGS
        if fits and not (strong and name in WEAK):
            yield order


def _any_of(people: bool, things: bool, strong: bool) -> re.Pattern[str]:
    """All states at once: at the first place where one is told, the earlier of the list wins."""
    told = [(order, _STATES[order][2]) for order in _asked(people, things, strong)]
    return re.compile(r"\b(?:" + "|".join(rf"(?P<s{order}>(?:{words})\b)" for order, words in told) + ")")


_ANY: Final = {
    (people, things, strong): _any_of(people, things, strong)
    for people in (False, True)
    for things in (False, True)
    for strong in (False, True)
}


def first_state(window: str, people: bool, things: bool, *, strong: bool) -> str:
    """The state that a stretch names first; empty where it names none.

    `people` and `things` tell which of the two may be counted; `strong` leaves out the weak states.
    """
    pattern = _ANY[people, things, strong]
    # The pattern is slow: it is tried only at words that a state can begin with.
    for word in _WORD.finditer(window):
        if word[0][:_LETTERS] in _ANY_BEGINNING:
            match = pattern.match(window, word.start())
            if match is not None:
                return _STATES[int((match.lastgroup or "s0")[1:])][0]
    return ""


class Told(NamedTuple):
    """A state told in a stretch."""

    end: int
    rank: int
    """Of two that end at one place the one with the higher rank counts."""
    state: str
    start: int


def states_told(window: str, people: bool, things: bool) -> list[Told]:
    """All states that a stretch names, in any order."""
    begun = _ANY_BEGINNING.intersection([word[:_LETTERS] for word in _WORD.findall(window)])
    if not begun:
        return []
    return [
        Told(match.end(), -order, _STATES[order][0], match.start())
        for order in _asked(people, things, strong=False)
        if not begun.isdisjoint(_BEGINNINGS[order])
        for match in _PATTERNS[order].finditer(window)
    ]


def last_of(told: Iterable[Told], *, strong: bool, start: int = 0) -> str:
    """The last state of those that begin at `start` or later; empty where there is none."""
    fit = (each for each in told if each.start >= start and not (strong and each.state in WEAK))
    return max(fit, default=_NOTHING).state


_NOTHING: Final = Told(0, 0, "", 0)


def state_at(window: str, at: int, people: bool, things: bool) -> str:
    """The state told right at a place of a stretch, none of the weak ones; empty where none is."""
    match = _ANY[people, things, True].match(window, at)
    return _STATES[int((match.lastgroup or "s0")[1:])][0] if match else ""
