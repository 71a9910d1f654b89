"""Plans of pages from a small archive: what each shows, and that nothing is shown that nobody gave."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.addresses import of_comparison, of_crisis, of_entity, of_text
from crisis_archive.model import Archive, Cite, KeyFigure, Point, PublicationDate, Relation, Side, Span
from crisis_archive.model.briefings import Dispute
from crisis_archive.pages import PAGE_KINDS, PagePlan, Site, catalogue_of, plan_pages, site_map
from crisis_archive.pages.apparatus import css_string
from crisis_archive.pages.briefing_parts import FigureGroup
from crisis_archive.pages.catalogue import newest_first
from crisis_archive.pages.machines import for_xml
from crisis_archive.pages.naming import Cards
from crisis_archive.pages.structured import text_json_ld
from crisis_archive.pages.views import cite_views, own_date, paged, pagers, shortened
from tests.makers import record
from tests.pages.sample_archive import (
    ARCHIVE,
    COMPARISONS,
    CRISES,
    EMPTY,
    ENTITIES,
    HOMELESS,
    OTHER,
    RECORDS,
    RELATIONS,
    SITE,
    WORDS,
)

CATALOGUE = catalogue_of(ARCHIVE)
TWENTY = KeyFigure(
    "Twenty people", 20, 20, "exact", "people killed", "the Red Cross", None, (Cite("c", 0, 0, 13),)
)


def plans(site: Site = SITE, *kinds: str) -> dict[str, PagePlan]:
    return {plan.path: plan for plan in plan_pages(CATALOGUE, site, kinds or None)}


def values(path: str) -> Mapping[str, Any]:
    return plans()[path].values


def test_every_thing_has_its_page_and_no_two_share_one() -> None:
    paths = [plan.path for plan in plan_pages(ARCHIVE, SITE)]
    assert len(paths) == len(set(paths))
    assert {
        *map(of_text, RECORDS), *map(of_crisis, CRISES), *map(of_entity, ENTITIES),
        of_comparison(RELATIONS[0]),
        "index.html", "about.html", "method.html", "search.html", "404.html", "feed.xml", "robots.txt",
        "events/index.html", "crises/flood.xml",
    } <= set(paths)  # fmt: skip


def test_a_kind_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="texs"):
        list(plan_pages(ARCHIVE, SITE, ["texs"]))
    assert len({kind.name for kind in PAGE_KINDS}) == len(PAGE_KINDS)


def test_an_empty_archive_still_has_its_lists() -> None:
    paths = {plan.path for plan in plan_pages(EMPTY, SITE)}
    assert {"index.html", "crises/index.html", "people/index.html", "figures/index.html"} <= paths


def test_without_an_address_there_is_nothing_that_needs_one() -> None:
    made = plans(HOMELESS)
    assert not [path for path in made if path.endswith(".xml")]
    assert made["robots.txt"].values["site_map"] is None
    assert not made["404.html"].values["head"].links
    assert site_map(list(made), HOMELESS) is None


@pytest.mark.parametrize(
    ("address", "root"),
    [("https://example.org/archive", "/archive/"), ("https://example.org", "https://example.org/")],
)
def test_the_page_for_a_missing_address_links_from_the_root(address: str, root: str) -> None:
    head = plans(Site("Test", WORDS, address), "missing")["404.html"].values["head"]
    assert (head.links, head.root) == (True, root)


def test_site_map_lists_pages_but_not_the_one_for_missing_addresses() -> None:
    plan = site_map(["texts/a.html", "index.html", "404.html"], SITE)
    assert plan is not None
    assert plan.values["addresses"] == [
        "https://example.org/archive/",
        "https://example.org/archive/texts/a.html",
    ]


def test_crises_newest_first_and_those_without_a_day_last() -> None:
    assert [crisis.slug for crisis in newest_first(CRISES)] == ["flood", "fire"]


# --- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earliest", "latest", "origin", "text", "day"),
    [
        (None, None, "unknown", "date not known", None),
        ("2020-03-07", "2020-03-07", "seed", "7 March 2020", "2020-03-07"),
        ("2020-03-07", "2020-03-09", "range", "one of the days 7 to 9 March 2020", None),
        ("2020-03-07", None, "range", "not before 7 March 2020", None),
        (None, "2020-03-07", "range", "not after 7 March 2020", None),
    ],
)
def test_only_a_day_that_is_known_is_shown_as_one(
    earliest: str | None, latest: str | None, origin: str, text: str, day: str | None
) -> None:
    first, last = (dt.date.fromisoformat(each) if each else None for each in (earliest, latest))
    known = "seed" if first or last else "unknown"
    one = record("x", "Text.", date=PublicationDate(first, last, known))  # type: ignore[arg-type]  # a literal
    shown = own_date(one, CATALOGUE, WORDS)
    assert (shown.text, shown.origin, shown.datetime) == (text, origin, day)
    assert text_json_ld(one, CATALOGUE, SITE).get("datePublished") == day


def test_the_proof_of_a_date_leads_to_its_words() -> None:
    assert values("texts/a.html")["date"].steps == (("a Friday", "texts/a.html#p1s1"),)


def test_a_feed_gives_no_date_that_is_not_known_to_the_day() -> None:
    items = {item.address: item.published for item in values("feed.xml")["items"]}
    assert items["https://example.org/archive/texts/a.html"] == "Sat, 07 Mar 2020 00:00:00 +0000"
    assert [published for address, published in items.items() if not address.endswith("/a.html")] == [
        None
    ] * 5


# --- a text --------------------------------------------------------------------------------------


def test_paragraphs_have_sentences_with_ids_names_with_links_and_nothing_unescaped() -> None:
    first, second = values("texts/a.html")["paragraphs"]
    assert (
        '<span id="p1s1" class="s">The <a class="name" href="../places/ode.html">river Ode</a>' in first.html
    )
    assert '<a class="name" href="../people/ana-roe.html">Ana Roe</a>' in first.html
    assert '<time datetime="2020-03-06">Friday</time>' in first.html
    assert "&lt;Ana&gt;" in second.html
    assert [note.kind for note in first.notes] == ["dated"]
    (note,) = second.notes
    assert (note.kind, note.label, note.text) == ("doubt", "unclear", "the brackets may be damage")
    assert f'aria-describedby="{note.id}"' in second.html


def test_a_rewrite_says_so_on_both_pages() -> None:
    (source,) = values("texts/a.html")["related"]
    (retold,) = values("texts/b.html")["related"]
    assert (
        source.sentence
        == '<a href="../texts/b.html">Ode flood kills 14</a> retells this text; they count as one source.'
    )
    assert (
        retold.sentence
        == 'This text retells <a href="../texts/a.html">Flood on the Ode</a> and is not a second source.'
    )
    assert retold.comparison == "comparisons/a--b.html"


def test_what_a_retelling_changed_stands_in_its_margin_and_not_in_its_source() -> None:
    (paragraph,) = values("texts/b.html")["paragraphs"]
    assert [(note.kind, note.href) for note in paragraph.notes] == [("retold", "comparisons/a--b.html")]
    assert "A hedge was dropped: “At least”" in paragraph.notes[0].text
    assert "retold" not in [note.kind for each in values("texts/a.html")["paragraphs"] for note in each.notes]


def test_earlier_and_later_in_the_crisis_go_by_date() -> None:
    before, after = values("texts/c.html")["neighbours"]
    assert (before.href, after) == ("texts/a.html", None)
    assert [each and each.href for each in values("texts/a.html")["neighbours"]] == [None, "texts/c.html"]


def test_a_text_without_a_date_is_neither_earlier_nor_later() -> None:
    assert values("texts/b.html")["neighbours"] == (None, None)


def test_texts_whose_days_overlap_are_in_no_order() -> None:
    first, last = dt.date(2020, 3, 8), dt.date(2020, 3, 12)
    wide = replace(RECORDS[1], date=PublicationDate(first, last, "derived"))
    archive = replace(ARCHIVE, records=(RECORDS[0], wide, *RECORDS[2:]))
    pages = {plan.path: plan.values for plan in plan_pages(catalogue_of(archive), SITE, ("text-pages",))}
    assert [each and each.href for each in pages["texts/c.html"]["neighbours"]] == ["texts/a.html", None]


# --- a briefing ----------------------------------------------------------------------------------


def test_statements_lead_to_their_sentences() -> None:
    flood = values("crises/flood.html")
    assert [cite.href for cite in flood["bottom_line"].cites] == ["texts/a.html#p1s1", "texts/b.html#p1s1"]
    assert [cite.label for cite in flood["bottom_line"].cites] == ["1 ¶1", "2 ¶1"]
    assert flood["bottom_line"].cites[0].source == "Flood on the Ode, ¶1"


def test_of_very_many_citations_the_first_are_shown_and_the_rest_counted() -> None:
    long = record("long", *(f"Paragraph {number}." for number in range(20)))
    catalogue = catalogue_of(Archive((long,), (), (), (), (), (), ()))
    views = cite_views(catalogue, [Cite("long", number, 0, 9) for number in range(20)], WORDS)
    assert [view.label for view in views] == ["¶1", "¶2", "¶3", "¶4", "¶5", "¶6", "+14"]
    assert views[-1].href is None
    assert len(cite_views(catalogue, [Cite("long", number, 0, 9) for number in range(7)], WORDS)) == 7
    assert len(cite_views(catalogue, [Cite("long", 0, 0, 9)] * 9, WORDS)) == 1


def test_words_of_a_source_are_told_from_ours() -> None:
    verbatim, ours = values("crises/flood.html")["points"]
    assert (verbatim.verbatim, ours.verbatim) == (True, False)
    assert (verbatim.about, ours.about) == ("in 2 independent sources", None)


def test_a_speaker_that_the_text_does_not_name_is_none() -> None:
    only, nobody = values("crises/flood.html")["quotations"]
    assert only.about == "the text says only “<Ana> Roe”, passed on by her staff"
    assert nobody.about == "speaker not named in the text"


def test_texts_of_one_source_stand_together() -> None:
    together, alone = values("crises/flood.html")["sources"]
    assert [source.number for source in together] == [1, 2]
    assert [(link.href, link.text) for link in together[1].retells] == [
        ("comparisons/a--b.html", "retells 1")
    ]
    assert [source.number for source in alone] == [3]


def test_an_actor_shows_its_part_in_other_crises() -> None:
    mayor, river = values("crises/flood.html")["actors"]
    assert (mayor.role, [link.text for link in mayor.elsewhere]) == ("the mayor", ["In Fire: a witness"])
    assert river.role is None


def test_the_timeline_says_how_exact_a_day_is() -> None:
    day, month = values("crises/flood.html")["timeline"]
    assert (day.date, day.datetime) == ("Fri 6 March 2020", "2020-03-06")
    assert (month.date, month.datetime) == ("March 2020", None)


# --- entities, comparisons, figures -----------------------------------------------------------------


def test_an_entity_shows_its_mentions_by_crisis() -> None:
    (part,) = values("people/ana-roe.html")["parts"]
    assert part.link.href == "crises/flood.html"
    assert [role.text for role in part.roles] == ["the mayor"]
    (context,) = part.texts[0].contexts
    assert context.href == "texts/a.html#p1s2"
    assert '<b class="named">Ana Roe</b>' in context.html


def test_what_a_rewrite_left_out_comes_before_what_it_changed() -> None:
    page = values("comparisons/a--b.html")
    assert [section.verdict for section in page["sections"]] == ["dropped", "changed", "carried"]
    assert page["summary"] == (
        "“Ode flood kills 14” states 1 attributed claim as fact, drops 1 hedge "
        "and leaves out 1 sentence of it."
    )
    (pair,) = page["sections"][1].pairs
    assert pair.changes == (
        "Who says so was left out: “the mayor Ana Roe said”",
        "A hedge was dropped: “At least”",
    )
    assert "<mark>At least</mark>" in pair.source.html


def test_the_board_gives_a_sentence_without_its_dateline() -> None:
    told = record("g", "ALBA, May 6 - At least 20 people were killed.", crisis=None)
    sides = (Side(told.paragraphs[0], (Cite("g", 0, 14, 25),)), COMPARISONS[0].sides[0])
    archive = replace(ARCHIVE, records=(*RECORDS, told), comparisons=(replace(COMPARISONS[0], sides=sides),))
    (plan,) = plan_pages(catalogue_of(archive), SITE, ["figures"])
    assert plan.values["boards"][0].sides[0].value == "At least 20 people were killed."


@pytest.mark.parametrize(
    ("kind", "direction", "title", "is_cautious"),
    [
        ("rewrite", "left-to-right", "“Ode flood kills 14” retells “Flood on the Ode”", False),
        ("rewrite", None, "“Ode flood kills 14” beside “Flood on the Ode”", True),
        ("copy", "left-to-right", "“Ode flood kills 14” copies “Flood on the Ode”", False),
        ("copy", None, "“Ode flood kills 14” and “Flood on the Ode” are the same text", True),
    ],
)
def test_a_comparison_says_where_it_is_not_known_which_came_first(
    kind: Literal["rewrite", "copy"],
    direction: Literal["left-to-right"] | None,
    title: str,
    is_cautious: bool,
) -> None:
    relation = replace(RELATIONS[0], kind=kind, direction=direction)
    catalogue = catalogue_of(replace(ARCHIVE, relations=(relation,)))
    (plan,) = plan_pages(catalogue, SITE, ["comparison-pages"])
    assert (plan.values["head"].title, plan.values["caution"] is not None) == (title, is_cautious)


def test_figures_stand_side_by_side_with_who_claims_them() -> None:
    (board,) = values("figures/index.html")["boards"]
    assert [(side.value, side.text, side.claimant) for side in board.sides] == [
        ("At least 14 people", "At least 14", "the mayor Ana Roe"),
        ("Twenty people", "Twenty", "the Red Cross"),
    ]


# --- small things ----------------------------------------------------------------------------------


@given(st.sets(st.integers(0, 9999), max_size=300), st.integers(0, 9999), st.integers(1, 40))
def test_where_items_say_where_pages_end_one_more_changes_few(items: set[int], more: int, size: int) -> None:
    before, after = (
        [tuple(share) for _, share in paged("x.html", sorted(each), size, str)]
        for each in (items, items | {more})
    )
    for shares, whole in ((before, items), (after, items | {more})):
        assert [item for share in shares for item in share] == sorted(whole)
        assert all(size // 2 <= len(share) <= 2 * size for share in shares[:-1])
        assert len(shares) == 1 or len(whole) > size
    if len(items) > size:  # the pages before are the same
        at = next(place for place, share in enumerate(after) if more in share)
        assert before[: max(0, at - 1)] == after[: max(0, at - 1)]


def test_pages_that_end_where_items_say_are_the_same_again_soon_after_a_new_item() -> None:
    items = [*range(0, 100_000, 10)]
    before = {tuple(share) for _, share in paged("x.html", items, 100, str)}
    kept = [
        len(before & {tuple(share) for _, share in paged("x.html", sorted([*items, more]), 100, str)})
        for more in range(5, 100_000, 5_000)
    ]
    assert min(kept) >= len(before) - 5
    assert sum(kept) / len(kept) >= len(before) - 2


def test_of_many_pages_the_first_leads_to_all_and_the_others_to_their_neighbours() -> None:
    shares = [(f"x-{number}.html", str(number)) for number in range(1, 21)]
    first, second, *_, last = pagers(shares)
    assert ([link.text for link in first.links], first.whole) == ([label for _, label in shares], None)
    assert [link.text for link in second.links] == ["1", "2", "3", "4", "5"]
    assert [link.text for link in last.links] == ["17", "18", "19", "20"]
    assert second.whole == last.whole == "x-1.html"


def test_long_lists_are_cut_into_pages_that_lead_to_each_other() -> None:
    assert [path for path, _ in paged("people/index.html", [1, 2, 3], 2)] == [
        "people/index.html",
        "people/index-2.html",
    ]
    assert [list(share) for _, share in paged("x.html", [1, 2, 3], 2)] == [[1, 2], [3]]
    assert paged("x.html", [], 2) == [("x.html", [])]
    assert paged("x.html", [], 2, str) == [("x.html", [])]
    assert [pager.links for pager in pagers([("x.html", "1")])] == [()]
    assert [link.href for link in pagers([("x.html", "1"), ("x-2.html", "2")])[1].links] == [
        "x.html",
        "x-2.html",
    ]


def test_shortened_at_a_word() -> None:
    assert shortened("The river rose, and fell.", 16) == "The river rose…"
    assert shortened("The river rose.", 15) == "The river rose."
    assert shortened("x" * 30, 10) == "x" * 10 + "…"


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert for_xml("a\x00b\ud800c\ufffe\td") == "a\ufffdb\ufffdc\ufffd\td"


# --- quotations, timeline, sources -------------------------------------------------------------------


def test_quotations_stand_by_speaker_and_say_where_no_text_names_one() -> None:
    (nobody,) = values("quotations/index.html")["speakers"]
    assert nobody.link is None
    (quotation,) = nobody.quotations
    assert (quotation.text, quotation.about) == ("We need boats", "the text says only “<Ana> Roe”")
    assert [cite.href for cite in quotation.cites] == ["texts/a.html#p2s1"]


def test_the_timeline_of_the_archive_goes_by_day() -> None:
    assert [row.date for row in values("timeline/index.html")["rows"]] == ["March 2020", "6 March 2020"]


def test_texts_stand_by_their_site_and_those_of_none_last() -> None:
    post, unknown = values("sources/index.html")["sites"]
    assert (post.name, len(post.texts)) == ("The Ode Post", 1)
    assert (unknown.name, len(unknown.texts)) == ("site not known", 5)


def test_a_key_figure_is_a_claim_with_whom_it_is_credited_to_and_where_it_appears() -> None:
    parts = values("crises/flood.html")["head"].json_ld["hasPart"]
    (claim,) = [part for part in parts if part["@type"] == "Claim"]
    assert (claim["text"], claim["creditText"]) == ("At least 14", "the mayor")
    assert [work["url"] for work in claim["appearance"]] == ["https://example.org/archive/texts/a.html"]
    assert {part["@type"] for part in parts} == {"Claim", "Quotation"}


def test_a_comparison_says_what_is_based_on_what() -> None:
    data = values(of_comparison(RELATIONS[0]))["head"].json_ld
    (retold,) = data["about"]
    assert retold["name"] == "Ode flood kills 14"
    assert retold["isBasedOn"]["name"] == "Flood on the Ode"


def test_figures_of_one_thing_stand_together_with_what_the_sources_make_of_it() -> None:
    group = figure_group(TWENTY)
    assert (group.counts, group.verdict) == ("people killed", "conflict")
    assert [row.value for row in group.rows] == ["At least 14", "Twenty people"]
    assert group.range_words == "from “At least 14” to “Twenty people”"


def test_a_verdict_stands_with_the_figures_that_it_is_about() -> None:
    assert figure_group().verdict is None


def test_what_only_a_retelling_counts_says_so_and_stretches_no_range() -> None:
    retold = replace(TWENTY, text="14 people", low=140, high=140, cites=(Cite("b", 0, 30, 39),))
    group = figure_group(TWENTY, retold)
    assert [row.retold for row in group.rows] == [None, None, "only in a text that retells another"]
    assert group.range_words == "from “At least 14” to “Twenty people”"


def test_texts_of_one_source_that_differ_are_no_range() -> None:
    open_direction = (replace(RELATIONS[0], direction=None),)
    other = replace(TWENTY, text="14 people", low=140, high=140, cites=(Cite("b", 0, 30, 39),))
    assert (
        figure_group(other, relations=open_direction).range_words
        == "told in different ways by texts of one source"
    )
    assert (
        figure_group(TWENTY, other, relations=open_direction).range_words
        == "from “At least 14” to “14 people”"
    )


def figure_group(*more: KeyFigure, relations: tuple[Relation, ...] = RELATIONS) -> FigureGroup:
    """The figures of the flood, with more of one subject."""
    flood = replace(ARCHIVE.briefings[1], figures=(*ARCHIVE.briefings[1].figures, *more))
    archive = replace(ARCHIVE, briefings=(ARCHIVE.briefings[0], flood), relations=relations)
    made = {plan.path: plan for plan in plan_pages(catalogue_of(archive), SITE, ["briefings"])}
    (group,) = made["crises/flood.html"].values["figures"]
    assert isinstance(group, FigureGroup)
    return group


def test_a_side_that_only_a_retelling_has_says_so_on_the_board() -> None:
    board = COMPARISONS[0]
    sides = (*board.sides, Side("14 people", (Cite("b", 0, 30, 39),)))
    archive = replace(ARCHIVE, comparisons=(replace(board, sides=sides),))
    (plan,) = plan_pages(catalogue_of(archive), SITE, ["figures"])
    (shown,) = plan.values["boards"]
    assert [side.retold is None for side in shown.sides] == [True, True, False]


@pytest.mark.parametrize(
    ("direction", "words"),
    [("left-to-right", "retells 1"), (None, "retells 1 or is retold by it; which came first is not known")],
)
def test_which_text_retells_which_is_said_only_where_it_is_known(
    direction: Literal["left-to-right"] | None, words: str
) -> None:
    archive = replace(ARCHIVE, relations=(replace(RELATIONS[0], direction=direction),))
    made = {plan.path: plan for plan in plan_pages(catalogue_of(archive), SITE, ["briefings"])}
    marks = [
        link.text
        for group in made["crises/flood.html"].values["sources"]
        for source in group
        for link in source.retells
    ]
    assert marks == [words]


def test_a_side_says_who_gives_its_figure_where_its_words_do_not() -> None:
    at = Cite("c", 0, 0, 13)
    sides = (Point("Twenty people died in the flood", (at,)), Point(OTHER, (at,)))
    flood = replace(ARCHIVE.briefings[1], disputes=(Dispute("people killed", "conflict", sides),))
    archive = replace(ARCHIVE, briefings=(ARCHIVE.briefings[0], flood))
    made = {plan.path: plan for plan in plan_pages(catalogue_of(archive), SITE, ["briefings"])}
    (dispute,) = made["crises/flood.html"].values["disputes"]
    assert [(side.verbatim, side.about) for side in dispute.sides] == [
        (True, "according to the Red Cross"),
        (True, None),
    ]


def test_a_correction_names_the_text_it_is_about() -> None:
    ((text, about),) = values("crises/flood.html")["corrections"]
    assert (text, about.text, about.href) == ("Date given by an editor.", "Flood on the Ode", "texts/a.html")


def test_what_paper_says_at_its_foot_cannot_end_its_string() -> None:
    assert css_string('a"\\\n}é') == r"a\000022\00005c\00000a\00007d\0000e9"
    foot = values("theme/css/paper.css")["foot"]
    assert '"' not in foot
    assert re.search(r"[0-9a-f]{64}$", foot)


def test_names_in_a_text_say_what_this_text_calls_them() -> None:
    names = {name.link.text: name.facts for name in values("texts/a.html")["names"]}
    assert names["Ana Roe"][0] == "Person, here called “the mayor”"
    assert names["Ode"][0] == "Place"


def test_one_text_more_changes_no_card_of_a_name_that_is_in_very_many() -> None:
    ana = next(each for each in ARCHIVE.entities if each.name == "Ana Roe")

    def facts(texts: int) -> tuple[str, ...]:
        many = replace(ana, documents=tuple(map(str, range(texts))))
        return Cards([many], WORDS).facts(many.id, "a")

    assert facts(223) == facts(224) != facts(230)
    assert facts(98) != facts(99)
    assert Cards([], WORDS).facts(ana.id, "a") == ()


def test_what_differs_in_one_sentence_of_a_retelling_stands_in_one_note() -> None:
    (rewrite, *_) = RELATIONS
    pairs = rewrite.sentences or ()
    twice = replace(rewrite, sentences=(*pairs, replace(pairs[1], left=Span(0, 0, 29))))
    catalogue = catalogue_of(replace(ARCHIVE, relations=(twice,)))
    (plan,) = (each for each in plan_pages(catalogue, SITE, ["text-pages"]) if each.path == "texts/b.html")
    notes = [note for paragraph in plan.values["paragraphs"] for note in paragraph.notes]
    (note,) = (each for each in notes if each.kind == "retold")
    assert note.text.count("hedge") == 1
    assert "; " in note.text


def test_of_a_source_and_its_copy_one_note_tells_what_a_retelling_changed() -> None:
    copy = replace(RECORDS[0], id="copy", slug="copy")
    again = replace(RELATIONS[0], left="copy")
    catalogue = catalogue_of(replace(ARCHIVE, records=(*RECORDS, copy), relations=(RELATIONS[0], again)))
    (plan,) = (each for each in plan_pages(catalogue, SITE, ["text-pages"]) if each.path == "texts/b.html")
    notes = [note for paragraph in plan.values["paragraphs"] for note in paragraph.notes]
    assert [note.href for note in notes if note.kind == "retold"] == [of_comparison(RELATIONS[0])]


def test_a_list_of_crises_says_how_far_the_figures_of_each_reach() -> None:
    briefing = ARCHIVE.briefings[1]
    more = (*briefing.figures, replace(briefing.figures[0], text="Twenty", low=20, high=20, bound="exact"))
    archive = replace(ARCHIVE, briefings=(ARCHIVE.briefings[0], replace(briefing, figures=more)))
    (home,) = plan_pages(archive, SITE, ["home"])
    rows = {row.link.text: row.figures for row in home.values["crises"]}
    assert rows["Flood on the Ode, March 2020"] == (("people killed", "from “At least 14” to “Twenty”"),)
    assert rows["Fire"] == ()


def test_a_retelling_says_so_where_its_sentences_stand_among_others() -> None:
    ana = ENTITIES[0]
    retold = replace(RECORDS[1], mentions=(replace(RECORDS[0].mentions[1], start=0, end=3),))
    records = (RECORDS[0], retold, *RECORDS[2:])
    catalogue = catalogue_of(replace(ARCHIVE, records=records))
    made = {plan.path: plan for plan in plan_pages(catalogue, SITE, ["entity-pages"])}
    texts = [text for part in made[of_entity(ana)].values["parts"] for text in part.texts]
    assert [(text.link.href, text.is_retold) for text in texts] == [
        ("texts/a.html", False),
        ("texts/b.html", True),
    ]


def test_the_archives_timeline_says_how_precise_a_day_is() -> None:
    rows = values("timeline/index.html")["rows"]
    assert [row.precision for row in rows] == ["some time in this month", None]
