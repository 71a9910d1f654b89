"""The timeline: days in order, each in a text's own words, copies counted once."""

import datetime as dt

import msgspec

from crisis_archive.briefing.timeline import timeline
from crisis_archive.model import Crisis, PublicationDate, Record, Span, Time
from crisis_archive.text.sentences import sentence_ranges
from tests.makers import crisis, record

FLOOD = "The river Oder flooded the old town of Wertheim on {}, and three bridges were lost to the water."
OTHER = "On {} the minister of health opened a new hospital wing in the capital to warm applause."
DAY = dt.date(2020, 5, 6)


Sentence = tuple[str, str, dt.date | None, dt.date | None]
"""A sentence with a gap, the words for the day that fill it, and the days they mean."""


def telling(name: str, *told: Sentence, rule: str = "weekday") -> Record:
    """A text of one paragraph a sentence."""
    paragraphs = [sentence.format(words) for sentence, words, _, _ in told]
    times = []
    for number, (_, words, first, last) in enumerate(told):
        start = paragraphs[number].index(words)
        times.append(Time(number, start, start + len(words), first, last, rule, None))
    published = PublicationDate(DAY + dt.timedelta(1), DAY + dt.timedelta(1), "seed")
    sentences = tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(paragraphs)
        for start, end in sentence_ranges(paragraph)
    )
    return record(name, *paragraphs, times=tuple(times), date=published, sentences=sentences)


def made_of(*records: Record) -> Crisis:
    """A crisis in which every text is a source of its own."""
    return crisis(*([each.id] for each in records))


def test_a_day_is_told_in_the_words_of_a_text_and_cites_all_that_tell_of_it() -> None:
    records = [telling(name, (FLOOD, "Wednesday", DAY, DAY)) for name in ("a", "b", "c")]
    (entry,) = timeline(made_of(*records), records)
    assert (entry.date, entry.until, entry.precision) == (DAY, None, "day")
    assert entry.text == FLOOD.format("Wednesday")
    assert [cite.document for cite in entry.cites] == ["a", "b", "c"]
    cited = records[0].paragraphs[entry.cites[0].paragraph]
    assert cited[entry.cites[0].start : entry.cites[0].end] == entry.text


def test_copies_count_once() -> None:
    copies = [telling(name, (OTHER, "Wednesday", DAY, DAY)) for name in ("a", "b", "c")]
    others = [
        telling("x", (FLOOD, "Wednesday", DAY, DAY)),
        telling(
            "y",
            (
                "Water took three bridges of Wertheim when the Oder flooded the town {}.",
                "Wednesday",
                DAY,
                DAY,
            ),
        ),
    ]
    records = [*copies, *others]
    alone = timeline(made_of(*records), records)[0]
    assert alone.text == OTHER.format("Wednesday")
    together = timeline(crisis("abc", "x", "y"), records)[0]
    assert "Wertheim" in together.text


def test_two_stories_of_a_day_are_two_entries() -> None:
    records = [
        telling("a", (FLOOD, "Wednesday", DAY, DAY), (OTHER, "Wednesday", DAY, DAY)),
        telling("b", (FLOOD, "Wednesday", DAY, DAY)),
    ]
    entries = timeline(made_of(*records), records)
    assert {entry.text for entry in entries} == {FLOOD.format("Wednesday"), OTHER.format("Wednesday")}
    for entry in entries:
        assert {cite.document for cite in entry.cites} == {"a", "b"}


def test_what_is_not_known_to_its_day_is_no_entry_of_a_day() -> None:
    unknown = telling("a", (FLOOD, "Wednesday", None, None))
    vague = telling("b", (FLOOD, "Wednesday", DAY, DAY + dt.timedelta(14)))
    assert timeline(made_of(unknown, vague), [unknown, vague]) == ()


def test_ranges_and_months_say_so() -> None:
    month = telling("a", (FLOOD, "May", dt.date(2020, 5, 1), dt.date(2020, 5, 31)), rule="month")
    months = telling("b", (FLOOD, "June or July", dt.date(2020, 6, 1), dt.date(2020, 7, 31)), rule="month")
    entries = timeline(made_of(month, months), [month, months])
    assert [(entry.precision, entry.until) for entry in entries] == [
        ("month", dt.date(2020, 5, 31)),
        ("range", dt.date(2020, 7, 31)),
    ]


def test_history_is_no_part_of_the_crisis() -> None:
    past = telling(
        "a", (FLOOD, "3 May 1962", dt.date(1962, 5, 3), dt.date(1962, 5, 3)), (FLOOD, "Wednesday", DAY, DAY)
    )
    assert [entry.date for entry in timeline(made_of(past), [past])] == [DAY]


def test_order_of_records_does_not_matter() -> None:
    records = [
        telling(
            name,
            (FLOOD, "Wednesday", DAY, DAY),
            (OTHER, "Thursday", DAY + dt.timedelta(1), DAY + dt.timedelta(1)),
        )
        for name in ("a", "b", "c")
    ]
    entries = timeline(made_of(*records), records)
    assert entries == timeline(made_of(*records), records[::-1])
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)


def published(text: Record, day: dt.date) -> Record:
    """The text as one of another day."""
    return msgspec.structs.replace(text, date=PublicationDate(day, day, "seed"))


def test_what_was_announced_gives_way_to_what_happened() -> None:
    before = published(telling("a", (OTHER, "Wednesday", DAY, DAY)), DAY - dt.timedelta(2))
    after = telling("b", (FLOOD, "Wednesday", DAY, DAY))
    (announced,) = timeline(made_of(before), [before])
    assert [cite.document for cite in announced.cites] == ["a"]
    (happened,) = timeline(made_of(before, after), [before, after])
    assert [cite.document for cite in happened.cites] == ["b"]


def test_a_dateline_tells_of_no_day_that_a_sentence_tells_of() -> None:
    dateline = telling("a", ("Wertheim, {}.", "6 May 2020", DAY, DAY), rule="day-month-year")
    told = telling("b", (FLOOD, "Wednesday", DAY, DAY))
    (entry,) = timeline(made_of(dateline, told), [dateline, told])
    assert [cite.document for cite in entry.cites] == ["b"]


def test_what_two_sources_share_is_told_before_what_one_tells_at_length() -> None:
    shared = "The dam above Wertheim broke on {} before dawn."
    long = "On {} the governor, who had come from the coast by train, spoke for an hour of taxes and roads."
    records = [
        telling("a", (long, "Wednesday", DAY, DAY), (shared, "Wednesday", DAY, DAY)),
        telling("b", ("Before dawn on {} the dam above Wertheim broke.", "Wednesday", DAY, DAY)),
    ]
    assert "dam above Wertheim broke" in timeline(made_of(*records), records)[0].text


def test_a_rewrite_is_no_second_story_of_its_day() -> None:
    again = "Wertheim lay under water when the Oder came {} and took bridges, three of them, with it."
    source = telling("a", (FLOOD, "Wednesday", DAY, DAY))
    retold = telling("b", (again, "Wednesday", DAY, DAY))
    (entry,) = timeline(crisis("ab"), [source, retold], voices={"a"})
    assert [cite.document for cite in entry.cites] == ["a", "b"]


def test_the_dateline_of_a_text_is_no_part_of_what_it_tells() -> None:
    dateline = "WERTHEIM, May 6 - "
    told = telling("a", (dateline + FLOOD, "Wednesday", DAY, DAY))
    (entry,) = timeline(made_of(told), [told])
    assert entry.text == FLOOD.format("Wednesday")
    assert entry.cites[0].start == len(dateline)
