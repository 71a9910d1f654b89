"""Live reports: which hours make a log, how far it reaches, and what has hours and is none."""

from collections.abc import Sequence

import pytest

from crisis_archive.cleaning.furniture.body import look_at
from crisis_archive.cleaning.furniture.logs import with_log

ENTRY = "The ferry lies on its side and does not answer, says the coast guard."
MORE = "Two boats of the coast guard are on their way to the pier from Lorn."
LABEL = "Lorn"
THREE = ("10:12", ENTRY, "10:30", ENTRY, "11:05", ENTRY)


def kept(lines: Sequence[str], inside: Sequence[int] = (0,), again: Sequence[int] = ()) -> str:
    forms = [look_at(line, "") for line in lines]
    numbers = range(len(lines))
    found = with_log(lines, forms, [n in inside for n in numbers], [n in again for n in numbers])
    return "".join("X" if each else "." for each in found)


def log(*hours: str) -> bool:
    """Whether entries at these hours are one."""
    found = kept([MORE, *(line for hour in hours for line in (hour, ENTRY))])
    assert found in ("X" * len(found), "X".ljust(len(found), "."))
    return "." not in found


def test_three_entries_below_their_hours_are_a_log() -> None:
    assert kept([MORE, *THREE]) == "XXXXXXX"
    assert kept([MORE, *THREE[:4]]) == "X...."


def test_an_hour_without_a_sentence_is_no_entry() -> None:
    assert kept([MORE, *THREE[:5]]) == "X....."
    assert kept([MORE, *THREE[:5], LABEL, "Home"]) == "X......."
    assert kept([MORE, *THREE[:5], "Cold."]) == "X......"
    assert kept([MORE, *THREE[:5], ENTRY[:-1]]) == "X......"


def test_a_log_ends_with_the_sentences_below_its_last_hour() -> None:
    assert kept([MORE, *THREE, MORE, LABEL, MORE]) == "XXXXXXXX.."
    assert kept([MORE, *THREE, MORE]) == "XXXXXXXX"
    assert kept([MORE, *THREE, MORE, MORE]) == "XXXXXXXXX"


def test_between_hour_and_sentence_may_stand_two_lines() -> None:
    assert kept([MORE, *THREE[:5], LABEL, LABEL, ENTRY]) == "XXXXXXXXX"
    assert kept([MORE, *THREE[:5], LABEL, LABEL, LABEL, ENTRY]) == "X........."


@pytest.mark.parametrize(
    ("hours", "is_log"),
    [
        (["10:12", "10:30", "11:05"], True),
        (["11:05", "10:30", "10:12"], True),  # the newest first
        (["10:12", "10:12", "10:30"], True),
        (["10:12", "11:05", "10:30"], False),
        (["11:50 am", "12:10 pm", "1:05 pm"], True),
        (["1:05 pm", "12:10 pm", "11:50 am"], True),
        (["11:50 pm", "12:10 pm", "1:05 pm"], False),
        (["12.30 p.m.", "13.15", "13.40"], True),
        (["10:59 GMT", "11:00 GMT", "11:01 GMT"], True),
        (["23:10", "23:50", "0:10", "0:40"], True),  # over midnight
        (["0:40", "0:10", "23:50", "23:10"], True),
        (["23:10", "0:10", "23:50", "0:40", "23:55"], False),
        (["1:52", "2:20", "1:40", "2:05", "1:35"], False),  # how long films take
    ],
)
def test_the_hours_of_a_log_run_one_way(hours: list[str], is_log: bool) -> None:
    assert log(*hours) is is_log


def test_a_log_stands_near_other_text() -> None:
    for away, is_log in ((6, True), (7, False)):
        above = [MORE, *[LABEL] * (away - 1), *THREE]
        assert (kept(above)[-1] == "X") is is_log
        below = [*THREE, *[LABEL] * (away - 2), MORE]
        assert (kept(below, inside=[len(below) - 1])[0] == "X") is is_log
    assert kept(THREE, inside=()) == "......"
    assert kept([LABEL, *THREE], inside=[0]) == "XXXXXXX"


def test_what_stands_in_other_files_is_no_log() -> None:
    lines = [MORE, *THREE, LABEL]
    assert kept(lines, again=[6]) == kept(lines, again=[1]) == "X......."
    assert kept(lines, again=[0, 7]) == "XXXXXXX."


def test_what_readers_write_is_no_log() -> None:
    assert kept([MORE, "Comments", *THREE]) == "X......."
    assert kept([MORE, *THREE, "Comments"]) == "XXXXXXX."
