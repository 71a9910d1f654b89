"""Key figures, people, contested names, gaps: each part from small hand-made texts."""

import datetime as dt

from crisis_archive.briefing.contested import contested_names
from crisis_archive.briefing.counts import disputes, key_figures
from crisis_archive.briefing.gaps import corrections, unknowns
from crisis_archive.briefing.people import actors, quotations
from crisis_archive.model import (
    Comparison,
    Entity,
    Figure,
    Mention,
    PublicationDate,
    Quote,
    Record,
    Role,
    SeedCorrection,
    Side,
)
from crisis_archive.model.spans import Cite
from tests.makers import material, record


def place(record_text: str, words: str) -> tuple[int, int, int]:
    """Where the words stand in the only paragraph."""
    start = record_text.index(words)
    return 0, start, start + len(words)


def counting(identity: str, text: str, words: str, low: int, claimant: str | None = None) -> Record:
    figure = Figure(*place(text, words), low, None, "at-least", "people killed", claimant, None)
    return record(identity, text, figures=(figure,))


def entity(identity: str, name: str, **more: object) -> Entity:
    kind = identity.split("-", 1)[0]
    fields: dict[str, object] = {
        "id": identity,
        "kind": kind,
        "name": name,
        "aliases": (),
        "origin": "found",
        "latitude": None,
        "longitude": None,
        "identifiers": {},
        "documents": (),
        "crises": (),
        "roles": (),
    }
    return Entity(**{**fields, **more})  # type: ignore[arg-type]  # the fields above are typed one by one


ONE = counting("one", "At least 20 people were killed, the mayor said.", "At least 20", 20, "the mayor")
TWO = counting("two", "At least 14 people were killed.", "At least 14", 14)
THREE = counting("three", "At least 14 people have been killed by now.", "At least 14", 14)


def test_a_figure_given_by_two_sources_comes_first() -> None:
    figures = key_figures(material([ONE, TWO, THREE]))
    assert [(figure.low, len(figure.cites)) for figure in figures] == [(14, 2), (20, 1)]
    assert figures[1].claimant == "the mayor"


def test_a_dispute_shows_the_sides_of_this_crisis_only() -> None:
    sides = (
        Side("20", (Cite("one", 0, 0, 11),)),
        Side("14", (Cite("two", 0, 0, 11),)),
        Side("3", (Cite("elsewhere", 0, 0, 1),)),
    )
    comparison = Comparison("killed", "people killed", "conflict", sides)
    (dispute,) = disputes(material([ONE, TWO], comparisons=[comparison]))
    assert [side.text for side in dispute.sides] == ["20", "14"]
    assert disputes(material([ONE], comparisons=[comparison])) == ()


def test_a_side_is_told_without_where_its_text_was_written() -> None:
    told = record("alba", "ALBA, May 6 - At least 20 people were killed.", "ALBA - 14 people were killed.")
    first, second = told.paragraphs
    sides = (Side(first, (Cite("alba", 0, 14, 25),)), Side(second, (Cite("alba", 1, 7, 9),)))
    (dispute,) = disputes(material([told], comparisons=[Comparison("k", "killed", "conflict", sides)]))
    assert [side.text for side in dispute.sides] == ["At least 20 people were killed.", second]


SPEECH = "“We will rebuild,” said Ana Ruiz. “It is over,” he said. “No comment on that.”"
QUOTED = record(
    "quoted",
    SPEECH,
    quotes=(
        Quote(*place(SPEECH, "We will rebuild,"), "person-ana-ruiz", "Ana Ruiz", "said", ()),
        Quote(*place(SPEECH, "It is over,"), None, "he", "said", ()),
        Quote(*place(SPEECH, "No comment on that."), None, None, None, ()),
    ),
    mentions=(Mention(*place(SPEECH, "Ana Ruiz"), "person", "person-ana-ruiz"),),
)


def test_who_spoke_is_unknown_where_the_text_names_nobody_or_only_he() -> None:
    texts = [unknown.text for unknown in unknowns(material([QUOTED]))]
    assert any("“No comment on that.”: the text names nobody" in text for text in texts)
    assert any("“It is over”: the text says only “he”" in text for text in texts)
    assert not any("rebuild" in text for text in texts)


