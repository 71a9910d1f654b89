"""What a figure counts: the noun that follows it and what happened to it, in one normal form."""

import re
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.context import Context

_PEOPLE: Final = frozenset(
    "people persons person individuals souls citizens inhabitants residents men women man woman adults "
    "victims others humans villagers locals lives civilians".split()
)
_BODIES: Final = frozenset(
    "bodies body deaths death fatalities fatality corpses dead remains casualties".split()
)
_STATES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "missing",
        re.compile(r"\b(?:missing|unaccounted(?: for)?|not been (?:found|heard from))\b"),
    ),
    (
        "killed",
        re.compile(
            r"\b(?:killed|killing|kills|dead|died|dies|dying|deaths?|fatalit(?:y|ies)|bod(?:y|ies)|"
            r"corpses|drowned|slain|"
            r"perished|massacred|executed|shot dead|lost their (?:own )?lives|lives lost|"
            r"claimed the lives|fell heroically|"
            r"toll|buried|graves|lost (?:one|two|three|four|five|six|\d+) (?:man|men|soldiers?|people)|"
            r"losses in killed)\b"
        ),
    ),
    (
        "injured",
        re.compile(
            r"\b(?:injur(?:ed|ies|y)|wounded|wounds?|hurt|maimed|treated|burns?|burned patients|"
            r"casualties|tear gas)\b"
        ),
    ),
    (
        "rescued",
        re.compile(
            r"\b(?:survivors?|survived|rescued|saved|alive|pulled (?:out|from)|brought ashore|come ashore|"
            r"hauled to safety|picked up|recovered alive|got out)\b"
        ),
    ),
    ("trapped", re.compile(r"\b(?:trapped|stranded|marooned|cut off|buried alive)\b")),
    (
        "detained",
        re.compile(
            r"\b(?:detained|detentions?|detainees?|arrest(?:ed|s)?|in custody|jailed|imprisoned|"
            r"prisoners?|rounded up|"
            r"taken prisoner|captured|being held|behind bars|into custody)\b"
        ),
    ),
    ("abducted", re.compile(r"\b(?:abducted|kidnapped|hostages?|taken hostage)\b")),
    (
        "displaced",
        re.compile(
            r"\b(?:displaced|homeless|evacuat(?:ed|ion)|fled|fleeing|refugees?|uprooted|without a roof|"
            r"(?:left|leave|leaving|lost|forced from|forced out of|driven from) (?:their )?(?:homes?|"
            r"the country)|leave home|"
            r"have left|had left|conveyed|moved (?:in)?to|in shelters|went to (?:the )?shelters|"
            r"a place to sleep|roofless)\b"
        ),
    ),
    (
        "admitted",
        re.compile(r"\b(?:admitted|admissions?|hospitali[sz]ed|in hospital|taken to hospital)\b"),
    ),
    (
        "infected",
        re.compile(
            r"\b(?:infect(?:ed|ions?)|(?:confirmed|suspected) cases?|cases? of|tested positive|"
            r"fallen ill|sick)\b"
        ),
    ),
    (
        "destroyed",
        re.compile(
            r"\b(?:destroyed|burned (?:to the ground|out|down)|burnt (?:to the ground|out|down)|gutted|"
            r"flattened|razed|"
            r"collapsed|swept away|wrecked|unfit to live in|in ruins|torn down|flat)\b"
        ),
    ),
    ("damaged", re.compile(r"\b(?:damaged|damage|losing roofs|roof damage|flooded|under water)\b")),
    ("seized", re.compile(r"\b(?:seized|confiscated|impounded|took away)\b")),
    (
        "aboard",
        re.compile(
            r"\b(?:aboard|on board|passengers|on the (?:\w+ )?(?:ship|boat|ferry|coach|bus|train|plane))\b"
        ),
    ),
    (
        "marching",
        re.compile(
            r"\b(?:march(?:ed|ers|ing)?|demonstrat(?:ed|ors)|took part|protesters?|protested|rall(?:y|ied)|"
            r"turned out|gathered|crowd|attended|joined)\b"
        ),
    ),
    (
        "without power",
        re.compile(r"\b(?:without (?:power|electricity)|no (?:power|electricity)|in the dark|blackout)\b"),
    ),
)
_STOP: Final = frozenset(
    "was were is are had have has who that which in on at by from to for with and or but as since after "
    "before during between of so under into through while when where said say says been being would "
    "will could can may must a an the this these their his her its our then than because if near across "
    "against over until up out off about within without among along around not also just still only now "
    "took made came went lost left".split()
)
_SKIP: Final = frozenset(
    "of the his her its their our my these those more other further additional about".split()
)
_WORD: Final = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*|[^\w\s]")


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
    state = _state(context, noun)
    if not noun:
        noun = _noun_before(context)
    elif head in _PEOPLE:
        noun = "people"
    if head == "survivors":
        return Count("people", "rescued")
    if not noun and state:
        noun = "people"
    return Count(noun, state)


def _noun(context: Context) -> str:
    """The noun phrase right after the number, without articles, at most four words."""
    unit = context.text[context.number.start : context.number.digits_at]
    if any(sign in unit for sign in "$\N{EURO SIGN}\N{POUND SIGN}"):
        return "money"
    found: list[str] = []
    for word in context.words_after[:9]:
        if not found and word in _SKIP:
            continue
        if word in _STOP or word.isdigit() or (found and word.endswith("ed") and len(word) > 4):
            break
        found.append(word)
        if len(found) == 4:
            break
    return " ".join(found)


def _noun_before(context: Context) -> str:
    """What a bare number counts, where the words before it name it (the number of mercenaries ... at 400)."""
    match = re.search(r"\bnumber of ((?:[^\W\d_]+ ){1,3})", context.before + " ")
    if match is None:
        match = re.search(r"\bnumber of ((?:[^\W\d_]+ ?){1,3})", context.after)
    if match is None:
        return ""
    words: list[str] = []
    for word in match[1].split():
        if word in _STOP and words:
            break
        words.append(word)
    return " ".join(words[-2:]) if words[-1] not in _PEOPLE else "people"


def _state(context: Context, noun: str) -> str:
    """What happened to what is counted: told by the noun, by what follows it, else by what stands before."""
    following = [other.start for other in context.others if other.start > context.number.start]
    preceding = [other.end for other in context.others if other.end <= context.number.start]
    reach = min(following, default=context.end) - context.number.end
    after = re.split(
        r"[;\N{EM DASH}]|, (?:and|but|while|a|the|which)\b", context.after[: max(0, reach)], maxsplit=1
    )[0]
    from_ = max(preceding, default=context.start)
    before = (
        re.split(r"[;:\N{EM DASH}]", context.before[-max(0, context.number.start - from_) :])[-1]
        if from_ < context.number.start
        else ""
    )
    for window in (noun, after[:110]):
        found = _first(window)
        if found:
            return found
    return _last(before[-70:])


def _first(window: str) -> str:
    best = min(
        (
            (match.start(), order, name)
            for order, (name, pattern) in enumerate(_STATES)
            if (match := pattern.search(window))
        ),
        default=None,
    )
    return best[2] if best else ""


def _last(window: str) -> str:
    best = max(
        (
            (matches[-1].end(), -order, name)
            for order, (name, pattern) in enumerate(_STATES)
            if (matches := list(pattern.finditer(window)))
        ),
        default=None,
    )
    return best[2] if best else ""
