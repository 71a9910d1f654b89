"""Pairs of sentences written by hand: which change each shows, and which it must not be taken for."""

import pytest

from crisis_archive.relating.reuse.changes import changes_of
from crisis_archive.relating.reuse.changes.marking import Retelling
from crisis_archive.relating.reuse.changes.statements import Cast
from crisis_archive.relating.reuse.lexis import Lexis, sentence_terms
from tests.relating.reuse_help import text

FOUND = [
    ("hedge lost", "The dam may have failed at night.", "The dam failed at night."),
    ("hedge lost", "The pilot reportedly left the plane.", "The pilot left the plane."),
    ("hedge lost", "Nine miners are reported to be trapped.", "Nine miners are trapped."),
    ("hedge lost", "The rebels claim to have taken the dam.", "The rebels have taken the dam."),
    ("figure changed", "At least 60 miners were lost.", "Sixty miners were lost."),
    ("figure changed", "More than 50 miners were lost.", "50 miners were lost."),
    ("hedge lost", "Some bridges have reopened.", "Bridges have reopened."),
    ("hedge lost", "The mayor believes the fire was set.", "The mayor says it is certain the fire was set."),
    ("hedge gained", "The dam failed at night.", "The dam may have failed at night."),
    ("hedge gained", "Nine miners were saved.", "Nine miners were reportedly saved."),
    ("attribution lost", "The union said the pumps had stopped.", "The pumps had stopped."),
    ("attribution lost", "According to Ana Vega, the gate was open.", "The gate was open."),
    (
        "attribution lost",
        "The operator denied that it had known of leaks.",
        "The operator knew of leaks.",
    ),
    ("attribution lost", "The mill denies reports of a leak.", "There is a leak at the mill."),
    ("attribution lost", "The operator denied hiding the leaks.", "The operator hid the leaks."),
    ("attribution lost", "The board declared that the wall was safe.", "The wall was safe."),
    (
        "speaker changed",
        "Vega's brother said Vega was safe in the north.",
        "Vega said all was safe in the north.",
    ),
    (
        "speaker changed",
        "The engineer Ana Vega said the gate was rotten. The ministry will look at the gate.",
        "The ministry says the gate was rotten.",
    ),
    (
        "speaker changed",
        "“The gate was rotten,” the engineer Ana Vega said.",
        "Residents say the gate was rotten.",
    ),
    (
        "speaker changed",
        "The union said nine pumps had failed. The mayor praised the crews.",
        "Nine pumps had failed, according to the mayor.",
    ),
    ("figure changed", "The fire burned 43 houses.", "The fire burned 60 houses."),
    ("figure changed", "The ferry sank on Friday.", "The ferry sank on Sunday."),
    ("figure changed", "The road was cut for 4 miles.", "The road was cut for 4 kilometres."),
    ("figure changed", "Power failed for less than three hours.", "Power failed for more than three hours."),
    ("figure changed", "Repairs may take up to ten days.", "Repairs may take ten days."),
    ("scope widened", "Some of the schools were shut.", "All the schools were shut."),
    ("scope widened", "Several shops were robbed.", "The shops were robbed."),
    ("scope widened", "Two of nine pumps failed.", "Every pump failed."),
    ("wording loaded", "The government sent soldiers.", "The regime sent soldiers."),
    ("wording loaded", "The police dispersed a crowd.", "The police dispersed a mob."),
]
NOT_FOUND = [
    ("hedge lost", "The dam may have failed.", "Perhaps the dam failed.", "another hedge"),
    ("hedge lost", "Elections are due in May.", "Elections are due in spring.", "May is a month"),
    ("hedge lost", "Some 300 people fled.", "About 300 people fled.", "some counts here"),
    (
        "hedge lost",
        "The mayor appeared on television.",
        "The mayor was on television.",
        "appearing is no guess",
    ),
    ("hedge gained", "The dam was probably weak.", "The dam may have been weak.", "it was open before"),
    (
        "attribution lost",
        "The union said the pumps stopped.",
        "The pumps stopped, it claims.",
        "still claimed",
    ),
    (
        "attribution lost",
        "The operator denied that it had known of leaks.",
        "The operator rejected claims that it knew of leaks.",
        "still denied",
    ),
    ("attribution lost", "The crew was denied a berth.", "The crew got no berth.", "a refusal is no claim"),
    (
        "attribution lost",
        "The port denied it a berth.",
        "The port gave it no berth.",
        "a refusal is no claim",
    ),
    (
        "attribution lost",
        "The mayor declared three days of mourning.",
        "The mayor proclaimed three days of mourning.",
        "another word for it",
    ),
    (
        "attribution lost",
        "The mayor declared a state of emergency.",
        "The mayor imposed a state of emergency.",
        "declaring it makes it so",
    ),
    (
        "attribution lost",
        "Vega told the crews to leave.",
        "The crews left on orders.",
        "an order is no claim",
    ),
    (
        "speaker changed",
        "Ana Vega said it was safe.",
        "Vega, the minister, said it was safe.",
        "the same person",
    ),
    ("speaker changed", "The operator denied it.", "The company denied it.", "may be another word for it"),
    (
        "speaker changed",
        "The United States urged its citizens to leave the valley.",
        "The US urged citizens to leave the valley.",
        "one state under two names",
    ),
    (
        "speaker changed",
        "Norrvik Ferries said the ship had passed its survey. The company was founded here.",
        "The company said the ship had passed its survey.",
        "a company named before",
    ),
    (
        "speaker changed",
        "The spokesman Peter Lumley met the press. The spokesman said the gates had failed.",
        "Lumley said the gates had failed.",
        "what the source itself calls him",
    ),
    (
        "speaker changed",
        "The mayor spoke at noon. She said the dam would hold. The union met.",
        "The mayor said the dam would hold.",
        "the pronoun means her",
    ),
    ("figure changed", "Forty-three houses burned.", "43 houses burned.", "the same number"),
    ("figure changed", "It weakened by 15 hours.", "It weakened by 3 in the afternoon.", "the same hour"),
    ("figure changed", "Six in ten roofs were lost.", "60 per cent of roofs were lost.", "the same share"),
    ("figure changed", "Two men were held.", "A pair of men were held.", "a pair is two"),
    ("figure changed", "More than 50 miners were lost.", "Over 50 miners were lost.", "the same bound"),
    ("figure changed", "At least 60 miners were lost.", "60 or more miners were lost.", "the same bound"),
    ("hedge lost", "The list was reported to the police.", "The list was given to the police.", "no hedge"),
    ("scope widened", "All schools were shut.", "Every school was shut.", "as wide as before"),
    ("scope widened", "Schools were shut.", "Schools were shut all day.", "nothing was a part"),
    ("wording loaded", "The regime sent soldiers.", "The regime sent its soldiers.", "the source's own word"),
    ("wording loaded", "She called them men.", 'She called them "thugs".', "somebody's own word"),
]


