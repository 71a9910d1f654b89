"""What an editor says of a text's names, quotations and figures wins, and is marked as the editor's."""

from pathlib import Path

import pytest

from crisis_archive.archive import build_archive
from crisis_archive.model import Archive, Figure, Quote, Record
from crisis_archive.settings import Settings

REPORT = """Flood closes the harbour of Alba

Jane Roe, the mayor of Alba, met Otto Brandt of the River Board on Monday.

“We will rebuild the harbour by spring,” Brandt said. “Nobody was warned at all,” she said.

At least 14 people were killed, according to the mayor, and 20 boats were destroyed on Monday.
"""


def built(folder: Path, correction: str, authority: str = "") -> Archive:
    seeds, content = folder / "seeds", folder / "content"
    (content / "corrections").mkdir(parents=True, exist_ok=True)
    seeds.mkdir(exist_ok=True)
    (seeds / "flood.txt").write_text(REPORT, "utf-8")
    (content / "corrections" / "flood.toml").write_text('seed = "flood.txt"\n' + correction, "utf-8")
    (content / "authority.toml").write_text(authority, "utf-8")
    return build_archive(seeds, content, None, 1, Settings(name_model=""))


def quote(record: Record, words: str) -> Quote:
    return next(each for each in record.quotes if words in record.text_at(each.span))


def figure(record: Record, words: str) -> Figure:
    return next(each for each in record.figures if words in record.text_at(each.span))


def test_without_tables_nothing_is_marked_as_the_editors(tmp_path: Path) -> None:
    (record,) = built(tmp_path, "").records
    origins = [each.origin for each in record.quotes] + [each.origin for each in record.figures]
    assert set(origins + [each.origin for each in record.mentions]) == {None}


def test_an_editor_names_another_speaker(tmp_path: Path) -> None:
    table = '[[quote]]\ntext = "rebuild the harbour"\nspeaker = "person-jane-roe"\n'
    (record,) = built(tmp_path, table).records
    said = quote(record, "rebuild")
    assert (said.speaker, said.speaker_text, said.origin) == ("person-jane-roe", None, "editor")
    assert quote(record, "Nobody").origin is None


def test_an_editor_says_that_nobody_knows_the_speaker(tmp_path: Path) -> None:
    (record,) = built(tmp_path, '[[quote]]\ntext = "rebuild the harbour"\nspeaker = "none"\n').records
    said = quote(record, "rebuild")
    assert (said.speaker, said.speaker_text, said.cue, said.origin) == (None, None, None, "editor")


def test_a_speaker_of_the_authority_file_whom_no_text_names_has_a_record(tmp_path: Path) -> None:
    authority = '[[entity]]\nid = "person-ann-day"\nkind = "person"\nname = "Ann Day"\n'
    archive = built(tmp_path, '[[quote]]\ntext = "Nobody was"\nspeaker = "person-ann-day"\n', authority)
    (entity,) = [each for each in archive.entities if each.id == "person-ann-day"]
    assert (entity.name, entity.origin, entity.documents) == ("Ann Day", "editor", ("flood",))
    assert quote(archive.records[0], "Nobody").speaker == "person-ann-day"


def test_a_speaker_whom_nobody_knows_is_told_and_left_out(tmp_path: Path) -> None:
    archive = built(tmp_path, '[[quote]]\ntext = "Nobody was"\nspeaker = "person-ann-day"\n')
    assert quote(archive.records[0], "Nobody").speaker is None
    assert any("person-ann-day" in notice and "authority.toml" in notice for notice in archive.notices)


def test_an_editor_adds_a_quotation_that_was_not_read(tmp_path: Path) -> None:
    table = '[[quote]]\ntext = "met Otto Brandt"\nspeaker = "person-jane-roe"\n'
    (record,) = built(tmp_path, table).records
    added = quote(record, "met Otto Brandt")
    assert (record.text_at(added.span), added.speaker) == ("met Otto Brandt", "person-jane-roe")


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("low = 41\nhigh = 41", (41, 41, "exact", "people killed", "the mayor")),
        ("low = 14\nhigh = 20", (14, 20, "exact", "people killed", "the mayor")),
        ("high = 20", (None, 20, "at-most", "people killed", "the mayor")),
        ('counts = "people missing"', (14, None, "at-least", "people missing", "the mayor")),
        ('claimant = "River Board"', (14, None, "at-least", "people killed", "River Board")),
        ('claimant = "none"', (14, None, "at-least", "people killed", None)),
    ],
)
def test_an_editor_states_a_figure(tmp_path: Path, table: str, wanted: tuple[object, ...]) -> None:
    (record,) = built(tmp_path, f'[[figure]]\ntext = "14 people"\n{table}\n').records
    found = figure(record, "14")
    assert (found.low, found.high, found.bound, found.counts, found.claimant) == wanted
    assert found.origin == "editor"
    assert figure(record, "20").origin is None


def test_an_editor_says_that_a_number_is_no_figure(tmp_path: Path) -> None:
    (record,) = built(tmp_path, '[[figure]]\ntext = "14 people"\ncounts = "none"\n').records
    assert [record.text_at(each.span) for each in record.figures] == ["20"]


def test_an_editor_ties_words_to_an_entity_and_unties_others(tmp_path: Path) -> None:
    tables = (
        '[[name]]\ntext = "the mayor"\nentity = "person-jane-roe"\n'
        '[[name]]\ntext = "Brandt"\nentity = "none"\n[[name]]\ntext = "Otto Brandt"\nentity = "none"\n'
    )
    (record,) = built(tmp_path, tables).records
    by_editor = [record.text_at(each.span) for each in record.mentions if each.origin == "editor"]
    assert by_editor == ["the mayor", "the mayor"]
    assert not any("Brandt" in record.text_at(each.span) for each in record.mentions)


def test_words_that_do_not_stand_in_the_text_are_told(tmp_path: Path) -> None:
    tables = '[[figure]]\ntext = "15 people"\ncounts = "none"\n[[name]]\ntext = "Rone"\nentity = "none"\n'
    notices = built(tmp_path, tables).notices
    assert any("15 people" in each and "flood.txt" in each for each in notices)
    assert any("'Rone'" in each for each in notices)
