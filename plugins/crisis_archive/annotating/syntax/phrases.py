"""Noun phrases read from a verb outwards: who speaks, without a parser.

A phrase is a half-open range of token numbers of one frame. Where no phrase can be told for certain
the answer is `None`.
"""

from collections.abc import Sequence
from typing import Final

from crisis_archive.annotating.syntax.appositions import apposition_start, named_apposition
from crisis_archive.annotating.syntax.frames import Token
from crisis_archive.annotating.syntax.lexicon import (
    ADJECTIVES_ED,
    AUXILIARIES,
    CATENATIVES,
    CLOSE_TO,
    DETERMINERS,
    NOUN_LIKE,
    OTHER_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH,
    SPEECH_ING,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)

Phrase = tuple[int, int]
_LONGEST: Final = 18
"""Tokens: a longer phrase is a clause misread."""
_ARTICLES: Final = frozenset("the a an his her its their our my your".split())
_BEFORE_ARTICLES: Final = PREPOSITIONS | frozenset("and all both half such".split())
"""An article begins a phrase, but for these words before it (one of the guards, all the king's men)."""
_OPENING: Final = DETERMINERS | PRONOUNS
_LINKING: Final = PREPOSITIONS | DETERMINERS | {"and"}
_LEADING: Final = PREPOSITIONS | SUBORDINATORS
_BEFORE_TO: Final = CATENATIVES | AUXILIARIES
_FURTHEST: Final = 200
"""Tokens looked back over for the beginning of a clause: what keeps every reading linear."""


def is_verb(token: Token) -> bool:
    """Whether a word can only be a finite verb here (by list or by its ending)."""
    low = token.low
    if token.capital or token.possessive:
        return low in AUXILIARIES and token.text != "May"
    if low in AUXILIARIES or low in OTHER_VERBS:
        return True
    if low in SPEECH:
        return low not in NOUN_LIKE
    return low.endswith("ed") and len(low) > 3 and low not in ADJECTIVES_ED and not low.endswith("eed")


