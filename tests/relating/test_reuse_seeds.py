"""001 against 000, as a careful editor reads it; and what is no rewrite."""

import pytest

from crisis_archive.model import Relation, SentencePair
from crisis_archive.relating.reuse import find_reuse
from tests.relating.reuse_help import seeds


@pytest.fixture(scope="module")
def relations() -> tuple[Relation, ...]:
    return find_reuse(seeds())


@pytest.fixture(scope="module")
def retold(relations: tuple[Relation, ...]) -> dict[str, list[SentencePair]]:
    """The pairs of each sentence of 001, by its first words."""
    document = seeds()[1].document
    found: dict[str, list[SentencePair]] = {}
    for pair in relations[0].sentences or ():
        if pair.right is not None:
            found.setdefault(document.text_at(pair.right)[:32], []).append(pair)
    return found


def kinds(pairs: list[SentencePair]) -> set[str]:
    return {change.kind for pair in pairs for change in pair.changes}


def test_001_draws_on_000_and_nothing_else_is_related(relations: tuple[Relation, ...]) -> None:
    assert [(each.kind, each.left, each.right, each.direction) for each in relations] == [
        ("rewrite", "000", "001", "left-to-right")
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("US Citizens Urged to Flee Venezu", {"wording loaded"}),
        ("The security alert was issued by", {"hedge lost"}),
        ("As international flights from Ve", {"hedge lost", "wording loaded"}),
        ("State department officials made ", {"hedge lost", "attribution lost"}),
        ("Meanwhile, the deposed leader Ma", {"speaker changed"}),
    ],
)
def test_every_distortion_is_found(
    retold: dict[str, list[SentencePair]], sentence: str, wanted: set[str]
) -> None:
    assert kinds(retold[sentence]) == wanted
    assert {pair.verdict for pair in retold[sentence]} <= {"changed", "carried"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The US has sounded its alarm for",
        "The situation remains volatile, ",
        "The Venezuelan foreign ministry ",
        "However, reports from Caracas sh",
        "Military and police roadblocks h",
    ],
)
def test_nothing_is_reported_on_a_carried_sentence(
    retold: dict[str, list[SentencePair]], sentence: str
) -> None:
    assert {pair.verdict for pair in retold[sentence]} == {"carried"}
    assert not kinds(retold[sentence])


@pytest.mark.parametrize("sentence", ["The situation in Venezuela remai", "As the US advises its citizens t"])
def test_the_generic_sentences_are_added(retold: dict[str, list[SentencePair]], sentence: str) -> None:
    assert [(pair.left, pair.verdict) for pair in retold[sentence]] == [(None, "added")]


def beside(relations: tuple[Relation, ...], source: str, retold: str) -> set[str]:
    """The kinds of change of the pair of sentences that begin with, or hold, these words."""
    one, other = seeds()[0].document, seeds()[1].document
    (pair,) = [
        pair
        for pair in relations[0].sentences or ()
        if pair.left
        and source in one.text_at(pair.left)
        and pair.right
        and retold in other.text_at(pair.right)
    ]
    assert (pair.verdict == "changed") == bool(pair.changes)
    return {change.kind for change in pair.changes}


@pytest.mark.parametrize(
    ("source", "retold", "wanted"),
    [
        ("members of pro-government militias", "members of pro-regime militias", {"wording loaded"}),
        ("some international flights", "As international flights", {"hedge lost"}),
        ("remain vigilant and exercise", "exercise extreme caution", set()),
        ("what is believed to be part", "as part of preparations", {"hedge lost"}),
        ("her ally’s capture as an abduction", "her ally's abduction", {"attribution lost"}),
        ("Maduro’s son said", "the deposed leader Maduro claims", {"speaker changed"}),
        ("said his father claimed", "the deposed leader Maduro claims", {"speaker changed"}),
        ("We are fighters,” he quoted", "Cilia Flores are fighters", {"speaker changed"}),
    ],
)
def test_each_change_stands_beside_the_words_that_were_changed(
    relations: tuple[Relation, ...], source: str, retold: str, wanted: set[str]
) -> None:
    assert beside(relations, source, retold) == wanted


def test_what_was_left_out_is_dropped(relations: tuple[Relation, ...]) -> None:
    source = seeds()[0].document
    dropped = [
        source.text_at(pair.left)
        for pair in relations[0].sentences or ()
        if pair.verdict == "dropped" and pair.left
    ]
    assert any("absolute calm" in each for each in dropped)
    assert any("“running”" in each for each in dropped)
    assert any("Trump" in each and "hoped to visit" in each for each in dropped)


def test_the_places_of_a_change_are_the_words_it_is_about(relations: tuple[Relation, ...]) -> None:
    source, rewrite = seeds()[0].document, seeds()[1].document
    words = {
        (change.kind, source.text_at(change.left) if change.left else None)
        for pair in relations[0].sentences or ()
        for change in pair.changes
    }
    assert ("hedge lost", "reported") in words
    assert ("hedge lost", "some") in words
    assert ("hedge lost", "believed") in words or ("hedge lost", "believed to") in words
    loaded = {
        rewrite.text_at(change.right)
        for pair in relations[0].sentences or ()
        for change in pair.changes
        if change.kind == "wording loaded" and change.right
    }
    assert loaded == {"Flee", "regime"}