def changes(source: str, rewrite: str) -> set[str]:
    lexis = Lexis()
    given = sentence_terms(text("a", [source]), lexis)
    told = sentence_terms(text("b", [rewrite]), lexis)
    return {each.kind for each in changes_of(Retelling(given, told[0], None, (), given, Cast(given)))}


@pytest.mark.parametrize(("kind", "source", "rewrite"), FOUND)
def test_change_is_found(kind: str, source: str, rewrite: str) -> None:
    assert kind in changes(source, rewrite)


@pytest.mark.parametrize(("kind", "source", "rewrite", "why"), NOT_FOUND)
def test_no_such_change(kind: str, source: str, rewrite: str, why: str) -> None:
    assert kind not in changes(source, rewrite), why


def test_also_goes_on_from_a_sentence_of_reports() -> None:
    lexis = Lexis()
    given = sentence_terms(text("a", ["The road is reportedly guarded by troops."]), lexis)
    told = sentence_terms(
        text("b", ["Reports from the port show tanks.", "Troops are also guarding the road."]), lexis
    )
    framed = Retelling(given, told[1], told[0], (), given, Cast(given))
    assert not [each for each in changes_of(framed) if each.kind == "hedge lost"]
    alone = Retelling(given, told[1], None, (), given, Cast(given))
    assert [each.kind for each in changes_of(alone)] == ["hedge lost"]
