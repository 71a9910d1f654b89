"""From folded text to terms: lunr's tokenizer and pipeline, as lunr.js 2.3.9 runs them.

The pipeline is the lunr package's own class with functions under lunr.js's labels; they are ours,
because those of the package differ from lunr.js (another stemmer; a trimmer that takes off any run of
characters at either end; JavaScript's white space).
"""

import re
from collections.abc import Callable
from typing import Any, Final

from crisis_archive.search.folding import JS_SPACES, fold_for_search
from crisis_archive.search.languages import STEMMERS, Language
from crisis_archive.search.lunr_alone import WORDS, Pipeline, Token

SEPARATOR: Final = re.compile(rf"[{JS_SPACES}-]+")
"""`lunr.tokenizer.separator`."""
ENGLISH: Final = Language("en", "", re.compile(r"^\W+|\W+$", re.ASCII), frozenset(WORDS), STEMMERS["en"]())
"""lunr.js's own pipeline; the lunr package's list of stop words is the same as lunr.js's."""
_Step = Callable[[Token, int | None, list[Token] | None], Token | None]


def _trimmer(language: Language) -> _Step:
    """`lunr.trimmer`: what is no letter of a word goes at both ends."""
    return lambda token, *_: _changed(token, lambda word: language.outside_word.sub("", word))


def _stop_word_filter(language: Language) -> _Step:
    """`lunr.stopWordFilter`."""
    return lambda token, *_: None if str(token) in language.stop_words else token


def _stemmer(language: Language) -> _Step:
    """`lunr.stemmer`."""
    return lambda token, *_: _changed(token, language.stem)


def _changed(token: Token, change: Callable[[str], str]) -> Token:
    changed: Token = token.update(lambda word, _: change(word))
    return changed


def _pipeline(language: Language, *steps: tuple[str, _Step]) -> Pipeline:
    pipeline = Pipeline()
    for label, step in steps:
        named: Any = step
        named.label = label + language.suffix
        pipeline.add(named)
    return pipeline


def index_pipeline(language: Language) -> Pipeline:
    """What every token of a text runs through."""
    return _pipeline(
        language,
        ("trimmer", _trimmer(language)),
        ("stopWordFilter", _stop_word_filter(language)),
        ("stemmer", _stemmer(language)),
    )


def search_pipeline(language: Language) -> Pipeline:
    """What every term of a query runs through, in the browser; its labels are written with the index."""
    return _pipeline(language, ("stemmer", _stemmer(language)))


def tokens(folded: str) -> list[str]:
    """The tokens of a folded text, as `lunr.tokenizer` cuts them."""
    return [token for token in SEPARATOR.split(folded) if token]


def terms_of(language: Language) -> Callable[[str], list[str]]:
    """The function that gives the terms of a text in order, as the index holds them."""
    trimmed, stop_words, stem = language.outside_word.sub, language.stop_words, language.stem

    def terms(text: str) -> list[str]:
        # As `index_pipeline` does, but for the objects that it makes of each token.
        words = (trimmed("", token) for token in tokens(fold_for_search(text)))
        return [stem(word) for word in words if word not in stop_words]

    return terms


def pipeline_labels(language: Language) -> list[str]:
    """The labels of the query's pipeline, under which lunr.js finds its own functions."""
    labels: list[str] = search_pipeline(language).serialize()
    return labels
