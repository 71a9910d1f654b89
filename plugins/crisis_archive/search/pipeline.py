"""From folded text to terms: lunr's tokenizer and pipeline, as lunr.js 2.3.9 runs them.

The pipeline is the lunr package's own class with functions under lunr.js's labels; three of them are
ours, because those of the package differ from lunr.js (`stem`: another stemmer; `trim`: any run of
non-word characters at either end goes; white space: JavaScript's).
"""

import re
from collections.abc import Callable
from typing import Any, Final

from lunr.pipeline import Pipeline
from lunr.stop_word_filter import WORDS
from lunr.token import Token

from crisis_archive.search.folding import JS_SPACES, fold_for_search
from crisis_archive.search.porter import stem

SEPARATOR: Final = re.compile(rf"[{JS_SPACES}-]+")
"""`lunr.tokenizer.separator`."""
_OUTSIDE_WORD = re.compile(r"^\W+|\W+$", re.ASCII)
_Step = Callable[[Token, int | None, list[Token] | None], Token | None]


def trim(token: Token, _: int | None = None, __: list[Token] | None = None) -> Token:
    """`lunr.trimmer`: what is no ASCII letter, digit or underscore goes at both ends."""
    return _changed(token, lambda word: _OUTSIDE_WORD.sub("", word))


def drop_stop_word(token: Token, _: int | None = None, __: list[Token] | None = None) -> Token | None:
    """`lunr.stopWordFilter`, with the lunr package's list (the same as lunr.js's)."""
    return None if str(token) in WORDS else token


def stem_token(token: Token, _: int | None = None, __: list[Token] | None = None) -> Token:
    """`lunr.stemmer`."""
    return _changed(token, stem)


def _changed(token: Token, change: Callable[[str], str]) -> Token:
    changed: Token = token.update(lambda word, _: change(word))
    return changed


def _pipeline(*steps: tuple[str, _Step]) -> Pipeline:
    pipeline = Pipeline()
    for label, step in steps:
        named: Any = step
        named.label = label
        pipeline.add(named)
    return pipeline


def index_pipeline(language: str) -> Pipeline:
    """What every token of a text runs through."""
    return _pipeline(("trimmer", trim), ("stopWordFilter", drop_stop_word), ("stemmer", stem_token))


def search_pipeline(language: str) -> Pipeline:
    """What every term of a query runs through, in the browser; its labels are written with the index."""
    return _pipeline(("stemmer", stem_token))


def tokens(folded: str) -> list[str]:
    """The tokens of a folded text, as `lunr.tokenizer` cuts them."""
    return [token for token in SEPARATOR.split(folded) if token]


def terms_of(language: str) -> Callable[[str], list[str]]:
    """The function that gives the terms of a text in order, as the index holds them."""
    pipeline = index_pipeline(language)

    def terms(text: str) -> list[str]:
        return [term for token in tokens(fold_for_search(text)) for term in pipeline.run_string(token)]

    return terms


def pipeline_labels(language: str) -> list[str]:
    """The labels of the query's pipeline, under which lunr.js finds its own functions."""
    labels: list[str] = search_pipeline(language).serialize()
    return labels
