"""`find_names`: several witnesses are heard, the strongest is believed where they overlap."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from crisis_archive.annotating.names.candidates import candidates_of
from crisis_archive.annotating.names.cues import CUES, Setting, Vote
from crisis_archive.annotating.names.deciding import ENOUGH, Heard, decide, key_of
from crisis_archive.annotating.names.merging import Found, with_answers
from crisis_archive.annotating.names.tokens import Token, tokens_of
from crisis_archive.model import TITLE, AuthorityEntity, Document, Name, Span


class _Mention(NamedTuple):
    paragraph: int
    start: int
    end: int
    key: tuple[str, ...]
    cues: tuple[Vote, ...]
    found: Found


def find_names(
    document: Document,
    sentences: tuple[Span, ...],
    answers: tuple[Name, ...],
    authority: tuple[AuthorityEntity, ...],
) -> tuple[Name, ...]:
    """All names of a text in order of place, none overlapping another.

    `answers` are the statistical model's, empty where there is none.
    """
    starts: dict[int, set[int]] = defaultdict(set)
    for sentence in sentences:
        starts[sentence.paragraph].add(sentence.start)
    answered: dict[int, list[Name]] = defaultdict(list)
    for answer in answers:
        answered[answer.paragraph].append(answer)
    mentions: list[_Mention] = []
    for number, text in enumerate((document.title, *document.paragraphs), TITLE):
        tokens = tokens_of(text)
        candidates = candidates_of(tokens, starts[number])
        for found in with_answers(tokens, candidates, answered[number]):
            mentions.append(_mention(number, text, tokens, found))
    decided = decide([Heard(each.key, each.cues, each.found.votes) for each in mentions])
    proven = {
        mention.key for mention in mentions if not mention.found.candidate.initial and mention.paragraph >= 0
    }
    names = []
    for mention, (kind, weight) in zip(mentions, decided, strict=True):
        doubtful = mention.found.candidate.initial or mention.paragraph == TITLE
        if weight < ENOUGH or (
            doubtful and not mention.found.answered and mention.key not in proven and weight < 3
        ):
            continue
        names.append(
            Name(
                mention.paragraph,
                mention.start,
                mention.end,
                kind,
                "model" if mention.found.answered else "rule",
            )
        )
    return tuple(names)


def _mention(number: int, text: str, tokens: Sequence[Token], found: Found) -> _Mention:
    inside = tokens[found.candidate.first : found.candidate.last]
    start, end = inside[0].start, inside[-1].end
    setting = Setting(tokens, found.candidate, text[start:end])
    votes = tuple(vote for cue in CUES for vote in cue(setting))
    return _Mention(number, start, end, key_of([token.text for token in inside]), votes, found)
