"""Candidates: stretches of capitalised words that may be names, cut by rules of form alone."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from crisis_archive import gazetteer
from crisis_archive.annotating.names import lexicon
from crisis_archive.annotating.names.tokens import Token

_COURTESY: Final = 4.0
_TITLE: Final = 3.0
_HARD_STOPS: Final = frozenset(
    "a the this that these those he she it they we i in on at by for from with to of and but if as when "
    "while after before his her its their our my is are was were have has had not government "
    "governments ngo ngos".split()
)
_LONG_SHOUT: Final = 4
"""This many words in capitals are a heading and no name."""


_SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii"])
_ALSO_FORENAMES: Final = frozenset(
    ["Christian", "Roman", "German", "Israel", "Jordan", "English", "French", "Welsh"]
)
"""Peoples that are forenames or surnames as well: of `Christian Lacroix` nothing is cut off."""


class Candidate(NamedTuple):
    """Tokens `first` to `last` (exclusive) of one paragraph."""

    first: int
    last: int
    titled: float
    """How much a title before it speaks for a person; 0 where there is none."""
    initial: bool
    """Whether it begins a sentence, where a capital proves nothing."""


def candidates_of(tokens: Sequence[Token], starts: Collection[int]) -> list[Candidate]:
    """All candidates of a paragraph in order; `starts` are the offsets at which its sentences begin."""
    found: list[Candidate] = []
    at = 0
    while at < len(tokens):
        if not (tokens[at].capital or _begins_with_particle(tokens, at)):
            at += 1
            continue
        end = _run_end(tokens, at, starts)
        found.extend(_pieces(tokens, at, end, _is_initial(tokens, at, starts)))
        at = end
    return _joined(tokens, [piece for piece in found if piece.first < piece.last])


def _begins_with_particle(tokens: Sequence[Token], at: int) -> bool:
    """`del Ponte`, `bin Laden`; not `the van Driver`, nor `de` in the middle of a run."""
    return (
        tokens[at].text in lexicon.SURNAME_PARTICLES
        and at + 1 < len(tokens)
        and tokens[at + 1].capital
        and not (at and tokens[at - 1].low in ("the", "a", "an", "this", "that"))
    )


def _is_initial(tokens: Sequence[Token], at: int, starts: Collection[int]) -> bool:
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
        low = tokens[at].low
        if after > at:
            yield from _peoples_apart(tokens, Candidate(start, at, titled, initial and start == first))
            titled = _weight_of_title(tokens, at, after)
            start = at = after
        elif _stops(tokens, at, last, initial and at == first):
            yield from _peoples_apart(tokens, Candidate(start, at, titled, initial and start == first))
            titled = 0.0
            start = at = at + 1
            initial = initial and low not in lexicon.DAYS_AND_MONTHS and False
        else:
            at += 1
    yield from _peoples_apart(tokens, Candidate(start, max(start, last), titled, initial and start == first))


def _opens_with_participle(tokens: Sequence[Token], first: int, last: int) -> bool:
    """`Echoing Annan`, `Unlikely Yeltsin`: the first word belongs to the sentence; not `Beijing University`."""
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
    if low in lexicon.DAYS_AND_MONTHS:
        named = low in lexicon.MONTHS_ALSO_NAMES and at + 1 < last
        return not named
    if tokens[at].text.isupper() and len(low) > 1:
        return False
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


def _peoples_apart(tokens: Sequence[Token], piece: Candidate) -> Iterator[Candidate]:
    """`Argentine Ana Romero` is two, `British Airways` one; of `Clinton Administration` the first word."""
    first, last = piece.first, piece.last
    if (
        last - first == 2
        and tokens[last - 1].low in ("administration", "presidency")
        and tokens[first].low not in ("veterans", "drug", "aviation", "security", "interim", "highway")
        and not _country_or_people(tokens[first].text)
    ):
        last -= 1
        piece = piece._replace(last=last)
    while last > first and tokens[last - 1].text in lexicon.PARTICLES:
        last -= 1
    if last - first > 1 and tokens[last - 1].low in lexicon.NOT_LAST:
        last -= 1
        piece = piece._replace(last=last)
    for length in (2, 1):
        if last - first <= length:
            continue
        words = " ".join(token.text for token in tokens[first : first + length])
        if (
            (words in gazetteer.COUNTRY_OF_NATIONALITY or words in gazetteer.PEOPLES)
            and not _is_headed(tokens, last)
            and not (words in _ALSO_FORENAMES and last - first == 2 and not _is_common(tokens[last - 1]))
            and not _is_place(" ".join(token.text for token in tokens[first:last]))
        ):
            yield Candidate(first, first + length, 0.0, piece.initial)
            yield Candidate(first + length, last, piece.titled, False)
            return
    yield Candidate(first, last, piece.titled, piece.initial)


def _country_or_people(text: str) -> bool:
    return bool(gazetteer.country(text)) or text in gazetteer.COUNTRY_OF_NATIONALITY


def _is_common(token: Token) -> bool:
    """`Christian Democrat`: an adherent, no surname."""
    return token.low.removesuffix("s") in (
        "democrat",
        "socialist",
        "coalition",
        "right",
        "open",
        "army",
        "union",
    )


def _is_place(text: str) -> bool:
    return bool(gazetteer.country(text) or gazetteer.region(text))


def _is_headed(tokens: Sequence[Token], last: int) -> bool:
    low = tokens[last - 1].low
    return low in lexicon.ORGANISATION_HEADS or low in lexicon.PLACE_HEADS


def _joined(tokens: Sequence[Token], pieces: list[Candidate]) -> list[Candidate]:
    """Pieces brought together over `of`, `for`, `and` where the form of the words asks for it."""
    done: list[Candidate] = []
    for piece in pieces:
        if done and _belongs(tokens, done[-1], piece):
            done[-1] = Candidate(done[-1].first, piece.last, done[-1].titled, done[-1].initial)
        else:
            done.append(piece)
    return done


def _is_firm(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    """`Donaldson, Lufkin & Jenrette`"""
    return (
        left.last - left.first == 1
        and right.first - left.last == 1
        and tokens[left.last].text == ","
        and any(token.text == "&" for token in tokens[right.first : right.last])
    )


def _is_ending(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    """`Example Pictures, Inc.`"""
    return (
        right.last - right.first == 1
        and right.first - left.last == 1
        and tokens[left.last].text == ","
        and tokens[right.first].low in lexicon.FIRM_ENDINGS
    )


def _belongs(tokens: Sequence[Token], left: Candidate, right: Candidate) -> bool:
    if _is_firm(tokens, left, right) or _is_ending(tokens, left, right):
        return True
    between = [token.low for token in tokens[left.last : right.first]]
    if not between or len(between) > 2 or right.titled:
        return False
    head = tokens[left.last - 1].low
    inner = {token.low for token in tokens[left.first : left.last]}
    if between in (["of"], ["of", "the"]):
        return head in lexicon.HEADS_BEFORE_OF or head in lexicon.PLACES_BEFORE_OF
    if between in (["for"], ["for", "the"]):
        return head in lexicon.HEADS_BEFORE_FOR
    if between == ["on"]:
        return head in ("council", "committee", "commission", "conference")
    if between == ["at"]:
        return head in ("university", "college") or "university" in inner
    ends = tokens[right.last - 1].low
    if between in (["'s"], ["\N{RIGHT SINGLE QUOTATION MARK}s"], ["'"], ["\N{RIGHT SINGLE QUOTATION MARK}"]):
        return head in lexicon.OWNERS or (head in lexicon.PEOPLE_WHOSE and _is_headed(tokens, right.last))
    if between == ["and"]:
        office = bool(
            inner & {"ministry", "department", "bureau", "committee", "commission", "office", "centers"}
        )
        return ((office and "of" in inner) or "for" in inner) and (
            ends in lexicon.PORTFOLIOS or ends in lexicon.ORGANISATION_HEADS
        )
    return False
