"""Cues: what the words of a candidate and those around it say about its kind.

Each cue is a small function; `CUES` is the ordered list. A vote is a kind and a weight, where 1 is a hint,
3 is enough by itself and 6 leaves no doubt.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from crisis_archive import gazetteer
from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.forenames import ALSO_PLACES, FORENAMES
from crisis_archive.annotating.names.pieces import Candidate
from crisis_archive.annotating.names.tokens import Token
from crisis_archive.annotating.syntax.lexicon import SPEECH
from crisis_archive.model.readings import EntityKind
from crisis_archive.text.folding import fold

_BETWEEN: Final = frozenset("also then later has had again repeatedly reportedly himself herself".split())
_SPOKE: Final = lexicon.SPEECH | {verb for verb in SPEECH if verb.endswith("ed")}
Vote = tuple[EntityKind, float]


class Setting(NamedTuple):
    """A candidate among the tokens of its paragraph."""

    tokens: Sequence[Token]
    candidate: Candidate
    text: str

    @property
    def inside(self) -> Sequence[Token]:
        return self.tokens[self.candidate.first : self.candidate.last]

    def before(self, count: int = 1) -> str:
        at = self.candidate.first - count
        return self.tokens[at].low if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        at = self.candidate.last + count - 1
        return self.tokens[at].low if at < len(self.tokens) else ""


Cue = Callable[[Setting], Iterator[Vote]]


def _known_place(name: Setting) -> Iterator[Vote]:
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


def _world_body(name: Setting) -> Iterator[Vote]:
    if name.text in gazetteer.WORLD_BODIES:
        yield "organisation", 5.0
    elif name.inside[0].low in lexicon.INSTITUTIONS and len(name.inside) == 1:
        yield "organisation", 3.0
    elif name.inside[0].low.endswith(lexicon.DOMAINS):
        yield "organisation", 2.0


def _forename(name: Setting) -> Iterator[Vote]:
    first = fold(name.inside[0].text).partition("-")[0]
    if first not in FORENAMES:
        return
    if len(name.inside) > 1:
        yield "person", 1.0 if first in ALSO_PLACES else 2.5
    elif first not in ALSO_PLACES:
        yield "person", 0.7


def _nouns(name: Setting) -> Iterator[Vote]:
    """`the city of X`, `X, a company that`, `X shares`, `X province`."""
    if name.before() == "of" and name.before(2) in lexicon.PLACE_NOUNS:
        yield "place", 3.0
    elif name.before() in ("newspaper", "daily", "weekly", "magazine", "agency", "company", "firm", "party"):
        yield "organisation", 2.0
    if name.after() in lexicon.PLACE_NOUNS and name.after() not in ("capital", "area", "state"):
        yield "place", 2.0
    elif name.after() in lexicon.ORGANISATION_NOUNS:
        yield "organisation", 2.0
    elif name.after() in lexicon.ORGANISATION_FOLLOWERS:
        yield "organisation", 1.0
    if name.after() == "," and name.after(2) in ("a", "an", "the", "its", "one", "which"):
        for ahead in range(3, 9):
            noun = name.after(ahead)
            if not noun or noun in (",", ".", "who", "that", "of") or noun in lexicon.SPEECH:
                return
            if noun in lexicon.PLACE_NOUNS:
                yield "place", 2.0
                return
            if noun in lexicon.ORGANISATION_NOUNS:
                yield "organisation", 2.0
                return
            if noun in lexicon.TITLES:
                yield "person", 2.0
                return


def _people(name: Setting) -> Iterator[Vote]:
    if name.text in gazetteer.COUNTRY_OF_NATIONALITY or name.text in gazetteer.PEOPLES:
        yield "group", 7.0


def _title(name: Setting) -> Iterator[Vote]:
    if name.candidate.titled:
        yield "person", name.candidate.titled


def _heads(name: Setting) -> Iterator[Vote]:
    inside = name.inside
    low = [token.low for token in inside]
    if len(low) < 2 or gazetteer.country(name.text):
        return
    if "of" in low or "for" in low:
        at = low.index("of") if "of" in low else low.index("for")
        if low[at - 1] in lexicon.HEADS_BEFORE_OF | lexicon.HEADS_BEFORE_FOR:
            yield "organisation", 5.0
        elif low[at - 1] in lexicon.PLACES_BEFORE_OF:
            yield "place", 5.0
    elif low[-1] in lexicon.STRONG_HEADS:
        yield "organisation", 5.0
    elif low[-1] in lexicon.ORGANISATION_HEADS:
        yield "organisation", 3.0
    elif low[-1] in lexicon.PLACE_HEADS:
        yield "place", 3.0
    elif low[0] in lexicon.EVENTS_BEFORE or low[-1] in lexicon.EVENT_HEADS:
        yield "event", 4.0
    elif low[0] in ("lake", "mount", "mt", "cape", "fort", "port"):
        yield "place", 2.0
    elif low[0] in lexicon.STRONG_HEADS - {"us"}:
        yield "organisation", 2.0
    if "&" in low:
        yield "organisation", 3.0


def _administration(name: Setting) -> Iterator[Vote]:
    if name.after() in ("administration", "presidency") and len(name.inside) == 1:
        yield "person", 4.0


def _letters(name: Setting) -> Iterator[Vote]:
    inside = name.inside
    if len(inside) == 1:
        text = inside[0].text
        if text.isupper() and 2 <= len(text.replace(".", "")) <= 6:
            yield "organisation", 1.5
            yield "person", -1.5
        elif any(letter.isupper() for letter in text[2:]) and "-" not in text and "'" not in text:
            yield "organisation", 0.8
        return
    if any(len(token.text) == 2 and token.text[1] == "." for token in inside[:-1]):
        yield "person", 2.5
    if inside[-1].low in ("jr", "sr"):
        yield "person", 3.0
    plain = all(token.text[0].isupper() and not token.text.isupper() for token in inside)
    if plain and len(inside) <= 3:
        yield "person", 0.8
    if any(token.text in lexicon.PARTICLES for token in inside):
        yield "person", 0.8


def _speaks(name: Setting) -> Iterator[Vote]:
    verb = name.after(2) if name.after() in _BETWEEN else name.after()
    if verb in lexicon.SPEECH or name.before() in lexicon.SPEECH:
        yield "person", 1.3
        yield "organisation", 0.5
    elif only_its_verb_shows_it(name):
        yield "person", 1.3
    elif name.after() in lexicon.HUMAN_VERBS:
        yield "person", 1.0


def only_its_verb_shows_it(name: Setting) -> bool:
    """`Brandt also urged ...`: the first word of a sentence that nothing but a name can be.

    No plural, no article, no word that stands so by itself, and a verb of speech behind it.
    """
    word = name.inside[0]
    verb = name.after(2) if name.after() in _BETWEEN else name.after()
    return (
        name.candidate.initial
        and verb in _SPOKE
        and len(name.inside) == 1
        and not word.low.endswith("s")
        and not word.text.isupper()
        and word.low not in lexicon.SOFT_STARTS
        and not gazetteer.place(name.text)
        and name.text not in gazetteer.WORLD_BODIES
        and word.low not in lexicon.INSTITUTIONS | lexicon.ORGANISATION_HEADS | lexicon.TITLES
    )


def _apposition(name: Setting) -> Iterator[Vote]:
    after = name.after()
    if after == "who" or (after == "," and name.after(2) == "who"):
        yield "person", 2.0
    if after == "," and name.after(2).isdigit() and len(name.after(2)) == 2 and name.after(3) in (",", "."):
        yield "person", 3.0
    if after == "," and name.after(2) in ("a", "an", "the", "his", "her"):
        yield "person", 0.3


def _whereabouts(name: Setting) -> Iterator[Vote]:
    before = name.before()
    if before in lexicon.AFTER_PLACE_PREPOSITION:
        followed = name.after() in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
        yield "place", 0.5 if followed or before == "at" else 1.5
    elif before == "from":
        yield "place", 0.6
    if name.after() == "-" and name.after(2) in ("based", "born", "area"):
        yield "place", 2.0
    at = name.candidate.last
    if name.after() == "," and at + 1 < len(name.tokens) and name.tokens[at + 1].capital:
        larger = name.tokens[at + 1].text
        if name.after(2) != name.text.casefold() and (gazetteer.region(larger) or gazetteer.country(larger)):
            yield "place", 2.5 if gazetteer.country(name.text) is None else 0.0


def _article(name: Setting) -> Iterator[Vote]:
    if name.before() == "the":
        yield "person", -1.5
        yield "organisation", 0.7
        if name.inside[-1].low.endswith("s") and len(name.inside) <= 2:
            yield "organisation", 1.3


def _dateline(name: Setting) -> Iterator[Vote]:
    """`CALCUTTA, India (AP) _`"""
    first = name.candidate.first
    if first == 0 and name.text.isupper() and name.after() in (",", "("):
        yield "place", 3.0
    if name.before() == "(" and name.after() == ")" and first < 12:
        at = name.candidate.last + 1
        if at < len(name.tokens) and name.tokens[at].text in "_-\N{EN DASH}\N{EM DASH}":
            yield "organisation", 4.0


CUES: Final[tuple[Cue, ...]] = (
    _known_place,
    _world_body,
    _forename,
    _nouns,
    _people,
    _title,
    _heads,
    _administration,
    _letters,
    _speaks,
    _apposition,
    _whereabouts,
    _article,
    _dateline,
)
"""Every cue; their votes are added up."""
