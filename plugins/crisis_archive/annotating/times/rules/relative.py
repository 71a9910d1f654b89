"""Counted units: `last week`, `two years ago`, `the past three years`, `in two weeks`."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from crisis_archive.annotating.times.languages import LANGUAGES, by_language
from crisis_archive.annotating.times.lexicon import TAIL, RelativeKind, Words, either, number_of
from crisis_archive.model import TimeExpression
from crisis_archive.text.words import parts_of, signs_of

EVENT_KINDS: Final = ("after", "before", "later", "earlier")
_GROUP: Final = re.compile(r"\((?:\?:|(?P<ahead>\?[=!]))(?P<inner>[^()]*)\)(?P<optional>[?*]|(?=\{))?")
_TAKEN_OUT: Final = re.compile(r"<(\d+)>")
_SPELLED: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*(?:\|[^\W\d_]+(?: [^\W\d_]+)*)*")
"""Whole words, or several forms of them."""


def pattern_of(words: Words, template: str) -> re.Pattern[str]:
    """A template of a relative expression as a pattern with the groups `n` and `unit`."""
    number = rf"(?P<n>\d{{1,3}}|an?|{either(words.numbers)})"
    unit = rf"(?P<unit>{either(words.units)})"
    used: set[str] = set()
    pieces = []
    for piece in re.split(r"(\{n\}|\{unit\})", template):
        group = {"{n}": number, "{unit}": unit}.get(piece)
        if group is None:
            pieces.append(piece)
            continue
        # A template of several forms names its groups once; the others are numbered.
        name = "n" if piece == "{n}" else "unit"
        pieces.append(group.replace(f"<{name}>", f"<{name}{sum(each.startswith(name) for each in used)}>"))
        used.add(f"{name}{sum(each.startswith(name) for each in used)}")
    return re.compile(rf"(?<![\w’'-])(?:{''.join(pieces)})(?:['’]s?)?{TAIL}", re.IGNORECASE)


def needed(template: str) -> frozenset[str]:
    """Words of which a text must hold one, else the template cannot fit it; empty where no words are sure.

    They are, of each form of the template, the longest piece that is spelled out and cannot be left out.
    """
    groups: list[str] = []

    def taken_out(match: re.Match[str]) -> str:
        if match["ahead"] or match["optional"]:
            return ""
        groups.append(match["inner"])
        return f"<{len(groups) - 1}>"

    found: set[str] = set()
    done = ""
    while done != template:
        done, template = template, _GROUP.sub(taken_out, template)
    for form in template.split("|"):
        pieces = [
            groups[int(group[1])] if (group := _TAKEN_OUT.fullmatch(piece)) else piece
            for piece in form.split()
        ]
        signs = [signs_of(piece.split("|")) for piece in reversed(pieces) if _SPELLED.fullmatch(piece)]
        if not signs:
            return frozenset()
        found |= max(signs, key=lambda each: min(map(len, each)))
    return frozenset(found)


def patterns_of(
    words: Words, events: bool
) -> tuple[tuple[RelativeKind, re.Pattern[str], frozenset[str]], ...]:
    """The language's patterns with what they need, those that count from an event or the others."""
    return tuple(
        (kind, pattern_of(words, template), needed(template))
        for kind, template in words.relative
        if (kind in EVENT_KINDS) is events
    )


def fitting(
    patterns: tuple[tuple[RelativeKind, re.Pattern[str], frozenset[str]], ...], sentence: str
) -> Iterator[tuple[RelativeKind, re.Match[str]]]:
    """What the patterns find in a sentence; those whose words it does not hold are not tried."""
    parts = parts_of(sentence)
    for kind, pattern, needs in patterns:
        if not needs or not needs.isdisjoint(parts):
            for match in pattern.finditer(sentence):
                yield kind, match


def measured(match: re.Match[str], words: Words) -> tuple[int, str | None]:
    """The number and the unit of a match."""
    groups = match.groupdict()
    number = next((value for name, value in groups.items() if value and name.startswith("n")), "1")
    unit = next((value for name, value in groups.items() if value and name.startswith("unit")), None)
    return number_of(words, number), words.units[unit.casefold()] if unit else None


SIGNS: Final = {words.code: signs_of(words.units) for words in LANGUAGES}
PATTERNS: Final = by_language(partial(patterns_of, events=False))


def find(sentence: str, words: Words) -> Iterator[TimeExpression]:
    """Expressions that count units from the day of writing."""
    for kind, match in fitting(PATTERNS(words), sentence):
        number, unit = measured(match, words)
        if unit is None or (unit == "day" and kind in ("last", "this", "next")):
            # `The last day` of something is no date.
            continue
        meaning = {
            "ago": (-number, None),
            "ahead": (number, None),
            "last": (-1, None),
            "this": (0, None),
            "next": (1, None),
            "past-span": (-1, number),
            "next-span": (1, number),
        }[kind]
        end = match.end() - len(re.search(r"(?:['’]s?)?$", match[0])[0])  # type: ignore[index]  # may be empty, is always found
        yield TimeExpression(
            0,
            match.start(),
            end,
            rule=f"{kind}-{unit}",
            unit=unit,  # type: ignore[arg-type]  # the lexicon's units are the model's
            offset=meaning[0],
            count=meaning[1],
        )
