"""What a site says of the author below a text: `Ana Ruiz is a reporter for the Northern Herald.`

Texts write of reporters too, so it counts only as the last line, of somebody whom the text does not name.
"""

import re
from collections.abc import Sequence

from crisis_archive.cleaning.furniture.forms import ABOUT

_NAME = r"[A-Z\u00c0-\u00de][\w.\N{RIGHT SINGLE QUOTATION MARK}'-]+"
_WORK = (
    r"reporter|writer|editor|correspondent|columnist|journalist|contributor|contributes|author|blogger|freelancer?"
    r"|periodista|redactor[a]?|journaliste|rédact(?:eur|rice)|redakteur(?:in)?|giornalista|jornalista"
)
_BIOGRAPHY = re.compile(
    rf"{_NAME}(?: {_NAME}){{0,2}} (?P<surname>{_NAME}) (?:is|covers|writes|reports|es|est|ist|è|é)\b"
    rf"[^.]{{0,80}}\b(?:{_WORK})\b.{{0,400}}"
)
_FEWEST = 3  # lines of text above it
_MOST_ABOUT = 7  # lines, with the heading
_MOST_CHARACTERS = 1200
_LONGEST_HEADING = 60


def about_below(lines: Sequence[str]) -> int:
    """Where the last lines begin that a heading says are about the author; -1 where none does."""
    for number in range(max(_FEWEST, len(lines) - _MOST_ABOUT), len(lines)):
        if len(lines[number]) < _LONGEST_HEADING and ABOUT.fullmatch(lines[number]):
            return number if sum(map(len, lines[number:])) < _MOST_CHARACTERS else -1
    return -1


def biography_below(lines: Sequence[str], inside: Sequence[bool]) -> int:
    """The number of the line that is the author's biography; -1 where there is none."""
    body = [number for number, is_inside in enumerate(inside) if is_inside]
    if len(body) <= _FEWEST:
        return -1
    found = _BIOGRAPHY.fullmatch(lines[body[-1]])
    if found is None or any(found["surname"] in lines[number] for number in body[:-1]):
        return -1
    return body[-1]
