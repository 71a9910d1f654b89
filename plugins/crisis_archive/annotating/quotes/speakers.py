"""Who says a quoted stretch: the cue verb that governs it in its sentence, and that verb's subject."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from crisis_archive.annotating.quotes.cues import is_cue
from crisis_archive.annotating.syntax.frames import Token
from crisis_archive.annotating.syntax.lexicon import (
    AUDIENCE_VERBS,
    AUXILIARIES,
    PRONOUNS,
    SPEECH,
    SPEECH_ING,
    TIME_WORDS,
)
from crisis_archive.annotating.syntax.phrases import (
    Phrase,
    clause_subject,
    inverted_subject,
    phrase_from,
    subject_before,
)

_FINAL_MARKS: Final = frozenset(",.?!\N{HORIZONTAL ELLIPSIS}-\N{EM DASH}\N{EN DASH}")
_MOST_RELAYS: Final = 12
_REACH: Final = 60
"""Tokens: a cue further from its quotation does not govern it."""


class Attribution(NamedTuple):
    """Who says something, as token ranges of the quotation's frame."""

    speaker: Phrase
    cue: int
    """Token of the cue verb; -1 where there is none (according to, a name after a dash)."""
    relayed_by: tuple[Phrase, ...] = ()
    """Nearest first."""


def attribute(tokens: Sequence[Token], quote: int, text: str) -> Attribution | None:
    """Who says the stretch at token `quote`; `text` is the text of its paragraph."""
    inner = text[tokens[quote].start : tokens[quote].end].rstrip()
    following = tokens[quote + 1] if quote + 1 < len(tokens) else None
    ends = inner[-1:] in _FINAL_MARKS or (following is not None and following.kind in ("comma", "dash"))
    before = tokens[quote - 1] if quote else None
    introduced = before is not None and (
        before.kind == "colon"
        or before.low in ("that", "as")
        or is_cue(tokens, quote - 1)
        or _comma_cue(tokens, quote)
    )
    if inner.endswith(",") and not introduced_by_cue(tokens, quote):
        introduced = False
    if introduced:
        order = (_before, _after, _according, _trailing)
    elif ends:
        order = (_after, _before, _according, _trailing)
    else:
        order = (_before, _according, _trailing, _after)
    for rule in order:
        found = rule(tokens, quote)
        if found is not None:
            return found
    return None


def _closing_cue(tokens: Sequence[Token], at: int) -> bool:
    """A speech verb that closes its sentence after a quotation: “...,” the statement reads."""
    closes = at + 1 == len(tokens) or tokens[at + 1].kind in ("stop", "quote", "comma")
    return closes and tokens[at].low in SPEECH and not tokens[at].capital and not tokens[at - 1].possessive


def introduced_by_cue(tokens: Sequence[Token], quote: int) -> bool:
    """Whether a cue, or a cue and a comma, stands right before a quotation."""
    return quote > 0 and (is_cue(tokens, quote - 1) or _comma_cue(tokens, quote))


def _comma_cue(tokens: Sequence[Token], quote: int) -> bool:
    return quote > 1 and tokens[quote - 1].kind == "comma" and is_cue(tokens, quote - 2)


