"""Who says what in a sentence, and which words of a text name the same speaker."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec

from crisis_archive.annotating.quotes.cues import is_cue
from crisis_archive.annotating.quotes.marks import marked_stretches
from crisis_archive.annotating.quotes.speakers import subject_of
from crisis_archive.annotating.syntax.frames import Token, frames_of
from crisis_archive.annotating.syntax.lexicon import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH_ING,
    TIME_WORDS,
)
from crisis_archive.annotating.syntax.phrases import Phrase, clause_subject, phrase_from
from crisis_archive.gazetteer import COUNTRY_OF_NATIONALITY, country
from crisis_archive.relating.reuse.lexis import FUNCTION_WORDS, SentenceTerms
from crisis_archive.text.folding import fold
from crisis_archive.text.words import words

_KEY: Final = 7
"""Letters of a speaker's word that are compared; a ministry is no minister."""
_SAID: Final = 6
"""Letters of other words that are compared: warned and warning meet."""
_REMEMBERED: Final = 4096
_WORDS: Final = 1 << 14
"""Words of which is kept what is compared of them."""
_EMPTY: Final = frozenset(
    "former acting deposed ousted late new own other several many some most two three four five few more "
    "mr mrs ms dr sir lord lady itself himself herself themselves one both all another".split()
)
_NO_NAMES: Final = DETERMINERS | PRONOUNS | TIME_WORDS | _EMPTY
_NO_ROLES: Final = FUNCTION_WORDS | PREPOSITIONS | RELATIVES
_TELLING: Final = frozenset(
    "accus acknowledg add admit alleg announc answer argu ask assert assur blam boast call caution claim "
    "complain conced confirm contend declar demand denounc deni deny dismiss disput estimat explain fear "
    "indicat inform insist lament maintain note object plead pledg predict promis propos protest quot "
    "recall reject remark repeat repli reply report respond retort said say stat stress suggest swear swore "
    "tell testif testify think thought told urg vow warn wrote writ believ expect hop".split()
)
"""Beginnings of the verbs that give somebody's words; to disclose or to show a thing is no statement."""
_BEFORE_ING: Final = frozenset([",", "", "and", "by", "while", "in"])
_OWNED: Final = frozenset("his her their its".split())
_NAME: Final = r"[A-Z][\w'\N{RIGHT SINGLE QUOTATION MARK}-]+"
_PLAIN: Final = r"[a-z][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*"
_ROLE_BEFORE: Final = re.compile(rf"(?<!\w)([a-z][\w-]+),? ({_NAME}(?: {_NAME})*)")
_ROLE_AFTER: Final = re.compile(
    rf"(?<!\w)({_NAME}), (?:the |a |an |its |his |her |their )?({_PLAIN}(?: {_PLAIN}){{0,5}})(?=[,.])"
)


class Statement(msgspec.Struct, frozen=True):
    """Words that a sentence gives as somebody's."""

    start: int
    """Of the words that name the speaker, in code points of the sentence."""
    end: int
    keys: frozenset[str]
    """What names the speaker: surnames and plain nouns, cut; empty for a pronoun."""
    head: str
    """The last of them."""
    named: bool
    """Whether a name is among them."""
    pronoun: bool
    plural: bool
    """Whether the words name more than one, none by name."""
    said: frozenset[str]
    """The content words of the statement, cut, and its numbers."""


@lru_cache(maxsize=_WORDS)
def key_of(word: str) -> str:
    """What is compared of a word."""
    return re.sub(r"'s?$|(?<=[a-z]{3}[^s])s$", "", fold(word))[:_KEY]


def statements_of(sentence: SentenceTerms) -> tuple[Statement, ...]:
    """Who says what in a sentence, in order of the speakers."""
    return _statements(sentence.text)


@lru_cache(maxsize=_REMEMBERED)
def _statements(text: str) -> tuple[Statement, ...]:
    inside = [(each.start, each.end) for each in marked_stretches((text,)) if each.level == 0]
    found: list[tuple[Sequence[Token], Phrase, int]] = []
    for frame in frames_of(0, text, inside):
        taken: set[int] = set()
        for phrase, cue in _speakers(frame.tokens):
            if not taken & set(range(*phrase)):
                taken.update(range(*phrase))
                found.append((frame.tokens, phrase, cue))
    places = [tokens[cue].start for tokens, _, cue in found]
    said = _shares(text, places)
    return tuple(
        _statement(tokens, phrase, words_)
        for (tokens, phrase, _), words_ in sorted(zip(found, said, strict=True), key=lambda each: each[0][1])
    )


def subject_in(sentence: SentenceTerms) -> Statement | None:
    """The subject of a sentence, as a statement of nothing: whom the pronoun of the next one means."""
    frames = frames_of(0, sentence.text, [])
    tokens = frames[0].tokens if frames else ()
    last = len(tokens)
    while last and tokens[last - 1].kind != "word":
        last -= 1
    phrase = clause_subject(tokens, last) if last else None
    return _statement(tokens, phrase, frozenset()) if phrase is not None else None


