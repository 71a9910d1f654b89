"""What dating must hold for any texts: truth is never excluded, order is nothing, later is never earlier."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
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


@given(expressions(), DAYS)
def test_written_later_means_no_earlier_days(expression: TimeExpression, day: dt.date) -> None:
    ranges = [resolve(expression, day + dt.timedelta(number)) for number in range(12)]
    known = [each for each in ranges if each is not None]
    assert all(one[0] <= two[0] and one[1] <= two[1] for one, two in pairwise(known))
    assert all(first <= last for first, last in known)


@given(DAYS, st.integers(0, 5), st.integers(1, 5), st.integers(0, 300), st.integers(0, 300))
def test_consistent_evidence_never_excludes_the_truth(
    day: dt.date, back: int, ahead: int, before: int, after: int
) -> None:
    past, future = day - dt.timedelta(back), day + dt.timedelta(ahead)
    sentences = [
        f"The strike began on {on(day - dt.timedelta(before))} and spread.",
        f"It will end on {on(day + dt.timedelta(after))} at noon.",
        f"The mayor spoke to the crowd on {NAMES[past.weekday()]}.",
    ]
    if back + ahead < 7:
        sentences.append(f"The council will vote on {NAMES[future.weekday()]}.")
    date = date_archive([text("t", sentences)], {}, Editorial()).dates["t"]
    assert date.earliest is not None and date.latest is not None
    assert date.earliest <= day <= date.latest
    assert date.origin == "derived"


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
