"""A name for a crisis that no editor has named: from its own texts alone, so that others do not change it."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from crisis_archive.model import PublicationDate
from crisis_archive.relating.crises.profiles import Profiles, fuller
from crisis_archive.text.days import MONTHS
from crisis_archive.text.folding import fold
from crisis_archive.text.slugs import slug

_WORDS = 3
"""Of a title, where there are so many."""


def leading_names(group: Sequence[str], profiles: Profiles) -> tuple[str, ...]:
    """The dominant place of a group, then two names that most of its texts share."""
    places = _leading(group, profiles, {"place"}, 1)
    return (*places, *_leading(group, profiles, {"person", "organisation", "event"}, 2))


def with_terms(names: tuple[str, ...], group: Sequence[str], profiles: Profiles) -> tuple[str, ...]:
    """Its title words: its leading names; where these are few, words that its texts share with them."""
    known = {word for name in names for word in fold(name).split()}
    terms = [term for term in _leading_terms(group, profiles) if not known & set(term.split())]
    return (*names, *terms[: _WORDS - len(names)])


def is_named(names: Sequence[str]) -> bool:
    """Whether leading names alone make a title."""
    return len(names) >= _WORDS


def derived_slug(title: Sequence[str]) -> str:
    """The slug of a crisis of this title: with no number and no date of its own, and nothing from outside."""
    return slug(" ".join(title))


def derived_title(words: Sequence[str], dates: Sequence[PublicationDate]) -> str:
    """The title of a crisis that no editor has named: its words, and when its texts were published.

    It names one month, or the first and the last where every date lies in a known month, or only the year;
    nothing where dates are wider than that.
    """
    title = f"{words[0]}: {' and '.join(words[1:])}" if len(words) > 1 else "".join(words)
    when = _period([(each.earliest, each.latest) for each in dates if each.earliest and each.latest])
    return f"{title}, {when}" if when else title


def _period(ranges: Sequence[tuple[dt.date, dt.date]]) -> str:
    if not ranges:
        return ""
    first, last = min(start for start, _ in ranges), max(end for _, end in ranges)
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if any((start.year, start.month) != (end.year, end.month) for start, end in ranges):
        return str(first.year) if first.year == last.year else ""
    begun = MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{begun} to {MONTHS[last.month - 1]} {last.year}"


def _leading(group: Sequence[str], profiles: Profiles, kinds: set[str], most: int) -> list[str]:
    """The names of these kinds that most texts mention, by documents, then as a scene, then by mentions."""
    documents: Counter[str] = Counter()
    scenes: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    words: dict[str, str] = {}
    for document in group:
        profile = profiles[document]
        for entity, count in profile.names.items():
            if profile.kind_of[entity] in kinds:
                documents[entity] += 1
                scenes[entity] += profile.scenes.get(entity, 0)
                mentions[entity] += count
                words[entity] = fuller(profile.words_of[entity], words.get(entity, ""))
    ranked = sorted(documents, key=lambda each: (-documents[each], -scenes[each], -mentions[each], each))
    return [words[entity] for entity in ranked[:most]]


def _leading_terms(group: Sequence[str], profiles: Profiles) -> list[str]:
    total: dict[str, float] = {}
    for document in group:
        for term, weight in zip(profiles.terms(document), profiles.weights(document), strict=True):
            total[term] = total.get(term, 0.0) + weight
    return sorted(total, key=lambda term: (-total[term], term))
