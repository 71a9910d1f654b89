"""Which words a template of a relative expression cannot do without."""

import pytest

from crisis_archive.annotating.times.languages import LANGUAGES
from crisis_archive.annotating.times.rules.relative import needed


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{n} {unit} ago", {"ago"}),
        ("(?:(?:about|nearly) )?{n} {unit} ago", {"ago"}),
        ("(?:the )?(?:last|past) {n} {unit}|the next (?!day){unit}", {"last", "past", "next"}),
        ("the eve of", {"eve"}),
        ("{n} {unit} from now|in {n} {unit}(?:['’] time)?", {"from", "in"}),
        ("(?:(?:the )?very )*last {unit}", {"last"}),
        ("(?:very ){0,2}last {unit}", set()),
        ("vor (?:mehr als )?{n} {unit}", {"vor"}),
        ("dernier(?:s|e|es) {unit}", set()),
        ("last {unit}|dies(?:e|er) {unit}", set()),
        ("(?:l['’]|la )?{unit} suivante?", set()),
        ("d(?:e|u)(?:s|t) {unit}", set()),
    ],
)
def test_words_that_cannot_be_left_out(template: str, words: set[str]) -> None:
    assert needed(template) == words


def test_words_of_the_languages_are_one_word_each_in_small_letters() -> None:
    found = [needed(template) for words in LANGUAGES for _, template in words.relative]
    assert any(found)
    assert all(word.isalpha() and word == word.lower() for each in found for word in each)
