"""Dates that a text states of itself, and dates that only look so."""

import datetime as dt

import pytest
from msgspec.structs import replace

from crisis_archive.annotating.stated import stated_date
from crisis_archive.model import Analysis, Metadata, PublicationDate
from tests.relating.dating_help import text

PROSE = (
    "Rescuers reached the village in the morning and found the bridge gone and the road under water.",
    "The river had risen by four metres in one night, said the mayor, and nobody had been warned in time.",
)


def dated(lines: list[str], language: str = "en") -> PublicationDate:
    """The date of a text whose seed has these lines before its two paragraphs."""
    found = "\n".join([*lines, *PROSE])
    analysis = text("t", PROSE, language, found=found)
    document = replace(analysis.document, lines=(len(lines) + 1, len(lines) + 2))
    return stated_date(document)


@pytest.mark.parametrize(
    ("lines", "language", "day"),
    [
        (["January 5, 1998", ""], "en", "1998-01-05"),
        (["Bridge lost in flood", "Published January 5, 1998"], "en", "1998-01-05"),
        (["Bridge lost in flood", "By Ann Writer | July 25, 2019 | 11:15 PM"], "en", "2019-07-25"),
        (["Bridge lost", "2019-07-25T23:15:00"], "en", "2019-07-25"),
        (["Bridge lost", "Published 24 July 2019", "Updated 26 July 2019"], "en", "2019-07-24"),
        (["Brücke verloren", "Mittwoch, 23. Januar 2019, 17:41 Uhr"], "de", "2019-01-23"),
        (["Brücke verloren", "23.01.2019"], "de", "2019-01-23"),
        (["Un puente perdido", "23 de enero de 2019 - 18:37 CET"], "es", "2019-01-23"),
        (
            [
                "Bridge lost",
                "HOLMBY \u2013 August 16, 2021 \u2013 River Works Corp today announced that a new "
                "bridge would be built for the people of the two villages before the winter comes.",
            ],
            "en",
            "2021-08-16",
        ),
        (["Dam lost", "HOLMBY, Varnland, March 4, 2021 - The dam burst on Thursday."], "en", "2021-03-04"),
        (["Dam lost", "HOLMBY, New Varnland, March 4 2021 (Wire) - It burst."], "en", "2021-03-04"),
        (["Dam lost", "Holmby on Sea, Varnland, March 4, 2021 (Wire) - The dam burst."], "en", "2021-03-04"),
        (["Presa rota", "Holmby, 5 de marzo de 2019. — Cientos huyeron de sus casas."], "es", "2019-03-05"),
        (["Presa rota", "HOLMBY, Varnland, 5 mar 2019 (Wire) - Cientos huyeron."], "es", "2019-03-05"),
        (["Presa rota", "*Holmby, 5 de marzo de 2019 (Wire)*. — Cientos huyeron."], "es", "2019-03-05"),
        (["Damm gebrochen", "Holmby, den 5. März 2019 (Wire) - Hunderte sind geflohen."], "de", "2019-03-05"),
        (["Barrage perdu", "HOLMBY (Varnlande), 5 mars 2019 (Wire) – « Tout est fini »"], "fr", "2019-03-05"),
        (["Le pont perdu", "Publié le 05/04/2019 à 10h30"], "fr", "2019-04-05"),
    ],
)
def test_stated(lines: list[str], language: str, day: str) -> None:
    date = dated(lines, language)
    assert (str(date.earliest), str(date.latest), date.origin) == (day, day, "seed")
    assert "line" in date.evidence[0].says


@pytest.mark.parametrize(
    "lines",
    [
        ["© 2019 The Paper"],
        ["Terms of service, updated 3 May 2018 and accepted by every reader of these pages and their heirs"],
        ["On March 3, 2003, the river had risen as far as the church and taken two houses with it."],
        ["Photograph retrieved 20 January 2020"],
        ["Tickets valid until 5 May 2019"],
        ["The form says 31 February 2019"],
        ["5/4/2019"],
        ["Holmby, March 4, 2021 — the day when the dam burst — will not be forgotten here."],
        ["Floods in Holmby, March 4, 2021 - What we know of that day and of those who came late."],
        ["Floods in Holmby, Varnland, March 4, 2021 - what we know of that day and of those who came late."],
    ],
)
def test_not_stated(lines: list[str]) -> None:
    assert dated(lines).origin == "unknown"


def test_a_chronology_states_no_date_of_its_own() -> None:
    entries = [
        "2016-03-01: bomb kills five.",
        "2 March 2016: police arrest two men.",
        "March 5, 2016: funeral held.",
        "05/06/2016: trial opens.",
    ]
    assert dated(["Timeline of the Holmby bombing", "", *entries]).origin == "unknown"
    stated = dated(["Timeline of the Holmby bombing", "Published 9 May 2016", *entries])
    assert stated.earliest == dt.date(2016, 5, 9)


def test_the_date_below_the_title_wins_over_dates_of_other_stories() -> None:
    lines = ["A title", "Ann Writer, 5 May 2019"]
    others = ["Also read", "Storm over the coast", "7 May 2019"]
    found = "\n".join([*lines, *PROSE, *[""] * 30, *others])
    analysis = text("t", PROSE, found=found)
    document = replace(analysis.document, lines=(3, 4))
    date = stated_date(document)
    assert date.earliest == dt.date(2019, 5, 5)


def with_everything() -> Analysis:
    analysis = text("t", PROSE, found="January 5, 1998\n\n" + "\n".join(PROSE))
    metadata = Metadata(published=dt.date(1998, 1, 6))
    return replace(
        analysis, document=replace(analysis.document, seed=replace(analysis.document.seed, metadata=metadata))
    )


def test_metadata_win_over_the_text() -> None:
    date = stated_date(with_everything().document)
    assert (date.earliest, date.origin) == (dt.date(1998, 1, 6), "metadata")
