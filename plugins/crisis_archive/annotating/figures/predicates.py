"""A count with a predicate of its own: nine were killed and `40 were missing`, `the number of dead` at 58."""

import re
from typing import Final

from crisis_archive.annotating.figures.context import Context
from crisis_archive.annotating.figures.states import first_state, state_at

_LINK: Final = (
    r"was|were|is|are|has|have|had|been|be|being|remain(?:s|ed)?|still|also|now|then|later|already|reported|"
    r"reportedly|believed|presumed|feared|listed|declared|confirmed"
)
_NO_NOUN: Final = (
    r"who|whom|that|which|in|on|at|by|from|to|for|with|and|or|but|as|since|after|before|during|when|where|"
    r"while|because|if|than|said|says|told"
)
_BARE: Final = re.compile(rf"(?: (?:others|more|people|other people|more people))?(?: (?:{_LINK})\b)* ")
"""Without a noun of its own: `40 missing`, `30 others still trapped`."""
_COUPLED: Final = re.compile(
    rf"(?: (?!(?:{_NO_NOUN}|{_LINK})\b)[^\W\d_][\w\N{{RIGHT SINGLE QUOTATION MARK}}'-]*){{1,4}}"
    rf"(?: (?:{_LINK})\b)+ "
)
"""A noun coupled with what happened to it; without a coupling word the verb before tells more."""
_NUMBER_OF: Final = re.compile(r"\bnumber of (?:the |those )?((?:[^\W\d_]+ ?){1,3})")
_MOVING: Final = re.compile(
    r"(?:r(?:ose|isen?|ises|ising)|climb|grow|grew|fell|fall|jump|soar|stands?$|stood|reach|pass|increas|went|"
    r"come|came|had$|has$|may$|could$|would$)"
)


def own_state(after: str, people: bool, things: bool) -> str:
    """What is said of the counted themselves right after them; empty where that is nothing known.

    `after` is the clause after the number.
    """
    for pattern in (_BARE, _COUPLED):
        match = pattern.match(after)
        told = state_at(after, match.end(), people, things) if match is not None else ""
        if told:
            return told
    return ""


def numbered(context: Context, room: str) -> tuple[list[str], str]:
    """The words X of `the number of X` that a bare number tells of, and the state that X names.

    `room` is what stands between the number and the one before it: another number has taken what is earlier.
    """
    match = _NUMBER_OF.search(context.after) or _NUMBER_OF.search(room)
    if match is None:
        return [], ""
    words: list[str] = []
    for word in match[1].split():
        if words and _MOVING.match(word):
            break
        words.append(word)
    return words, first_state(" ".join(words), True, True, strong=False)
