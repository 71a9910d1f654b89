"""Places: one for all its names, the likely one among namesakes, none where there is no evidence."""

import subprocess
import sys

import pytest

from crisis_archive import gazetteer


@pytest.mark.parametrize("name", ["US", "USA", "U.S.", "U.S.A.", "United States", "America"])
def test_a_country_has_one_identity(name: str) -> None:
    found = gazetteer.place(name)
    assert found is not None
    assert (found.name, found.sort, found.country) == ("United States", "country", "US")


@pytest.mark.parametrize("name", ["us", "usa", "uk", "chad", "turkey", ""])
def test_a_word_in_lower_case_is_no_country(name: str) -> None:
    assert gazetteer.country(name) is None


@pytest.mark.parametrize(
    ("name", "best_known", "country"),
    [
        ("Caracas", "Caracas", "VE"),
        ("Rabat", "Rabat", "MA"),
        ("Bombay", "Mumbai", "IN"),
        ("Kiev", "Kyiv", "UA"),
        ("Peking", "Beijing", "CN"),
        ("Bogota", "Bogotá", "CO"),
        ("Washington", "Washington", "US"),
    ],
)
def test_a_city_by_any_of_its_names(name: str, best_known: str, country: str) -> None:
    found = gazetteer.place(name)
    assert found is not None
    assert (found.name, found.sort, found.country) == (best_known, "city", country)
    assert found.latitude is not None
    assert found.longitude is not None


def test_of_namesakes_the_larger_unless_the_text_names_the_country() -> None:
    larger, near = gazetteer.place("Merida"), gazetteer.place("Merida", {"VE"})
    assert larger is not None
    assert near is not None
    assert (larger.country, near.country) == ("MX", "VE")
    assert larger.key != near.key


def test_a_hamlet_is_not_preferred_to_a_capital() -> None:
    found = gazetteer.place("Moscow", {"US"})
    assert found is not None
    assert found.country == "RU"


def test_what_is_not_known_is_none() -> None:
    assert gazetteer.place("Xyzzyville") is None
    assert gazetteer.place_of_geonames("0") is None


def test_the_number_gives_the_place_again() -> None:
    found = gazetteer.place("Caracas")
    assert found is not None
    assert found.geonames is not None
    assert gazetteer.place_of_geonames(found.geonames) == found


@pytest.mark.parametrize(
    ("form", "people", "code"),
    [
        ("Venezuelans", "Venezuelan", "VE"),
        ("Frenchmen", "French", "FR"),
        ("Costa Ricans", "Costa Rican", "CR"),
    ],
)
def test_nationalities(form: str, people: str, code: str) -> None:
    assert gazetteer.PEOPLE_OF_NATIONALITY[form] == people
    assert gazetteer.COUNTRY_OF_NATIONALITY[form] == code


def test_every_nationality_is_of_a_known_country() -> None:
    codes = set(gazetteer.COUNTRY_OF_NATIONALITY.values())
    assert {code for code in codes if gazetteer.country_of_code(code) is None} == set()


def test_importing_it_reads_no_file() -> None:
    program = (
        "import sys, crisis_archive.gazetteer as g; from crisis_archive.gazetteer import places; "
        "sys.exit(places._cities.cache_info().currsize + places._countries.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
