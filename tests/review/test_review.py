"""What an editor is told to look at, in which order, and the files that are made ready."""

import datetime as dt
import tomllib
from pathlib import Path

from msgspec.structs import replace

from crisis_archive.archive import build_archive
from crisis_archive.model import (
    Archive,
    AuthorityEntity,
    CrisisReason,
    Doubt,
    Entity,
    PublicationDate,
    Record,
)
from crisis_archive.reading.editorial import read_editorial
from crisis_archive.review import draft_correction, review
from crisis_archive.settings import Settings
from tests.makers import crisis, record

DAY = PublicationDate(dt.date(2020, 5, 4), dt.date(2020, 5, 4), "seed")


def archive(records: list[Record], entities: tuple[Entity, ...] = (), **more: object) -> Archive:
    fields: dict[str, object] = {"crises": (), **more}
    return Archive(tuple(records), entities, (), fields["crises"], (), (), ())  # type: ignore[arg-type]  # given below


def person(name: str, *crises: str) -> Entity:
    identity = "person-" + name.casefold().replace(" ", "-").replace("é", "e")
    return Entity(identity, "person", name, (), "found", None, None, {}, ("a",), crises, ())


def told(found: Archive, authority: tuple[AuthorityEntity, ...] = ()) -> list[tuple[str, str | None]]:
    return [(each.kind, each.file) for each in review(found, authority)]


def test_a_text_of_which_all_is_known_is_no_concern() -> None:
    assert told(archive([record("a", "It rained.", date=DAY)])) == []


def test_the_worst_comes_first() -> None:
    broken = Doubt("losses", 0, 0, 2, "Something is missing here.")
    wide = PublicationDate(dt.date(2020, 1, 1), dt.date(2020, 3, 1), "derived")
    week = PublicationDate(dt.date(2020, 1, 1), dt.date(2020, 1, 5), "derived")
    texts = [
        record("a", "It rained.", date=week),
        record("b", "It rained.", date=DAY, doubts=(broken,)),
        record("c", "It rained.", title_origin="derived"),
        record("d", "It rained.", date=wide),
        record("e", "It rained.", date=DAY, crisis=None),
    ]
    assert told(archive(texts)) == [
        ("date", "c.txt"),
        ("date", "d.txt"),
        ("title", "c.txt"),
        ("date", "a.txt"),
        ("doubt", "b.txt"),
        ("no crisis", "e.txt"),
    ]


def test_what_an_editor_settled_is_not_told_again() -> None:
    given = PublicationDate(dt.date(2020, 1, 1), dt.date(2020, 3, 1), "editor")
    assert told(archive([record("a", "It rained.", date=given, title_origin="editor")])) == []


def test_a_text_as_like_another_crisis_is_told_before_one_that_little_ties() -> None:
    def tied(document: str, own: float, other: float, pinned: bool = False) -> CrisisReason:
        return CrisisReason(document, (), "storm", (), own, other, pinned)

    reasons = (tied("a", 0.3, 0.28), tied("b", 0.02, 0.0), tied("c", 0.3, 0.1), tied("d", 0.01, 0.3, True))
    one = crisis(("a",), ("b",), ("c",), ("d",))
    held = replace(one, why=reasons)
    texts = [record(each, "It rained.", date=DAY) for each in "abcd"]
    found = [each for each in review(archive(texts, crises=(held,))) if each.kind == "tie"]
    assert [(each.file, each.mend) for each in found] == [
        ("a.txt", 'crisis = "storm"'),
        ("b.txt", 'crisis = "flood"'),
    ]


def test_names_one_letter_apart_are_told_unless_an_editor_tells_them_apart() -> None:
    entities = (person("Ilse Morrow"), person("Ilse Morow"), person("Otto Brandt"))
    texts = [record("a", "It rained.", date=DAY)]
    (found,) = review(archive(texts, entities))
    assert (found.kind, found.file) == ("name", None)
    assert "Ilse Morrow" in found.says and "Ilse Morow" in found.says
    authority = (
        AuthorityEntity("person-ilse-morow", "person", "Ilse Morow", distinct_from=("person-ilse-morrow",)),
        AuthorityEntity("person-ilse-morrow", "person", "Ilse Morrow"),
    )
    assert told(archive(texts, entities), authority) == []


def test_a_bare_surname_beside_two_bearers_is_told_for_each_in_its_crisis() -> None:
    entities = (
        person("Vega", "flood"),
        person("Ana Vega", "flood"),
        person("Luis Vega", "flood"),
        person("Rosa Vega", "storm"),
    )
    says = [each.says for each in review(archive([record("a", "It rained.", date=DAY)], entities))]
    assert len(says) == 2
    assert not any("Rosa" in each for each in says)


def test_the_proposed_names_are_tables_of_the_authority_file(tmp_path: Path) -> None:
    (found,) = review(
        archive([record("a", "It rained.", date=DAY)], (person("Ilse Morrow"), person("Ilse Morow")))
    )
    (tmp_path / "authority.toml").write_text(found.mend, "utf-8")
    (entity,) = read_editorial(tmp_path, ()).authority
    assert {entity.name, *entity.aliases} == {"Ilse Morrow", "Ilse Morow"}
    uncommented = "\n".join(
        line.removeprefix("# ") for line in found.mend.split("\n") if not line.startswith("aliases")
    )
    (tmp_path / "authority.toml").write_text(uncommented, "utf-8")
    assert len(read_editorial(tmp_path, ()).authority) == 2


REPORT = """The river Ombra broke its northern dam and flooded the harbour of Alba, officials said.

“Nobody had warned us of this at all and nobody will.”

At least 14 people were killed.
"""


def test_a_draft_changes_nothing_until_it_is_filled_in_and_then_all_of_it(tmp_path: Path) -> None:
    seeds, content = tmp_path / "seeds", tmp_path / "content"
    seeds.mkdir()
    (content / "corrections").mkdir(parents=True)
    (seeds / "flood.txt").write_text(REPORT, "utf-8")
    plain = build_archive(seeds, None, None, 1, Settings(name_model=""))
    (text,) = plain.records
    draft = draft_correction(text, review(plain))
    assert tomllib.loads(draft) == {"seed": "flood.txt"}
    path = content / "corrections" / "flood.toml"
    path.write_text(draft, "utf-8")
    assert build_archive(seeds, content, None, 1, Settings(name_model="")) == plain
    filled = draft.replace("# title =", "title =").replace("# date =", "date =").replace("# note =", "note =")
    filled = (
        filled.replace("# [[quote]]", "[[quote]]").replace("# text", "text").replace("# speaker", "speaker")
    )
    path.write_text(filled.replace('"person-"', '"none"'), "utf-8")
    (record_,) = build_archive(seeds, content, None, 1, Settings(name_model="")).records
    assert (record_.title_origin, record_.date.origin) == ("editor", "editor")
    assert record_.note and any(quote.origin == "editor" for quote in record_.quotes)


def test_words_with_marks_and_backslashes_stay_toml() -> None:
    strange = record(
        "a", 'He said "no" \\ and\tleft.', title='A "title" \\ of\tmarks', title_origin="derived"
    )
    draft = draft_correction(strange, review(archive([strange])))
    lines = [line.removeprefix("# ") for line in draft.split("\n") if line.startswith("# title")]
    assert tomllib.loads(lines[0]) == {"title": strange.title}
