"""Candidates: stretches of capitalised words that may be names, cut by rules of form alone."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import Final

from crisis_archive import gazetteer
from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.joining import joined
from crisis_archive.annotating.names.pieces import Candidate, peoples_apart
from crisis_archive.annotating.names.tokens import Token

_COURTESY: Final = 4.0
_TITLE: Final = 3.0
_CAPITAL: Final = attrgetter("capital")
_TEXT: Final = attrgetter("text")
_HARD_STOPS: Final = frozenset(
    "a the this that these those he she it they we i in on at by for from with to of and but if as when "
    "while after before his her its their our my is are was were have has had not government "
    "governments ngo ngos".split()
)
_SENTENCE_STARTS: Final = frozenset(
    word.capitalize() for word in _HARD_STOPS - lexicon.TITLES - lexicon.TITLE_PARTS - lexicon.PORTFOLIOS
)
_OFFICES: Final = lexicon.TITLES | lexicon.TITLE_PARTS
_LEADS: Final = lexicon.TITLES | lexicon.PORTFOLIOS | {"and", "the", "&", "of", "for"}
_NAMED_AFTER: Final = frozenset(
    "hospital hospitals clinic church cathedral monastery convent school college university mosque bridge "
    "stadium airport barracks prison square street hotel".split()
)
"""What is named after somebody: the title before is part of its name."""
_LONG_SHOUT: Final = 4
"""This many words in capitals are a heading and no name."""


_DATELINE: Final = 16
"""Tokens that the place, the day and the source of a report take at its beginning."""
_DASHES: Final = frozenset("- _ \N{EN DASH} \N{EM DASH}".split())
_SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii"])


def candidates_of(tokens: Sequence[Token], starts: Collection[int]) -> list[Candidate]:
    """All candidates of a paragraph in order; `starts` are the offsets at which its sentences begin."""
    found: list[Candidate] = []
    end = 0
    openings: Iterable[int] = compress(count(), map(_CAPITAL, tokens))
    if not lexicon.SURNAME_PARTICLES.isdisjoint(map(_TEXT, tokens)):
        openings = [
            at for at, token in enumerate(tokens) if token.capital or token.text in lexicon.SURNAME_PARTICLES
        ]
    for at in openings:
        if at < end or not (tokens[at].capital or _begins_with_particle(tokens, at)):
            continue
        end = _run_end(tokens, at, starts)
        if end - at == 1 and tokens[at].text in _SENTENCE_STARTS:
            continue  # The, In, He: the first word of most sentences
        if end - at == 1 and tokens[at].low not in _OFFICES and (not at or tokens[at - 1].low not in _LEADS):
            # One word with no title before it, in it or after it: most of them are.
            initial = _is_initial(tokens, at, starts)
            if not _stops(tokens, at, end, initial):
                found.append(Candidate(at, end, 0.0, initial))
            continue
        found.extend(_pieces(tokens, at, end, _is_initial(tokens, at, starts)))
    whole = joined(tokens, [piece for piece in found if piece.first < piece.last])
    return [each for each in whole if _may_be_name(tokens, each)]


def _may_be_name(tokens: Sequence[Token], piece: Candidate) -> bool:
    alone = piece.last - piece.first == 1
    return not (alone and tokens[piece.first].low in lexicon.NEVER_ALONE)


def _begins_with_particle(tokens: Sequence[Token], at: int) -> bool:
    """`del Ponte`, `bin Laden`; not `the van Driver`, nor `de` in the middle of a run."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].capital
        and not (at and tokens[at - 1].low in ("the", "a", "an", "this", "that"))
    )


def _is_initial(tokens: Sequence[Token], at: int, starts: Collection[int]) -> bool:
    if 0 < at <= _DATELINE and tokens[at - 1].text in _DASHES and tokens[0].text.isupper():
        return tokens[at].start - tokens[at - 1].end == 1  # ORLAVIK, 4 March (Wire) - Soldiers seized
    while at and not tokens[at - 1].capital and not tokens[at - 1].text[0].isalnum():
        if tokens[at].start in starts:
            return True
        if tokens[at - 1].text in ",;)":
            return False
        at -= 1
    return tokens[at].start in starts or at == 0


