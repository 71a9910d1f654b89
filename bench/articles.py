"""Synthetic news articles with the word frequencies of English: the same number, the same articles."""

import itertools
import random
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from wordfreq import top_n_list, word_frequency

VOCABULARY: Final = 60_000
WORDS: Final = 430
"""Of an article, about."""
PARAGRAPH: Final = 70
STARTS: Final = "Al Bar Cor Dun El Far Gor Hal Is Kar Lor Mar Nor Or Pel Quel Ras San Tor Ul Ver".split()
ENDS: Final = "abad berg caster dale essa fjord gate haven ira kand luna mont nova pura quay rovo".split()


class Article(NamedTuple):
    """A headline, its paragraphs, and the names in them."""

    title: str
    paragraphs: tuple[str, ...]
    names: tuple[str, ...]


class Pen:
    """Draws words as often as English uses them."""

    def __init__(self) -> None:
        listed = top_n_list("en", VOCABULARY)
        self._words: list[str] = [word for word in listed if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", word)]
        self._weights = list(itertools.accumulate(word_frequency(word, "en") for word in self._words))

    def words(self, dice: random.Random, count: int) -> list[str]:
        return dice.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self, dice: random.Random, names: tuple[str, ...]) -> str:
        words = self.words(dice, dice.randint(9, 30))
        if dice.random() < 0.3 and names:
            words.insert(dice.randint(1, len(words)), dice.choice(names))
        if dice.random() < 0.2:
            words.insert(dice.randint(1, len(words)), f"{dice.randint(2, 9000):,}")
        text = " ".join(words).replace("'", "’")
        return f"{text[0].upper()}{text[1:]}."


def articles(count: int) -> Iterator[Article]:
    """So many articles, one after another."""
    pen = Pen()
    for number in range(count):
        dice = random.Random(f"article {number}")
        # Few names stand in many articles, many names in few.
        crises = [int(count ** dice.random()) for _ in range(3)]
        names = tuple(dict.fromkeys(_name(crisis) for crisis in crises))
        target = max(90, int(dice.lognormvariate(0, 0.38) * WORDS))
        paragraphs: list[list[str]] = [[]]
        while sum(map(len, map(str.split, itertools.chain.from_iterable(paragraphs)))) < target:
            if sum(len(sentence.split()) for sentence in paragraphs[-1]) > PARAGRAPH:
                paragraphs.append([])
            paragraphs[-1].append(pen.sentence(dice, names))
        title = " ".join((names[0], *pen.words(dice, 6))).replace("'", "’")
        yield Article(title, tuple(" ".join(each) for each in paragraphs), names)


def _name(number: int) -> str:
    dice = random.Random(f"name {number}")
    return " ".join(dice.choice(STARTS) + dice.choice(ENDS) for _ in range(2))
