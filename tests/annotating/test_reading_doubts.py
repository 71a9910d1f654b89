"""Doubts that only reading shows."""

from tests.annotating.reading_help import read


def rules(*paragraphs: str, names: tuple[str, ...] = ()) -> list[str]:
    return [doubt.rule for doubt in read(paragraphs, names).doubts]


def test_words_that_nobody_is_said_to_say() -> None:
    assert rules("“The ships will come at night and nobody will see them.” The lamps went out.") == [
        "quotation-without-speaker"
    ]


def test_a_pronoun_without_anybody_to_mean() -> None:
    text = "In total three ships have left. “The sea will decide,” he said."
    assert rules(text, "Juan Prado spoke later.", names=("Juan Prado",)) == ["quotation-without-speaker"]


def test_a_pronoun_is_no_doubt_where_the_sentence_before_names_him() -> None:
    assert rules("Juan Prado rose. “The sea will decide,” he said.", names=("Juan Prado",)) == []


def test_a_pronoun_is_no_doubt_where_no_names_were_read_at_all() -> None:
    assert rules("Juan Prado rose. “The sea will decide,” he said.") == []


SPLICED = "He also urged troops to let in the aid which he has approved in his role as interim president."


def test_a_he_that_bears_another_mans_role() -> None:
    found = read(
        ("Police watched as President Juan Prado spoke.", f"Prado cut all ties. {SPLICED}"),
        ("Juan Prado", "Prado"),
    )
    (doubt,) = found.doubts
    assert doubt.rule == "pronoun-does-not-fit"
    assert found.document.paragraphs[doubt.paragraph][doubt.start : doubt.end] == "He"
    assert "Prado" in doubt.why and "interim president" in doubt.why


def test_a_he_that_bears_his_own_role() -> None:
    text = ("Police watched as interim President Juan Prado spoke.", f"Prado cut all ties. {SPLICED}")
    assert rules(*text, names=("Juan Prado", "Prado")) == []


def test_a_man_without_a_title_can_be_anything() -> None:
    assert rules("Juan Prado spoke.", f"Prado cut all ties. {SPLICED}", names=("Juan Prado", "Prado")) == []
