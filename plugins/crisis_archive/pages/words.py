"""The words that readers see: one table, read from `theme/words/<language>.toml` by the plugins."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup, escape

from crisis_archive.model import Struct
from crisis_archive.pages.reasons import ReasonTable

_MANY: Final = 100


class WordsError(LookupError):
    """Words that a page needs and the table lacks; the message names the key."""


class Words(Struct, frozen=True, dict=True, gc=True):
    """Nested tables of sentences with `{named}` gaps; keys have dots, e.g. `text.record.title`."""

    table: dict[str, Any]

    def _at(self, key: str) -> object:
        found: object = self.table
        for part in key.split("."):
            if not isinstance(found, dict) or part not in found:
                raise WordsError(f"theme/words: no words for {key!r}; add them")
            found = found[part]
        return found

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence at `key` with its gaps filled. Raises `WordsError` where there is none."""
        found = self._sentences.get(key)
        if found is None:
            self._at(key)  # says where it is missing
            raise WordsError(f"theme/words: {key!r} is no sentence")
        return found.format(**values) if values else found

    @cached_property
    def _sentences(self) -> Mapping[str, str]:
        """All sentences by their whole keys: a site asks for some of them a million times."""
        return dict(_flat("", self.table))

    @cached_property
    def _days(self) -> dict[dt.date, str]:
        """Days as they were said before: an archive has few."""
        return {}

    @cached_property
    def _places(self) -> dict[int, str]:
        """Places of citations as they were said before."""
        return {}

    def place(self, paragraph: int) -> str:
        """Where a citation leads: a paragraph, by its number from 0; less than that is the title."""
        said = self._places.get(paragraph)
        if said is None:
            said = self("cite.paragraph", number=paragraph + 1) if paragraph >= 0 else self("cite.title")
            self._places[paragraph] = said
        return said

    def rich(self, key: str, /, **values: object) -> Markup:
        """The sentence as markup: values that are markup (links) stay so, all others are escaped."""
        return Markup(escape(self(key))).format(**values)

    def count(self, key: str, number: int) -> str:
        """A number in words of the right form: `{one = "text", other = "texts"}` gives `1,204 texts`.

        A sentence may say where the number stands: `{ one = "drops {number} hedge", ... }`.
        """
        words = self(f"{key}.one" if number == 1 else f"{key}.other")
        return words.format(number=f"{number:,}") if "{number}" in words else f"{number:,} {words}"

    def about(self, key: str, number: int) -> str:
        """As `count`; of a hundred and more two digits are told: `more than 220 texts`.

        What stands on very many pages should not change on all of them whenever a text is added.
        """
        unit = 10 ** max(0, len(str(number)) - 2)
        told = number if number < _MANY else number // unit * unit
        counted = self.count(key, told)
        return counted if told == number else self("nouns.more_than", counted=counted)

    def either(self, key: str, choice: str, /, **values: object) -> str:
        """The sentence for one of several cases, e.g. an origin; the case itself where it has none."""
        cases = self._at(key)
        known = isinstance(cases, dict) and choice in cases
        return self(f"{key}.{choice}", **values) if known else choice

    def day(self, date: dt.date) -> str:
        """`9 January 2026`."""
        said = self._days.get(date)
        if said is None:
            month = self(f"dates.months.{date.month}")
            said = self._days[date] = self("dates.day", day=date.day, month=month, year=date.year)
        return said

    @cached_property
    def _reasons(self) -> ReasonTable:
        found = self._at("reasons")
        if not isinstance(found, dict):
            raise WordsError("theme/words: 'reasons' is no table of sentences")
        return ReasonTable(found, self.day)

    def reason(self, reason: str) -> str:
        """A sentence of the data (`text.reasons`) in the site's words."""
        return self._reasons.shown(reason)

    def sections(self, key: str) -> tuple[tuple[str, str], ...]:
        """Title and text of each section of a page that is nothing but words."""
        found = self._at(key)
        if not isinstance(found, list):
            raise WordsError(f"theme/words: {key!r} is no list of sections")
        return tuple((each["title"], each["text"]) for each in found)

    def listed(self, parts: list[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self('general.and')} {parts[-1]}"


def _flat(before: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, str):
            yield before + name, value
        elif isinstance(value, dict):
            yield from _flat(f"{before}{name}.", value)
