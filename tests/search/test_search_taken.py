"""Scripts of records that did not change are taken over from the old site, unmade."""

from pathlib import Path

from crisis_archive.search import IndexFiles
from crisis_archive.search.files import made_index, path_of
from crisis_archive.search.listing import listing_of_records
from crisis_archive.search.records import Passage, SearchRecord, key_of_record
from crisis_archive.search.shards import data_of, script
from lunr_search import OldScripts, written
from site_files import SiteFiles


class Old:
    """An old site that has some files, in a folder; what is taken or read is noted."""

    def __init__(self, files: dict[str, str], folder: Path = Path()) -> None:
        self.files, self.folder = files, folder
        self.taken, self.was_read = list[str](), list[str]()

    def take(self, path: str, target: str, sha256: str | None = None, key: bytes | None = None) -> str | None:
        if self.files.get(path) != sha256 or sha256 is None:
            return None
        self.taken.append(path)
        Path(target).write_text("taken")
        return sha256

    def read(self, path: str, sha256: str) -> bytes | None:
        self.was_read.append(path)
        return (self.folder / path).read_bytes() if self.files.get(path) == sha256 else None


def found(name: str, text: str) -> SearchRecord:
    return SearchRecord("text", name, (Passage(text, "p1"),), name, "", f"texts/{name}.html")


def index_of(*records: SearchRecord) -> IndexFiles:
    return made_index(listing_of_records(records), ())


def bucket_of(index: IndexFiles) -> int:
    return len(index.shards)


def test_an_unchanged_bucket_is_taken_over(tmp_path: Path) -> None:
    index = index_of(found("a", "One."), found("b", "Two."))
    number = bucket_of(index)
    first = written(SiteFiles(str(tmp_path / "first")), index, number, None)
    old = Old(first.files)
    again = written(SiteFiles(str(tmp_path / "again"), old), index, number, first)
    assert again == first
    assert sorted(old.taken) == sorted(first.files)


def test_a_file_that_the_old_site_lost_is_made_and_no_other_written(tmp_path: Path) -> None:
    index = index_of(found("a", "One."), found("b", "Two."))
    number = bucket_of(index)
    first = written(SiteFiles(str(tmp_path / "first")), index, number, None)
    lost, left = sorted(first.files)
    files = SiteFiles(str(tmp_path / "again"), Old({left: first.files[left]}))
    assert written(files, index, number, first) == first
    assert (tmp_path / "again" / left).read_text() == "taken"
    assert (tmp_path / "again" / lost).read_bytes() == (tmp_path / "first" / lost).read_bytes()
    assert files.digests == first.files


def test_of_a_bucket_that_changed_scripts_that_hold_the_same_get_another_stamp(tmp_path: Path) -> None:
    index = index_of(found("a", "One."), found("b", "Two."))
    first = written(SiteFiles(str(tmp_path / "first")), index, bucket_of(index), None)
    changed = index_of(found("a", "One."), found("b", "Another."))
    number = bucket_of(changed)
    fresh = written(SiteFiles(str(tmp_path / "fresh")), changed, number, None)
    for there in (first.files, {}):
        old = Old(there, tmp_path / "first")
        folder = tmp_path / f"again-{len(there)}"
        files = SiteFiles(str(folder), old)
        assert written(files, changed, number, None, OldScripts(files, [first])) == fresh
        assert all(
            (folder / path).read_bytes() == (tmp_path / "fresh" / path).read_bytes() for path in fresh.files
        )
        (same,) = (path_of(name) for name, key in fresh.keys.items() if first.keys[name] == key)
        assert old.was_read == [same]
        assert fresh.files[same] != first.files[same]


def test_the_data_of_a_script_are_those_that_it_was_made_of() -> None:
    made = script("records/text-0-0", "abc", b'[["a"]]')
    assert data_of(made, "records/text-0-0") == b'[["a"]]'
    assert data_of(made, "records/text-0-1") is None
    assert data_of(b"", "records/text-0-0") is None


def test_another_text_is_another_key() -> None:
    one, other = index_of(found("a", "One.")), index_of(found("a", "Two."))
    assert one.key(bucket_of(one)) != other.key(bucket_of(other))
    assert one.key(0) != other.key(0)


def test_keys_tell_all_that_a_record_holds() -> None:
    plain = found("a", "One.")
    assert key_of_record(plain) == key_of_record(found("a", "One."))
    assert key_of_record(plain) != key_of_record(found("a", "One"))
    damaged = found("a", "\ud800")
    assert key_of_record(damaged) != key_of_record(found("a", "\ud801"))
