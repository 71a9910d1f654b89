"""Every word that readers see stands in the table, and every word of the table is seen."""

import re
from typing import Any

import pytest

from crisis_archive.pages import Words, WordsError
from tests.pages.sample_archive import ROOT, WORDS

SOURCES = [
    *sorted((ROOT / "theme/templates").glob("*")),
    *sorted((ROOT / "plugins/crisis_archive/pages").glob("*.py")),
    *sorted((ROOT / "plugins").glob("*.py")),
]
CALLED = re.compile(r"""(?:say|words|rich|count|about|either|sections|_words)\(\s*f?"([^"]+)\"""")


def flat(table: dict[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= flat(value, f"{before}{key}.")
        elif isinstance(value, str):
            found[before + key] = value
    return found


# What the data say in words has a test of its own (`test_pages_reasons.py`).
SENTENCES = flat({key: words for key, words in WORDS.table.items() if key != "reasons"})


def keys_in_use() -> set[str]:
    """All keys that code and templates name; of one that is put together its first part."""
    texts = "\n".join(path.read_text("utf-8") for path in SOURCES)
    keys = {re.split("[{%]", key)[0] for key in CALLED.findall(texts)}
    return {key for key in keys if "." in key}


def test_every_key_in_use_has_words() -> None:
    used = keys_in_use()
    assert len(used) > 150
    assert [
        key
        for key in sorted(used - {"method.sections"})
        if not any(each.startswith(key) for each in SENTENCES)
    ] == []


def test_no_words_are_left_over() -> None:
    used = tuple(keys_in_use())
    # Tables that are handed out whole or looked into by a value.
    whole = ("general.", "search.script.", "dates.", "comparison.counts.", "precision.", "verdicts.")
    assert [key for key in SENTENCES if not key.startswith(used + whole)] == []


def test_words_are_plain() -> None:
    for key, sentence in SENTENCES.items():
        assert "!" not in sentence, key
        assert sentence == sentence.strip(), key
        assert sentence, key


def test_a_missing_word_stops_the_build_and_says_which() -> None:
    with pytest.raises(WordsError, match=r"'frame\.nothing'"):
        WORDS("frame.nothing")
    with pytest.raises(WordsError, match="'frame'"):
        WORDS("frame")


def test_numbers_and_lists_in_words() -> None:
    words = Words(
        {"general": {"and": "and"}, "n": {"one": "text", "other": "texts"}, "m": {"one": "drops {number}"}}
    )
    assert (words.count("n", 1), words.count("n", 0), words.count("n", 1204)) == (
        "1 text",
        "0 texts",
        "1,204 texts",
    )
    assert words.count("m", 1) == "drops 1"
    assert [words.listed(list(parts)) for parts in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_values_are_escaped_but_for_markup() -> None:
    words = Words({"a": "<{x}>"})
    assert words.rich("a", x="&") == "&lt;&amp;&gt;"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 text"),
        (99, "99 texts"),
        (100, "100 texts"),
        (109, "more than 100 texts"),
        (220, "220 texts"),
        (1_204, "more than 1,200 texts"),
    ],
)
def test_of_many_two_digits_are_told(number: int, said: str) -> None:
    assert WORDS.about("nouns.text", number) == said
