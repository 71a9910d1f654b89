"""`find_names`: several witnesses are heard, the strongest is believed where they overlap.

The editor's aliases stand first, then what the form of the words, those around them, the gazetteer and the
statistical model say together (`candidates`, `cues`, `merging`, `deciding`), then names in lower case.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from crisis_archive.annotating.names.authority import Aliases
from crisis_archive.annotating.names.candidates import candidates_of
from crisis_archive.annotating.names.cues import only_its_verb_shows_it, votes_on
from crisis_archive.annotating.names.deciding import ENOUGH, Heard, decide, key_of
from crisis_archive.annotating.names.headings import is_heading, names_in_heading
from crisis_archive.annotating.names.lower import lower_names
from crisis_archive.annotating.names.merging import Found, with_answers
from crisis_archive.annotating.names.setting import Vote, setting_of
from crisis_archive.annotating.names.tokens import Token, tokens_of
from crisis_archive.annotating.syntax.lexicon import AUXILIARIES, PREPOSITIONS, SPEECH, SUBORDINATORS
from crisis_archive.gazetteer import PEOPLE_OF_NATIONALITY, PEOPLES
from crisis_archive.model import TITLE, AuthorityEntity, Document, Name, Span
from crisis_archive.model.readings import EntityKind

_BEYOND_DOUBT: Final = 3.0
"""From this weight a word that only begins sentences is a name without the model."""

_ALONE_IN_DOUBT: Final = 2.0
"""From this weight the model is believed of a single word that only begins sentences."""
_ADJECTIVE: Final = re.compile(r"(?:an|ic|al|ish|ese)$")
_AFTER: Final = PREPOSITIONS | SUBORDINATORS | AUXILIARIES | SPEECH
"""What may follow a name of people that stands for them: Sandinistas in Managua said."""
_LONGEST_LINK: Final = 2
_IN_A_LIST: Final = ([","], ["and"], [",", "and"], ["or"], [";"])


class _Mention(NamedTuple):
    paragraph: int
    start: int
    end: int
    key: tuple[str, ...]
    cues: tuple[Vote, ...]
    found: Found
    beside: bool
    """Whether only a comma or an `and` parts it from the name before it."""
    doubtful: bool
    """Whether its capital proves nothing: at the start of a sentence (unless a verb of speech shows that it
    is a name), in a headline."""


def find_names(
    document: Document,
    sentences: tuple[Span, ...],
    answers: tuple[Name, ...],
    authority: tuple[AuthorityEntity, ...],
) -> tuple[Name, ...]:
    """All names of a text in order of place, none overlapping another.

    `answers` are the statistical model's, empty where there is none.
    """
    texts = (document.title, *document.paragraphs)
    tokens = [tokens_of(text) for text in texts]
    aliases = Aliases(authority)
    editors = [name for number, each in enumerate(tokens, TITLE) for name in aliases.names(number, each)]
    read = list(_read(texts, tokens, sentences, answers))
    return _without_overlap(editors, read, lower_names(document.paragraphs, tokens[1:]))


def _read(
    texts: Sequence[str],
    tokens: Sequence[Sequence[Token]],
    sentences: Iterable[Span],
    answers: Iterable[Name],
) -> Iterator[Name]:
    starts: dict[int, set[int]] = defaultdict(set)
    for sentence in sentences:
        starts[sentence.paragraph].add(sentence.start)
    answered: dict[int, list[Name]] = defaultdict(list)
    for answer in answers:
        answered[answer.paragraph].append(answer)
    mentions: list[_Mention] = []
    last = 0
    headings = []
    for number, (text, words) in enumerate(zip(texts, tokens, strict=True), TITLE):
        if is_heading(words):
            headings.append((number, words))
            continue
        for found in with_answers(words, candidates_of(words, starts[number]), answered[number]):
            gap = words[last : found.candidate.first] if found.candidate.first - last <= _LONGEST_LINK else ()
            beside = bool(last) and [token.low for token in gap] in _IN_A_LIST
            mentions.append(_mention(number, text, words, found, beside))
            last = found.candidate.last
        last = 0
    decided = decide([Heard(each.key, each.cues, each.found.votes, each.beside) for each in mentions])
    proven = {mention.key for mention in mentions if not mention.doubtful}
    known: dict[tuple[str, ...], EntityKind] = {}
    for mention, (kind, weight) in zip(mentions, decided, strict=True):
        answered_here = mention.found.answered
        believed = answered_here and (len(mention.key) > 1 or weight >= _ALONE_IN_DOUBT)
        certain = not mention.doubtful or believed or mention.key in proven or weight >= _BEYOND_DOUBT
        if kind == "group" and _is_plain_adjective(mention, tokens[mention.paragraph - TITLE]):
            continue
        if weight >= ENOUGH and certain:
            known.setdefault(mention.key, kind)
            yield Name(
                mention.paragraph, mention.start, mention.end, kind, "model" if answered_here else "rule"
            )
    for number, words in headings:
        yield from names_in_heading(number, words, known)


def _mention(number: int, text: str, tokens: Sequence[Token], found: Found, beside: bool) -> _Mention:
    inside = tokens[found.candidate.first : found.candidate.last]
    start, end = inside[0].start, inside[-1].end
    setting = setting_of(tokens, found.candidate, text[start:end])
    return _Mention(
        number,
        start,
        end,
        key_of(setting.words.texts),
        votes_on(setting),
        found,
        beside,
        number == TITLE or (found.candidate.initial and not only_its_verb_shows_it(setting)),
    )


def _is_plain_adjective(mention: _Mention, tokens: Sequence[Token]) -> bool:
    """Whether words that no gazetteer knows for a people only describe what follows: a Bolivarian state."""
    at = mention.found.candidate.last
    words = " ".join(token.text for token in tokens[mention.found.candidate.first : at])
    if at == len(tokens) or words in PEOPLES or words in PEOPLE_OF_NATIONALITY:
        return False
    following = tokens[at].text
    described = following.isalpha() and following.islower() and following not in _AFTER
    return described and _ADJECTIVE.search(words) is not None


def _without_overlap(
    editors: Sequence[Name], read: Sequence[Name], lower: Iterable[Name]
) -> tuple[Name, ...]:
    """The editor's names unless they are part of a longer one; then the others where there is room."""
    longer = _Places(read if editors else ())
    given = [name for name in editors if not _within(name, longer.last_before(name.start + 1, name))]
    kept = sorted([*given, *read, *lower], key=lambda name: (name.paragraph, name.start, -name.end))
    taken = _Places(given)
    found: list[Name] = []
    for name in kept:
        if given and name.origin != "editor" and _meet(name, taken.last_before(name.end, name)):
            continue
        if not (found and _meet(found[-1], name)):
            found.append(name)
    return tuple(found)


class _Places:
    """Names that do not overlap, in order: which of them begins last before a place."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=_begins)
        self._begin = [_begins(name) for name in self._names]

    def last_before(self, end: int, name: Name) -> Name | None:
        """The last one that begins before the offset `end` of the paragraph of `name`."""
        at = bisect_left(self._begin, (name.paragraph, end)) - 1
        return self._names[at] if at >= 0 else None


def _begins(name: Name) -> tuple[int, int]:
    return name.paragraph, name.start


def _meet(one: Name, other: Name | None) -> bool:
    return (
        other is not None
        and one.paragraph == other.paragraph
        and one.start < other.end
        and other.start < one.end
    )


def _within(one: Name, other: Name | None) -> bool:
    """Whether one lies inside a longer other, as Peña in Peña Ruiz."""
    return (
        other is not None
        and one.paragraph == other.paragraph
        and other.start <= one.start
        and one.end <= other.end
        and one.end - one.start < other.end - other.start
    )
