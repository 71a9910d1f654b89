"""Pieces of sentences: what looks like a button there (`Sign up at the town`) is the author's.

Short texts whose lines were broken at a width, and sentences that a link cut, leave such pieces.
"""

from collections.abc import Sequence

from crisis_archive.cleaning.furniture.forms import is_sure
from crisis_archive.text.marks import ENDS, last_mark

_ENDED = frozenset(ENDS + ":;|>")
_FEWEST = 3  # words of a piece that another goes on with; buttons are shorter


def sure_lines(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is a form."""
    around = ["", *lines, ""]
    return [is_form(line, around[number], around[number + 2]) for number, line in enumerate(lines)]


def is_form(line: str, previous: str = "", following: str = "") -> bool:
    """Whether a line is one that no author writes, and no piece of a sentence of the lines beside it."""
    return is_sure(line) and not (
        _goes_on(previous, line) or (not is_sure(following) and _goes_on(line, following))
    )


def _goes_on(above: str, below: str) -> bool:
    """Whether a sentence runs from one line into the next."""
    return (
        below[:1].islower()
        and len(above.split()) >= _FEWEST
        and last_mark(above) not in _ENDED
        and (above[-1].isalnum() or above[-1] in ",-")
    )
