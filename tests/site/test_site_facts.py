"""What a careful editor sees in the four seeds stands in the data and on the pages of the real build."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from bs4 import BeautifulSoup

from crisis_archive.model import Record

ROOT = Path(__file__).resolve().parent.parent.parent
ALERT, RETOLD, STAFF, RUSSIANS = (path.stem for path in sorted((ROOT / "seeds").iterdir()))
"""Ids of the four texts: the alert of 2026, its rewrite, and the two texts of 2019."""


@pytest.fixture(scope="module")
def records(site: Path) -> dict[str, Record]:
    lines = (site / "data" / "documents.jsonl").read_bytes()
    return {record.id: record for record in msgspec.json.Decoder(Record).decode_lines(lines)}


def data(site: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (site / "data" / f"{name}.jsonl").read_text("utf-8").splitlines()]


def page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_text("utf-8"), "lxml")


def text_of(record: Record) -> str:
    return "\n".join([record.title, *record.paragraphs])


def test_there_are_four_texts_and_two_crises(site: Path, records: dict[str, Record]) -> None:
    assert sorted(records) == [ALERT, RETOLD, STAFF, RUSSIANS]
    crises = {each["slug"]: each["documents"] for each in data(site, "crises")}
    assert crises == {
        "venezuela-january-2019": [STAFF, RUSSIANS],
        "venezuela-january-2026": [ALERT, RETOLD],
    }
    links = [link["href"] for link in page(site, "index.html").select("main h3 a")]
    assert links == ["crises/venezuela-january-2026.html", "crises/venezuela-january-2019.html"]


def test_a_rewrite_is_not_a_second_witness(site: Path) -> None:
    sources = {each["slug"]: each["independent_sources"] for each in data(site, "crises")}
    assert sources["venezuela-january-2026"] == [[ALERT, RETOLD]]
    assert sources["venezuela-january-2019"] == [[STAFF], [RUSSIANS]]
    assert "1 independent source" in page(site, "crises/venezuela-january-2026.html").text
    assert "2 independent sources" in page(site, "crises/venezuela-january-2019.html").text


def test_the_rewrite_leads_to_what_it_retells(site: Path) -> None:
    (rewrite,) = [each for each in data(site, "relations") if each["kind"] == "rewrite"]
    assert (rewrite["left"], rewrite["right"]) == (ALERT, RETOLD)
    comparison = f"comparisons/{ALERT}--{RETOLD}.html"
    assert (site / comparison).is_file()
    for identity, other in ((ALERT, RETOLD), (RETOLD, ALERT)):
        links = {link["href"] for link in page(site, f"texts/{identity}.html").select("main a[href]")}
        assert {f"../{comparison}", f"../texts/{other}.html"} <= links


def test_a_text_that_stands_twice_is_shown_once(records: dict[str, Record]) -> None:
    assert len(records[RETOLD].paragraphs) == 5
    assert text_of(records[RETOLD]).count("sounded its alarm") == 1
    assert records[RETOLD].title == "US Citizens Urged to Flee Venezuela Amid Paramilitary Crackdown"


def test_garbled_letters_are_repaired_and_recorded(site: Path, records: dict[str, Record]) -> None:
    assert "Nicol\u00e1s Maduro's capture" in text_of(records[RETOLD])
    assert "\u0e23" not in text_of(records[RETOLD])
    (edit,) = [each for each in records[RETOLD].edits if "\u00e1" in each.after]
    assert "\u0e23\u0081" in edit.before or "\u0e23" in edit.before
    record = page(site, f"texts/{RETOLD}.html").select_one("#record")
    assert record is not None
    assert edit.why in page(site, f"texts/{RETOLD}.html").text


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (STAFF, "Adjust Comment Print"),
        (STAFF, "Newsround"),
        (RUSSIANS, "Leave a Reply"),
        (RUSSIANS, "Your email address will not be published"),
        (RUSSIANS, "Required fields are marked"),
    ],
)
def test_furniture_is_out_of_the_text_and_in_the_record(
    site: Path, records: dict[str, Record], identity: str, words: str
) -> None:
    record = records[identity]
    assert words in record.found
    assert words not in text_of(record)
    assert any(words in each.before for each in record.edits)
    shown = page(site, f"texts/{identity}.html").select_one("article .body")
    assert shown is not None
    assert words not in shown.text


def test_a_headline_that_stands_twice_is_the_title_once(records: dict[str, Record]) -> None:
    assert records[RUSSIANS].title == "US diplomats leave Venezuela, where Russians arrive."
    assert records[RUSSIANS].title not in records[RUSSIANS].paragraphs


def test_a_title_that_was_made_is_marked_as_made(site: Path, records: dict[str, Record]) -> None:
    assert {each.id: each.title_origin for each in records.values()} == {
        ALERT: "derived",
        RETOLD: "seed",
        STAFF: "seed",
        RUSSIANS: "seed",
    }
    assert "Title made from the first sentence" in page(site, f"texts/{ALERT}.html").text
    assert "Title made from" not in page(site, f"texts/{RETOLD}.html").text


def replayed(record: Record) -> str:
    """The edits made by hand, as `docs/data-format.md` describes them: line from 1, start from 0."""
    starts = [0, *(match.end() for match in re.finditer("\n", record.found))]
    text = record.found
    for edit in sorted(record.edits, key=lambda each: (each.line, each.start), reverse=True):
        at = starts[edit.line - 1] + edit.start
        assert text[at : at + len(edit.before)] == edit.before
        text = text[:at] + edit.after + text[at + len(edit.before) :]
    return text


def test_replaying_the_record_gives_every_text(site: Path, records: dict[str, Record]) -> None:
    for record in records.values():
        seed = (ROOT / "seeds" / record.file).read_bytes().decode(record.encoding)
        assert record.found == seed.replace("\r\n", "\n")
        parts = re.split(r"\n{2,}", replayed(record))
        title = [record.title] if record.title_origin == "seed" else []
        assert parts == [*title, *record.paragraphs]


def test_every_paragraph_and_sentence_has_its_link(site: Path, records: dict[str, Record]) -> None:
    for record in records.values():
        ids = {tag["id"] for tag in page(site, f"texts/{record.slug}.html").select("article [id]")}
        assert {f"p{number}" for number in range(1, len(record.paragraphs) + 1)} <= ids
        assert sum(1 for each in ids if re.fullmatch(r"p\d+s\d+", str(each))) == len(record.sentences)


def test_every_statement_of_a_briefing_cites_words_that_stand_there(
    site: Path, records: dict[str, Record]
) -> None:
    for briefing in data(site, "briefings"):
        statements = [
            briefing["bottom_line"],
            *briefing["points"],
            *briefing["timeline"],
            *briefing["quotations"],
        ]
        assert len(statements) > 5
        for statement in statements:
            assert statement["cites"]
            first = statement["cites"][0]
            paragraph = records[first["document"]].paragraphs[first["paragraph"]]
            assert statement["text"] in paragraph[first["start"] : first["end"]]


def test_words_of_a_son_are_not_his_fathers(records: dict[str, Record]) -> None:
    (fighters,) = [
        each
        for each in records[ALERT].quotes
        if "fighters" in records[ALERT].paragraphs[each.paragraph][each.start : each.end]
    ]
    assert fighters.chain
    assert "Guerra" in fighters.chain[0]
    assert fighters.speaker == "person-nicolas-maduro"
    assert fighters.speaker_text == "his father"


def test_entities_are_one_person_each(site: Path) -> None:
    people = {each["name"]: each for each in data(site, "entities") if each["kind"] == "person"}
    maduros = {name for name in people if "Maduro" in name}
    assert len(maduros) == 2
    assert len([name for name in people if "Guaid" in name]) == 1
    assert people["Nicol\u00e1s Maduro"]["crises"] == ["venezuela-january-2019", "venezuela-january-2026"]


def test_two_counts_of_the_killed_are_set_side_by_side(site: Path) -> None:
    values = [cell.text for cell in page(site, "crises/venezuela-january-2019.html").select("td .value")]
    assert {"at least 20", "At least 14"} <= {" ".join(value.split()) for value in values}
    killed = [each for each in data(site, "comparisons") if "kill" in each["subject"]]
    (both,) = [each for each in killed if each["verdict"] == "differ-in-scope"]
    assert {side["cites"][0]["document"] for side in both["sides"]} == {STAFF, RUSSIANS}
    assert [re.findall(r"at least (\d+)", side["text"], re.IGNORECASE) for side in both["sides"]] == [
        ["20"],
        ["14"],
    ]


WEEKS_OF_THE_ANCHORS = (
    (dt.date(2019, 1, 21), dt.date(2019, 1, 30)),
    (dt.date(2025, 12, 29), dt.date(2026, 1, 14)),
)
"""Days that `on Thursday`, `this week` and the like can mean beside the oath of Wednesday 23 January 2019,
and `one week after the capture` and the like beside the capture of Saturday 3 January 2026."""
NAMED_IN_SEEDS = {
    "the 2014 protests": (dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
    "in the past three years": (dt.date(2016, 1, 24),),
    "re-elected in 2018": (dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
    "last May": (dt.date(2018, 5, 1), dt.date(2018, 5, 31)),
    "In February or March": (dt.date(2019, 2, 1), dt.date(2019, 3, 31)),
}
"""Words of the seeds that name other days, and the ends of what they name."""
MONTHS = ("January February March April May June July August September October November December").split()


def text_shown(html: str) -> str:
    return " ".join(BeautifulSoup(html, "lxml").get_text(" ").split())


def days_in_words(text: str) -> set[dt.date]:
    """`3 January 2026`, and both ends of `9 to 14 January 2026`."""
    found = set()
    for first, last, month, year in re.findall(
        rf"\b(?:(\d{{1,2}}) to )?(\d{{1,2}}) ({'|'.join(MONTHS)}),? (\d{{4}})\b", text
    ):
        for day in filter(None, (first, last)):
            found.add(dt.date(int(year), MONTHS.index(month) + 1, int(day)))
    return found


def test_days_in_words_are_found() -> None:
    assert days_in_words("on 9 to 14 January 2026 and 3 May 2019") == {
        dt.date(2026, 1, 9),
        dt.date(2026, 1, 14),
        dt.date(2019, 5, 3),
    }


def test_what_bears_no_date_shows_none(site: Path, records: dict[str, Record]) -> None:
    """Every day in the site is one that the words of a text, or the editor's two anchors, give."""
    seeds = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").iterdir()))
    assert all(words in seeds for words in NAMED_IN_SEEDS)
    known = {day for days in NAMED_IN_SEEDS.values() for day in days}
    for first, last in WEEKS_OF_THE_ANCHORS:
        known |= {first + dt.timedelta(number) for number in range((last - first).days + 1)}
    found: dict[str, set[dt.date]] = {"figures": set(), "words": set()}
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".xml", ".jsonl", ".json"):
            text = path.read_text("utf-8")
            figures = {dt.date.fromisoformat(day) for day in re.findall(r"\b\d{4}-\d{2}-\d{2}\b", text)}
            words = days_in_words(text_shown(text)) if path.suffix == ".html" else set()
            assert figures | words <= known, (path, sorted((figures | words) - known))
            found["figures"] |= figures
            found["words"] |= words
    anchors = {dt.date(2019, 1, 23), dt.date(2026, 1, 3)}
    assert anchors <= found["figures"] & found["words"]
    for record in records.values():
        shown_date = page(site, f"texts/{record.slug}.html").select_one("[data-own-date]")
        assert shown_date is not None
        one_day = record.date.earliest == record.date.latest
        assert shown_date["data-date-origin"] == (record.date.origin if one_day else "range")
        published = "datePublished" in (site / f"texts/{record.slug}.html").read_text("utf-8")
        assert published == (one_day and record.date.earliest is not None)


def test_addresses_are_readable_and_end_in_no_slash(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        for link in BeautifulSoup(path.read_text("utf-8"), "lxml").select("a[href]"):
            assert not str(link["href"]).split("#")[0].endswith("/") or path.name == "404.html"


def test_the_pages_that_do_not_come_from_texts_stand(site: Path) -> None:
    for name in (
        "search.html",
        "about.html",
        "method.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
    ):
        assert (site / name).is_file(), name
    assert page(site, "search.html").select_one("input[type=search]")
