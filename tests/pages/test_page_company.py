"""Who is named together with whom."""

from crisis_archive.model import Mention, Record
from crisis_archive.pages.company import nearest_company
from crisis_archive.pages.outlines import named_together, outline_of
from tests.makers import record


def mention(entity: str, paragraph: int, start: int) -> Mention:
    return Mention(paragraph, start, start + 1, "person", entity)


def company(text: Record) -> object:
    return nearest_company(named_together([outline_of(text)]))


def test_sentences_are_counted_once_and_others_come_by_how_many() -> None:
    text = record("a", "A met B. A met C and B. B met B.", "A left.")
    named = [("a", 0), ("b", 6), ("a", 9), ("c", 15), ("b", 21), ("b", 24), ("b", 30)]
    text = record(
        "a",
        *text.paragraphs,
        mentions=(*(mention(entity, 0, start) for entity, start in named), mention("a", 1, 0)),
    )
    assert company(text) == {
        "a": (("b", 2), ("c", 1)),
        "b": (("a", 2), ("c", 1)),
        "c": (("a", 1), ("b", 1)),
    }


def test_a_title_and_one_who_stands_alone_have_no_company() -> None:
    text = record(
        "a",
        "A left. B left.",
        mentions=(mention("a", -1, 0), mention("b", -1, 2), mention("a", 0, 0), mention("b", 0, 8)),
    )
    assert company(text) == {}


def test_a_long_list_tells_of_no_company() -> None:
    names = [f"n{number}" for number in range(40)]
    text = record("a", "x" * 100 + ".", mentions=tuple(mention(name, 0, at) for at, name in enumerate(names)))
    assert company(text) == {}
