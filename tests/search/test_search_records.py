"""What can be found: texts, briefings, entities, quotations, figures; and the list without scripts."""

import datetime as dt

from crisis_archive.model import (
    Archive,
    Briefing,
    Cite,
    Comparison,
    Entity,
    Figure,
    Mention,
    Point,
    PublicationDate,
    Quote,
    Side,
)
from crisis_archive.search.entries import OTHER, letters
from crisis_archive.search.listing import told_of
from crisis_archive.search.records import search_records
from tests.makers import crisis, record

TEXT = "“We hold,” said Ana Ruiz. At least 20 people were killed."
RUIZ = Entity(
    "person-ana-ruiz", "person", "Ana Ruiz", ("Ruiz",), "found", None, None, {}, ("a",), ("flood",), ()
)


def archive() -> Archive:
    day = dt.date(2019, 1, 23)
    text = record(
        "a",
        TEXT,
        title="Évacuation",
        date=PublicationDate(day, day, "seed"),
        mentions=(Mention(0, 16, 24, "person", RUIZ.id),),
        quotes=(Quote(0, 1, 8, RUIZ.id, "Ana Ruiz", "said", ()),),
        figures=(Figure(0, 35, 37, 20, 20, "at-least", "people were killed", None, None),),
    )
    cite = Cite("a", 0, 26, 57)
    point = Point("At least 20 people were killed.", (cite,))
    briefing = Briefing("flood", day, (day, day), point, (point,), (), (), (), (), (), (), (), (), ())
    board = Comparison("killed", "people killed", "agree", (Side("At least 20", (cite,)),))
    return Archive((text,), (RUIZ,), (), (crisis(["a"]),), (briefing,), (board,), ())


def test_everything_can_be_found_where_it_stands() -> None:
    found = [
        (each.kind, each.title, each.address, each.passages[0].fragment) for each in search_records(archive())
    ]
    assert found == [
        ("text", "Évacuation", "texts/a.html", "p1"),
        ("briefing", "Flood", "crises/flood.html", "bottom-line"),
        ("entity", "Ana Ruiz", "people/ana-ruiz.html", ""),
        ("quotation", "We hold", "texts/a.html", "p1s1"),
        ("figure", "people killed", "texts/a.html", "p1s2"),
        ("figure", "20 people were killed", "texts/a.html", "p1s2"),
    ]


def test_a_text_is_found_by_its_title_its_words_and_its_names() -> None:
    text = next(search_records(archive()))
    assert text.fields == ("Évacuation", TEXT, "Ana Ruiz")
    assert (text.crisis, text.days, text.language) == ("flood", ("2019-01-23", "2019-01-23"), "en")


def test_a_quotation_is_found_by_its_speaker_who_stands_with_it() -> None:
    quotation = next(each for each in search_records(archive()) if each.kind == "quotation")
    assert quotation.fields == ("", "We hold", "Ana Ruiz")
    assert quotation.note == "Ana Ruiz · Évacuation"


def test_an_undated_text_has_no_days() -> None:
    undated = Archive((record("b", "Words.", crisis=None),), (), (), (), (), (), ())
    text = next(search_records(undated))
    assert (text.days, text.crisis) == (None, None)


def test_the_list_goes_by_letters_without_accents() -> None:
    found = letters(map(told_of, search_records(archive())))
    assert [(each.letter, each.path) for each in found] == [
        ("A", "entries/a.html"),
        ("E", "entries/e.html"),
        ("F", "entries/f.html"),
    ]
    assert [entry.title for entry in found[1].entries] == ["Évacuation"]


def test_titles_that_begin_with_no_letter_stand_together() -> None:
    texts = tuple(
        record(name, "Words.", title=title) for name, title in [("b", "20 killed"), ("c", "“Київ”")]
    )
    found = letters(map(told_of, search_records(Archive(texts, (), (), (), (), (), ()))))
    assert [(each.letter, len(each.entries)) for each in found] == [(OTHER, 2)]
