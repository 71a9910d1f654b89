"""What a careful editor reads from the four seeds about their dates, and what nobody can."""

import datetime as dt
from pathlib import Path

import pytest

from crisis_archive.model import Analysis, Anchor, EditedCrisis, Editorial, Relation, Time
from crisis_archive.relating.dating import Dating, date_archive
from tests.relating.dating_help import text

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
GROUPS = {"000": "a", "001": "a", "002": "b", "003": "b"}
ANCHORS = Editorial(
    crises=(
        EditedCrisis("a", anchors=(Anchor(dt.date(2026, 1, 3), "capture of Nicolás Maduro"),)),
        EditedCrisis(
            "b", anchors=(Anchor(dt.date(2019, 1, 23), "Juan Guaidó sworn in as interim president"),)
        ),
    )
)


def seeds() -> list[Analysis]:
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        paragraphs = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
        found.append(text(path.name[:3], paragraphs))
    return found


def days(dating: Dating, name: str) -> tuple[str, str]:
    date = dating.dates[name]
    return str(date.earliest), str(date.latest)


def time_of(dating: Dating, analysis: Analysis, words: str, nth: int = 0) -> tuple[str, str]:
    found = [each for each in dating.times[analysis.id] if analysis.document.text_at(each.span) == words]
    return str(found[nth].earliest), str(found[nth].latest)


@pytest.fixture(scope="module")
def anchored() -> Dating:
    return date_archive(seeds(), GROUPS, ANCHORS)


@pytest.fixture(scope="module")
def alone() -> Dating:
    return date_archive(seeds(), GROUPS, Editorial())


def test_2019_follows_from_the_two_texts_together(alone: Dating) -> None:
    for name in ("002", "003"):
        date = alone.dates[name]
        assert date.earliest is not None and date.latest is not None
        assert date.earliest.year == date.latest.year == 2019
        assert date.latest < dt.date(2019, 3, 1)
        assert date.origin == "derived"
        assert date.evidence


def test_neither_of_the_two_gives_a_year_alone() -> None:
    for analysis in seeds()[2:]:
        date = date_archive([analysis], {}, Editorial()).dates[analysis.id]
        assert (date.earliest, date.latest, date.origin) == (None, None, "unknown")


def test_2026_follows_from_nothing(alone: Dating) -> None:
    for name in ("000", "001"):
        assert days(alone, name) == ("None", "None")
        assert alone.dates[name].origin == "unknown"
        assert all(time.earliest is None and time.latest is None for time in alone.times[name])


def test_with_the_anchor_the_alert_is_of_10_january(anchored: Dating) -> None:
    analysis = seeds()[0]
    assert days(anchored, "000") == ("2026-01-10", "2026-01-11")
    assert time_of(anchored, analysis, "Saturday") == ("2026-01-10", "2026-01-10")
    assert time_of(anchored, analysis, "one week after") == ("2026-01-10", "2026-01-10")
    assert time_of(anchored, analysis, "Friday") == ("2026-01-09", "2026-01-09")
    assert time_of(anchored, analysis, "last weekend") == ("2026-01-03", "2026-01-04")


def test_the_rewrite_is_not_dated_before_what_it_tells(anchored: Dating) -> None:
    first, last = days(anchored, "001")
    assert "2026-01-09" <= first <= "2026-01-11" <= last <= "2026-01-16"


def test_with_the_anchor_the_alert_is_dated_without_its_rewrite_too() -> None:
    dating = date_archive(seeds()[:1], GROUPS, ANCHORS)
    assert days(dating, "000") == ("2026-01-10", "2026-01-14")
    assert any(each.rule == "the-news" for each in dating.dates["000"].evidence)
    assert days(date_archive(seeds()[:1], GROUPS, Editorial()), "000") == ("None", "None")


def test_a_rewrite_is_not_dated_before_its_source() -> None:
    relation = Relation("rewrite", "000", "001", "left-to-right", 0.8, ())
    dating = date_archive(seeds(), GROUPS, ANCHORS, [relation])
    assert days(dating, "000") == ("2026-01-10", "2026-01-11")
    assert days(dating, "001") == ("2026-01-10", "2026-01-14")
    assert any(each.document == "000" and each.rule == "draws-on" for each in dating.dates["001"].evidence)
    turned = Relation("rewrite", "000", "001", "right-to-left", 0.8, ())
    assert days(date_archive(seeds(), GROUPS, ANCHORS, [turned]), "001") == ("2026-01-09", "2026-01-14")


def test_with_the_anchor_003_is_of_25_or_26_january(anchored: Dating) -> None:
    analysis = seeds()[3]
    assert days(anchored, "003") == ("2019-01-25", "2019-01-26")
    assert time_of(anchored, analysis, "Friday") == ("2019-01-25", "2019-01-25")
    assert time_of(anchored, analysis, "Saturday") == ("2019-01-26", "2019-01-26")
    assert time_of(anchored, analysis, "Thursday night") == ("2019-01-24", "2019-01-24")
    assert time_of(anchored, analysis, "the day after") == ("2019-01-24", "2019-01-24")
    assert time_of(anchored, analysis, "Tuesday") == ("2019-01-22", "2019-01-22")
    assert time_of(anchored, analysis, "last May") == ("2018-05-01", "2018-05-31")
    assert time_of(anchored, analysis, "last year") == ("2018-01-01", "2018-12-31")
    assert time_of(anchored, analysis, "February or March") == ("2019-02-01", "2019-03-31")
    assert time_of(anchored, analysis, "2014") == ("2014-01-01", "2014-12-31")


def test_with_the_anchor_the_weekdays_of_002_are_known(anchored: Dating) -> None:
    analysis = seeds()[2]
    assert time_of(anchored, analysis, "Thursday") == ("2019-01-24", "2019-01-24")
    assert time_of(anchored, analysis, "Wednesday", 1) == ("2019-01-23", "2019-01-23")


def test_the_proof_names_the_words_it_rests_on(alone: Dating) -> None:
    texts = {each.id: each.document for each in seeds()}
    proof = alone.dates["003"].evidence
    words = {texts[step.document].paragraphs[step.paragraph][step.start : step.end] for step in proof}
    assert {"last May", "2018", "last year", "February or March"} <= words
    assert all(step.says for step in proof)


def test_the_order_of_the_texts_does_not_matter(anchored: Dating) -> None:
    again = date_archive(list(reversed(seeds())), dict(reversed(GROUPS.items())), ANCHORS)
    assert again.dates == anchored.dates
    assert again.times == anchored.times


def test_an_unresolved_time_has_no_anchor(alone: Dating) -> None:
    def unresolved(time: Time) -> bool:
        return time.earliest is None

    assert all(time.anchor is None for times in alone.times.values() for time in times if unresolved(time))
