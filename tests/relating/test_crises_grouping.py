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
from crisis_archive.relating.crises import (
    CrisisGroups,
    crises,
    explained,
    group_crises,
    reasons,
    same_event,
)
from crisis_archive.relating.crises.features import opening
from crisis_archive.relating.crises.naming import derived_title
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
    groups = group_crises(texts, mentions, reuse, Editorial())
    made = explained(crises(groups, {}, reuse, Editorial()), reasons(groups))
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


JUNE, JULY = (PublicationDate(dt.date(2021, m, 5), dt.date(2021, m, 6), "seed") for m in (6, 7))
WINTER = PublicationDate(dt.date(2022, 1, 2), dt.date(2022, 1, 2), "seed")
SOME_DAY = PublicationDate(dt.date(2021, 1, 1), dt.date(2021, 12, 31), "derived")
ANY_TIME = PublicationDate(dt.date(2020, 1, 1), dt.date(2022, 12, 31), "derived")


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        ((JUNE, JUNE), ", June 2021"),
        ((JUNE, JULY, JUNE), ", June to July 2021"),
        ((JULY, WINTER), ", July 2021 to January 2022"),
        ((JUNE, PublicationDate()), ", June 2021"),
        ((JUNE, SOME_DAY), ", 2021"),
        ((JUNE, ANY_TIME), ""),
        ((WINTER, SOME_DAY), ""),
        ((PublicationDate(),), ""),
    ],
)
def test_titles_carry_what_is_known_of_the_months(dates: tuple[PublicationDate, ...], period: str) -> None:
    assert derived_title(("Denby", "Tarn", "River Board"), dates) == f"Denby: Tarn and River Board{period}"


COMMENTS = [
    "I think that people who say so never had to wait for a bus in the rain, and I know what I say.",
    "You are right, and nobody in the office that sends us these letters ever reads what we answer.",
    "What has that to do with the Denby Gazette? My uncle always told us that money goes where money is.",
    "Some of you should read a book again. It would be good for your children and your dog too.",
]


def test_readers_comments_below_reports_do_not_make_them_alike() -> None:
    def commented(name: str, first: str) -> Analysis:
        return text(name, [first, f"{name} " * 1_100, *COMMENTS])

    train = commented("train", "A train left the rails in Lund on Monday, killing five people, police said.")
    storm = commented("storm", "A storm hit the coast of Malta on Monday, killing two people, police said.")
    assert sets(group_crises([train, storm], {}, (), Editorial())) == []
    below = [text(name, COMMENTS) for name in ("one", "other")]
    assert sets(group_crises(below, {}, (), Editorial())) == [("one", "other")]


def test_a_paragraph_without_end_tells_by_its_beginning() -> None:
    told = list(opening(text("long", ["dredger " * 760 + "lighthouse"]).document))
    assert len(told) == 1 and set(told[0].split()) == {"dredger"}
    assert 5_900 < len(told[0]) <= 6_000
    assert list(opening(text("two", ["One.", "Two."]).document)) == ["One.", "Two."]


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
    assert all(mixed.profiles[each.id] == sorted_.profiles[each.id] for each in texts)
    assert replace(mixed, similar=sorted_.similar, profiles=sorted_.profiles) == sorted_


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


DENBY = (Anchor(dt.date(2021, 3, 2), "the Tarn burst its banks at Oxley Weir"),)


def test_the_texts_that_tell_of_an_editors_crisis_follow_one_that_is_listed() -> None:
    listed = EditedCrisis("denby", "The flood of Denby", DENBY, seeds=("flood1.txt",))
    groups = group(archive(), Editorial(crises=(listed,)))
    assert sets(groups) == [("flood0", "flood1", "flood2"), ("strike0", "strike1")]
    assert groups.members["denby"] == ("flood0", "flood1", "flood2")


def test_the_texts_that_tell_nothing_of_an_editors_crisis_stay() -> None:
    other = EditedCrisis("pensions", "Pensioners and boats", seeds=("flood1.txt",))
    groups = group(archive(), Editorial(crises=(other,)))
    assert groups.members["pensions"] == ("flood1",)
    assert ("flood0", "flood2") in groups.members.values()


