"""Addresses: readable, stable, apart from each other and from what lies beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.text.slugs import document_id, is_address_part, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flood in Alba", "flood-in-alba"),
        ("Ana Núñez’s house", "ana-nunez-s-house"),
        ("  --  A  --  ", "a"),
    ],
)
def test_a_slug_is_words_joined_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("taken", ["index", "Index", "CON", "lpt1", "aux"])
def test_names_that_are_taken_get_a_hash(taken: str) -> None:
    assert slug(taken).startswith(taken.casefold() + "-")
    assert document_id(f"{taken}.txt") not in (taken, taken.casefold())


@pytest.mark.parametrize("path", ["report-7.txt", "000_a.txt"])
def test_a_plain_name_is_its_own_id(path: str) -> None:
    assert document_id(path) == path.removesuffix(".txt")


def test_paths_that_look_alike_have_ids_of_their_own() -> None:
    paths = [
        "a.txt",
        "A.txt",
        "a.html",
        "x/a.txt",
        "x-a.txt",
        "a b.txt",
        "a-b.txt",
        "a--b.txt",
        "index.txt",
        "é.txt",
    ]
    assert len({document_id(path) for path in paths}) == len(paths)


@given(st.text(min_size=1, max_size=200))
def test_every_text_gives_an_address_part(text: str) -> None:
    assert is_address_part(slug(text).replace("--", "-"))
    assert len(slug(text)) <= 80