def test_a_date_is_unknown_unless_it_is_known_to_the_day() -> None:
    day = dt.date(2020, 5, 4)
    dated = record("dated", "It rained.", date=PublicationDate(day, day, "seed"))
    ranged = record("ranged", "It rained.", date=PublicationDate(day, dt.date(2020, 5, 9), "derived"))
    texts = [unknown.text for unknown in unknowns(material([dated, ranged, record("open", "It rained.")]))]
    assert len(texts) == 2
    assert "between 4 May 2020 and 9 May 2020" in texts[0]
    assert "gives no date" in texts[1]


def test_the_same_words_in_two_texts_are_one_quotation_with_two_places() -> None:
    again = record("repeated", SPEECH, quotes=QUOTED.quotes)
    entries = quotations(material([QUOTED, again]))
    assert [(entry.speaker_text, len(entry.cites)) for entry in entries] == [
        ("Ana Ruiz", 2),
        ("he", 2),
        (None, 2),
    ]


def test_a_comma_before_the_closing_mark_belongs_to_the_sentence_that_quotes() -> None:
    first, *_ = quotations(material([QUOTED]))
    (cite,) = first.cites
    assert first.text == "We will rebuild" == QUOTED.text_at(cite.span)


def test_one_quotation_ascribed_to_two_people_stays_two() -> None:
    (quote, *_) = QUOTED.quotes
    other = record(
        "other", SPEECH, quotes=(Quote(quote.paragraph, quote.start, quote.end, "x", "X", None, ()),)
    )
    assert [entry.speaker for entry in quotations(material([QUOTED, other]))][:4].count("x") == 1


def test_actors_have_the_role_of_this_crisis_and_nationalities_are_none() -> None:
    text = "Mayor Ana Ruiz met the Albans."
    role = Role("flood", "Mayor", (Cite("met", 0, 0, 5),))
    met = record(
        "met",
        text,
        mentions=(
            Mention(*place(text, "Ana Ruiz"), "person", "person-ana-ruiz"),
            Mention(*place(text, "Albans"), "group", "group-albans"),
        ),
    )
    ana = entity("person-ana-ruiz", "Ana Ruiz", roles=(role, Role("other", "aunt", ())))
    found = actors(material([met], entities=[ana, entity("group-albans", "Albans", origin="gazetteer")]))
    assert [(actor.name, actor.role) for actor in found] == [("Ana Ruiz", "Mayor")]


def test_the_role_that_says_more_stands_for_the_one_it_holds() -> None:
    text = "President Ana Ruiz met the mayor; Alban President Ana Ruiz left."
    cites = (Cite("met", 0, 0, 9),)
    words = ("President", "aunt", "Alban President")
    roles = tuple(Role("flood", each, cites) for each in words)
    named = (Mention(*place(text, "Ana Ruiz"), "person", "person-ana-ruiz"),)
    ana = entity("person-ana-ruiz", "Ana Ruiz", roles=roles)
    (actor,) = actors(material([record("met", text, mentions=named)], entities=[ana]))
    assert actor.role == "Alban President"


def test_capture_and_abduction_are_in_dispute_with_their_user() -> None:
    text = "His capture was swift. The mayor, Ana Ruiz, described it as an abduction."
    told = record("told", text, mentions=(Mention(*place(text, "Ana Ruiz"), "person", "person-ana-ruiz"),))
    (name,) = contested_names(material([told], entities=[entity("person-ana-ruiz", "Ana Ruiz")]))
    assert [(use.text, use.user) for use in name.uses] == [("abduction", "Ana Ruiz"), ("capture", None)]


def test_plain_words_alone_are_not_in_dispute() -> None:
    assert contested_names(material([record("plain", "The protesters left; the arrest was brief.")])) == ()


def test_an_office_that_texts_qualify_differently_is_in_dispute() -> None:
    roles = (
        Role("flood", "interim president", (Cite("a", 0, 0, 1),)),
        Role("flood", "president", (Cite("b", 0, 0, 1),)),
    )
    someone = entity("person-x", "Xo", roles=roles)
    (name,) = contested_names(material([record("a", "Xo."), record("b", "Xo.")], entities=[someone]))
    assert name.subject == "the office of Xo"


def test_what_an_editor_gives_is_listed_as_a_correction() -> None:
    day = dt.date(2020, 5, 4)
    correction = SeedCorrection("one.txt", title="Better", date=(day, day))
    found = corrections(material([ONE], corrections={"one": correction}))
    assert [each.text for each in found] == [
        "The editor gives the date: 4 May 2020",
        "The editor gives the title: Better",
    ]
