"""Records are made once, until what they rest on changes; what the last build kept is taken over."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from crisis_archive.archive.kept_analyses import NO_SEED, Place, kept_analyses
from crisis_archive.archive.kept_records import make_records, recall_records
from crisis_archive.archive.reading_stage import Seeds
from crisis_archive.memory import Entry, Packs
from crisis_archive.model import (
    Analysis,
    Document,
    KeptAnalyses,
    KeptRecords,
    Record,
    Seed,
    SeedCorrection,
    Source,
)
from tests.makers import record

IDS = tuple(f"text-{number:03}" for number in range(200))
KEYS = tuple(document.encode() for document in IDS)


class Made:
    """Makes records, and remembers which."""

    def __init__(self, words: str = "As it was.") -> None:
        self.places: list[int] = []
        self._words = words

    def __call__(self, place: int) -> Record:
        self.places.append(place)
        return record(IDS[place], self._words)


def opened(cache: Path) -> Packs:
    return Packs(cache, "records")


def built(cache: Path, keys: Sequence[bytes], make: Made, code: bytes = b"code") -> tuple[bytes, ...]:
    packs = opened(cache)
    records, kept = make_records(packs, code, keys, make)
    packs.end(kept)
    assert [each.id for each in records] == list(IDS[: len(keys)])
    return kept


def test_only_what_has_changed_is_made(tmp_path: Path) -> None:
    first = Made()
    before = built(tmp_path, KEYS, first)
    assert sorted(first.places) == list(range(len(IDS)))
    nothing = Made()
    assert built(tmp_path, KEYS, nothing) == before
    assert nothing.places == []
    one = Made("As it is now.")
    changed = [*KEYS[:70], b"other", *KEYS[71:]]
    after = built(tmp_path, changed, one)
    assert one.places == [70]
    found = recall_records(opened(tmp_path), after)
    assert found is not None
    assert [each.id for each in found] == list(IDS)
    assert [each.paragraphs[0] for each in found[69:72]] == ["As it was.", "As it is now.", "As it was."]


def test_a_record_has_the_same_digest_however_it_came(tmp_path: Path) -> None:
    packs = opened(tmp_path)
    made, keys = make_records(packs, b"code", KEYS, Made())
    found = recall_records(opened(tmp_path), keys)
    held, _ = make_records(Packs(None, "records"), b"code", KEYS, Made())
    assert found is not None
    told = [hashlib.sha256(msgspec.msgpack.encode(each)).digest() for each in made]
    for records in (made, found, held, KeptRecords([msgspec.Raw(msgspec.msgpack.encode(e)) for e in made])):
        assert [records.digest(place) for place in range(len(IDS))] == told


def test_many_processes_make_the_same_records(tmp_path: Path) -> None:
    alone, _ = make_records(opened(tmp_path / "one"), b"code", KEYS, Made())
    elsewhere = Made()
    together, _ = make_records(opened(tmp_path / "three"), b"code", KEYS, elsewhere, 3)
    assert tuple(together) == tuple(alone)
    assert len(elsewhere.places) < len(IDS)


def test_what_other_code_made_is_made_anew(tmp_path: Path) -> None:
    keys = built(tmp_path, KEYS, Made())
    other = Made()
    built(tmp_path, KEYS, other, b"other code")
    assert sorted(other.places) == list(range(len(IDS)))
    assert recall_records(opened(tmp_path), keys) is not None


def test_a_damaged_record_is_made_anew(tmp_path: Path) -> None:
    keys = built(tmp_path, KEYS, Made())
    (file,) = tmp_path.iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert recall_records(opened(tmp_path), keys) is None
    again = Made()
    assert built(tmp_path, KEYS, again) == keys
    assert len(again.places) == 1


def gathered(*corrections: SeedCorrection) -> KeptAnalyses:
    seeds, analyses = Packs(None, "seeds"), Packs(None, "analyses")
    places = []
    for name in ("b", "d", "c", "a"):
        seed = Seed(name, f"{name}.txt", name, 1, "text/plain", "utf-8", f"Text {name}.")
        key = name.encode()
        seeds.put([Entry(key, b"", msgspec.msgpack.encode(seed))])
        analyses.put([Entry(key, b"", analysed(NO_SEED, seed.text))])
        places.append(Place(name, seed.file, key, key))
    return kept_analyses(Seeds(seeds, ()), analyses, places, corrections)


def analysed(seed: Seed, title: str) -> bytes:
    document = Document(seed, "en", Source(), title, "seed", (), (), (), ())
    return msgspec.msgpack.encode(Analysis(document, (), (), (), (), ()))


def test_analyses_are_read_with_their_seeds_in_the_order_of_ids() -> None:
    found = gathered()
    assert found.ids == ("a", "b", "c", "d")
    assert found.files == ("a.txt", "b.txt", "c.txt", "d.txt")
    assert [each.id for each in found] == list(found.ids)
    assert [each.document.title for each in found] == [each.document.seed.text for each in found]


def test_editors_are_heard_whenever_an_analysis_is_read() -> None:
    found = gathered(SeedCorrection("c.txt", title="Another title"))
    assert [each.document.title for each in found] == ["Text a.", "Text b.", "Another title", "Text d."]


def test_nobody_reads_what_was_given_free() -> None:
    found = gathered()
    assert found[0].id == "a"
    found.release()
    with pytest.raises(LookupError):
        found[0]
