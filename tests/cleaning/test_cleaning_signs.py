"""Where a doubt begins and ends in its paragraph, and what is one step short of a sign."""

import pytest

from crisis_archive.cleaning.signs import articles, damage, losses, spinning

FIND = {"articles": articles.find, "damage": damage.find, "losses": losses.find, "spinning": spinning.find}


@pytest.mark.parametrize(
    ("sign", "text", "marked"),
    [
        ("damage", "and. in the town", [". "]),  # three small letters, from the first on
        ("damage", "he was and. in the town", [". "]),
        ("damage", "he was of. in the town", []),
        ("damage", "he was And. in the town", []),
        ("damage", "he was etc. in the town", []),
        ("damage", 'He “was” there, he said. ". Nobody was.', ['. ".']),  # beside all other marks
        ("damage", "He was “. there.", [" “."]),
        ("losses", "[...]", ["[...]"]),
        ("losses", "(continued) ...", ["(continued) ..."]),
        ("losses", "It was [...] then", []),
        ("losses", "Mu?oz and \N{REPLACEMENT CHARACTER}", ["\N{REPLACEMENT CHARACTER}", "?"]),
        ("spinning", "He was of of the town", ["of of"]),
        ("spinning", "Of of the town", ["Of of"]),
        ("spinning", "He now was there now", ["now was there now"]),
        ("spinning", "He now was there for a day now", []),
        ("spinning", "Now he is now", ["Now he is now"]),
        ("spinning", "\u0130 of of it, now he is now", ["of of", "now he is now"]),  # small it is two letters
        ("spinning", "USA -backed", [" -"]),
        ("articles", "a outrage", ["a"]),
        ("articles", "He saw an problem", ["an"]),
    ],
)
def test_what_is_marked(sign: str, text: str, marked: list[str]) -> None:
    doubts = FIND[sign](text, 7)
    assert [text[doubt.start : doubt.end] for doubt in doubts] == marked
    assert all((doubt.rule, doubt.paragraph) == (sign, 7) for doubt in doubts)
