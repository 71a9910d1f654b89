"""Pictures say what their tables say, and nothing is drawn that is not known."""

import datetime as dt
import re
from xml.etree import ElementTree

from crisis_archive.gazetteer.settlements import settlements
from crisis_archive.model import Mention, PublicationDate, Relation
from crisis_archive.pages import catalogue_of
from crisis_archive.pages.drawings import Drawing, Spot, Tie, arc_drawing, bar_drawing, map_drawing
from crisis_archive.pages.pictures import company_picture, places_of, retelling_picture, time_picture
from tests.makers import record
from tests.pages.sample_archive import ARCHIVE, ENTITIES, RECORDS, RELATIONS, WORDS

CATALOGUE = catalogue_of(ARCHIVE)


def found(drawing: Drawing, tag: str, kind: str | None = None) -> list[ElementTree.Element]:
    everything = ElementTree.fromstring(drawing.svg).iter(tag)
    return [each for each in everything if kind is None or each.attrib.get("class") == kind]


def words_in(drawing: Drawing) -> list[str | None]:
    return [each.text for each in found(drawing, "text")]


def test_every_tie_is_an_arc_with_its_words_and_the_heaviest_is_thickest() -> None:
    drawing = arc_drawing(["Ana", "Bo", "Cy"], [Tie(0, 1, 1, "1"), Tie(0, 2, 9, "9")], "Who and whom.")
    assert drawing is not None
    arcs = found(drawing, "path", "arc")
    assert sorted(float(arc.attrib["stroke-width"]) for arc in arcs)[0] < 2
    assert len(arcs) == 2
    assert {"Ana", "Bo", "Cy", "1", "9"} == set(words_in(drawing))
    assert found(drawing, "polygon") == []
    assert ElementTree.fromstring(drawing.svg).attrib["aria-label"] == "Who and whom."


def test_an_arrow_ends_at_the_second_name_and_no_ties_are_no_drawing() -> None:
    drawing = arc_drawing(["Source", "Retold"], [Tie(0, 1, 1, "retells")], "Which.", directed=True)
    assert drawing is not None
    (arrow,) = found(drawing, "polygon")
    dots = found(drawing, "circle")
    tip = float(arrow.attrib["points"].split()[0].split(",")[1])
    assert tip == float(dots[1].attrib["cy"]) != float(dots[0].attrib["cy"])
    assert arc_drawing(["Alone"], [], "Nothing.") is None


def test_drawings_stay_inside_their_frame() -> None:
    names = [f"A name of many letters, number {number}" for number in range(12)]
    drawing = arc_drawing(names, [Tie(0, 11, 5, "5 sentences"), Tie(0, 1, 1, "1")], "Long.")
    assert drawing is not None
    for label in found(drawing, "text", "at-arc"):
        assert 0 < float(label.attrib["x"]) + 6 * len(label.text or "") < 490
    for label in found(drawing, "text"):
        if label.attrib.get("text-anchor") == "end":
            assert float(label.attrib["x"]) - 6.5 * len(label.text or "") > 0


def test_company_is_counted_by_sentence_and_stands_in_the_table_too() -> None:
    picture = company_picture(ENTITIES, RECORDS, WORDS)
    assert picture is None  # the river and the mayor share no sentence
    text = "Ana Roe swam in the Ode."
    mentions = (Mention(0, 0, 7, "person", "person-ana-roe"), Mention(0, 20, 23, "place", "place-ode"))
    both = record("both", text, mentions=mentions)
    picture = company_picture(ENTITIES, [both, both], WORDS)
    assert picture is not None
    assert picture.rows == (("Ana Roe", "Ode", "2"),)
    assert {"Ana Roe", "Ode", "2"} == set(words_in(picture.drawing))


def test_who_retells_whom_leaves_out_what_is_not_known() -> None:
    picture = retelling_picture(RELATIONS, CATALOGUE, WORDS)
    assert picture is not None
    assert picture.rows == (("Ode flood kills 14", "retells", "Flood on the Ode"),)
    unknown = Relation("rewrite", "a", "c", None, 0.7, ())
    assert retelling_picture([unknown], CATALOGUE, WORDS) is None


