"""Compiled for a site, templates give what Jinja alone gives, with the words as part of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from crisis_archive.pages import Words, WordsError
from page_writing import shown
from template_compiling import compiled_for

TABLE = {
    "plain": "Texts & more",
    "gaps": "Sentence {number} of <{whole}>",
    "form": "{number:,} bytes",
    "braces": "no {{gap}}",
    "deep": {"er": "down"},
}
WORDS = Words(TABLE)
CASES = [
    '{{ say("plain") }}',
    'a {{ say("deep.er") }} b {{ x }}',
    '{{ say("gaps", number=1, whole=x) }}',
    '{{ say("gaps", whole=x ~ x, number=2) }}',
    '{{ say("form", number=12345) }}',
    '{{ say("braces") }}{{ say("braces", number=1) }}',
    '{{ say("deep." ~ y) }}',
    '{% macro one(x) %}<b title="{{ say("plain") }}">{{ x }}</b>{% endmacro %}{{ one(x) }}{{ one("<") }}',
    '{% for each in [1, 2] %}{{ say("gaps", number=loop.index, whole=each) }}{% endfor %}',
    "{{ made }}{{ 3.5 }}{{ none }}{{ x|upper }}{{ [x] }}",
    "{% autoescape false %}{{ made }}{{ x }}{% endautoescape %}",
    '{% set told = say("plain") %}{{ told }}',
]
VALUES: dict[str, Any] = {"x": "<&'\"\x07 \u200b", "y": "er", "made": Markup("<i>"), "say": WORDS}


def environment(source: str) -> Environment:
    return Environment(
        loader=DictLoader({"page": source}), autoescape=True, undefined=StrictUndefined, finalize=shown
    )


@pytest.mark.parametrize("source", CASES)
def test_a_compiled_template_gives_what_jinja_gives(source: str) -> None:
    env = environment(source)
    alone = env.get_template("page").render(VALUES)
    assert compiled_for(WORDS, env).get_template("page").render(VALUES) == alone


@given(st.text())
def test_any_text_is_shown_as_jinja_shows_it(text: str) -> None:
    env = environment('{{ x }}{{ say("gaps", number=x, whole="") }}')
    wanted = env.get_template("page").render(x=text, say=WORDS)
    assert compiled_for(WORDS, env).get_template("page").render(x=text, say=WORDS) == wanted


def test_words_need_not_be_given_to_what_has_them() -> None:
    template = compiled_for(WORDS, environment('{{ say("plain") }}')).get_template("page")
    assert template.render() == "Texts &amp; more"


def test_what_is_missing_is_an_error_as_ever() -> None:
    with pytest.raises(WordsError, match=r"'none\.such'"):
        compiled_for(WORDS, environment('{{ say("none.such") }}')).get_template("page").render(VALUES)
    with pytest.raises(UndefinedError):
        compiled_for(WORDS, environment("{{ nothing }}")).get_template("page").render(VALUES)
    with pytest.raises(KeyError):
        compiled_for(WORDS, environment('{{ say("gaps", number=1) }}')).get_template("page").render(VALUES)