def _speakers(tokens: Sequence[Token]) -> Iterator[tuple[Phrase, int]]:
    """The phrases that name speakers, each with its cue."""
    for at, token in enumerate(tokens):
        if token.low in SPEECH_ING and at and tokens[at - 1].low not in _BEFORE_ING:
            continue  # the warning of somebody is no clause
        if at > 1 and tokens[at - 1].low == "to" and tokens[at - 2].low in ("is", "was"):
            continue  # that is to say
        if is_cue(tokens, at) and any(token.low.startswith(each) for each in _TELLING):
            subject = subject_of(tokens, at)
            if subject is not None and _is_relayed(tokens, subject):
                continue
        elif token.low == "according" and at + 2 < len(tokens) and tokens[at + 1].low == "to":
            subject = phrase_from(tokens, at + 2)
        else:
            continue
        if subject is not None:
            yield subject, at


def _is_relayed(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether another relays the words: `said his father claimed`; they are told as that one's."""
    before = subject[0] - 1
    if before >= 0 and tokens[before].low == "that":
        before -= 1
    return before >= 0 and tokens[subject[0]].low in _OWNED and is_cue(tokens, before)


def _shares(text: str, places: Sequence[int]) -> list[frozenset[str]]:
    """The content words of a sentence, each with the last cue before it; before the first with that one."""
    shares: list[set[str]] = [set() for _ in places]
    order = sorted((place, number) for number, place in enumerate(places))
    for match in re.finditer(r"[^\W_]+", text) if places else ():
        word = fold(match[0])
        if word in FUNCTION_WORDS or (len(word) < 3 and not word.isdigit()):
            continue
        owner = max(0, bisect_right(order, (match.start(), len(places))) - 1)
        shares[order[owner][1]].add(word[:_SAID])
    return [frozenset(each) for each in shares]


def _statement(tokens: Sequence[Token], phrase: Phrase, said: frozenset[str]) -> Statement:
    named = tokens[phrase[0] : phrase[1]]
    first, last = named[0], named[-1]
    pronoun = len(named) == 1 and first.low in PRONOUNS
    keys = () if pronoun else tuple(_keys(named))
    core = next((each for each in reversed(_head(named)) if each.kind == "word"), last)
    by_name = any(each.capital for each in named if each.low not in DETERMINERS and each.start > 0)
    plain = not core.capital or core.start == 0
    plural = core.low == "people" or (plain and core.low.endswith("s"))
    end = last.end - 2 if last.possessive else last.end
    head = keys[-1] if keys else ""
    return Statement(
        first.start,
        end,
        frozenset(keys),
        head,
        by_name,
        pronoun,
        plural,
        said - {key[:_SAID] for key in keys},
    )


def _head(named: Sequence[Token]) -> Sequence[Token]:
    """The phrase as far as its first preposition, participle or relative clause."""
    for at, token in enumerate(named):
        clause = token.low in PREPOSITIONS or token.low in RELATIVES or token.low.endswith("ing")
        if at and clause and not token.capital:
            return named[:at]
    return named


def _keys(named: Sequence[Token]) -> Iterator[str]:
    """The last word of each name and the plain nouns; no possessors, no given names."""
    head = _head(named)
    for at, token in enumerate(head):
        if token.kind != "word" or token.low in _NO_NAMES:
            continue
        inside = at + 1 < len(head) and head[at + 1].kind == "word"
        nationality = token.text in COUNTRY_OF_NATIONALITY
        if inside and (token.possessive or nationality or (token.capital and head[at + 1].capital)):
            continue
        run = at
        while run and head[run - 1].capital and token.capital:
            run -= 1
        state = country(" ".join(each.text for each in head[run : at + 1] if each.low not in DETERMINERS))
        yield f"state {state.country}" if state is not None else key_of(token.text)


class Cast:
    """The speakers of a text: the words that it knows, and which of them stand for one another."""

    def __init__(self, sentences: Sequence[SentenceTerms]) -> None:
        self.known = frozenset(key_of(word) for sentence in sentences for word in words(sentence.text))
        self._leader: dict[str, str] = {}
        for sentence in sentences:
            for one, others in _called(sentence.text):
                for other in others:
                    self._join(one, other)

    def _find(self, key: str) -> str:
        while self._leader.get(key, key) != key:
            key = self._leader[key]
        return key

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self._leader[second] = first

    def same(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two speakers share a word, or words that the text gives to one bearer."""
        return bool({self._find(key) for key in one} & {self._find(key) for key in other})


def _called(text: str) -> Iterator[tuple[str, list[str]]]:
    """A name and the nouns beside it: spokesman Peter Lumley; Ines Caldecott, the verger."""
    named: dict[str, list[str]] = defaultdict(list)
    for match in _ROLE_BEFORE.finditer(text):
        if match[1] not in _NO_ROLES:
            named[key_of(match[2].split()[-1])].append(key_of(match[1]))
    for match in _ROLE_AFTER.finditer(text):
        named[key_of(match[1])] += [key_of(word) for word in words(match[2]) if word not in FUNCTION_WORDS]
    yield from named.items()
