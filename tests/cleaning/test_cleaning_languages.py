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
