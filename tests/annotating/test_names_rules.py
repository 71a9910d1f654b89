"""Names by rule: the cases in `test_names_cases.txt`, the editor's names, and properties of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.annotating.names import find_names
from crisis_archive.model import AuthorityEntity, Document, Name, Seed, Source, Span
from crisis_archive.text.sentences import sentence_ranges

CASES = Path(__file__).with_name("test_names_cases.txt").read_text("utf-8")


def document(*paragraphs: str, title: str = "Title") -> Document:
    text = "\n\n".join(paragraphs)
    seed = Seed("a", "a.txt", "0" * 64, len(text), "text/plain", "utf-8", text)
    lines = tuple(range(1, len(paragraphs) + 1))
    return Document(seed, "en", Source(), title, "derived", paragraphs, lines, (), ())


def names_of(
    text: Document, answers: tuple[Name, ...] = (), authority: tuple[AuthorityEntity, ...] = ()
) -> tuple[Name, ...]:
    sentences = tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(text.paragraphs)
        for start, end in sentence_ranges(paragraph)
    )
    return find_names(text, sentences, answers, authority)


def cases() -> list[tuple[str, str, list[str]]]:
    found = []
    for block in re.split(r"^== ", CASES, flags=re.MULTILINE)[1:]:
        title, text, *wanted = block.strip().split("\n")
        found.append((title, text, wanted))
    return found


@pytest.mark.parametrize(("title", "text", "wanted"), cases(), ids=[title for title, _, _ in cases()])
def test_case(title: str, text: str, wanted: list[str]) -> None:
    whole = document(text)
    found = {(name.kind, whole.text_at(name.span)) for name in names_of(whole)}
    words = {each for _, each in found}
    for line in wanted:
        kind, _, name = line[2:].rpartition(": ")
        if line.startswith("+ "):
            assert (kind, name) in found, f"{title}: {line}; found {sorted(found)}"
        elif kind:
            assert (kind, name) not in found, f"{title}: {line}"
        else:
            assert name not in words, f"{title}: {line}; found {sorted(found)}"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tolland told reporters that he was tired.", "person"),
        ("Tolland said the dam would hold.", "organisation"),
        ("Tolland said Kessel knew what he did.", "organisation"),
        ("Tolland opened the dam before he was told.", "organisation"),
    ],
)
def test_whom_the_pronoun_of_his_words_means_is_a_person_whatever_the_model_says(
    words: str, kind: str
) -> None:
    answer = Name(0, 0, len("Tolland"), "organisation", "model")
    text = document(words)
    found = {text.text_at(name.span): name.kind for name in names_of(text, (answer,))}
    assert found.get("Tolland", "organisation") == kind


def test_the_editors_names_stand_above_all() -> None:
    authority = (
        AuthorityEntity("group-river-folk", "group", "river folk", ("Rabat",)),
        AuthorityEntity("person-maduro", "person", "Nicolás Maduro", ("Maduro",)),
    )
    text = document("The river folk of Rabat saw Nicolas Maduro and Maduro Guerra.")
    found = [
        (text.text_at(name.span), name.kind, name.origin, name.entity)
        for name in names_of(text, authority=authority)
    ]
    assert found[:3] == [
        ("river folk", "group", "editor", "group-river-folk"),
        ("Rabat", "group", "editor", "group-river-folk"),
        ("Nicolas Maduro", "person", "editor", "person-maduro"),
    ]


def test_an_alias_of_two_names_neither() -> None:
    authority = (
        AuthorityEntity("person-a", "person", "Ann Roe", ("Roe",)),
        AuthorityEntity("person-b", "person", "Bo Roe", ("Roe",)),
    )
    (name,) = names_of(document("Then Roe left."), authority=authority)
    assert (name.origin, name.entity) == ("editor", None)


def test_the_model_is_corrected_by_the_text() -> None:
    text = document("Anna Berglund came. Then Berglund left; the Berglund plan failed.")
    wrong = tuple(
        Name(0, match.start(), match.end(), "organisation", "model")
        for match in re.finditer("Berglund", text.paragraphs[0])
        if match.start() > 10
    )
    assert {name.kind for name in names_of(text, wrong)} == {"person"}


def test_the_model_alone_is_heard() -> None:
    text = document("They spoke to Zorbax about it.")
    start = text.paragraphs[0].index("Zorbax")
    answer = Name(0, start, start + 6, "organisation", "model")
    assert names_of(text, (answer,)) == (answer,)
    assert names_of(text) == ()


PIECES = st.sampled_from(
    "Anna Berglund|the|of|US|U.S.|Dr.|J.|“|”|\"|'s|’s|,|.|and|&|Bank|Caracas|al-Assad|de|D-Buffalo|roe.com|"
    "(|)|-|President|Guaidó|é|中文|RM10|Inc.|\n|foreign ministry|known as|gangs|Å|١٢".split("|")
)


@given(st.lists(st.lists(PIECES, max_size=14).map(" ".join), max_size=4), st.data())
def test_every_span_holds_a_name_and_none_overlaps(paragraphs: list[str], data: st.DataObject) -> None:
    text = document(*paragraphs, title=data.draw(PIECES))
    answers = tuple(
        Name(number, start, start + data.draw(st.integers(1, 12)), "organisation", "model")
        for number, paragraph in enumerate(paragraphs)
        for start in range(0, max(0, len(paragraph) - 12), 9)
    )
    names = names_of(text, answers)
    last: dict[int, int] = {}
    for name in names:
        whole = text.title if name.paragraph < 0 else text.paragraphs[name.paragraph]
        assert 0 <= name.start < name.end <= len(whole)
        words = text.text_at(name.span)
        assert words == words.strip()
        assert any(letter.isalnum() for letter in words)
        assert name.start >= last.get(name.paragraph, 0)
        last[name.paragraph] = name.end
    assert list(names) == sorted(names, key=lambda name: (name.paragraph, name.start))
    assert names == names_of(text, answers)


def test_an_adjective_that_no_gazetteer_knows_is_no_people() -> None:
    text = document(
        "The Bolivarian government met Shiite rebels, and Sandinistas in Managua said no to Bolivarians."
    )
    heard = ("Bolivarian", "Shiite", "Sandinistas", "Bolivarians")
    answers = []
    for words in heard:
        start = (
            text.paragraphs[0].rindex(words) if words == "Bolivarians" else text.paragraphs[0].index(words)
        )
        answers.append(Name(0, start, start + len(words), "group", "model"))
    groups = [text.text_at(name.span) for name in names_of(text, tuple(answers)) if name.kind == "group"]
    assert groups == ["Shiite", "Sandinistas", "Bolivarians"]
