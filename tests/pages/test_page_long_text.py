"""A text of many pages shows its changes, and itself as found, on a page of their own."""

from msgspec.structs import replace

from crisis_archive.model import Edit
from crisis_archive.pages import PagePlan, plan_pages
from crisis_archive.pages.outlines import LONGEST_ON_ONE_PAGE
from crisis_archive.pages.text import LONGEST_HEAD
from tests.makers import record
from tests.pages.sample_archive import ARCHIVE, SITE

SENTENCE = "The river rose by another hand before noon. "


def pages_of(length: int, *edits: Edit) -> dict[str, PagePlan]:
    text = (SENTENCE * (length // len(SENTENCE) + 1))[:length]
    archive = replace(
        ARCHIVE, records=(record("long", text, edits=edits, found=text, crisis=None),), crises=()
    )
    archive = replace(archive, briefings=(), relations=(), entities=(), comparisons=())
    return {plan.path: plan for plan in plan_pages(archive, SITE, ["text-pages"])}


REMOVED = Edit(("furniture",), 1, 0, "The ", "", "not the text")


def test_a_long_text_with_changes_has_two_pages_that_lead_to_one_another() -> None:
    made = pages_of(LONGEST_ON_ONE_PAGE + 1, REMOVED)
    assert set(made) == {"texts/long.html", "texts/long/as-found.html"}
    values = made["texts/long.html"].values
    assert values["views_apart"] == "texts/long/as-found.html"
    assert "found" not in values
    apart = made["texts/long/as-found.html"].values
    assert apart["text"].href == "texts/long.html"
    assert len(apart["found"]) == LONGEST_ON_ONE_PAGE + 1
    assert "".join(str(each.html) for each in apart["marked"]).count("<del>") == 1


def test_a_text_that_is_short_or_was_not_changed_has_one_page() -> None:
    assert set(pages_of(LONGEST_ON_ONE_PAGE, REMOVED)) == {"texts/long.html"}
    assert set(pages_of(LONGEST_ON_ONE_PAGE + 1)) == {"texts/long.html"}


def test_of_a_long_change_the_first_words_stand_before_it_is_opened() -> None:
    long = Edit(("repeats",), 1, 0, SENTENCE * 20, "", "again")
    short, opened = pages_of(2_000, REMOVED, long)["texts/long.html"].values["edits"]
    assert short.head == ""
    assert opened.before == (SENTENCE * 20).rstrip() + "\N{OPEN BOX}"
    assert opened.before.startswith(opened.head.removesuffix("…"))
    assert LONGEST_HEAD / 2 < len(opened.head) <= LONGEST_HEAD + 1
