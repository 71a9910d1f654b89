"""Scripts of records that did not change are taken over from the old site, unmade."""

from pathlib import Path

from crisis_archive.search import IndexFiles
from crisis_archive.search.files import made_index
from crisis_archive.search.listing import listing_of_records
from crisis_archive.search.records import Passage, SearchRecord, key_of_record
from lunr_search import written
from site_files import SiteFiles


class Old:
    """An old site that has some files; what is taken is noted."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files, self.taken = files, list[str]()

    def take(self, path: str, target: str, sha256: str | None = None, key: bytes | None = None) -> str | None:
        if self.files.get(path) != sha256 or sha256 is None:
            return None
        self.taken.append(path)
        Path(target).write_text("taken")
        return sha256


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
