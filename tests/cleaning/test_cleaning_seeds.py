"""The four seeds, as a careful editor reads them."""

from pathlib import Path

import pytest

from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.draft import replay
from crisis_archive.model import Document, Seed
from crisis_archive.reading import list_seeds, read_seed

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    seeds = [seed for file in list_seeds(SEEDS) if isinstance(seed := read_seed(file, 10_000_000), Seed)]
    surveys = {seed.id: survey(seed) for seed in seeds}
    evidence = common_evidence(surveys.values())
    cleaned = [clean(seed, evidence.for_seed(surveys[seed.id])) for seed in seeds]
    return {document.id[:3]: document for document in cleaned if isinstance(document, Document)}


def doubted(document: Document) -> list[str]:
    return [document.paragraphs[doubt.paragraph][doubt.start : doubt.end] for doubt in document.doubts]


def test_all_four_are_english_and_replay(documents: dict[str, Document]) -> None:
    assert sorted(documents) == ["000", "001", "002", "003"]
    for document in documents.values():
        assert document.language == "en"
        own = [document.title] if document.title_origin == "seed" else []
        assert replay(document.seed.text, document.edits).split("\n\n") == [*own, *document.paragraphs]


def test_000_gets_a_derived_title_and_keeps_every_word(documents: dict[str, Document]) -> None:
    document = documents["000"]
    assert document.title_origin == "derived"
    assert document.title.startswith("The United States has urged its citizens to leave Venezuela")
    assert document.title.endswith("…")
    assert "\n".join(document.paragraphs) == document.seed.text.strip()
    assert document.doubts == ()


def test_001_stands_once_with_its_name_repaired(documents: dict[str, Document]) -> None:
    document = documents["001"]
    assert (document.title, document.title_origin) == (
        "US Citizens Urged to Flee Venezuela Amid Paramilitary Crackdown",
        "seed",
    )
    assert len(document.paragraphs) == 5
    assert document.lines == (2, 3, 4, 5, 6)
    assert "President Nicolás Maduro's capture" in document.paragraphs[0]
    assert ("mojibake",) in {edit.rules for edit in document.edits}


def test_002_loses_its_furniture_and_nothing_else(documents: dict[str, Document]) -> None:
    document = documents["002"]
    assert document.title == "USA orders its embassy staff to leave Venezuela"
    removed = " ".join(edit.before.strip() for edit in document.edits if edit.after == "")
    assert removed == (
        "Adjust Comment Print There's a political crisis in Venezuela, "
        "here's Newsround's guide to what's going on."
    )
    assert "in the face of USA -backed opposition" in document.paragraphs[1]
    assert doubted(document) == [" -", "now he's now"]


def test_003_has_its_headline_once_and_no_comment_form(documents: dict[str, Document]) -> None:
    document = documents["003"]
    assert document.title == "US diplomats leave Venezuela, where Russians arrive."
    assert document.title not in document.paragraphs
    assert len(document.paragraphs) == 23
    assert document.paragraphs[-1].endswith("since the 2014 protests.")
    assert doubted(document) == [". ", ". “."]
    assert document.paragraphs[15].endswith("“recently. “.")
