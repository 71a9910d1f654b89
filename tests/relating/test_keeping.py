"""What is kept is asked for under all that it rests on: another date, name or source is another key."""

import datetime as dt
import os
import random
import signal
from pathlib import Path

import pytest

from crisis_archive.memory import Memory
from crisis_archive.model import AuthorityEntity, Mention, PublicationDate, Quote, Relation, Span, Time
from crisis_archive.relating import keeping
from crisis_archive.relating.dating import date_archive
from crisis_archive.relating.entities import resolve_entities
from crisis_archive.relating.keeping import Keeping, nothing_kept
from tests.makers import record
from tests.relating.test_dating_seeds import ANCHORS, GROUPS, seeds
from tests.relating.test_entities_resolving import analysis

DAY = dt.date(2020, 3, 2)


def test_a_record_is_known_by_all_that_the_archive_tells_of_it() -> None:
    told = (
        record("a", "Rain fell."),
        record("a", "Rain fell.", date=PublicationDate(DAY, DAY, "seed")),
        record("a", "Rain fell.", crisis="quake"),
        record("a", "Rain fell.", mentions=(Mention(0, 0, 4, "place", "place-rain"),)),
        record("a", "Rain fell.", quotes=(Quote(0, 0, 4, None, None, None, ()),)),
        record("a", "Rain fell.", times=(Time(0, 0, 4, DAY, DAY, "day", None),)),
    )
    keys = {Keeping(Memory(None), texts={"a": b"text"}).record("a", {"a": each}) for each in told}
    assert len(keys) == len(told)
    assert Keeping(Memory(None), texts={"a": b"other"}).record("a", {"a": told[0]}) not in keys


def test_dates_follow_who_draws_on_whom(tmp_path: Path) -> None:
    keys = {each.id: each.id.encode() for each in seeds()}
    forth = [Relation("rewrite", "000", "001", "left-to-right", 0.8, ())]
    back = [Relation("rewrite", "000", "001", "right-to-left", 0.8, ())]
    for relations in ([], forth, back, forth, []):
        with Memory.open(tmp_path) as memory:
            kept = Keeping(memory, b"code", keys)
            found = date_archive(seeds(), GROUPS, ANCHORS, relations, kept)
        assert found == date_archive(seeds(), GROUPS, ANCHORS, relations, nothing_kept())


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"value {place}"

    for keys in ([b"one", b"two"], [b"one", b"two"], [b"two", b"one", b"six"]):
        with Memory.open(tmp_path) as memory:
            Keeping(memory, b"code").each("values", str, keys, make)
    assert made == [0, 1, 2]


def test_processes_make_the_same() -> None:
    keys = [bytes([place]) for place in range(90)]
    made = [Keeping(Memory(None), jobs=jobs).each("values", str, keys, str, worth=20) for jobs in (1, 3)]
    assert made[0] == made[1] == [str(place) for place in range(90)]


def test_who_holds_an_office_follows_what_other_texts_say(tmp_path: Path) -> None:
    words = "President [Otto Brandt|person] came. “It is done,” the Norwegian president said."
    quote = Quote(0, 23, 33, None, "the Norwegian president", "said", (), Span(0, 35, 58))
    speaking = analysis("a", words, quotes=(quote,))
    telling = analysis("b", "Norwegian President [Otto Brandt|person] left.")
    spoken = []
    for texts in ([speaking], [speaking, telling], [speaking], [telling, speaking]):
        with Memory.open(tmp_path) as memory:
            kept = Keeping(memory, b"code", {each.id: each.id.encode() for each in texts})
            found = resolve_entities(texts, (), (), kept)
        assert found == resolve_entities(texts, ())
        spoken.append(found.speakers["a"][0].speaker)
    assert spoken == [None, "person-otto-brandt"] * 2


def test_whom_an_editor_lets_speak_must_be_there(tmp_path: Path) -> None:
    quote = Quote(0, 0, 3, "person-otto-brandt", None, None, (), origin="editor")
    speaking = analysis("a", "Yes, somebody said.", quotes=(quote,))
    naming = analysis("b", "[Otto Brandt|person] left.")
    spoken = []
    for texts in ([speaking], [speaking, naming], [speaking]):
        with Memory.open(tmp_path) as memory:
            kept = Keeping(memory, b"code", {each.id: each.id.encode() for each in texts})
            found = resolve_entities(texts, (), (), kept)
        assert found == resolve_entities(texts, ())
        spoken.append(found.speakers["a"][0].speaker)
    assert spoken == [None, "person-otto-brandt", None]


def named(dice: random.Random) -> list[str]:
    """Paragraphs with names, some of them read in two ways."""
    people = ("Otto Brandt", "Brandt", "Ana Vega", "Ana Maria Vega", "Vega", "Jordan")
    told = [f"[{name}|{dice.choice(('person', 'person', 'place'))}]" for name in people]
    told += ["[National Assembly|org]", "[Norway's National Assembly|org]", "[Norway|place]"]
    return [f"{' met '.join(dice.sample(told, dice.randrange(4)))} today." for _ in range(2)]


def test_names_that_were_read_before_are_tied_as_if_all_were_read_anew(tmp_path: Path) -> None:
    dice = random.Random(7)
    written = {f"text{number:03}": named(dice) for number in range(100)}
    written["text050"] = []
    for changed in (0, 1, 1, 0, 3, 1, 40, 1):
        for each in dice.sample(sorted(written), changed):
            fate = dice.random()
            if fate < 0.3:
                del written[each]
            else:
                written[each if fate < 0.7 else f"{each}-new"] = named(dice)
        texts = [analysis(each, *paragraphs) for each, paragraphs in written.items()]
        keys = {each: f"{each} {paragraphs}".encode() for each, paragraphs in written.items()}
        authority = (AuthorityEntity("person-av", "person", "Ana Vega"),) if changed == 3 else ()
        with Memory.open(tmp_path) as memory:
            kept = Keeping(memory, b"code", keys, jobs=dice.choice((1, 2)))
            found = resolve_entities(texts, authority, (), kept)
        assert found == resolve_entities(texts, authority)
        assert len(found.entities) > 4


def test_what_is_done_beside_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_WORTH_A_PROCESS", 1)
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return f"value {place}"

    def work(kept: Keeping) -> tuple[list[str], int]:
        return kept.each("values", str, [b"one", b"two"], make), len(made)

    for _ in range(5):  # what was used lately stays, whoever used it
        with Memory.open(tmp_path) as memory, Keeping(memory, b"code", jobs=2).beside(work, 9) as done:
            assert made == []
            values, count = done()
        assert values == ["value 0", "value 1"]
    assert count == 0


def test_what_goes_on_beside_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_WORTH_A_PROCESS", 1)
    reader, writer = os.pipe()
    with pytest.raises(KeyError), nothing_kept(jobs=2).beside(lambda _: signal.pause(), 9):
        os.close(writer)
        raise KeyError
    with os.fdopen(reader) as told:
        assert told.read() == ""  # both had the pipe: it ends when both have ended
