"""The statistical model: one answer for each text, whatever stands beside it."""

import subprocess
import sys

import pytest

from crisis_archive.annotating import annotate
from crisis_archive.annotating.names import NameModel, load_name_model
from crisis_archive.annotating.names.model import PACKAGED
from crisis_archive.model import Document, Seed, Source

TEXTS = [
    ("Floods in Kenya", "President William Ruto visited Nairobi on Friday.", ""),
    ("", "The United Nations and the Red Cross sent help."),
    ("Title alone",),
]


@pytest.fixture(scope="module")
def model() -> NameModel:
    found = load_name_model(PACKAGED)
    assert found is not None
    return found


def test_answers_come_in_order_and_at_their_places(model: NameModel) -> None:
    answers = model.answers(TEXTS)
    assert len(answers) == 3
    found = [
        (text[name.paragraph + 1][name.start : name.end], name.kind)
        for text, names in zip(TEXTS, answers, strict=True)
        for name in names
    ]
    assert ("William Ruto", "person") in found
    assert ("Nairobi", "place") in found
    assert ("The United Nations", "organisation") in found
    assert {name.origin for names in answers for name in names} == {"model"}


def test_an_answer_depends_on_its_text_alone(model: NameModel) -> None:
    together = model.answers([*TEXTS, *TEXTS[::-1]])
    alone = [model.answers([text])[0] for text in TEXTS]
    assert together == [*alone, *alone[::-1]]
    assert model.answers([]) == []


def test_a_long_text_is_read_in_pieces_each_name_at_its_place(model: NameModel) -> None:
    sentence = "President William Ruto visited Nairobi on Friday."
    for space in (" ", "\n", ""):
        long = space.join(f"{number}. {sentence}" for number in range(300))
        (names,) = model.answers([("", "The Red Cross sent help.", long)])
        found = [long[name.start : name.end] for name in names if name.paragraph == 1]
        assert len(long) > 15_000
        assert found.count("William Ruto") > 250
        assert names[0].paragraph == 0
    unbroken = "a" * 12_000
    assert model.answers([(unbroken, "Nairobi")])[0][-1].paragraph == 0


def test_the_identity_tells_package_and_content(model: NameModel) -> None:
    assert model.identity.startswith(f"{PACKAGED} 3.8.0 sha256:")
    again = load_name_model(PACKAGED)
    assert again is not None
    assert again.identity == model.identity


def test_none_is_asked_for_with_an_empty_setting() -> None:
    assert load_name_model("") is None


def test_an_unknown_pipeline_gives_way_to_the_packaged_one() -> None:
    found = load_name_model("no_such_pipeline")
    assert found is not None
    assert found.package == PACKAGED


def test_asking_for_the_model_does_not_load_it() -> None:
    program = (
        "import sys; from crisis_archive.annotating.names import load_name_model as load; "
        "load('en_core_web_sm').identity; sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_without_a_model_names_are_still_found() -> None:
    text = "President William Ruto visited Nairobi, Kenya."
    seed = Seed("a", "a.txt", "0" * 64, len(text), "text/plain", "utf-8", text)
    document = Document(seed, "en", Source(), "Title", "derived", (text,), (1,), (), ())
    analysis = annotate(document, (), ())
    found = [(document.text_at(name.span), name.kind) for name in analysis.names]
    assert found == [("William Ruto", "person"), ("Nairobi", "place"), ("Kenya", "place")]
    assert [document.text_at(span) for span in analysis.sentences] == [text]