def subject_before(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The phrase that is the subject of the verb at token `verb` and stands before it."""
    at = _skip_back(tokens, verb - 1)
    for _ in range(5):
        if at < 0:
            return None
        token = tokens[at]
        if token.kind in ("comma", "dash"):
            named = named_apposition(tokens, at)
            if named is not None:
                return named
            at = _over_apposition(tokens, at)
        elif token.kind != "word":
            return None
        elif token.low in RELATIVES:
            # "Smith, who said": the subject is what the relative clause hangs on.
            at -= 2 if at and tokens[at - 1].kind == "comma" else 1
        elif token.low in ("and", "but", "then", "or"):
            return clause_subject(tokens, at)
        else:
            return _phrase_ending(tokens, at)
    return None


def _over_apposition(tokens: Sequence[Token], at: int) -> int:
    """The last word before the apposition that ends with the comma at `at`; -1 where none is found."""
    opened = apposition_start(tokens, at)
    if opened is None:
        return -1
    before = apposition_start(tokens, opened)
    if (
        before is not None
        and before + 1 < opened
        and not (_opens(tokens[before + 1]) or tokens[before + 1].low in RELATIVES)
    ):
        # "One source, close to the group, which fought, said": two in a row.
        opened = before
    return _skip_back(tokens, opened - 1)


def _skip_back(tokens: Sequence[Token], at: int) -> int:
    """Step over auxiliaries, adverbs and `went on to` before a verb."""
    while at >= 0 and tokens[at].kind == "word":
        low = tokens[at].low
        if low == "to":
            for back in range(1, 5):
                if at - back >= 0 and tokens[at - back].low in _BEFORE_TO:
                    at -= back + 1
                    break
            else:
                return at
        elif low in AUXILIARIES or (is_adverb(low) and not tokens[at].capital):
            at -= 1
        elif low in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"):
            at -= 2 if at and tokens[at - 1].low in ("on", "last", "late", "early") else 1
        else:
            break
    return at


def _phrase_ending(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase whose last word is token `last`."""
    first = last + 1
    while first > 0 and last - first + 1 < _LONGEST:
        token = tokens[first - 1]
        if token.kind != "word" or (token.low in SUBORDINATORS and token.low != "and"):
            break
        if (
            first <= last
            and (is_verb(token) or token.low in SPEECH_ING)
            and not _describes(tokens, first - 1)
        ):
            relative = _relative_before(tokens, first - 1)
            if relative is None:
                break
            # "A driver who was let through says": what the relative clause hangs on.
            first, last = relative, relative - 1
            continue
        if token.low == "to" and first <= last and not (first > 1 and tokens[first - 2].low in CLOSE_TO):
            break
        if token.low == "and" and not _joins(tokens, first - 1):
            break
        first -= 1
        if token.low in _ARTICLES and first and tokens[first - 1].low not in _BEFORE_ARTICLES:
            break
    return _trimmed(tokens, first, last + 1)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle stands between an article and its noun: in the besieged town."""
    return at > 0 and tokens[at - 1].low in _ARTICLES and tokens[at].low.endswith("ed")


def _relative_before(tokens: Sequence[Token], verb: int) -> int | None:
    """The relative pronoun of the clause that a verb stands in, where a noun stands right before it."""
    for at in range(verb - 1, max(0, verb - 9), -1):
        if tokens[at].kind != "word" or tokens[at].low in ("and", "but"):
            return None
        if tokens[at].low in ("who", "which"):
            return at if tokens[at - 1].kind == "word" else None
    return None


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether an `and` joins two parts of one phrase: two names, or two bare nouns."""
    if at < 1 or at + 1 >= len(tokens) or tokens[at - 1].kind != "word":
        return False
    return tokens[at - 1].capital == tokens[at + 1].capital and tokens[at + 1].low not in PRONOUNS


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """Drop leading adverbials: what stands before the phrase proper (In Oslo the ministry ...)."""
    while first < end and (
        tokens[first].low in ("and", "but", "yet", "so")
        or (is_adverb(tokens[first].low) and not tokens[first].possessive)
    ):
        first += 1
    if first >= end:
        return None
    head = tokens[first]
    if head.low in PREPOSITIONS or head.low in TIME_WORDS or head.low.endswith("ing"):
        if head.low in TIME_WORDS and not (head.low in ("this", "last", "next") or head.capital):
            return first, end
        for at in range(end - 1, first, -1):
            if tokens[at].low in _OPENING and tokens[at].low not in TIME_WORDS:
                return at, end
            if tokens[at].capital and not tokens[at - 1].capital and tokens[at].low not in TIME_WORDS:
                before = tokens[at - 1].low
                if before in DETERMINERS:
                    return at - 1, end
                if before not in ("of", "and"):
                    return at, end
        return None
    for at in range(end - 1, first, -1):
        if tokens[at].low in PRONOUNS - {"who"}:
            return at, end
    return first, end


def phrase_from(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`, read forward to its verb, comma or preposition."""
    if first >= len(tokens) or tokens[first].kind != "word" or tokens[first].low in RELATIVES:
        return None
    if tokens[first].low in PRONOUNS:
        return first, first + 1
    at = first
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        if token.kind != "word" or token.low in SUBORDINATORS - {"and"}:
            break
        before = tokens[at - 1] if at > first else None
        if before is not None and _phrase_is_over(tokens, at, before):
            break
        at += 1
    while at > first and tokens[at - 1].low in _LINKING:
        at -= 1
    return (first, at) if at > first else None


def _phrase_is_over(tokens: Sequence[Token], at: int, before: Token) -> bool:
    token = tokens[at]
    if token.low in DETERMINERS:
        return before.low not in PREPOSITIONS | DETERMINERS | {"and"}
    if token.low in PREPOSITIONS:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        timed = following is not None and following.low in TIME_WORDS
        return token.low not in ("of", "for") or timed
    if token.low in PRONOUNS or token.low in (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ):
        return True
    if token.low == "and":
        return not _joins(tokens, at)
    if is_verb(token) or (is_adverb(token.low) and not token.capital):
        return before.low not in DETERMINERS or token.low in AUXILIARIES
    if token.low in SPEECH or token.low in SPEECH_ING:
        return before.low not in DETERMINERS
    # "Clinton slams": a bare word right after a name is its verb, unless a title or noun joins on.
    return before.capital and not token.capital and not before.possessive and token.low.endswith("s")


def clause_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The subject of the clause that token `at` belongs to: the first phrase after leading adverbials."""
    start = max(0, at - _FURTHEST)
    for back in range(at - 1, max(-1, at - _FURTHEST), -1):
        token = tokens[back]
        if token.kind in ("colon", "stop") or (token.kind == "dash" and back < at - 6):
            start = back + 1
            break
    while start < at:
        head = tokens[start]
        leading = head.kind != "word" or head.low in ("and", "but", "yet", "so") or is_adverb(head.low)
        if leading:
            start += 1
            continue
        adverbial = (
            head.low in _LEADING
            or (head.low in TIME_WORDS and head.low not in ("this", "march", "may"))
            or head.low.endswith(("ing", "ed"))
        )
        if not adverbial:
            return phrase_from(tokens[: min(at, start + _LONGEST + 1)], start)
        comma = next(
            (n for n in range(start, at) if tokens[n].kind == "comma" and _opens(tokens[n + 1])), None
        )
        if comma is None:
            return _subject_after_adverbial(tokens, start, at)
        start = comma + 1
    return None


def _opens(token: Token) -> bool:
    """Whether a word can begin the subject of a sentence."""
    return token.capital or token.low in _OPENING or token.low in PREPOSITIONS


def _subject_after_adverbial(tokens: Sequence[Token], start: int, stop: int) -> Phrase | None:
    """The subject where no comma ends the adverbial: what stands before the first finite verb."""
    for at in range(start + 1, stop):
        if tokens[at].kind == "word" and is_verb(tokens[at]):
            return _phrase_ending(tokens, _skip_back(tokens, at - 1))
    return None


def inverted_subject(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject that follows its verb: “...,” said the minister."""
    at = verb + 1
    while (
        at < len(tokens)
        and tokens[at].kind == "word"
        and is_adverb(tokens[at].low)
        and not tokens[at].capital
    ):
        at += 1
    if at < len(tokens) and (tokens[at].low in _LEADING or tokens[at].low in TIME_WORDS):
        return None
    return phrase_from(tokens, at)
