"""Sentences that no person writes: reading them ends, however often one construction is nested in itself."""

import pytest

from tests.annotating.reading_help import read

OFTEN = 3000


@pytest.mark.parametrize(
    "text",
    [
        "\u201cThe water rose,\u201d " + "he said " * OFTEN + "on Monday.",
        "The water rose, the father claimed " + "he said " * OFTEN + "\u201cat night\u201d.",
        "The driver " + "who was " * OFTEN + "said: \u201cThe water rose.\u201d",
        "\u201cThe water rose,\u201d said " + "the man who knew " * OFTEN + "it.",
        "According to " + "the son of " * OFTEN + "the mayor, \u201cthe water rose so fast\u201d, he said.",
    ],
)
def test_what_is_nested_without_end_is_read(text: str) -> None:
    (quote,) = read((text,)).quotes
    assert "water rose" in text[quote.start : quote.end] or text[quote.start : quote.end] == "at night"


def test_a_chain_of_those_who_relay_has_an_end() -> None:
    (long,) = read(("The mayor " + "said the minister " * OFTEN + "said \u201cwe will all go\u201d.",)).quotes
    assert long.chain == ("the minister",) * 12
    (short,) = read(
        ("His father claimed the mayor said the minister said \u201cwe will all go\u201d.",)
    ).quotes
    assert short.chain == ("the mayor", "His father")
