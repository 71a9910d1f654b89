"""Whether two sentences say the same, names aside.

Two sentences about one speaker share the speaker's name and office, whatever is said: that makes them alike,
but neither bears the other out.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from crisis_archive.briefing.sentences import Sentence, term_of
from crisis_archive.model import Mention, Record
from crisis_archive.text.words import words

# Of the words that the one with fewer words says beside names, the other must have this share.
_SHARED: Final = 0.45
_FEWEST: Final = 2
_DENIAL: Final = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|cannot|without|den(?:y|ies|ied|ying|ial)|"
    r"(?:reject|refus|dismiss)\w*)\b|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b",
    re.IGNORECASE,
)
# What tells who somebody is: `Ana Roe, who leads the team, said ...`; names are blanks by then.
_ASIDE: Final = re.compile(r"(?<=\s\s),\s*(?:who|whose|which)\b[^,]*,")
_Said = tuple[frozenset[str], bool]
"""The words that a sentence says beside names, and whether it denies something."""


class Sayings:
    """What the sentences of a crisis say, worked out once for those that are asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._said: dict[int, _Said] = {}
        self._mentions: dict[str, Mapping[int, Sequence[Mention]]] = {}

    def same(self, one: int, other: int) -> bool:
        """Whether two share enough of what they say, and both deny something or neither does."""
        (mine, denies), (theirs, other_denies) = self._of(one), self._of(other)
        fewer, shared = min(len(mine), len(theirs)), len(mine & theirs)
        return denies == other_denies and shared >= max(min(_FEWEST, fewer), _SHARED * fewer)

    def _of(self, number: int) -> _Said:
        if number not in self._said:
            text = _ASIDE.sub(" ", self._without_names(self._sentences[number]))
            terms = frozenset(filter(None, map(term_of, words(text))))
            self._said[number] = terms, _DENIAL.search(text) is not None
        return self._said[number]

    def _without_names(self, sentence: Sentence) -> str:
        record, span = sentence.record, sentence.span
        if record.id not in self._mentions:
            self._mentions[record.id] = _by_paragraph(record)
        text = sentence.text
        for mention in self._mentions[record.id].get(span.paragraph, ()):
            start, end = max(mention.start - span.start, 0), mention.end - span.start
            if start < min(end, len(text)):
                text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
        return text


def _by_paragraph(record: Record) -> Mapping[int, Sequence[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in record.mentions:
        found[mention.paragraph].append(mention)
    return found