def dated(name: str, first: dt.date, last: dt.date | None = None) -> object:
    return record(name, "It rained.", date=PublicationDate(first, last or first, "seed"))


def test_texts_over_time_are_counted_by_day_and_what_is_not_known_is_said() -> None:
    day = dt.date(2020, 3, 1)
    later = [day, day, day + dt.timedelta(2), day + dt.timedelta(5)]
    records = [dated(f"t{number}", each) for number, each in enumerate(later)]
    records.append(dated("range", day, day + dt.timedelta(9)))
    picture = time_picture(records, WORDS)  # type: ignore[arg-type]  # made by `record`
    assert picture is not None
    assert picture.rows == (("1 March 2020", "2"), ("3 March 2020", "1"), ("6 March 2020", "1"))
    assert len(found(picture.drawing, "rect", "bar")) == 3
    assert "1 text is not known to the day" in picture.drawing.caption
    assert time_picture(records[:2], WORDS) is None  # type: ignore[arg-type]  # as above


def test_many_days_are_months_and_many_months_are_years() -> None:
    days = [dt.date(2019, month, 3) for month in (1, 5, 9)]
    months = bar_drawing(days, "", WORDS)
    assert months is not None
    assert [name for name, _ in months.rows] == ["January 2019", "May 2019", "September 2019"]
    years = bar_drawing([dt.date(year, 1, 1) for year in (1990, 2001, 2020)], "", WORDS)
    assert years is not None
    assert [name for name, _ in years.rows] == ["1990", "2001", "2020"]


SPOTS = [Spot("Caracas", 10.5, -66.9), Spot("Washington", 38.9, -77.0), Spot("Lima", -12.0, -77.0)]


def test_a_map_has_a_dot_and_a_name_for_every_place_in_its_direction() -> None:
    drawing = map_drawing(SPOTS, WORDS)
    assert drawing is not None
    at = {}
    for name, dot in zip(("Caracas", "Washington", "Lima"), found(drawing, "circle", "dot"), strict=True):
        assert name in words_in(drawing)
        at[name] = (float(dot.attrib["cx"]), float(dot.attrib["cy"]))
    assert at["Washington"][1] < at["Caracas"][1] < at["Lima"][1]  # north is up
    assert at["Washington"][0] < at["Caracas"][0]  # east is right
    assert "Equirectangular" in drawing.caption
    assert map_drawing(SPOTS[:1], WORDS) is None


def test_a_map_may_cross_the_date_line() -> None:
    drawing = map_drawing([Spot("Suva", -18.1, 178.4), Spot("Apia", -13.8, -171.8)], WORDS)
    assert drawing is not None
    suva, apia = (float(dot.attrib["cx"]) for dot in found(drawing, "circle", "dot"))
    assert 0 < suva < apia < 480
    assert any(re.fullmatch(r"\d+°W", word or "") for word in words_in(drawing))


def test_names_on_a_map_cover_no_other_name() -> None:
    crowd = [Spot(f"Place {number}", 10 + number / 50, 20.0) for number in range(20)]
    drawing = map_drawing(crowd, WORDS)
    assert drawing is not None
    lines = sorted(
        (float(each.attrib["x"]), float(each.attrib["y"])) for each in found(drawing, "text", "place")
    )
    assert 0 < len(lines) < 20
    for one in lines:
        assert not [
            other for other in lines if other != one and abs(other[1] - one[1]) < 13 and other[0] == one[0]
        ]


def test_towns_lie_inside_the_frame_largest_first() -> None:
    towns = settlements(0, 13, -75, -60, 5)
    assert len(towns) == 5
    assert all(0 <= north <= 13 and -75 <= east <= -60 for north, east in towns)
    assert all(170 <= east <= 190 for _, east in settlements(-30, 0, 170, 190, 20))


def test_places_are_listed_where_none_can_be_drawn() -> None:
    places = places_of(RECORDS, CATALOGUE, WORDS)
    assert places is not None
    assert [link.text for link in places.links] == ["Ode"]
    assert places.drawing is None  # one place is no map
    assert places_of(RECORDS[3:], CATALOGUE, WORDS) is None