def test_texts_of_another_time_do_not_follow_one_that_is_listed() -> None:
    late = PublicationDate(dt.date(2030, 3, 2), dt.date(2030, 3, 2), "seed")
    listed = EditedCrisis("denby", "The flood of Denby", DENBY, seeds=("flood1.txt",))
    texts = [
        replace(each, document=replace(each.document, date=late)) if each.id != "flood1" else each
        for each in archive()
    ]
    assert group(texts, Editorial(crises=(listed,))).members["denby"] == ("flood1",)


def test_a_correction_takes_its_text_out_of_a_list_alone() -> None:
    listed = EditedCrisis("denby", "The flood of Denby", DENBY, seeds=("flood1.txt",))
    moved = SeedCorrection("flood1.txt", crisis="boats")
    groups = group(archive(), Editorial(crises=(listed,), corrections=(moved,)))
    assert groups.members["boats"] == ("flood1",)
    assert groups.members["denby"] == ("flood0", "flood2")


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


COUP = {
    "c1": [
        "Soldiers took over the state television of Ostmark and announced that they had removed President "
        "Marek Toll, hours after shooting was heard near the palace in Lindow.",
        "Colonel Ivo Brandt, who read the statement, said a council would govern for 18 months. He said "
        "the constitution was suspended and the borders were closed.",
        "The Northern League condemned an attempted coup. Its chairman demanded the release of the "
        "president.",
        "Residents said two soldiers of the presidential guard had been killed in Lindow.",
    ],
    "c2": [
        "The general staff of the army of Ostmark said that it supported the officers who overthrew "
        "President Marek Toll a day earlier, to avoid bloodshed.",
        "Crowds in Lindow cheered the soldiers, whose leader, Colonel Ivo Brandt, calls the takeover a "
        "correction. The Northern League calls it a coup.",
        "The president is held in his residence with his wife and son, a member of his family said.",
        "Four people were killed in the fighting at the palace, the union of doctors said.",
    ],
    "c3": [
        "The leaders of the coast closed their borders with Ostmark and gave the junta there seven days "
        "to free President Marek Toll, who was toppled in a coup.",
        "All measures, the use of force among them, are on the table, said Nils Aker, president of the "
        "Coast Commission, after a meeting in Ombra.",
        "Colonel Ivo Brandt, who heads the junta, said Ostmark would answer force with force. He named an "
        "economist, Karl Lamm, prime minister.",
        "Selm stopped its development aid, worth 120 million crowns a year.",
    ],
    "c3_retold": [
        "Leaders from the coast shut their frontiers with Ostmark and granted the junta there seven days "
        "to release President Marek Toll, who was ousted in a coup.",
        "All measures, the use of force among them, are on the table, declared Nils Aker, president of "
        "the Coast Commission, following a gathering in Ombra.",
        "Colonel Ivo Brandt, the head of the junta, stated that Ostmark would respond to force with "
        "force. He appointed an economist, Karl Lamm, prime minister.",
        "Selm halted its development assistance, worth 120 million crowns a year.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("days", "crises_found"), [((11, 12, 23, 24), 1), ((None,) * 4, 2)])
def test_reports_that_follow_one_another_are_one_event(
    days: tuple[int | None, ...], crises_found: int
) -> None:
    dates = [dt.date(2022, 5, day) if day else None for day in days]
    told = [
        text(name, paragraphs, date=PublicationDate(date, date, "seed") if date else None)
        for (name, paragraphs), date in zip(COUP.items(), dates, strict=True)
    ]
    texts = [*told, *others(60)]
    groups = group_crises(texts, {}, find_reuse(told), Editorial())
    assert len({groups.slug_of[name] for name in COUP}) == crises_found


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


def others(count: int) -> list[Analysis]:
    """Many texts of small things that are alike."""
    made = []
    for number in range(count):
        town, thing = TOWNS[number % 8], THINGS[number % 12]
        told = [each.format(town=town, thing=thing, other=THINGS[(number * 5 + 1) % 12]) for each in DEEDS]
        made.append(text(f"z{number:02}", told[number % 3 :] + told[: number % 3]))
    return made


def test_two_crises_of_one_country_stay_apart_among_many_other_texts() -> None:
    texts = [*seeds(), *others(60)]
    groups = group_crises(texts, {}, find_reuse(seeds()), Editorial())
    together = {
        groups.slug_of[name]: set(groups.members[groups.slug_of[name] or ""]) for name in ("000", "002")
    }
    assert sorted(map(sorted, together.values())) == [["000", "001"], ["002", "003"]]
