"""Who is who: texts with their names marked `[words|kind]`, and the entities that must come out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.model import (
    Analysis,
    AuthorityEntity,
    Crisis,
    Document,
    EditedName,
    Entity,
    Name,
    Quote,
    Seed,
    SeedCorrection,
    Source,
    Span,
)
from crisis_archive.model.readings import EntityKind
from crisis_archive.relating.entities import Entities, resolve_entities, with_crises
from crisis_archive.relating.entities.calling import called

MARKED = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<kind>[a-z]+)\]")
KINDS: dict[str, EntityKind] = {
    "person": "person",
    "org": "organisation",
    "place": "place",
    "group": "group",
    "event": "event",
}


def analysis(identity: str, *marked: str, quotes: tuple[Quote, ...] = ()) -> Analysis:
    """A text whose names are those that are marked."""
    paragraphs, names = [], []
    for number, paragraph in enumerate(marked):
        plain, done = "", 0
        for match in MARKED.finditer(paragraph):
            plain += paragraph[done : match.start()]
            start = len(plain)
            plain += match["text"]
            names.append(Name(number, start, len(plain), KINDS[match["kind"]], "model"))
            done = match.end()
        paragraphs.append(plain + paragraph[done:])
    text = "\n\n".join(paragraphs)
    seed = Seed(identity, f"{identity}.txt", "0" * 64, len(text), "text/plain", "utf-8", text)
    lines = tuple(range(1, 2 * len(paragraphs), 2))
    document = Document(seed, "en", Source(), "Title", "derived", tuple(paragraphs), lines, (), ())
    return Analysis(document, (), tuple(names), quotes, (), ())


def said(entities: Entities, document: Analysis) -> list[tuple[str, str]]:
    """Words and entity id of every mention of a text."""
    return [(document.document.text_at(each.span), each.entity) for each in entities.mentions[document.id]]


def by_id(entities: Entities) -> dict[str, Entity]:
    return {each.id: each for each in entities.entities}


def test_accents_titles_and_surnames_are_one_person() -> None:
    first = analysis("a", "President [Nicolás Maduro|person] spoke. [Maduro|person] left.")
    second = analysis("b", "[Nicolas Maduro|person] spoke.")
    third = analysis("c", "[Maduro|person] was seen.")
    entities = resolve_entities([first, second, third], ())
    (maduro,) = entities.entities
    assert (maduro.id, maduro.name) == ("person-nicolas-maduro", "Nicolás Maduro")
    assert maduro.aliases == ("Maduro", "Nicolas Maduro")
    assert maduro.documents == ("a", "b", "c")


def test_a_son_is_not_his_father() -> None:
    text = analysis(
        "a",
        "[Nicolás Maduro|person] is held. The lawmaker [Nicolás Maduro Guerra|person] quoted him. "
        "[Maduro|person] waits; [Maduro Guerra|person] speaks.",
    )
    entities = resolve_entities([text], ())
    assert said(entities, text) == [
        ("Nicolás Maduro", "person-nicolas-maduro"),
        ("Nicolás Maduro Guerra", "person-nicolas-maduro-guerra"),
        ("Maduro", "person-nicolas-maduro"),
        ("Maduro Guerra", "person-nicolas-maduro-guerra"),
    ]


def test_a_surname_goes_with_the_full_name_of_its_own_text() -> None:
    first = analysis("a", "[Anna Berg|person] came. [Berg|person] spoke.")
    second = analysis("b", "[Ole Berg|person] came. [Berg|person] spoke.")
    third = analysis("c", "[Berg|person] spoke.")
    entities = resolve_entities([first, second, third], ())
    assert said(entities, first)[1] == ("Berg", "person-anna-berg")
    assert said(entities, second)[1] == ("Berg", "person-ole-berg")
    assert said(entities, third) == [("Berg", "person-berg")]


def test_a_surname_that_two_bear_in_one_text_stays_apart() -> None:
    text = analysis("a", "[Anna Berg|person] and [Ole Berg|person] came. [Berg|person] spoke.")
    assert said(resolve_entities([text], ()), text)[2] == ("Berg", "person-berg")


def test_a_name_spelled_in_as_many_ways_as_it_stands() -> None:
    letters = "a\u00e0\u00e1\u00e2\u00e3"
    text = " ".join(f"[Delia R{one}r{two}n|person] spoke." for one in letters for two in letters)
    entities = resolve_entities([analysis("a", text)], ())
    assert {len(each.name) for each in entities.entities} == {len("Delia Raran")}


def test_a_forename_alone_and_particles() -> None:
    text = analysis(
        "a",
        "[Mike Rowe|person] met [Carla del Ponte|person]. [Mike|person] thanked [del Ponte|person].",
    )
    assert [entity for _, entity in said(resolve_entities([text], ()), text)] == [
        "person-mike-rowe",
        "person-carla-del-ponte",
        "person-mike-rowe",
        "person-carla-del-ponte",
    ]


def test_middle_names() -> None:
    one = analysis("a", "[John F. Roe|person] came.")
    two = analysis("b", "[John Roe|person] came.")
    assert [each.id for each in resolve_entities([one, two], ()).entities] == ["person-john-roe"]
    three = analysis("c", "[John B. Roe|person] came.")
    assert len(resolve_entities([one, two, three], ()).entities) == 3


def test_a_hyphen_parts_no_names() -> None:
    texts = [analysis("a", "[Ana-Maria Roe|person] came."), analysis("b", "[Ana Maria Roe|person] left.")]
    assert [each.id for each in resolve_entities(texts, ()).entities] == ["person-ana-maria-roe"]
    texts = [analysis("a", "[Ana-Maria Roe|person] came."), analysis("b", "[Anna Maria Roe|person] left.")]
    assert len(resolve_entities(texts, ()).entities) == 2


def test_names_of_one_country_are_one_place() -> None:
    text = analysis("a", "[US|place] [USA|place] [U.S.|place] [The United States|place] [America|place]")
    (country,) = resolve_entities([text], ()).entities
    assert (country.id, country.name, country.origin) == ("place-united-states", "United States", "gazetteer")
    assert country.identifiers == {"geonames": "6252001"}


def test_a_city_has_coordinates_and_its_namesake_an_id_of_its_own() -> None:
    first = analysis("a", "In [Merida|place], [Mexico|place].")
    second = analysis("b", "In [Mérida|place], [Venezuela|place].")
    entities = by_id(resolve_entities([first, second], ()))
    assert entities["place-merida"].documents == ("a",)
    other = next(each for each in entities.values() if each.id.startswith("place-merida-ve"))
    assert other.documents == ("b",)
    assert other.latitude is not None
    assert 8 < other.latitude < 9


def test_nationalities_are_one_group_and_no_country() -> None:
    text = analysis("a", "[Venezuelan|group] troops fired at [Venezuelans|group] in [Venezuela|place].")
    assert [each.id for each in resolve_entities([text], ()).entities] == [
        "group-venezuelan",
        "place-venezuela",
    ]


def test_bodies_of_a_country() -> None:
    first = analysis("a", "The [US State Department|org] spoke; the [State Department|org] added.")
    second = analysis("b", "The [American State Department|org] spoke.")
    third = analysis("c", "Venezuela's [Foreign Ministry|org] spoke, so did the [Foreign Ministry|org].")
    fourth = analysis("d", "[UN|org] and [United Nations|org]")
    entities = by_id(resolve_entities([first, second, third, fourth], ()))
    assert entities["organisation-united-states-state-department"].documents == ("a", "b")
    assert entities["organisation-venezuela-foreign-ministry"].documents == ("c",)
    assert entities["organisation-united-nations"].aliases == ("UN",)
    assert len(entities) == 3


def test_two_ministries_are_not_one() -> None:
    text = analysis("a", "Venezuela's [Foreign Ministry|org] and Russia's [Foreign Ministry|org] spoke.")
    assert len(resolve_entities([text], ()).entities) == 2


def test_a_storm_by_its_name_alone() -> None:
    text = analysis("a", "[Cyclone Odalis|event] came; [Odalis|event] left.")
    assert {entity for _, entity in said(resolve_entities([text], ()), text)} == {"event-cyclone-odalis"}


def test_the_archive_corrects_a_lone_misreading() -> None:
    right = [analysis(name, "[Zorba Group|org] and [Rakka|person] spoke.") for name in "abc"]
    wrong = analysis("d", "[Rakka|org] spoke.")
    entities = resolve_entities([*right, wrong], ())
    assert said(entities, wrong) == [("Rakka", "person-rakka")]


def test_a_text_with_the_full_name_is_not_outvoted() -> None:
    towns = [analysis(name, "In [Lindale|place] it rained.") for name in "abcd"]
    person = analysis("e", "[Rosa Lindale|person] came. [Lindale|person] spoke.")
    entities = resolve_entities([*towns, person], ())
    assert said(entities, person)[1] == ("Lindale", "person-rosa-lindale")


def test_the_editor_names_an_entity_and_keeps_two_apart() -> None:
    authority = (
        AuthorityEntity("person-berg-the-elder", "person", "Anna Berg", ("A. Berg",), {"wikidata": "Q1"}),
        AuthorityEntity("person-berg-the-younger", "person", "Anna Berg (minister)", ("Anna B. Berg",)),
    )
    text = analysis("a", "[Anna Berg|person], [A. Berg|person] and [Berg|person]")
    other = analysis("b", "[Anna B. Berg|org]")
    entities = resolve_entities([text, other], authority)
    assert {entity for _, entity in said(entities, text)} == {"person-berg-the-elder"}
    assert said(entities, other) == [("Anna B. Berg", "person-berg-the-younger")]
    elder = by_id(entities)["person-berg-the-elder"]
    assert (elder.name, elder.origin, elder.identifiers) == ("Anna Berg", "editor", {"wikidata": "Q1"})
    assert elder.aliases == ("A. Berg", "Berg")


def test_a_correction_ties_words_of_one_text() -> None:
    text = analysis("a", "[Rabat|person] fell silent. The raiders left Rabat.")
    other = analysis("b", "[Rabat|person] spoke.")
    correction = SeedCorrection("a.txt", names=(EditedName("Rabat", "place-rabat-hill"),))
    entities = resolve_entities([text, other], (), (correction,))
    assert said(entities, text) == [("Rabat", "place-rabat-hill"), ("Rabat", "place-rabat-hill")]
    assert by_id(entities)["place-rabat-hill"].origin == "editor"
    assert said(entities, other)[0][1] != "place-rabat-hill"


def test_a_correction_may_name_an_entity_that_the_archive_finds_by_itself() -> None:
    text = analysis("a", "[Jane Roe|person] spoke. The acting president left.")
    other = analysis("b", "[Jane Roe|person] spoke again.")
    correction = SeedCorrection("a.txt", names=(EditedName("acting president", "person-jane-roe"),))
    entities = resolve_entities([text, other], (), (correction,))
    assert said(entities, text) == [("Jane Roe", "person-jane-roe"), ("acting president", "person-jane-roe")]
    assert [(each.id, each.name) for each in entities.entities] == [("person-jane-roe", "Jane Roe")]
    assert entities.entities[0].documents == ("a", "b")


def test_speakers_are_entities_only_where_the_words_are_their_name() -> None:
    words = (
        "President [Jane Roe|person], Jane Roe's son, the Venezuelan spokesman, an aide to [Jane Roe|person]"
    )
    plain = MARKED.sub(lambda match: match["text"], words)
    spans = [(0, 18), (20, 34), (36, 60), (62, len(plain))]
    quotes = tuple(
        Quote(0, 0, 1, None, plain[start:end], "said", (), Span(0, start, end)) for start, end in spans
    )
    text = analysis("a", words, quotes=(*quotes, Quote(0, 0, 1, None, None, None, ())))
    speakers = resolve_entities([text], ()).speakers["a"]
    assert [each.speaker for each in speakers] == ["person-jane-roe", None, None, None, None]


def test_a_pronoun_is_who_the_annotator_says_it_is() -> None:
    words = "[Jane Roe|person] came. She spoke."
    quote = Quote(0, 0, 1, None, "She", "spoke", (), Span(0, 15, 18), Span(0, 0, 8))
    text = analysis("a", words, quotes=(quote,))
    assert [each.speaker for each in resolve_entities([text], ()).speakers["a"]] == ["person-jane-roe"]


def test_the_ministry_is_the_only_one_of_the_text() -> None:
    quote = Quote(0, 0, 1, None, "the ministry", "said", (), Span(0, 0, 1))
    one = analysis("a", "The [Foreign Ministry|org] of [Tarn|place]; the ministry said.", quotes=(quote,))
    two = analysis("b", "The [Foreign Ministry|org] and the [Health Ministry|org].", quotes=(quote,))
    speakers = resolve_entities([one, two], ()).speakers
    assert [each.speaker for each in speakers["a"]] == ["organisation-foreign-ministry"]
    assert [each.speaker for each in speakers["b"]] == [None]


def test_roles_are_what_the_texts_say_in_each_crisis() -> None:
    first = analysis(
        "a", "The acting president [Delia Roe|person] spoke. [Delia Roe|person], a lawmaker, left."
    )
    second = analysis("b", "The lawmaker [Delia Roe|person] spoke.")
    crises = [
        Crisis(slug, slug, "derived", None, None, (name,), ((name,),), ())
        for slug, name in (("x", "a"), ("y", "b"))
    ]
    entities = with_crises(resolve_entities([first, second], ()), crises, [first, second])
    (roe,) = entities.entities
    assert roe.crises == ("x", "y")
    assert [(role.crisis, role.text) for role in roe.roles] == [
        ("x", "acting president"),
        ("x", "lawmaker"),
        ("y", "lawmaker"),
    ]
    for role in roe.roles:
        for cite in role.cites:
            text = {"a": first, "b": second}[cite.document].document
            assert text.text_at(cite.span) == role.text


def test_the_first_place_that_a_role_cites_has_its_very_words() -> None:
    texts = [
        analysis("a", "Acting president [Delia Roe|person] spoke."),
        analysis("b", "The acting president [Delia Roe|person] spoke."),
        analysis("c", "The acting president [Delia Roe|person] left."),
    ]
    crisis = Crisis("x", "x", "derived", None, None, ("a", "b", "c"), (("a", "b", "c"),), ())
    (roe,) = with_crises(resolve_entities(texts, ()), [crisis], texts).entities
    assert [(role.text, [cite.document for cite in role.cites]) for role in roe.roles] == [
        ("acting president", ["b", "c", "a"])
    ]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Soldiers overthrew President", "President"),
        ("They asked the junta to free President", "President"),
        ("the soldiers removed Prime Minister", "Prime Minister"),
        ("Varnland's deposed President", "Varnland's deposed President"),
        ("the jailed President", "jailed President"),
        ("They met former defence Minister", "former defence Minister"),
        ("The coast guard spokesman", "coast guard spokesman"),
        ("The health ministry's Director", "The health ministry's Director"),
    ],
)
def test_a_verb_before_a_title_is_no_part_of_it(before: str, role: str) -> None:
    text = f"{before} Delia Roe."
    start = len(before) + 1
    assert [text[slice(*each)] for each in called(text, start, start + len("Delia Roe"))] == [role]


NAMES = st.sampled_from(
    [
        "[Anna Berg|person]",
        "[Berg|person]",
        "[Ole Berg|person]",
        "[Berg|org]",
        "[Ana María Berg|person]",
        "[Mérida|place]",
        "[Merida|place]",
        "[Venezuela|place]",
        "[Mexican|group]",
        "[State Department|org]",
        "[US State Department|org]",
        "[Anna|person]",
        "[Al Berg|place]",
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(NAMES, max_size=5), max_size=6), st.randoms())
def test_any_order_gives_the_same_entities_and_no_two_share_an_id(
    texts: list[list[str]], chance: object
) -> None:
    analyses = [analysis(f"d{number}", " and ".join(names)) for number, names in enumerate(texts)]
    shuffled = list(analyses)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    entities = resolve_entities(analyses, ())
    again = resolve_entities(shuffled, ())
    assert again.entities == entities.entities
    assert again.mentions == entities.mentions
    ids = [each.id for each in entities.entities]
    assert ids == sorted(set(ids))
    used = {mention.entity for mentions in entities.mentions.values() for mention in mentions}
    assert used == set(ids)
    for each in analyses:
        assert [m.span for m in entities.mentions[each.id]] == [name.span for name in each.names]


def told_apart(*names: str) -> tuple[AuthorityEntity, ...]:
    """Two people of the authority file, the first told apart from the second."""
    ids = ["person-" + name.casefold().replace(" ", "-") for name in names]
    return (
        AuthorityEntity(ids[0], "person", names[0], distinct_from=(ids[1],)),
        AuthorityEntity(ids[1], "person", names[1]),
    )


def test_a_surname_stands_for_neither_of_two_whom_an_editor_tells_apart() -> None:
    text = analysis("a", "[Ana Vega|person] met [Ana Maria Vega|person]. [Vega|person] spoke.")
    assert said(resolve_entities([text], ()), text)[2][1] == "person-ana-vega"
    entities = resolve_entities([text], told_apart("Ana Vega", "Ana Maria Vega"))
    assert [entity for _, entity in said(entities, text)] == [
        "person-ana-vega",
        "person-ana-maria-vega",
        "person-vega",
    ]


def test_the_better_known_of_two_is_not_meant_where_an_editor_tells_them_apart() -> None:
    texts = [analysis(f"k{number:02}", "[Luis Vega|person] spoke.") for number in range(10)]
    texts += [analysis("r", "[Rosa Vega|person] spoke."), analysis("s", "[Vega|person] spoke.")]
    assert said(resolve_entities(texts, ()), texts[-1]) == [("Vega", "person-luis-vega")]
    entities = resolve_entities(texts, told_apart("Luis Vega", "Rosa Vega"))
    assert said(entities, texts[-1]) == [("Vega", "person-vega")]


def speaker_in(words: str, *others: Analysis) -> str | None:
    """Whom a text means that ends in a quotation by these words."""
    paragraph = f"President [Otto Brandt|person] met [Ana Vega|person]. “Never,” said {words}."
    at = len(MARKED.sub(lambda match: match["text"], paragraph)) - len(words) - 1
    quote = Quote(0, 0, 1, None, words, "said", (), Span(0, at, at + len(words)))
    text = analysis("a", paragraph, quotes=(quote,))
    return resolve_entities([text, *others], ()).speakers["a"][0].speaker


def test_an_office_is_its_holder_where_the_text_names_one() -> None:
    assert speaker_in("the president") == "person-otto-brandt"
    assert speaker_in("a president") is None
    assert speaker_in("the minister") is None
    assert speaker_in("the spokesman") is None


def test_the_president_of_a_country_is_whom_the_archive_calls_so() -> None:
    norwegian = analysis("b", "Norwegian President [Otto Brandt|person] left.")
    spanish = analysis("b", "Spain's acting president [Ana Vega|person] left.")
    assert speaker_in("the Norwegian president") is None  # Brandt may be the president of any country
    assert speaker_in("the Norwegian president", norwegian) == "person-otto-brandt"
    assert speaker_in("Norway’s president", norwegian) == "person-otto-brandt"
    assert speaker_in("the Spanish president", norwegian) is None
    assert speaker_in("the Spanish president", spanish) is None  # an acting one is another office
    assert speaker_in("the acting president of Spain", spanish) == "person-ana-vega"
