"""What a site says of the author below a text: `Ana Ruiz is a reporter for the Northern Herald.`

Texts write of reporters too, so it counts only as the last line, of somebody whom the text does not name.
"""

import re
from collections.abc import Sequence

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


def biography_below(lines: Sequence[str], inside: Sequence[bool]) -> int:
    """The number of the line that is the author's biography; -1 where there is none."""
    body = [number for number, is_inside in enumerate(inside) if is_inside]
    if len(body) <= _FEWEST:
        return -1
    found = _BIOGRAPHY.fullmatch(lines[body[-1]])
    if found is None or any(found["surname"] in lines[number] for number in body[:-1]):
        return -1
    return body[-1]
