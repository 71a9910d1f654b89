"""The editor's names: every alias of `authority.toml`, word for word (accents aside)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crisis_archive.annotating.names.tokens import Token, tokens_of
from crisis_archive.model import AuthorityEntity, Name
from crisis_archive.text.folding import fold


class Aliases:
    """The aliases of an authority file, by their first word."""

    def __init__(self, authority: Sequence[AuthorityEntity]) -> None:
        by_first: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._entities = {entity.id: entity for entity in authority}
        for entity in authority:
            for alias in (entity.name, *entity.aliases):
                words = _words(tokens_of(alias))
                if words:
                    by_first[words[0]][words].add(entity.id)
        self._by_first = by_first

    def names(self, number: int, tokens: Sequence[Token]) -> Iterator[Name]:
        """The names in one paragraph, the longest first where two begin at one word.

        An alias that two entities share is a name whose entity is left open.
        """
        if not self._by_first:
            return
        words = _words(tokens)
        at = 0
        while at < len(words):
            match = self._longest(words, at)
            if match:
                ids = sorted(self._by_first[words[at]][match])
                end = at + len(match)
                entity = ids[0] if len(ids) == 1 else None
                kind = self._entities[ids[0]].kind
                yield Name(number, tokens[at].start, tokens[end - 1].end, kind, "editor", entity)
                at = end
            else:
                at += 1

    def _longest(self, words: tuple[str, ...], at: int) -> tuple[str, ...] | None:
        known = self._by_first.get(words[at], {})
        fitting = [alias for alias in known if words[at : at + len(alias)] == alias]
        return max(fitting, key=len) if fitting else None


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Folded words; one that is written with a capital differs from one that is not (US, us)."""
    return tuple(("^" if token.text[0].isupper() else "") + fold(token.text) for token in tokens)
