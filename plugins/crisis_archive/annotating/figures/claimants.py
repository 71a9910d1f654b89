"""Who claims a figure: the subject of the reporting verb that governs it, or whoever is quoted with it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from crisis_archive.annotating.figures.claiming import may_claim
from crisis_archive.annotating.syntax.appositions import apposed_name
from crisis_archive.annotating.syntax.frames import Frame, Token
from crisis_archive.annotating.syntax.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    NOUN_LIKE,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
)
from crisis_archive.annotating.syntax.phrases import (
    Phrase,
    clause_subject,
    inverted_subject,
    phrase_from,
    subject_before,
)
from crisis_archive.model import Span

_CLAIMING: Final = frozenset(
    "say says said saying tell tells told telling add adds added adding report reports reported "
    "reporting claim claims claimed claiming estimate estimates estimated estimating state states "
    "stated stating announce announces announced announcing confirm confirms confirmed confirming "
    "insist insists insisted insisting maintain maintains maintained believe believes believed reckon "
    "reckons reckoned reckoning list lists listed count counted counts counting record "
    "recorded records recording register registers registered registering document documents documented "
    "documenting note notes noted noting warn warns warned warning declare declares declared declaring "
    "allege alleges alleged alleging assert asserts asserted acknowledge acknowledges acknowledged "
    "concede concedes conceded inform informs informed measured written swear swears swore write writes "
    "wrote writing calculate calculates calculated observe observed observes saw reveal reveals "
    "revealed suggest suggests suggested indicate indicates indicated certify certifies certified "
    "verify verified verifies tally tallied tallies classify classified logged logs logging identified "
    "identifies identify found finds cite cites cited citing give gives gave gave".split()
)
_COUNTING: Final = frozenset(
    "list lists listed count counted counts record recorded records register registers "
    "registered document documents documented saw verified verify verifies tallied tally tallies "
    "classify classified logged logs noted notes measured written note identified identifies identify "
    "found finds gave gives give".split()
)
_PUTTING: Final = frozenset("put puts putting".split())
"""Claims only in `puts the toll at 20`; else they move things."""
_CLAIMING_OR_PUTTING: Final = _CLAIMING | _PUTTING
_TELLING: Final = _CLAIMING - _COUNTING
_TELLING_OR_PUTTING: Final = _TELLING | _PUTTING
_NO_END: Final = DETERMINERS | PREPOSITIONS
_NOBODY: Final = PRONOUNS | AUXILIARIES
_PARAGRAPHS_BACK: Final = 3
_REACH: Final = 80
"""Tokens looked at on either side of a number: what keeps reading linear."""
_NEAR: Final = 8
"""Tokens between a verb of counting and its number."""
_NO_VERB_AFTER: Final = frozenset("the a an of by is are was were be been its their".split())
_CONTRASTS: Final = frozenset("while whereas but although though".split())
"""Begin a clause of another speaker."""
_SPEAKING: Final = frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())
"""Claims only right before `of` and the number: spoke of 60,000."""
_SELF: Final = frozenset("we i you who it's there".split())


class Claim(NamedTuple):
    """Who claims something."""

    text: str
    at: Span


def claimant_of(frame: Frame, at: int, text: str, sure: "Elsewhere") -> Claim | None:
    """The claimant of the figure that begins at code point `at`; null where the sentence names nobody."""
    place = bisect_right(frame.tokens, at, key=lambda token: token.end)
    first = max(0, place - _REACH)
    tokens, place = frame.tokens[first : place + _REACH], place - first
    for rule in (_according, _passive, _spoke_of, _said_before, _closing, _counted_before):
        phrase = rule(tokens, place)
        if phrase is None:
            continue
        low = tokens[phrase[0]].low
        if low in _SELF or low in PREPOSITIONS or low in ("every", "up", "out", "down"):
            return None
        if tokens[phrase[1] - 1].low in _NO_END:
            continue
        if phrase[1] - phrase[0] == 1 and low in PRONOUNS:
            return sure.before(frame)
        if not may_claim(tokens[slice(*phrase)], telling=rule not in (_according, _counted_before)):
            return None
        return _claim(frame, (phrase[0] + first, phrase[1] + first), text)
    return None


def _claim(frame: Frame, phrase: Phrase, text: str) -> Claim:
    start, end = frame.tokens[phrase[0]].start, frame.tokens[phrase[1] - 1].end
    return Claim(text[start:end], Span(frame.paragraph, start, end))


def _is_claim(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in _CLAIMING and _is_verb_here(tokens, at)


def _is_verb_here(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind != "word" or token.capital or token.possessive:
        return False
    before = tokens[at - 1] if at else None
    return before is not None and before.low not in _NO_VERB_AFTER


def _according(tokens: Sequence[Token], place: int) -> Phrase | None:
    for at in range(len(tokens) - 2):
        if tokens[at].low == "according" and tokens[at + 1].low == "to":
            return phrase_from(tokens, at + 2)
    return None


def _passive(tokens: Sequence[Token], place: int) -> Phrase | None:
    """X in `is put by X at`, `we were told by X that`."""
    for cue in range(place - 2, max(-1, place - 20), -1):
        if tokens[cue].kind == "stop":
            return None
        if (
            tokens[cue].low in _CLAIMING_OR_PUTTING
            and tokens[cue + 1].low == "by"
            and not tokens[cue].capital
        ):
            return phrase_from(tokens, cue + 2)
    return None


def _spoke_of(tokens: Sequence[Token], place: int) -> Phrase | None:
    """X in `X spoke of 20 people`."""
    spoken = place > 2 and tokens[place - 1].low == "of" and tokens[place - 2].low in _SPEAKING
    return subject_before(tokens, place - 2) if spoken and _is_verb_here(tokens, place - 2) else None


def _said_before(tokens: Sequence[Token], place: int) -> Phrase | None:
    """X in `X said that 20 people ...`."""
    put_at = place > 0 and tokens[place - 1].low == "at"
    return _before(tokens, place, 0, _TELLING_OR_PUTTING if put_at else _TELLING)


def _counted_before(tokens: Sequence[Token], place: int) -> Phrase | None:
    """X in `X has registered 20 people`."""
    return _before(tokens, place, max(0, place - _NEAR), _COUNTING)


def _before(tokens: Sequence[Token], place: int, first: int, verbs: frozenset[str]) -> Phrase | None:
    for cue in range(place - 1, first - 1, -1):
        if tokens[cue].kind == "stop":
            return None
        if tokens[cue].low not in verbs or not _is_verb_here(tokens, cue):
            continue
        found = _adding(tokens, cue) if tokens[cue].low.endswith("ing") else subject_before(tokens, cue)
        if found is not None:
            return found
    return None


def _adding(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """X in `20 died, X said, adding that`: whoever told the clause before, else what that is about."""
    for at in range(cue - 1, 0, -1):
        if tokens[at].kind == "stop":
            break
        if _is_claim(tokens, at) and not tokens[at].low.endswith("ing") and tokens[at].low not in _COUNTING:
            return subject_before(tokens, at)
    return clause_subject(tokens, cue)


def _closing(tokens: Sequence[Token], place: int) -> Phrase | None:
    """..., the office said."""
    for cue in range(len(tokens) - 1, place, -1):
        if not _is_claim(tokens, cue) or tokens[cue].low in _COUNTING or tokens[cue].low.endswith("ing"):
            continue
        for back in range(cue - 1, place, -1):
            if tokens[back].kind == "stop" or tokens[back].low in _CONTRASTS:
                break  # "...; police said there were 8,000": that clause tells of its own figure
            if tokens[back].kind in ("comma", "quote", "dash"):
                if back == cue - 1:
                    return inverted_subject(tokens, cue)
                return subject_before(tokens[back + 1 :], cue - back - 1) and _shift(tokens, back + 1, cue)
        else:
            return None
    return None


def _shift(tokens: Sequence[Token], by: int, cue: int) -> Phrase | None:
    found = subject_before(tokens[by:], cue - by)
    return (found[0] + by, found[1] + by) if found else None


class Elsewhere:
    """Who was last named as telling something: what `he added` points back to."""

    def __init__(
        self, frames_of_paragraph: Callable[[int], Sequence[Frame]], paragraphs: Sequence[str]
    ) -> None:
        self._frames_of = frames_of_paragraph
        self._paragraphs = paragraphs

    def before(self, frame: Frame) -> Claim | None:
        """The last one named before a sentence, looked for no further back than a few paragraphs."""
        for number in range(frame.paragraph, max(-1, frame.paragraph - _PARAGRAPHS_BACK), -1):
            text = self._paragraphs[number]
            for earlier in reversed(self._frames_of(number)):
                if number == frame.paragraph and earlier.start >= frame.start:
                    continue
                found = _teller(earlier, text)
                if found is not None:
                    return found
        return None


def _teller(frame: Frame, text: str) -> Claim | None:
    """Whom a sentence names as telling something, else the named subject it is about."""
    tokens = frame.tokens
    for cue, token in enumerate(tokens[:_REACH]):
        if token.kind != "word" or token.capital or token.low not in SPEECH or token.low in NOUN_LIKE:
            continue
        phrase = subject_before(tokens, cue)
        if phrase is None and cue and tokens[cue - 1].kind in ("quote", "comma"):
            phrase = inverted_subject(tokens, cue)
        if phrase is not None and tokens[phrase[0]].low not in _NOBODY:
            return _claim(frame, phrase, text)
    last = len(tokens)
    while last and tokens[last - 1].kind != "word":
        last -= 1
    phrase = clause_subject(tokens, last)
    if phrase is not None and phrase[1] < last:
        phrase = apposed_name(tokens, phrase[1]) or phrase
    named = phrase is not None and any(
        token.capital and token.start > frame.start for token in tokens[slice(*phrase)]
    )
    return _claim(frame, phrase, text) if phrase is not None and named else None