def _after(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """“...,” the minister said; “...,” said the minister."""
    at = quote + 1
    if at < len(tokens) and tokens[at].kind in ("comma", "dash"):
        at += 1
    if at >= len(tokens) or tokens[at].low in ("and", "but"):
        return None
    if tokens[at].low in ("according", "per"):
        return _according(tokens, quote)
    if tokens[at - 1].kind == "dash" and all(token.kind != "quote" for token in tokens[at : at + 12]):
        signature = _signature(tokens, at)
        if signature is not None:
            return signature
    if tokens[at].low == "as":
        return _put_it(tokens, at)
    for cue in range(at, min(len(tokens), at + 28)):
        token = tokens[cue]
        if token.kind in ("quote", "stop", "colon"):
            return None
        if not (is_cue(tokens, cue) or (cue > at and _closing_cue(tokens, cue))):
            continue
        if cue == at or (cue == at + 1 and tokens[at].low in AUXILIARIES):
            subject = None if token.low in AUDIENCE_VERBS - {"told"} else inverted_subject(tokens, cue)
        else:
            subject = subject_before(tokens[at : cue + 1], cue - at)
            subject = subject and (subject[0] + at, subject[1] + at)
        quoted = _quoted_after(tokens, cue)
        if subject and quoted:
            return Attribution(quoted, cue, (subject,))
        return _made(tokens, subject, cue) if subject else None
    return None


def _signature(tokens: Sequence[Token], at: int) -> Attribution | None:
    """A name alone after a dash: “...” — Jane Smith."""
    end = at
    while end < len(tokens) and tokens[end].capital:
        end += 1
    closed = end == len(tokens) or tokens[end].kind in ("comma", "stop")
    return Attribution((at, end), -1) if end > at and closed else None


def _put_it(tokens: Sequence[Token], at: int) -> Attribution | None:
    """“...,” as the memo put it."""
    subject = phrase_from(tokens, at + 1)
    if subject is None:
        return None
    end = subject[1]
    if end < len(tokens) and (tokens[end].low == "put" or is_cue(tokens, end)):
        return _made(tokens, subject, end)
    return None


def _before(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """The minister said ... “...”: the nearest cue before it that has a subject."""
    for cue in range(quote - 1, max(-1, quote - _REACH), -1):
        if tokens[cue].kind == "stop":
            return None
        if not is_cue(tokens, cue):
            continue
        subject = subject_of(tokens, cue)
        if subject is not None and subject[0] < quote:
            return _made(tokens, subject, cue)
    return None


def _according(tokens: Sequence[Token], quote: int) -> Attribution | None:
    for at in range(max(0, quote - _REACH), min(len(tokens) - 1, quote + _REACH)):
        after = 2 if tokens[at].low == "according" and tokens[at + 1].low == "to" else 0
        after = 1 if tokens[at].low == "per" and at and tokens[at - 1].kind in ("comma", "quote") else after
        if after:
            subject = phrase_from(tokens, at + after)
            if subject is not None:
                return Attribution(subject, -1)
    return None


def _trailing(tokens: Sequence[Token], quote: int) -> Attribution | None:
    """A cue that closes the sentence: “...” is held accountable, the senator said."""
    for cue in range(len(tokens) - 1, max(quote, len(tokens) - 12), -1):
        if is_cue(tokens, cue):
            subject = subject_of(tokens, cue)
            return _made(tokens, subject, cue) if subject else None
    return None


def subject_of(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """The subject of a cue: before it, after it where a quotation stands before it, or its clause's."""
    if cue == 0:
        return inverted_subject(tokens, cue)
    before = tokens[cue - 1]
    spoken = before.kind == "quote" or (
        before.kind == "comma" and cue > 1 and tokens[cue - 2].kind == "quote"
    )
    if spoken:
        return None if tokens[cue].low in SPEECH_ING else inverted_subject(tokens, cue)
    if tokens[cue].low == "saying" and before.low == "as":
        return _quoted_person(tokens, cue - 1)
    if tokens[cue].low in SPEECH_ING:
        named = before.capital and before.low not in TIME_WORDS
        return subject_before(tokens, cue) if named or before.low in PRONOUNS else clause_subject(tokens, cue)
    return subject_before(tokens, cue)


_CITING: Final = frozenset("quoted quotes quoting cited cites citing".split())


def _quoted_person(tokens: Sequence[Token], as_at: int) -> Phrase | None:
    """X in `quoted X as saying`; the subject in `X was quoted as saying`."""
    for at in range(as_at - 1, max(-1, as_at - 14), -1):
        if tokens[at].low in _CITING:
            following = tokens[at + 1]
            if at + 1 == as_at or following.low in ("by", "in"):
                return subject_before(tokens, at)
            return at + 1, as_at
    return None


def _quoted_after(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """X in “...,” he quoted X as saying."""
    if tokens[cue].low not in _CITING:
        return None
    for at in range(cue + 2, min(len(tokens) - 1, cue + 14)):
        if tokens[at].low == "as" and tokens[at + 1].low == "saying":
            return cue + 1, at
    return None


def _made(tokens: Sequence[Token], subject: Phrase, cue: int) -> Attribution:
    outer = _teller(tokens, subject)
    if outer is not None:
        return Attribution(outer[0], outer[1])
    return Attribution(subject, cue, _relays(tokens, subject))


def _teller(tokens: Sequence[Token], subject: Phrase) -> tuple[Phrase, int] | None:
    """Subject and cue of the outer clause in `Smith said she ...`, `condemned what it called`.

    The words are the outer speaker's own in any case; the pronoun is likeliest the same.
    """
    if subject[1] - subject[0] != 1 or tokens[subject[0]].low not in ("he", "she", "it", "they"):
        return None
    at = subject[0] - 1
    if at >= 0 and tokens[at].low == "that":
        at -= 1
    if at < 1:
        return None
    if tokens[at].low == "what":
        outer = clause_subject(tokens, at)
    elif is_cue(tokens, at) and tokens[at - 1].kind != "quote":
        outer = subject_of(tokens, at)
    else:
        return None
    if outer is None or outer[1] > at or tokens[outer[0]].low in PRONOUNS - {tokens[subject[0]].low}:
        return None
    return outer, at


def _relays(tokens: Sequence[Token], subject: Phrase) -> tuple[Phrase, ...]:
    """Who relays the subject: X in `X said his father claimed`, `he quoted his father as saying`."""
    relays: list[Phrase] = []
    while len(relays) < _MOST_RELAYS:
        at = subject[0] - 1
        if at >= 0 and tokens[at].low == "that":
            at -= 1
        if (
            at < 0
            or not (is_cue(tokens, at) or tokens[at].low in _CITING)
            or tokens[at].low in AUDIENCE_VERBS
        ):
            return (*relays, *_sources(tokens, subject))
        relay = subject_before(tokens, at)
        if relay is None or relay[1] > subject[0]:
            break
        relays.append(relay)
        subject = relay
    return tuple(relays)


def _sources(tokens: Sequence[Token], subject: Phrase) -> tuple[Phrase, ...]:
    """X in `according to X, the minister said`."""
    if len(tokens) > 3 and tokens[0].low == "according" and tokens[1].low == "to" and subject[0] > 2:
        source = phrase_from(tokens, 2)
        if source is not None and source[1] <= subject[0]:
            return (source,)
    return ()
