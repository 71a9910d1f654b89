"""Reasons of the data in the site's words: each sentence is found by its template, its gaps filled anew."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from crisis_archive.text.days import MONTHS

_GAP: Final = re.compile(r"\{(\w+)\}")
_DAYS: Final = frozenset({"day", "first", "last"})
_END: Final = re.compile(r"(?<=\.); ")
_NESTED: Final = frozenset({"why", "kind"})


class ReasonTable:
    """Templates as the data write them, each with what readers shall see (nothing: the same)."""

    def __init__(self, words: Mapping[str, str], day: Callable[[dt.date], str]) -> None:
        self._words = {template: shown or template for template, shown in words.items()}
        self._day = day
        self._as_written = all(template == shown for template, shown in self._words.items())
        # Of two templates that fit a sentence the one that says more of it is meant.
        with_gaps = sorted(
            (each for each in words if "{" in each), key=lambda each: (-len(_GAP.sub("", each)), each)
        )
        self._patterns = [(each, each.partition("{")[0], _pattern(each)) for each in with_gaps]

    def shown(self, reason: str) -> str:
        """The sentence in the site's words; as it is where they have none for it (what an editor wrote).

        A change that several rules made has a sentence of each (`draft.py` parts them by semicolons).
        """
        return " ".join(map(self._one, _END.split(reason)))

    def _one(self, reason: str) -> str:
        if self._as_written:
            return reason
        if reason in self._words:
            return self._words[reason]
        for template, head, pattern in self._patterns:
            found = pattern.fullmatch(reason) if reason.startswith(head) else None
            if found:
                gaps = {name: self._filled(name, value) for name, value in found.groupdict().items()}
                return self._words[template].format(**gaps)
        return reason

    def _filled(self, gap: str, value: str) -> str:
        if gap in _NESTED:
            return self.shown(value)
        return self._in_days(value) if gap in _DAYS else value

    def _in_days(self, value: str) -> str:
        day, _, rest = value.partition(" ")
        month, _, year = rest.partition(" ")
        if month not in MONTHS or not (day.isdecimal() and year.isdecimal()):
            return value
        return self._day(dt.date(int(year), MONTHS.index(month) + 1, int(day)))


def _pattern(template: str) -> re.Pattern[str]:
    parts = _GAP.split(template)
    written = (f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(written), re.DOTALL)
