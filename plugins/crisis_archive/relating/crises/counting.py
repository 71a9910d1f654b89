"""What a text is compared by, counted once and kept as small arrays until the text changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from crisis_archive.model import Analysis
from crisis_archive.relating.crises.features import capitals, content_words, opening, own_day
from crisis_archive.relating.keeping import Keeping
from crisis_archive.relating.texts import Texts
from crisis_archive.relating.vectors import Features, counted, in_order, laid_together


class Counted(msgspec.Struct, frozen=True):
    """Texts as they are compared with each other."""

    words: Features
    """Content words, and every two that follow one another."""
    names: Features
    days: list[int | None]
    """Their own days (ordinal)."""

    def __len__(self) -> int:
        return len(self.days)

    def take(self, texts: Sequence[int]) -> "Counted":
        """Some of them."""
        return Counted(self.words.take(texts), self.names.take(texts), [self.days[each] for each in texts])


class Worded(msgspec.Struct, frozen=True):
    """Texts by words that a reader can be shown."""

    plain: list[str]
    """Of each the different content words that are no numbers, sorted, a line each."""
    often: Features
    """How often it has each of them, in the same order."""


class _Packed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Both as bytes."""

    words: tuple[bytes, bytes]
    names: tuple[bytes, bytes]
    day: int | None
    plain: str
    often: tuple[bytes, bytes]


def count_texts(texts: Texts, kept: Keeping) -> tuple[Counted, Worded]:
    """What each text is compared by, and its words, in their order."""
    keys = [kept.text(each) for each in texts.ids]
    packed = kept.each("what each text is compared by", _Packed, keys, lambda place: _packed(texts[place]))
    return (
        Counted(
            laid_together([each.words for each in packed]),
            laid_together([each.names for each in packed]),
            [each.day for each in packed],
        ),
        Worded([each.plain for each in packed], laid_together([each.often for each in packed])),
    )


def _packed(analysis: Analysis) -> _Packed:
    document = analysis.document
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in (document.title, *opening(document)):
        found = content_words(text)
        words.update(found)
        pairs.update(map(" ".join, pairwise(found)))
    plain = sorted(word for word in words if not word[0].isdigit())
    return _Packed(
        words=counted(_together(words, pairs)),
        names=counted(Counter(capitals(analysis))),
        day=own_day(analysis),
        plain="\n".join(plain),  # a word may hold a space: one sign of Arabic stands for three words
        often=in_order({word: words[word] for word in plain}),
    )


def _together(words: Mapping[str, int], pairs: Mapping[str, int]) -> dict[str, int]:
    """Both counts in one; of a word that is written as two some pair has the form."""
    both = {**words, **pairs}
    for each in words.keys() & pairs.keys():
        both[each] += words[each]
    return both
