"""Sentences as weighted terms: stems of content words, and numbers by value."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log
from typing import NamedTuple

import msgspec
import snowballstemmer  # type: ignore[import-untyped]  # ships no types

from crisis_archive.model import TITLE, Analysis, Span
from crisis_archive.relating.reuse.numerals import may_count, numbers
from crisis_archive.text.folding import fold
from crisis_archive.text.words import WORD

_STEMMERS = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
FUNCTION_WORDS = frozenset(
    "a an the and or but nor so yet if then than as at by for from in into of off on onto out over per to up "
    "upon with within without about after again against all also although am among any are around because "
    "been before being below between both be can cannot could did do does doing don down during each few "
    "further had has have having he her here hers herself him himself his how i is it its itself just me "
    "more most my myself no not now once only other our ours ourselves own s same she should some such t "
    "that their theirs them themselves there these they this those through too under until very was we were "
    "what when where which while who whom whose why will would you your yours yourself amid despite however "
    "meanwhile one two's said say says saying told tell tells according may might must shall us".split()
)
_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing"})


class SentenceTerms(msgspec.Struct, frozen=True):
    """One sentence with the terms that comparing needs."""

    span: Span
    text: str
    terms: frozenset[str]
    """Stems of content words; numbers as `#43`."""
    names: frozenset[str]
    """Those terms that begin with a capital inside the sentence, and the numbers."""


class Lexis:
    """Turns texts into terms; remembers every word that it has met."""

    def __init__(self) -> None:
        self._folded = _Folded()
        self._read: dict[str, _Words] = {}

    def fold(self, word: str) -> str:
        """The word folded."""
        return self._folded[word]

    def read(self, language: str) -> "_Words":
        """The words of a language (BCP 47) that were met."""
        if language not in self._read:
            self._read[language] = _Words(self._folded, language)
        return self._read[language]

    def terms_of(self, text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
        """The terms of a stretch of text, and those among them that are names or numbers."""
        read = self.read(language)
        found = WORD.findall(text)
        seen = list(map(read.__getitem__, found))
        if not read.counting.isdisjoint(found):
            return _with_numbers(text, read)
        # What begins a sentence has its capital from there.
        first = found[:1] if found and text.startswith(found[0]) else []
        inside = chain.from_iterable(each.names for each in seen[len(first) :])
        names = frozenset(chain(inside, *(read[word].shouted for word in first)))
        return frozenset(chain.from_iterable(each.terms for each in seen)), names


def _with_numbers(text: str, read: "_Words") -> tuple[frozenset[str], frozenset[str]]:
    """The same of a text in which a word may be a number: those that are stand for their value."""
    values, words = _counted(text)
    terms: set[str] = set()
    names = set(values)
    for start, word in words:
        seen = read[word]
        terms.update(seen.terms)
        names.update(seen.names if start > 0 else seen.shouted)
    return frozenset(terms | names), frozenset(names)


def _counted(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """The numbers in a text, as terms, and all other words, each with its start."""
    values = {start: (end, f"#{value:g}") for start, end, value in numbers(text)}
    found: list[str] = []
    words: list[tuple[int, str]] = []
    covered = 0
    for match in WORD.finditer(text):
        start = match.start()
        if start in values:
            covered = max(match.end(), values[start][0])
            found.append(values[start][1])
        elif start >= covered:
            words.append((start, match[0]))
    return found, words


class _Word(NamedTuple):
    """What a word adds to a sentence that holds it."""

    terms: tuple[str, ...]
    names: tuple[str, ...]
    """Those of them that begin with a capital."""
    shouted: tuple[str, ...]
    """Those in capitals throughout: names even where a sentence begins."""


class _Folded(dict[str, str]):
    """Words folded."""

    def __missing__(self, word: str) -> str:
        found = self[word] = fold(word)
        return found


class _Words(dict[str, _Word]):
    """What each word of one language adds; worked out when it is met first.

    It knows nothing of the `Lexis` that holds it: what refers to itself stays in memory for the whole build.
    """

    def __init__(self, folded: _Folded, language: str) -> None:
        super().__init__()
        self._folded = folded
        algorithm = _STEMMERS.get(language.partition("-")[0])
        self._stemmer = snowballstemmer.stemmer(algorithm) if algorithm else None
        self._stems: dict[str, str] = {}
        self.counting: set[str] = set()
        """Those that may be a number or the beginning of one."""

    def _stem(self, word: str) -> str:
        """The folded stem of a word; of a language without a stemmer it is only folded."""
        found = self._stems.get(word)
        if found is None:
            plain = re.sub("'s?$", "", self._folded[word])
            found = self._stems[word] = str(self._stemmer.stemWord(plain)) if self._stemmer else plain
        return found

    def meet(self, words: Sequence[str]) -> None:
        """Work out what is new among these words; then it is known which of them may count."""
        for word in words:
            if word not in self:
                self[word]

    def __missing__(self, word: str) -> _Word:
        terms: list[str] = []
        names: list[str] = []
        shouted: list[str] = []
        for part in word.split("-"):
            plain = self._folded[part]
            if len(plain) < 2 or (plain in FUNCTION_WORDS and not part.isupper()):
                continue
            term = self._stem(part)
            terms.append(term)
            if part[0].isupper():
                names.append(term)
                if part.isupper():
                    shouted.append(term)
        if may_count(word):
            self.counting.add(word)
        found = self[word] = _Word(tuple(terms), tuple(names), tuple(shouted))
        return found


def sentence_terms(analysis: Analysis, lexis: Lexis) -> tuple[SentenceTerms, ...]:
    """Every sentence of a document that holds a term, in order."""
    document = analysis.document
    made = []
    for span in analysis.sentences:
        text = document.text_at(span)
        terms, names = lexis.terms_of(text, document.language)
        if terms:
            made.append(SentenceTerms(span, text, terms, names))
    return tuple(made)


def terms_in(analysis: Analysis, lexis: Lexis) -> set[str]:
    """All terms of a document's sentences, those of `sentence_terms` together."""
    document = analysis.document
    read = lexis.read(document.language)
    words: set[str] = set()
    terms: set[str] = set()
    for span in analysis.sentences:
        text = document.text_at(span)
        found = WORD.findall(text)
        read.meet(found)
        if read.counting.isdisjoint(found):
            words.update(found)
        else:
            values, others = _counted(text)
            terms.update(values)
            words.update(word for _, word in others)
    return terms.union(*(read[word].terms for word in words))


def title_terms(analysis: Analysis, lexis: Lexis) -> SentenceTerms | None:
    """The title as a sentence, where the seed itself gives one."""
    document = analysis.document
    if document.title_origin not in ("seed", "metadata") or not document.title:
        return None
    terms, names = lexis.terms_of(document.title, document.language)
    return SentenceTerms(Span(TITLE, 0, len(document.title)), document.title, terms, names)


def weights(sentences: Iterable[SentenceTerms]) -> dict[str, float]:
    """How much each term tells two sentences of these texts apart: the logarithm of its rarity among them."""
    counted: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        counted.update(sentence.terms)
        total += 1
    return {term: log(1 + total / count) for term, count in counted.items()}