def _run_end(tokens: Sequence[Token], at: int, starts: Collection[int]) -> int:
    """One past the last token of the run of capitalised words and inner particles that begins at `at`."""
    end = at + 1
    while end < len(tokens):
        token = tokens[end]
        touching = token.start - tokens[end - 1].end
        if touching > 1 or token.start in starts:
            break
        if token.capital:
            end += 1
        elif token.text in lexicon.PARTICLES or token.text == "&":
            after = end + 1
            while after < len(tokens) and tokens[after].text in lexicon.PARTICLES:
                after += 1
            if after >= len(tokens) or not tokens[after].capital:
                break
            end = after + 1
        else:
            break
    return end


def _pieces(tokens: Sequence[Token], first: int, last: int, initial: bool) -> Iterator[Candidate]:
    """A run cut at titles, days and function words."""
    if last - first >= _LONG_SHOUT and all(token.text.isupper() for token in tokens[first:last]):
        return
    if initial and _opens_with_participle(tokens, first, last):
        first, initial = first + 1, False
    start = at = _office_end(tokens, first, last)
    titled = _TITLE if start > first else _lower_title(tokens, first)
    while at < last:
        after = _title_end(tokens, at, last)
        stops = after == at and _stops(tokens, at, last, initial and at == first)
        if after == at and not stops:
            at += 1
            continue
        if start < at:
            yield from peoples_apart(tokens, Candidate(start, at, titled, initial and start == first))
        titled = 0.0 if stops else _weight_of_title(tokens, at, after)
        start = at = at + 1 if stops else after
    if start < last:
        yield from peoples_apart(tokens, Candidate(start, last, titled, initial and start == first))


def _opens_with_participle(tokens: Sequence[Token], first: int, last: int) -> bool:
    """`Echoing Roe`, `Sadly Roe`: the first word belongs to the sentence; not so `Beijing University`."""
    word = tokens[first]
    return (
        last - first > 1
        and len(word.low) > 5
        and word.low.endswith(("ing", "ly"))
        and not word.text.isupper()
        and not gazetteer.place(word.text)
    )


def _stops(tokens: Sequence[Token], at: int, last: int, initial: bool) -> bool:
    low = tokens[at].low
    if not low.isalpha():
        head, mark, _ = low.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").partition("'")
        if mark and head in lexicon.FUNCTION_WORDS:
            # I'd, It's, We'll
            return True
    if low in lexicon.DAYS_AND_MONTHS:
        named = low in lexicon.MONTHS_ALSO_NAMES and at + 1 < last
        return not named
    if tokens[at].text.isupper() and len(low) > 1:
        return low in _HARD_STOPS and low not in ("is", "as", "it", "us")
    return low in (lexicon.FUNCTION_WORDS if initial else _HARD_STOPS)


def _title_end(tokens: Sequence[Token], at: int, last: int) -> int:
    """One past a title that begins at `at`; `at` where none does."""
    end = at
    while end < last and (tokens[end].low in lexicon.TITLES or tokens[end].low in lexicon.TITLE_PARTS):
        end += 1
    while end > at and tokens[end - 1].low not in lexicon.TITLES:
        end -= 1
    if end == at:
        return at
    word = tokens[end - 1].low
    rest = tokens[end:last]
    if word not in lexicon.COURTESY:
        if rest and rest[-1].low in lexicon.ORGANISATION_HEADS | {"office"}:
            return at
        if rest and last < len(tokens) and tokens[last].text in _NAMED_AFTER:
            return at  # the Saint Brigid hospital, the King Harald bridge
        if all(token.low in _SUFFIXES for token in rest) and (
            word in lexicon.ALSO_SURNAMES and at and tokens[at - 1].capital
        ):
            return at
    return end


def _weight_of_title(tokens: Sequence[Token], first: int, last: int) -> float:
    return _COURTESY if tokens[last - 1].low in lexicon.COURTESY else _TITLE


def _lower_title(tokens: Sequence[Token], at: int) -> float:
    if at and tokens[at - 1].low in lexicon.TITLES and tokens[at].start - tokens[at - 1].end <= 1:
        return _TITLE if tokens[at - 1].low not in ("state", "general") else 0.0
    return 0.0


def _office_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """One past what an office is of (Secretary of `State`), if a name follows; else `first`."""
    back = first
    while back and tokens[back - 1].low in lexicon.PORTFOLIOS | {"and", "the", "&"}:
        back -= 1
    if back < 2 or tokens[back - 1].low not in ("of", "for") or tokens[back - 2].low not in lexicon.TITLES:
        return first
    end = first
    while end < last and tokens[end].low in lexicon.PORTFOLIOS:
        end += 1
    return end
