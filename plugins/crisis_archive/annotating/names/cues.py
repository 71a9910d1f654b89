"""Cues: what the words of a candidate and those around it say about its kind.

Each cue is a small function; `WORD_CUES` and `CUES` are the ordered lists. A vote is a kind and a
weight, where 1 is a hint, 3 is enough by itself and 6 leaves no doubt.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.forenames import ALSO_PLACES, FORENAMES
from crisis_archive.annotating.names.setting import Setting, Vote, Words
from crisis_archive.annotating.names.vessels import vessel
from crisis_archive.annotating.syntax.lexicon import SPEECH
from crisis_archive.text.folding import fold

_BETWEEN: Final = frozenset("also then later has had again repeatedly reportedly himself herself".split())
_SPOKE: Final = lexicon.SPEECH | {verb for verb in SPEECH if verb.endswith("ed")}
_NO_NAMES: Final = lexicon.INSTITUTIONS | lexicon.ORGANISATION_HEADS | lexicon.TITLES
_HEADS_OF: Final = lexicon.TITLES - lexicon.COURTESY
"""Its director, Ilse Varga, said: an office, then who holds it."""
_PRONOUN_REACH: Final = 4
"""Tokens after the verb in which the pronoun stands: told reporters that he."""
_REMEMBERED: Final = 8192
"""Names whose votes are kept."""

WordCue = Callable[[Words], Iterator[Vote]]
Cue = Callable[[Setting], Iterator[Vote]]


def _known_place(name: Words) -> Iterator[Vote]:
    text = name.text
    if text in gazetteer.WORLD_BODIES:
        return
    if gazetteer.country(text):
        yield "place", 6.0
    elif found := gazetteer.region(text):
        yield "place", 4.0 if found.sort == "state" or " " in text else 3.0
    elif cities := gazetteer.cities(text):
        people = cities[0].population
        yield "place", 3.0 if people >= 2 * gazetteer.LARGE else 2.0 if people >= 200_000 else 0.7


def _world_body(name: Words) -> Iterator[Vote]:
    if name.text in gazetteer.WORLD_BODIES:
        yield "organisation", 5.0
    elif name.low[0] in lexicon.INSTITUTIONS and len(name.low) == 1:
        yield "organisation", 3.0
    elif name.low[0].endswith(lexicon.DOMAINS):
        yield "organisation", 2.0


def _forename(name: Words) -> Iterator[Vote]:
    first = fold(name.texts[0]).partition("-")[0]
    if first not in FORENAMES:
        return
    if len(name.texts) > 1:
        yield "person", 1.0 if first in ALSO_PLACES else 2.5
    elif first not in ALSO_PLACES:
        yield "person", 0.7


def _nouns(name: Setting) -> Iterator[Vote]:
    """`the city of X`, `X, a company that`, `X shares`, `X province`."""
    before, after = name.before[0], name.after[0]
    if before == "of" and name.before[1] in lexicon.PLACE_NOUNS:
        yield "place", 3.0
    elif before in ("newspaper", "daily", "weekly", "magazine", "agency", "company", "firm", "party"):
        yield "organisation", 2.0
    if after in lexicon.PLACE_NOUNS and after not in ("capital", "area", "state"):
        yield "place", 2.0
    elif after in lexicon.ORGANISATION_NOUNS:
        yield "organisation", 2.0
    elif after in lexicon.ORGANISATION_FOLLOWERS:
        yield "organisation", 1.0
    if after == "," and name.after[1] in ("a", "an", "the", "its", "one", "which"):
        for count in range(3, 9):
            noun = name.ahead(count)
            if not noun or noun in (",", ".", "who", "that", "of") or noun in lexicon.SPEECH:
                return
            if noun in lexicon.PLACE_NOUNS:
                yield "place", 2.0
                return
            if noun in lexicon.ORGANISATION_NOUNS and name.ahead(count + 1) not in lexicon.TITLES:
                yield "organisation", 4.0 if name.ahead(count + 1) in (",", "") else 2.0
                return
            if noun in lexicon.TITLES:
                yield "person", 2.0
                return


def _people(name: Words) -> Iterator[Vote]:
    if name.text in gazetteer.COUNTRY_OF_NATIONALITY or name.text in gazetteer.PEOPLES:
        yield "group", 7.0


def _title(name: Setting) -> Iterator[Vote]:
    if name.candidate.titled:
        yield "person", name.candidate.titled


def _heads(name: Words) -> Iterator[Vote]:
    low = name.low
    if len(low) < 2 or gazetteer.country(name.text):
        return
    if "of" in low or "for" in low:
        at = low.index("of") if "of" in low else low.index("for")
        if low[at - 1] in lexicon.HEADS_BEFORE_OF or low[at - 1] in lexicon.HEADS_BEFORE_FOR:
            yield "organisation", 5.0
        elif low[at - 1] in lexicon.PLACES_BEFORE_OF:
            yield "place", 5.0
    elif low[-1] in lexicon.STRONG_HEADS:
        yield "organisation", 5.0
    elif low[-1] in lexicon.ORGANISATION_HEADS:
        yield "organisation", 3.0
    elif low[-1] in lexicon.PLACE_HEADS:
        yield "place", 3.0
    elif low[0] in lexicon.MEDIA_BEFORE:
        yield "organisation", 4.0
    elif low[0] in lexicon.EVENTS_BEFORE or low[-1] in lexicon.EVENT_HEADS:
        yield "event", 4.0
    elif low[0] in ("lake", "mount", "mt", "cape", "fort", "port"):
        yield "place", 2.0
    elif low[0] in lexicon.STRONG_HEADS - {"us"}:
        yield "organisation", 2.0
    if "&" in low:
        yield "organisation", 3.0


def _administration(name: Setting) -> Iterator[Vote]:
    if name.after[0] in ("administration", "presidency") and len(name.words.low) == 1:
        yield "person", 4.0


def _letters(name: Words) -> Iterator[Vote]:
    texts = name.texts
    if len(texts) == 1:
        text = texts[0]
        if text.isupper() and 2 <= len(text.replace(".", "")) <= 6:
            yield "organisation", 1.5
            yield "person", -1.5
        elif any(letter.isupper() for letter in text[2:]) and "-" not in text and "'" not in text:
            yield "organisation", 0.8
        return
    if any(len(text) == 2 and text[1] == "." for text in texts[:-1]):
        yield "person", 2.5
    if name.low[-1] in ("jr", "sr"):
        yield "person", 3.0
    plain = all(text[0].isupper() and not text.isupper() for text in texts)
    if plain and len(texts) <= 3:
        yield "person", 0.8
    if any(text in lexicon.PARTICLES for text in texts):
        yield "person", 0.8


def _speaks(name: Setting) -> Iterator[Vote]:
    verb = name.after[1] if name.after[0] in _BETWEEN else name.after[0]
    if verb in lexicon.SPEECH or name.before[0] in lexicon.SPEECH:
        yield "person", 1.3
        yield "organisation", 0.5
    elif only_its_verb_shows_it(name):
        yield "person", 1.3
    elif name.after[0] in lexicon.HUMAN_VERBS:
        yield "person", 1.0


def _meant_by_pronoun(name: Setting) -> Iterator[Vote]:
    """`Brandt said he would go`: whom the pronoun of his words means is a person."""
    at = name.candidate.last + (name.after[0] in _BETWEEN)
    if len(name.words.low) > 1 or at >= len(name.tokens) or name.tokens[at].low not in lexicon.SPEECH:
        return
    for token in name.tokens[at + 1 : at + 1 + _PRONOUN_REACH]:
        if token.capital or not token.text.isalpha():
            return
        if token.low in ("he", "she"):
            yield "person", 1.0
            return


def only_its_verb_shows_it(name: Setting) -> bool:
    """`Brandt also urged ...`: the first word of a sentence that nothing but a name can be.

    No plural, no article, no word that stands so by itself, and a verb of speech behind it.
    """
    if not name.candidate.initial or len(name.words.low) != 1:
        return False
    verb = name.after[1] if name.after[0] in _BETWEEN else name.after[0]
    text, low = name.words.text, name.words.low[0]
    return (
        verb in _SPOKE
        and not low.endswith("s")
        and not name.words.texts[0].isupper()
        and low not in lexicon.SOFT_STARTS
        and not gazetteer.place(text)
        and text not in gazetteer.WORLD_BODIES
        and low not in _NO_NAMES
    )


def _apposition(name: Setting) -> Iterator[Vote]:
    after, second, third = name.after
    if after == "who" or (after == "," and second == "who"):
        yield "person", 2.0
    if after == "," and second.isdigit() and len(second) == 2 and third in (",", "."):
        yield "person", 3.0
    if after == "," and second in ("a", "an", "the", "his", "her"):
        yield "person", 0.3
    if after in (",", "") and name.before[0] == "," and name.before[1] in _HEADS_OF:
        yield "person", 2.0


def _whereabouts(name: Setting) -> Iterator[Vote]:
    before, after, text = name.before[0], name.after[0], name.words.text
    if before in lexicon.AFTER_PLACE_PREPOSITION:
        followed = after in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
        yield "place", 0.5 if followed or before == "at" else 1.5
    elif before == "from" or (before == "as" and name.before[1] == "far"):
        yield "place", 0.6 if before == "from" else 1.5
    if after == "-" and name.after[1] in ("based", "born", "area"):
        yield "place", 2.0
    at = name.candidate.last
    if after == "," and at + 1 < len(name.tokens) and name.tokens[at + 1].capital:
        larger = name.tokens[at + 1].text
        if name.after[1] != text.casefold() and (gazetteer.region(larger) or gazetteer.country(larger)):
            yield "place", 2.5 if gazetteer.country(text) is None else 0.0


def _article(name: Setting) -> Iterator[Vote]:
    if name.before[0] == "the":
        yield "person", -1.5
        yield "organisation", 0.7
        if name.words.low[-1].endswith("s") and len(name.words.low) <= 2:
            yield "organisation", 1.3


def _dateline(name: Setting) -> Iterator[Vote]:
    """`CALCUTTA, India (AP) _`"""
    first, after = name.candidate.first, name.after[0]
    if first == 0 and after in (",", "(") and name.words.text.isupper():
        yield "place", 3.0
    if name.before[0] == "(" and after == ")" and first < 12:
        at = name.candidate.last + 1
        if at < len(name.tokens) and name.tokens[at].text in "_-\N{EN DASH}\N{EM DASH}":
            yield "organisation", 4.0


WORD_CUES: Final[tuple[WordCue, ...]] = (_known_place, _world_body, _forename, _people, _heads, _letters)
"""What the words of a candidate say by themselves."""
CUES: Final[tuple[Cue, ...]] = (
    _nouns,
    _title,
    _administration,
    _speaks,
    _meant_by_pronoun,
    _apposition,
    _whereabouts,
    _article,
    _dateline,
    vessel,
)
"""What the words around it say; the votes of all cues are added up."""


def votes_on(name: Setting) -> tuple[Vote, ...]:
    """The votes of every cue."""
    around = [vote for cue in CUES for vote in cue(name)]
    return (*_votes_of_words(name.words), *around)


@lru_cache(maxsize=_REMEMBERED)
def _votes_of_words(words: Words) -> tuple[Vote, ...]:
    """Names come again and again, and what they say by themselves is always the same."""
    return tuple([vote for cue in WORD_CUES for vote in cue(words)])
