"""The people, bodies and places of the four seeds, as a careful editor reads them."""

from pathlib import Path

import pytest

from crisis_archive.archive import build_archive
from crisis_archive.model import Archive, Entity

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The archive of the four seeds without anything an editor wrote."""
    return build_archive(SEEDS, jobs=1)


@pytest.fixture(scope="module")
def entities(archive: Archive) -> dict[str, Entity]:
    return {each.id: each for each in archive.entities}


def ids_of(archive: Archive, words: str) -> set[str]:
    """Every entity that these words are tied to anywhere."""
    return {
        mention.entity
        for record in archive.records
        for mention in record.mentions
        if record.text_at(mention.span) == words
    }


def test_father_and_son(archive: Archive, entities: dict[str, Entity]) -> None:
    maduro = entities["person-nicolas-maduro"]
    assert maduro.name == "Nicolás Maduro"
    assert maduro.aliases == ("Maduro", "Nicolas Maduro")
    assert len(maduro.documents) == 4
    son = entities["person-nicolas-maduro-guerra"]
    assert (son.name, len(son.documents)) == ("Nicolás Maduro Guerra", 1)
    assert ids_of(archive, "Maduro") == {maduro.id}


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Guaido", "person-juan-guaido"),
        ("Juan Guaido", "person-juan-guaido"),
        ("Mike", "person-mike-pompeo"),
        ("Trump", "person-donald-trump"),
        ("Vladimir Padrino", "person-vladimir-padrino"),
        ("US", "place-united-states"),
        ("USA", "place-united-states"),
        ("U.S.", "place-united-states"),
        ("United States", "place-united-states"),
        ("Russian Federation", "place-russia"),
        ("Rabat", "place-rabat"),
        ("Caracas", "place-caracas"),
        ("PSUV", "organisation-psuv"),
        ("colectivos", "group-colectivos"),
        ("Venezuelans", "group-venezuelan"),
        ("state department", "organisation-united-states-state-department"),
        ("foreign ministry", "organisation-venezuela-foreign-ministry"),
        ("Lima Group", "organisation-lima-group"),
    ],
)
def test_words_are_tied_to_one_entity(archive: Archive, words: str, entity: str) -> None:
    assert ids_of(archive, words) == {entity}


def test_what_is_no_person(archive: Archive) -> None:
    people = {
        record.text_at(mention.span)
        for record in archive.records
        for mention in record.mentions
        if mention.kind == "person"
    }
    assert people == {
        "Cilia Flores",
        "Delcy Rodríguez",
        "Donald Trump",
        "Guaido",
        "Juan Guaido",
        "Leopoldo Lopez",
        "Maduro",
        "Michelle Bachelet",
        "Mike",
        "Mike Pompeo",
        "Nicolas Maduro",
        "Nicolás Maduro",
        "Nicolás Maduro Guerra",
        "Pompeo",
        "Sergei Lavrov",
        "Trump",
        "Vladimir Padrino",
        "Yevgeny Shabayev",
    }


def test_caracas_lies_in_venezuela(entities: dict[str, Entity]) -> None:
    caracas = entities["place-caracas"]
    assert caracas.identifiers == {"geonames": "3646738"}
    assert (caracas.latitude, caracas.longitude) == pytest.approx((10.49, -66.88), abs=0.01)


def test_roles_are_told_crisis_by_crisis(archive: Archive, entities: dict[str, Entity]) -> None:
    guaido = {role.text for role in entities["person-juan-guaido"].roles}
    assert any("National Assembly head" in text for text in guaido)
    rodriguez = entities["person-delcy-rodriguez"].roles
    assert [role.text for role in rodriguez] == ["acting president"]
    son = entities["person-nicolas-maduro-guerra"].roles
    assert [role.text for role in son] == ["lawmaker"]
    by_id = {record.id: record for record in archive.records}
    for entity in archive.entities:
        for role in entity.roles:
            for cite in role.cites:
                assert by_id[cite.document].text_at(cite.span).casefold() == role.text.casefold()


def test_every_mention_is_of_a_known_entity(archive: Archive, entities: dict[str, Entity]) -> None:
    for record in archive.records:
        for mention in record.mentions:
            assert record.id in entities[mention.entity].documents
            assert entities[mention.entity].kind == mention.kind
            words = record.text_at(mention.span)
            assert words == words.strip()
            assert not words.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"))


def test_the_venezuelan_president_speaks_by_his_office(archive: Archive) -> None:
    said = [
        (quote.speaker_text, quote.speaker)
        for record in archive.records
        for quote in record.quotes
        if "president" in (quote.speaker_text or "")
    ]
    assert said == [("the Venezuelan president", "person-nicolas-maduro")] * 2


def test_who_is_not_named_stays_unnamed(archive: Archive) -> None:
    unnamed = {
        quote.speaker_text for record in archive.records for quote in record.quotes if quote.speaker is None
    }
    assert unnamed == {"he", "a former US official", "One of these sources"}
