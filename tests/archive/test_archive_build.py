"""The archive from a folder: what editors state, what is withheld, what memory changes (nothing)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crisis_archive import archive
from crisis_archive.archive import NothingToBuildError, build_archive
from crisis_archive.draft import replay
from crisis_archive.model import Archive, Record
from crisis_archive.relating import keeping
from crisis_archive.settings import Settings

REPORT = """Flood closes the harbour of Alba

The river Ombra broke its northern dam on Monday and flooded the harbour of Alba, officials said.

At least 14 people were killed, according to the mayor, Ana Ruiz. “We will rebuild,” she said.
"""
OTHER = """Bakers of Lindow hold a fair

Forty bakers came to the fair of Lindow in spring, and the oldest of them won the prize for rye bread.
"""
NO_MODEL = Settings(name_model="")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "flood.txt").write_text(REPORT, "utf-8")
    (folder / "fair.txt").write_text(OTHER, "utf-8")
    return folder


def built(seeds: Path, correction: str = "", cache: Path | None = None, jobs: int = 1) -> Archive:
    content = seeds.parent / "content"
    (content / "corrections").mkdir(parents=True, exist_ok=True)
    (content / "corrections" / "flood.toml").write_text('seed = "flood.txt"\n' + correction, "utf-8")
    return build_archive(seeds, content, cache, jobs, NO_MODEL)


def flood(archive: Archive) -> Record:
    return next(record for record in archive.records if record.id == "flood")


def test_an_editors_title_replaces_the_seeds_own_and_the_record_still_replays(seeds: Path) -> None:
    record = flood(built(seeds, 'title = "The Alba flood"'))
    assert (record.title, record.title_origin) == ("The Alba flood", "editor")
    assert replay(record.found, record.edits) == "\n\n".join(record.paragraphs)
    assert any("editor" in edit.rules for edit in record.edits)
    assert all(mention.paragraph >= 0 for mention in record.mentions)


def test_the_seeds_own_title_replays_with_the_paragraphs(seeds: Path) -> None:
    record = flood(built(seeds))
    assert record.title_origin == "seed"
    assert replay(record.found, record.edits) == "\n\n".join((record.title, *record.paragraphs))


def test_an_editors_source_date_slug_and_note_are_the_records(seeds: Path) -> None:
    stated = 'publisher = "Alba Post"\ndate = 2020-05-04\nslug = "alba"\nnote = "Seen in print."'
    record = flood(built(seeds, stated))
    assert (record.source.publisher, record.source.origin) == ("Alba Post", "editor")
    assert (str(record.date.earliest), record.date.origin) == ("2020-05-04", "editor")
    assert (record.slug, record.note) == ("alba", "Seen in print.")


def test_a_withheld_text_is_named_with_reason_hash_and_size(seeds: Path) -> None:
    archive = built(seeds, 'withheld = "names a minor"')
    (refusal,) = archive.refusals
    assert refusal.file == "flood.txt"
    assert "names a minor" in refusal.why
    assert refusal.bytes == len(REPORT.encode())
    assert [record.id for record in archive.records] == ["fair"]


def test_a_text_that_belongs_to_no_event_has_no_crisis(seeds: Path) -> None:
    archive = built(seeds)
    assert archive.crises == ()
    assert [record.crisis for record in archive.records] == [None, None]


def test_an_editors_crisis_without_texts_is_told(seeds: Path) -> None:
    crises = seeds.parent / "content" / "crises"
    crises.mkdir(parents=True)
    (crises / "quake.md").write_text("Title: Earthquake in Velm\n", "utf-8")
    assert any("quake" in notice for notice in built(seeds).notices)


def test_memory_processes_and_order_change_nothing(seeds: Path, tmp_path: Path) -> None:
    first = built(seeds)
    cache = tmp_path / "cache"
    assert built(seeds, cache=cache) == first
    assert built(seeds, cache=cache) == first
    assert built(seeds, jobs=2) == first


def test_steps_beside_each_other_change_nothing(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(seeds)
    monkeypatch.setattr(archive, "_TEXTS_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(keeping, "_WORTH_A_PROCESS", 1)
    cache = tmp_path / "cache"
    assert built(seeds, cache=cache, jobs=2) == first
    seed = next(iter(sorted(seeds.iterdir())))
    was = seed.read_bytes()
    seed.write_bytes(was + b"\nA sentence was added.\n")
    assert built(seeds, cache=cache, jobs=2) == built(seeds) != first
    seed.write_bytes(was)
    assert built(seeds, cache=cache, jobs=2) == first


def test_what_is_kept_is_not_related_again_and_stays_kept(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    first = built(seeds, cache=cache)
    kept = entries(cache)

    def fail(*anything: object) -> None:
        raise AssertionError("this was done before")

    monkeypatch.setattr("crisis_archive.archive.relate", fail)
    for _ in range(5):
        assert built(seeds, cache=cache) == first
    assert entries(cache) == kept
    with pytest.raises(AssertionError, match="done before"):
        built(seeds, 'title = "The Alba flood"', cache=cache)


def entries(cache: Path) -> set[bytes]:
    """The keys of all that is kept."""
    (file,) = cache.glob("*.sqlite")
    with closing(sqlite3.connect(file)) as connection:
        return {key for (key,) in connection.execute("SELECT key FROM entries")}


def size_of_packs(cache: Path) -> int:
    return sum(file.stat().st_size for file in (cache / "packs").iterdir())


def test_the_cache_does_not_grow_with_the_builds(seeds: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    sizes, bytes_in_packs = [], []
    for number in range(24):
        (seeds / "flood.txt").write_text(REPORT + f"\nAnother line, number {number}.\n", "utf-8")
        built(seeds, cache=cache)
        sizes.append(len(entries(cache)))
        bytes_in_packs.append(size_of_packs(cache))
    assert max(sizes) < 2 * sizes[0]
    assert max(bytes_in_packs) < 3 * bytes_in_packs[0]


def test_a_changed_seed_is_read_anew(seeds: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    built(seeds, cache=cache)
    (seeds / "flood.txt").write_text(REPORT.replace("Monday", "Tuesday"), "utf-8")
    assert "Tuesday" in flood(built(seeds, cache=cache)).paragraphs[0]


def test_a_disk_that_fails_while_texts_are_related_stops_no_build(seeds: Path, tmp_path: Path) -> None:
    first, cache = built(seeds), tmp_path / "cache"
    cut: list[Path] = []

    def cut_files(step: str, done: int, of: int) -> None:
        if step == "relating" and not cut:
            cut.extend((cache / "packs").glob("analyses-*"))
            for file in cut:
                file.write_bytes(b"")

    assert build_archive(seeds, seeds.parent / "content", cache, 1, NO_MODEL, cut_files) == first
    assert cut
    assert built(seeds, cache=cache) == first


def test_nothing_left_to_build_names_every_file(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingToBuildError) as caught:
        build_archive(tmp_path / "seeds", settings=NO_MODEL)
    assert [refusal.file for refusal in caught.value.refusals] == ["empty.txt"]
