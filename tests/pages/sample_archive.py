"""A small archive made by hand: a flood told by two texts and a rewrite, a fire, one loose text."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Final

from crisis_archive.model import (
    Actor,
    Archive,
    Briefing,
    Change,
    Cite,
    Comparison,
    ContestedName,
    Correction,
    Crisis,
    CrisisReason,
    Doubt,
    Entity,
    Evidence,
    Figure,
    KeyFigure,
    Mention,
    Point,
    PublicationDate,
    QuotationEntry,
    Quote,
    Refusal,
    RelatedCrisis,
    Relation,
    Role,
    SentencePair,
    Side,
    Source,
    Span,
    Time,
    TimelineEntry,
    Unknown,
    WordUse,
)
from crisis_archive.model.briefings import Dispute
from crisis_archive.pages import Site, Words
from tests.makers import record

ROOT: Final = Path(__file__).resolve().parent.parent.parent
WORDS: Final = Words(tomllib.loads((ROOT / "theme/words/en.toml").read_text("utf-8")))
SITE: Final = Site("Test Archive", WORDS, "https://example.org/archive")
HOMELESS: Final = Site("Test Archive", WORDS)

FIRST: Final = "The river Ode rose on Friday. At least 14 people were killed, the mayor Ana Roe said."
SECOND: Final = '"We need boats," said <Ana> Roe & her staff.'
RETOLD: Final = "The river Ode rose on Friday. 14 people were killed."
OTHER: Final = "Twenty people died in the flood, according to the Red Cross."
HOSTILE: Final = "</script><script>alert(1)</script>"


def _cite(document: str, paragraph: int, start: int, end: int) -> Cite:
    return Cite(document, paragraph, start, end)


KILLED_AT: Final = FIRST.index("At least 14 people")
RECORDS: Final = (
    record(
        "a",
        FIRST,
        SECOND,
        title="Flood on the Ode",
        crisis="flood",
        date=PublicationDate(
            dt.date(2020, 3, 7),
            dt.date(2020, 3, 7),
            "derived",
            (Evidence("a", 0, 19, 28, "weekday", "a Friday"),),
        ),
        source=Source("The Ode Post", "J. Doe", "https://example.org/ode", "editor"),
        mentions=(
            Mention(0, 4, 13, "place", "place-ode"),
            Mention(0, FIRST.index("Ana Roe"), FIRST.index("Ana Roe") + 7, "person", "person-ana-roe"),
        ),
        quotes=(Quote(1, 1, 15, None, "<Ana> Roe", "said", ()),),
        figures=(
            Figure(
                0, KILLED_AT, KILLED_AT + 18, 14, None, "at-least", "people killed", "the mayor Ana Roe", None
            ),
        ),
        times=(Time(0, 22, 28, dt.date(2020, 3, 6), dt.date(2020, 3, 6), "weekday", "document"),),
        doubts=(Doubt("names", 1, 22, 27, "the brackets may be damage"),),
        note="Sent in by a reader.",
    ),
    record("b", RETOLD, title="Ode flood kills 14", crisis="flood"),
    record(
        "c",
        OTHER,
        title="Flood: the toll",
        title_origin="derived",
        crisis="flood",
        date=PublicationDate(dt.date(2020, 3, 8), dt.date(2020, 3, 9), "derived"),
        figures=(Figure(0, 0, 13, 20, 20, "exact", "people killed", "the Red Cross", None),),
    ),
    record("d", "A fire broke out.", title="Fire", crisis="fire"),
    record("e", "The fire was put out.", title="Fire out", crisis="fire"),
    record("f", f"A text alone. {HOSTILE}", title=HOSTILE, crisis=None, language="und"),
)
ENTITIES: Final = (
    Entity(
        "person-ana-roe",
        "person",
        "Ana Roe",
        ("A. Roe",),
        "found",
        None,
        None,
        {},
        ("a",),
        ("flood",),
        (
            Role("flood", "the mayor", (_cite("a", 0, 62, 71),)),
            Role("fire", "a witness", (_cite("d", 0, 0, 6),)),
        ),
    ),
    Entity(
        "place-ode", "place", "Ode", (), "gazetteer", 1.5, -2.25, {"geonames": "1"}, ("a",), ("flood",), ()
    ),
)
RELATIONS: Final = (
    Relation(
        "rewrite",
        "a",
        "b",
        "left-to-right",
        0.8,
        (
            SentencePair(Span(0, 0, 29), Span(0, 0, 29), "carried", ()),
            SentencePair(
                Span(0, 30, 85),
                Span(0, 30, 52),
                "changed",
                (
                    Change("attribution lost", Span(0, 62, 84), None),
                    Change("hedge lost", Span(0, 30, 38), None),
                ),
            ),
            SentencePair(Span(1, 0, 44), None, "dropped", ()),
        ),
    ),
    Relation("same-event", "a", "c", None, 0.5, None),
)
CRISES: Final = (
    Crisis("fire", "Fire", "derived", None, None, ("d", "e"), (("d",), ("e",)), ()),
    Crisis(
        "flood",
        "Flood on the Ode, March 2020",
        "editor",
        dt.date(2020, 3, 6),
        dt.date(2020, 3, 9),
        ("a", "b", "c"),
        (("a", "b"), ("c",)),
        (CrisisReason("a", ("names both share: Ode",), "fire", ("no fire in it",)),),
        "closed",
        "An *editor's* note.",
    ),
)
KILLED: Final = (_cite("a", 0, 30, 85),)
BRIEFINGS: Final = (
    Briefing("fire", None, None, None, (), (), (), (), (), (), (), (), (), ()),
    Briefing(
        crisis="flood",
        as_of=dt.date(2020, 3, 9),
        period=(dt.date(2020, 3, 6), dt.date(2020, 3, 9)),
        bottom_line=Point(FIRST[:29], (_cite("a", 0, 0, 29), _cite("b", 0, 0, 29)), 1),
        points=(Point(FIRST[30:85], KILLED, 2), Point("People killed: 14 or 20", KILLED, 1)),
        figures=(KeyFigure("At least 14", 14, None, "at-least", "people killed", "the mayor", None, KILLED),),
        timeline=(
            TimelineEntry(dt.date(2020, 3, 6), None, "day", FIRST[:29], (_cite("a", 0, 0, 29),)),
            TimelineEntry(dt.date(2020, 3, 1), dt.date(2020, 3, 31), "month", OTHER, (_cite("c", 0, 0, 32),)),
        ),
        actors=(
            Actor("person-ana-roe", "Ana Roe", "the mayor", KILLED),
            Actor("place-ode", "Ode", None, (_cite("a", 0, 4, 13),)),
        ),
        quotations=(
            QuotationEntry("We need boats,", None, "<Ana> Roe", ("her staff",), (_cite("a", 1, 1, 15),)),
            QuotationEntry("We need boats,", None, None, (), (_cite("a", 1, 1, 15),)),
        ),
        contested_names=(
            ContestedName(
                "the water", (WordUse("flood", None, (_cite("c", 0, 26, 31),)),), (_cite("c", 0, 26, 31),)
            ),
        ),
        disputes=(
            Dispute("people killed", "conflict", (Point("At least 14", KILLED), Point("Twenty", KILLED))),
        ),
        unknowns=(Unknown("Who spoke the words", (_cite("a", 1, 1, 15),)),),
        related=(RelatedCrisis("fire", "both name Ana Roe."),),
        corrections=(Correction("Date given by an editor.", "a"),),
    ),
)
COMPARISONS: Final = (
    Comparison(
        "killed-1",
        "people killed",
        "conflict",
        (
            Side("At least 14", (_cite("a", 0, KILLED_AT, KILLED_AT + 18),)),
            Side("Twenty", (_cite("c", 0, 0, 13),)),
        ),
    ),
)
REFUSALS: Final = (
    Refusal("empty.txt", "0" * 64, 0, "the file is empty"),
    Refusal("pipe", None, None, "no file"),
)
ARCHIVE: Final = Archive(
    RECORDS, ENTITIES, RELATIONS, CRISES, BRIEFINGS, COMPARISONS, REFUSALS, ("No model is installed.",)
)
EMPTY: Final = Archive((), (), (), (), (), (), ())
