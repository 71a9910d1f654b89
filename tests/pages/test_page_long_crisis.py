"""A crisis of very many texts and days: its briefing stays short, and nothing is lost to the reader."""

import datetime as dt

from msgspec.structs import replace

from crisis_archive.model import Archive, Cite, TimelineEntry
from crisis_archive.pages import PagePlan, plan_pages
from crisis_archive.pages.briefing import DAYS_A_PAGE, MOST_SOURCES, SOURCES_A_PAGE
from crisis_archive.pages.briefing_parts import MOST_DAYS
from tests.makers import record
from tests.pages.sample_archive import ARCHIVE, BRIEFINGS, CRISES, SITE

TEXTS = SOURCES_A_PAGE + 50
DAYS = DAYS_A_PAGE + 20


def long_archive() -> Archive:
    """The sample's fire, told by hundreds of texts over hundreds of days."""
    records = tuple(
        record(f"t{number:04}", "It burned all day.", title=f"Fire, report {number}", crisis="fire")
        for number in range(TEXTS)
    )
    ids = tuple(each.id for each in records)
    start = dt.date(2020, 1, 1)
    days = tuple(
        TimelineEntry(
            start + dt.timedelta(number),
            None,
            "day",
            "It burned all day.",
            # every fifth day is told by three texts
            tuple(Cite(each, 0, 0, 18) for each in ids[: 3 if number % 5 == 0 else 1]),
        )
        for number in range(DAYS)
    )
    fire = replace(CRISES[0], documents=ids, independent_sources=tuple((each,) for each in ids))
    return replace(
        ARCHIVE,
        records=records,
        crises=(fire,),
        briefings=(replace(BRIEFINGS[0], timeline=days),),
        relations=(),
    )


def pages() -> dict[str, PagePlan]:
    return {plan.path: plan for plan in plan_pages(long_archive(), SITE, ["briefings"])}


def test_the_briefing_shows_the_weightiest_days_in_order_and_leads_to_all() -> None:
    made = pages()
    values = made["crises/fire.html"].values
    shown = [row.datetime for row in values["timeline"]]
    assert len(shown) == MOST_DAYS
    assert shown == sorted(shown)
    assert all(len(row.cites) == 3 for row in values["timeline"])  # 54 of the days are
    everything = [
        row.datetime
        for path in (values["timeline_page"], "crises/fire/timeline-2.html")
        for row in made[path].values["rows"]
    ]
    assert len(everything) == DAYS
    assert values["days_left"] == DAYS - MOST_DAYS


def test_the_briefing_lists_some_sources_and_leads_to_all() -> None:
    made = pages()
    values = made["crises/fire.html"].values
    assert len(values["sources"]) == MOST_SOURCES
    assert values["sources_left"] == TEXTS - MOST_SOURCES
    numbers = [
        source.number
        for path in (values["texts_page"], "crises/fire/texts-2.html")
        for group in made[path].values["groups"]
        for source in group
    ]
    assert numbers == list(range(1, TEXTS + 1))


def test_a_short_crisis_has_no_further_pages() -> None:
    short = {plan.path for plan in plan_pages(ARCHIVE, SITE, ["briefings"])}
    assert short == {"crises/fire.html", "crises/flood.html"}
