"""Records are made once, until what they rest on changes; what the last build kept is taken over."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from crisis_archive.archive.kept_analyses import NO_SEED, Gathered
from crisis_archive.archive.kept_records import make_records, recall_records
from crisis_archive.memory import Memory
from crisis_archive.model import Analysis, Document, Record, Seed, SeedCorrection, Source
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


def built(
    cache: Path, keys: Sequence[bytes], make: Made, last: Sequence[bytes] = (), code: bytes = b"code"
) -> tuple[bytes, ...]:
    with Memory.open(cache) as memory:
        records, parts = make_records(memory, code, IDS[: len(keys)], keys, make, last)
        assert [each.id for each in records] == list(IDS[: len(keys)])
    return parts


def test_only_what_has_changed_is_made(tmp_path: Path) -> None:
    first = Made()
    parts = built(tmp_path, KEYS, first)
    assert sorted(first.places) == list(range(len(IDS)))
    nothing = Made()
    assert built(tmp_path, KEYS, nothing, parts) == parts
    assert nothing.places == []
    one = Made("As it is now.")
    changed = [*KEYS[:70], b"other", *KEYS[71:]]
    new = built(tmp_path, changed, one, parts)
    assert one.places == [70]
    assert sum(before != after for before, after in zip(parts, new, strict=True)) == 1
    with Memory.open(tmp_path) as memory:
        found = recall_records(memory, b"code", new)
    assert found is not None
    assert [each.id for each in found] == list(IDS)
    assert [each.paragraphs[0] for each in found[69:72]] == ["As it was.", "As it is now.", "As it was."]


def test_texts_that_go_leave_nothing_behind(tmp_path: Path) -> None:
    parts = built(tmp_path, KEYS, Made())
    less = Made()
    new = built(tmp_path, KEYS[:90], less, parts)
    assert less.places == []
    with Memory.open(tmp_path) as memory:
        found = recall_records(memory, b"code", new)
    assert found is not None
    assert [each.id for each in found] == list(IDS[:90])


@pytest.mark.parametrize("kept", [b"\x00", msgspec.msgpack.encode((b"code", ("text-000",)))])
def test_what_other_code_laid_out_is_made_anew(tmp_path: Path, kept: bytes) -> None:
    parts = built(tmp_path, KEYS, Made())
    other = Made()
    built(tmp_path, KEYS, other, parts, b"other code")
    assert sorted(other.places) == list(range(len(IDS)))
    with Memory.open(tmp_path) as memory:
        memory.put({parts[0]: kept})
        assert recall_records(memory, b"code", parts) is None
    again = Made()
    assert built(tmp_path, KEYS, again, parts) == parts
    assert 0 < len(again.places) < len(IDS)


def gathered(*corrections: SeedCorrection) -> Gathered:
    found = Gathered(corrections)
    for some in (("b", "d"), ("c", "a")):
        seeds = [Seed(name, f"{name}.txt", name, 1, "text/plain", "utf-8", f"Text {name}.") for name in some]
        found.add([(seed, analysed(NO_SEED, seed.text)) for seed in seeds])
    return found


def analysed(seed: Seed, title: str) -> msgspec.Raw:
    document = Document(seed, "en", Source(), title, "seed", (), (), (), ())
    return msgspec.Raw(msgspec.msgpack.encode(Analysis(document, (), (), (), (), ())))


def test_analyses_are_read_with_their_seeds_in_the_order_of_ids() -> None:
    found = gathered().analyses()
    assert found.ids == ("a", "b", "c", "d")
    assert found.files == ("a.txt", "b.txt", "c.txt", "d.txt")
    assert [each.id for each in found] == list(found.ids)
    assert [each.document.title for each in found] == [each.document.seed.text for each in found]


def test_editors_are_heard_whenever_an_analysis_is_read() -> None:
    found = gathered(SeedCorrection("c.txt", title="Another title")).analyses()
    assert [each.document.title for each in found] == ["Text a.", "Text b.", "Another title", "Text d."]


def test_nobody_reads_what_was_given_free() -> None:
    found = gathered().analyses()
    assert found[0].id == "a"
    found.release()
    with pytest.raises(LookupError):
        found[0]
