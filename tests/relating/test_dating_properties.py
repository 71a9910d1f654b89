"""What dating must hold for any texts: truth is never excluded, order is nothing, later is never earlier."""

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.model import Anchor, EditedCrisis, Editorial, TimeExpression
from crisis_archive.relating.dating import date_archive
from crisis_archive.relating.dating.calendar import resolve
from tests.relating.dating_help import text

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31))
NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


def on(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def expressions() -> st.SearchStrategy[TimeExpression]:
    tense = st.sampled_from(["past", "future", "unknown"])
    offset = st.sampled_from([None, -1, 0, 1])
    unit = st.sampled_from(["day", "week", "month", "year", "weekend"])
    weekday = st.builds(
        TimeExpression, st.just(0), st.just(0), st.just(1), rule=st.just("weekday"),
        weekday=st.integers(0, 6), offset=offset, tense=tense,
    )  # fmt: skip
    month = st.builds(
        TimeExpression, st.just(0), st.just(0), st.just(1), rule=st.just("month"),
        month=st.integers(1, 12), offset=offset, tense=tense,
    )  # fmt: skip
    counted = st.builds(
        TimeExpression, st.just(0), st.just(0), st.just(1), rule=st.just("counted"),
        unit=unit, offset=st.integers(-40, 40), count=st.one_of(st.none(), st.integers(1, 40)),
    )  # fmt: skip
    return st.one_of(weekday, month, counted)


@settings(deadline=None)
@given(expressions(), DAYS)
def test_written_later_means_no_earlier_days(expression: TimeExpression, day: dt.date) -> None:
    ranges = [resolve(expression, day + dt.timedelta(number)) for number in range(12)]
    known = [each for each in ranges if each is not None]
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(known))
    assert all(first <= last for first, last in known)


@settings(deadline=None)
@given(DAYS, st.integers(0, 5), st.integers(1, 5), st.integers(0, 300), st.integers(0, 300))
def test_consistent_evidence_never_excludes_the_truth(
    day: dt.date, back: int, ahead: int, before: int, after: int
) -> None:
    past, future = day - dt.timedelta(back), day + dt.timedelta(ahead)
    sentences = [
        f"The strike of the harbour workers began on {on(day - dt.timedelta(before))} and spread.",
        f"The mayor of the town hopes that it will end on {on(day + dt.timedelta(after))} at noon.",
        f"Ana Perez was sworn in as interim president on {NAMES[past.weekday()]}, and crowds cheered.",
    ]
    if back + ahead < 7:
        sentences.append(f"The council will vote on {NAMES[future.weekday()]}.")
    anchor = Anchor(past, "Ana Perez sworn in as interim president")
    editorial = Editorial(crises=(EditedCrisis("x", anchors=(anchor,)),))
    date = date_archive([text("t", sentences)], {"t": "x"}, editorial).dates["t"]
    assert date.earliest is not None and date.latest is not None
    assert date.earliest <= day <= date.latest
    assert date.origin == "derived"


@settings(deadline=None)
@given(DAYS, st.integers(0, 300), st.integers(0, 300))
def test_dates_in_the_text_alone_date_nothing(day: dt.date, before: int, after: int) -> None:
    sentences = [
        f"The strike of the harbour workers began on {on(day - dt.timedelta(before))} and spread.",
        f"The mayor of the town hopes that it will end on {on(day + dt.timedelta(after))} at noon.",
    ]
    date = date_archive([text("t", sentences)], {}, Editorial()).dates["t"]
    assert (date.earliest, date.latest, date.origin) == (None, None, "unknown")


def test_words_that_contradict_each_other_prove_nothing() -> None:
    sentence = "Ana Perez was sworn in as interim president on Wednesday, and crowds cheered."
    later = "The harbour was closed on March 3, 2031 and opened again in the same year."
    anchor = Anchor(dt.date(2019, 1, 23), "Ana Perez sworn in as interim president")
    editorial = Editorial(crises=(EditedCrisis("x", anchors=(anchor,)),))
    date = date_archive([text("t", [sentence, later])], {"t": "x"}, editorial).dates["t"]
    assert date.origin == "unknown"


def test_many_arrests_and_weekdays_tie_no_texts() -> None:
    texts = [
        text("a", ["Police arrested the student leader Omar Haddad in Tunis on Friday.", "He fled in 2009."]),
        text("b", ["Police arrested three men in Tunis on Friday.", "The minister was arrested in 1998."]),
        text("c", ["The president was re-elected in 2009.", "Protesters want elections in September."]),
    ]
    dates = date_archive(texts, {"a": "x", "b": "x", "c": "x"}, Editorial()).dates
    assert {date.origin for date in dates.values()} == {"unknown"}


@settings(deadline=None)
@given(DAYS, st.integers(0, 4), st.permutations(["a", "b", "c"]))
def test_an_anchor_dates_the_texts_whatever_their_order(day: dt.date, back: int, order: list[str]) -> None:
    oath = day - dt.timedelta(back)
    sentence = f"Ana Perez was sworn in as interim president on {NAMES[oath.weekday()]}, and crowds cheered."
    texts = {
        "a": text("a", [sentence]),
        "b": text("b", ["The day after Ana Perez was sworn in, the army was silent.", sentence]),
        "c": text("c", ["The price of bread rose."]),
    }
    anchor = Anchor(oath, "Ana Perez sworn in as interim president")
    editorial = Editorial(crises=(EditedCrisis("x", anchors=(anchor,)),))
    groups = dict.fromkeys(order, "x")
    dating = date_archive([texts[name] for name in order], groups, editorial)
    first, last = dating.dates["a"].earliest, dating.dates["a"].latest
    assert first is not None and last is not None
    assert first <= day <= last
    assert dating.dates["c"].origin == "unknown"
    assert dating == date_archive([texts[name] for name in sorted(order)], groups, editorial)
    time = dating.times["a"][0]
    assert (time.earliest, time.latest) == (oath, oath)
