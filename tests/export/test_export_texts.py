"""Lines of texts are taken over from the file that stands, and the file is the same as one made anew."""

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from crisis_archive.export import TEXTS_FILE, TextLines, write_data
from crisis_archive.model import Archive, KeptRecords
from data_memory import DataMemory
from tests.makers import record

IDS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=8).map(sorted)


def archive_of(*texts: tuple[str, str]) -> Archive:
    raws = [msgspec.Raw(msgspec.msgpack.encode(record(name, text))) for name, text in texts]
    return Archive(KeptRecords(raws), (), (), (), (), (), ())


def written(archive: Archive, folder: Path, before: TextLines | None = None) -> tuple[bytes, TextLines]:
    digests, lines = write_data(archive, folder, before)
    assert lines is not None
    assert lines.sha256 == digests[TEXTS_FILE]
    return (folder / TEXTS_FILE).read_bytes(), lines


@given(IDS, IDS, st.sets(st.sampled_from("abcdefghij")))
def test_texts_that_come_go_and_change(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], changed: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("site")
    old, lines = written(archive_of(*((each, "Å word.") for each in before)), folder / "old")
    now = [(each, "Another." if each in changed else "Å word.") for each in after]
    plain = replace(archive_of(*now), records=tuple(archive_of(*now).records))
    digests, none = write_data(plain, folder / "plain")
    assert none is None
    (folder / "new").mkdir()
    os.link(folder / "old" / TEXTS_FILE, folder / "new" / TEXTS_FILE)
    new, again = written(archive_of(*now), folder / "new", lines)
    assert new == (folder / "plain" / TEXTS_FILE).read_bytes()
    assert again.sha256 == digests[TEXTS_FILE]
    assert again == written(archive_of(*now), folder / "fresh")[1]
    assert (folder / "old" / TEXTS_FILE).read_bytes() == old


def test_what_is_not_there_is_written(tmp_path: Path) -> None:
    archive = archive_of(("a", "One."), ("b", "Two."))
    made, lines = written(archive, tmp_path / "one")
    assert written(archive, tmp_path / "other", lines) == (made, lines)


def test_the_schema_is_made_once(tmp_path: Path) -> None:
    archive = archive_of(("a", "One."))
    _, lines = written(archive, tmp_path / "one")
    assert lines.schema == (tmp_path / "one" / "schema.json").read_bytes()
    written(archive, tmp_path / "other", replace(lines, schema=b"as it was kept"))
    assert (tmp_path / "other" / "schema.json").read_bytes() == b"as it was kept"


def test_lines_are_known_again_for_their_site(tmp_path: Path) -> None:
    _, lines = written(archive_of(("a", "One.")), tmp_path / "site")
    memory = DataMemory(tmp_path, "/site")
    assert memory.before() is None
    memory.keep(lines)
    assert memory.before() == lines
    assert DataMemory(tmp_path, "/other").before() is None
    assert DataMemory(None, "/site").before() is None
    for path in (tmp_path / "data").iterdir():
        path.write_bytes(b"no memory")
    assert memory.before() is None
