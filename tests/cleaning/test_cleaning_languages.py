"""The language of short texts: told where a text shows it, by letters or words, and else unknown."""

import tomllib
from pathlib import Path

import pytest

from crisis_archive.cleaning.language import is_known, language_of

TEXTS = tomllib.loads((Path(__file__).parent / "languages.toml").read_text("utf-8"))


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, held in TEXTS.items() for text in held])
def test_the_language_of_a_short_text(code: str, text: str) -> None:
    assert language_of([text], None) == code
    assert language_of([text[0], text], None) == code


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Foo bar baz qux.", "en-GB", "en-GB"),
        ("Der Minister ist am Montag zurückgetreten.", "en", "de"),  # the template of a site says English
        ("Никто не пострадал.", "ru-RU", "ru-RU"),
        ("Никто не пострадал.", "en", "und"),  # that cannot be
        ("Дороги на севере снова открыты.", "en", "ru"),
        ("Дороги на севере снова открыты.", "ru-RU", "ru-RU"),
        ("Дороги на севере снова открыты.", "uk", "ru"),
        ("部长星期一辞职。", "zh-Hant", "zh-Hant"),
        ("दिल्ली में बाढ़ से सड़कें बंद हैं।", "hi", "hi"),
        ("14 / 27 / 2019", "fr", "fr"),
    ],
)
def test_what_the_page_says_stands_where_the_text_does_not_say_otherwise(
    text: str, declared: str, language: str
) -> None:
    assert language_of([text], declared) == language


def test_names_of_people_from_elsewhere_do_not_change_the_language() -> None:
    english = "The minister met Lech Wałęsa, Jan Fischer and Łukasz Żak in Kraków on Monday."
    assert language_of([english], None) == "en"
    assert language_of(["El ministro se reunió con Łukasz Żak el lunes en la noche."], None) == "es"


def test_only_in_languages_that_the_rules_know_typography_is_known() -> None:
    assert is_known("Der Minister ist am Montag zurückgetreten.")
    assert not is_known("Дороги на севере снова открыты.")
    assert not is_known("Minister podał się do dymisji w poniedziałek.")
    assert not is_known("Foo bar baz")


def told_by(*paragraphs: str) -> str:
    return language_of(paragraphs, None)


def test_how_much_of_a_text_is_looked_at() -> None:
    """Two English words are enough, where both are seen."""
    for size, code in ((1000, "en"), (1001, "und")):  # characters of a paragraph
        assert told_by("foo the was".rjust(size, "x")) == code
    for before, code in ((18, "en"), (19, "und")):  # paragraphs
        assert told_by(*[""] * before, "foo the foo", "was") == code
    for size, code in ((599, "en"), (600, "und")):  # characters in all, with a line's end
        assert told_by("x" * 1000, "foo the was".rjust(size, "x")) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ο υπουργό", "el"),  # eight letters
        ("Ο υπουργ", "und"),
        ("Δρόμοι open", "el"),  # six letters of ten
        ("Δρόμο open", "und"),
        ("Дороги на севере снова открыты, пишет Facebook", "ru"),
        ("水水水水水水水水水水の", "zh"),
        ("水水水水水水水水水水のの", "ja"),
        ("さくらさく open", "und"),
        ("さくらさくら open", "ja"),
        ("さくら水水水 open", "ja"),
    ],
)
def test_a_script_tells_where_most_letters_are_of_it(text: str, code: str) -> None:
    assert told_by(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("съешь же ещё этих мягких французских булок да выпей чаю, щёголь, в подъезде", "ru"),
        ("i w nocy pchnąć w tę łódź jeża lub ośm skrzyń fig, ale nie na to", "pl"),
    ],
)
def test_a_text_may_hold_every_letter_of_its_language(text: str, code: str) -> None:
    assert told_by(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("which their would been según también sobre", "en"),  # four words to three
        ("their would been según también sobre", "und"),
        ("się the foo łotr", "pl"),  # one word, and letters that no other language has
        ("się the with łotr", "und"),
        ("foo lo como", "und"),  # Italian has the one, Portuguese the other
        ("foo lo como pero", "es"),
    ],
)
def test_the_best_language_is_well_ahead(text: str, code: str) -> None:
    assert told_by(text) == code
