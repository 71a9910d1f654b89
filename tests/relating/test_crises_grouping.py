"""Which texts tell of one event: the seeds come apart, editors win, order does not matter."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.model import (
    Analysis,
    Anchor,
    EditedCrisis,
    Editorial,
    PublicationDate,
    Relation,
    SeedCorrection,
)
from crisis_archive.relating.crises import CrisisGroups, crises, group_crises, same_event
from crisis_archive.relating.reuse import find_reuse
from tests.relating.reuse_help import mention, seeds, text

FLOOD = [
    ["The Tarn burst its banks at Oxley Weir on Tuesday and flooded Mill Street in Denby.",
     "Firemen took 43 people from the almshouses of Denby by boat."],
    ["Boats took pensioners out of flooded almshouses in Denby after the Tarn rose at Oxley Weir.",
     "The council of Denby said Mill Street would stay under water until Friday."],
    ["Denby counts the cost: the flooded almshouses on Mill Street may not reopen this year.",
     "The River Board will ask why the gates of Oxley Weir on the Tarn were opened so late."],
]  # fmt: skip
STRIKE = [
    ["Dockers in Velsund kept the container cranes idle for a fourth day, the operator Nordkai said.",
     "The mediator Harald Osk will see the dockers' federation again."],
    ["Nordkai and the dockers' federation met the mediator Harald Osk in Velsund without a result.",
     "Fourteen vessels wait for the cranes of the container terminal."],
]  # fmt: skip


def archive() -> list[Analysis]:
    return [text(f"flood{n}", each) for n, each in enumerate(FLOOD)] + [
        text(f"strike{n}", each) for n, each in enumerate(STRIKE)
    ]


def group(texts: list[Analysis], editorial: Editorial | None = None) -> CrisisGroups:
    return group_crises(texts, {}, find_reuse(texts), editorial or Editorial())


def sets(groups: CrisisGroups) -> list[tuple[str, ...]]:
    return sorted(groups.members.values())


@pytest.fixture(scope="module")
def reuse() -> tuple[Relation, ...]:
    return find_reuse(seeds())


def test_the_seeds_are_two_crises_without_an_editor() -> None:
    assert sets(group(seeds())) == [("000", "001"), ("002", "003")]


def test_a_rewrite_is_no_second_source(reuse: tuple[Relation, ...]) -> None:
    made = crises(group(seeds()), {}, reuse, Editorial())
    assert sorted(each.independent_sources for each in made) == [(("000", "001"),), (("002",), ("003",))]


def test_the_reasons_name_what_ties_and_what_keeps_apart(reuse: tuple[Relation, ...]) -> None:
    texts = seeds()
    mentions = {
        "000": (mention(texts[0], "Cilia Flores", "person", "person-cilia-flores"),),
        "001": (mention(texts[1], "Cilia Flores", "person", "person-cilia-flores"),),
        "002": (mention(texts[2], "Juan Guaido", "person", "person-juan-guaido"),),
        "003": (mention(texts[3], "Juan Guaido", "person", "person-juan-guaido"),),
    }
    made = crises(group_crises(texts, mentions, reuse, Editorial()), {}, reuse, Editorial())
    why = {reason.document: reason for each in made for reason in each.why}
    assert any("Cilia Flores" in tie for tie in why["000"].tied_by)
    assert why["000"].nearest and any("Juan Guaido" in words for words in why["000"].kept_out_by)
    assert any("Cilia Flores" in words for words in why["002"].kept_out_by)


def test_a_crisis_is_named_by_its_scene_and_its_people() -> None:
    texts = seeds()
    mentions = {
        each.id: (
            mention(each, "Venezuela", "place", "place-venezuela"),
            mention(each, "Maduro", "person", "person-maduro"),
        )
        for each in texts
    }
    groups = group_crises(texts, mentions, (), Editorial())
    assert all(slug.startswith("venezuela-maduro-") for slug in groups.members)


def test_titles_carry_the_month_when_the_days_are_known() -> None:
    day = PublicationDate(dt.date(2019, 1, 26), dt.date(2019, 1, 27), "editor")
    made = crises(group(seeds()), {"002": day, "003": day}, (), Editorial())
    dated = next(each for each in made if "002" in each.documents)
    assert dated.title.endswith(", January 2019") and dated.title_origin == "derived"
    assert (dated.earliest, dated.latest) == (day.earliest, day.latest)
    undated = next(each for each in made if "000" in each.documents)
    assert undated.earliest is None and not undated.title[-4:].isdigit()


def test_two_events_come_apart_and_a_lone_text_has_no_crisis() -> None:
    lone = text("x", ["A violinist from Brakehaven won the spring prize of the music school."])
    groups = group([*archive(), lone])
    assert sets(groups) == [("flood0", "flood1", "flood2"), ("strike0", "strike1")]
    assert groups.slug_of["x"] is None


def test_a_sign_that_stands_for_several_words_is_one_word() -> None:
    signs = text("y", [f"The mosque of Denby has {FLOOD[0][0]} The Prophet \ufdfa is named above its gate."])
    assert sets(group([*archive(), signs]))[0] == ("flood0", "flood1", "flood2", "y")


def test_words_of_any_report_tie_no_texts_of_a_small_archive() -> None:
    train = ["A train left the rails in Lund on Monday, killing five people, Swedish police said."]
    storm = ["A storm hit the coast of Malta on Monday, killing two people, Swedish police said."]
    assert sets(group([text("train", train), text("storm", storm)])) == []
    again = ["The train that left the rails in Lund was too fast, Swedish police said."]
    assert sets(group([text("train", train), text("again", again)])) == [("again", "train")]


@given(st.permutations(range(5)))
@settings(max_examples=15, deadline=None)
def test_order_does_not_matter(order: list[int]) -> None:
    texts = archive()
    mixed, sorted_ = group([texts[place] for place in order]), group(texts)
    assert list(mixed.similar) == list(sorted_.similar)
    assert replace(mixed, similar=sorted_.similar) == sorted_


def test_the_name_stays_when_other_texts_come() -> None:
    alone = group(archive()[:3])
    among = group([*archive(), *seeds()])
    slug = next(iter(alone.members))
    assert among.members[slug] == alone.members[slug]


def test_an_editor_pins_seeds_and_names_a_crisis_of_one() -> None:
    editorial = Editorial(crises=(EditedCrisis("denby", "The Denby flood", seeds=("strike1.txt",)),))
    groups = group(archive(), editorial)
    assert groups.members["denby"] == ("strike0", "strike1")  # half its group was pinned: the rest follows
    assert "strike1" in groups.pinned and "strike0" not in groups.pinned
    made = {each.slug: each for each in crises(groups, {}, (), editorial)}
    assert made["denby"].title == "The Denby flood" and made["denby"].title_origin == "editor"


def test_an_editor_moves_one_text_by_its_correction() -> None:
    editorial = Editorial(corrections=(SeedCorrection("flood2.txt", crisis="inquiry"),))
    groups = group(archive(), editorial)
    assert groups.members["inquiry"] == ("flood2",)
    assert ("flood0", "flood1") in groups.members.values()


def test_an_editor_merges_and_splits() -> None:
    merged = Editorial(crises=(EditedCrisis("all", seeds=("flood0.txt", "flood1.txt", "strike0.txt")),))
    assert sets(group(archive(), merged)) == [("flood0", "flood1", "flood2", "strike0", "strike1")]
    split = Editorial(
        crises=(EditedCrisis("one", seeds=("flood0.txt",)), EditedCrisis("two", seeds=("flood2.txt",)))
    )
    groups = group(archive(), split)
    assert "flood0" in groups.members["one"] and "flood2" in groups.members["two"]


def test_an_editors_crisis_without_seeds_takes_the_texts_that_speak_of_it() -> None:
    editorial = Editorial(
        crises=(
            EditedCrisis("2019", "Venezuela", (Anchor(dt.date(2019, 1, 23), "Juan Guaidó sworn in"),)),
            EditedCrisis("2026", "Venezuela", (Anchor(dt.date(2026, 1, 3), "capture of Nicolás Maduro"),)),
            EditedCrisis("quake", "Earthquake in Lorento"),
        )
    )
    groups = group(seeds(), editorial)
    assert groups.members == {"2019": ("002", "003"), "2026": ("000", "001")}
    assert groups.unmatched == ("quake",)


@pytest.mark.parametrize(("year", "taken"), [(2014, True), (2017, False)])
def test_an_editors_crisis_takes_no_texts_of_another_time(year: int, taken: bool) -> None:
    day = PublicationDate(dt.date(2014, 5, 6), dt.date(2014, 5, 6), "seed")
    texts = [text(f"flood{n}", each, date=day) for n, each in enumerate(FLOOD)]
    edited = EditedCrisis("denby", "Denby almshouses", (Anchor(dt.date(year, 5, 1), "Tarn flooded Denby"),))
    groups = group([*texts, *archive()[3:]], Editorial(crises=(edited,)))
    assert ("denby" in groups.members) is taken


def test_same_event_holds_within_a_crisis_and_never_beside_a_rewrite(reuse: tuple[Relation, ...]) -> None:
    found = same_event(group(seeds()), reuse)
    assert [(each.kind, each.left, each.right, each.sentences) for each in found] == [
        ("same-event", "002", "003", None)
    ]


def test_an_editors_crisis_takes_a_lone_text_that_surely_speaks_of_it() -> None:
    captured = EditedCrisis("2026", "Venezuela", (Anchor(dt.date(2026, 1, 3), "capture of Nicolás Maduro"),))
    assert group(seeds()[:1], Editorial(crises=(captured,))).members == {"2026": ("000",)}
    assert group(seeds()[2:3], Editorial(crises=(captured,))).members == {}


TOWNS = "Alba Brakehaven Denby Lindow Lorento Ombra Selm Velsund".split()
THINGS = "bakery bridge choir clinic ferry garden library mill museum orchard quarry school".split()
DEEDS = (
    "The mayor of {town} opened the new {thing} on Friday and thanked the workers of the {other}.",
    "A vote on the {thing} of {town} was put off because the United States firm that owns it is sold.",
    "Visitors to {town} paid for the {thing} with money from the {other}, the President of the club said.",
)


def test_two_crises_of_one_country_stay_apart_among_many_other_texts() -> None:
    others = []
    for number in range(60):
        town, thing = TOWNS[number % 8], THINGS[number % 12]
        told = [each.format(town=town, thing=thing, other=THINGS[(number * 5 + 1) % 12]) for each in DEEDS]
        others.append(text(f"z{number:02}", told[number % 3 :] + told[: number % 3]))
    texts = [*seeds(), *others]
    groups = group_crises(texts, {}, find_reuse(seeds()), Editorial())
    together = {
        groups.slug_of[name]: set(groups.members[groups.slug_of[name] or ""]) for name in ("000", "002")
    }
    assert sorted(map(sorted, together.values())) == [["000", "001"], ["002", "003"]]
