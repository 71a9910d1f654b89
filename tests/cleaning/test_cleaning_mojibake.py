"""Garbled runs: which of them are repaired, which reading of several is taken, and what stays as it is."""

import pytest

from crisis_archive.cleaning import mojibake
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.mojibake import garbled
from crisis_archive.cleaning.mojibake.codepages import MULTI_BYTE, possible_codecs, reread
from crisis_archive.cleaning.mojibake.known import differences
from crisis_archive.cleaning.page import Page
from crisis_archive.draft import Draft
from crisis_archive.model import Metadata

SAID = "as they said to the press there on that Monday"  # words enough around it


def mended(text: str) -> str:
    """A text with the readings carried out that are found in one look at it."""
    at, parts = 0, []
    for reading in garbled(text):
        parts += [text[at : reading.start], reading.after]
        at = reading.end
    return "".join(parts) + text[at:]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Nicolรกs met Tomรกs and a รฑandรบ", "Nicolás met Tomás and a ñandú"),
        ("Tรก met Tomรก", "Tá met Tomá"),
        ("รกngel", "ángel"),
        # Clean signs at its ends are left where they stand.
        ("“脡l” and “Bogot谩”", "“Él” and “Bogotá”"),
        ("–“ร\x81ngel” in Bogotรก”", "–“Ángel” in Bogotá”"),
        # A word is repaired as a whole or not at all.
        ("Nicolรกs-รก", "Nicolรกs-รก"),
        ("Nicolรกs รก Tomรกs", "Nicolás รก Tomás"),
        ("รก Tomรกs-รก Nicolรกs", "รก Tomรกs-รก Nicolás"),
        # Another run of the same page speaks for it.
        ("├í", "├í"),
        ("├í and ├⌐", "á and é"),
        ("├⌐", "é"),
        # Words of the script that was found speak against it, those in Latin letters do not.
        ("NicolГЎs", "Nicolás"),
        ("NicolГЎs и", "Nicolás и"),
        ("NicolГЎs и с", "NicolГЎs и с"),
        ("The café of NicolÃ¡s, a niño", "The café of Nicolás, a niño"),
        # Two pages that read it in two ways: the more usual letter, or the page of another run.
        ("CamΓ΅es", "Camáes"),
        ("CamΓ΅es of ESPAΓ\x91A", "Camões of ESPAÑA"),
        ("CamΓ΅es καί ESPAΓ\x91A ή", "Camões καί ESPAÑA ή"),
    ],
)
def test_what_is_read_anew(text: str, becomes: str) -> None:
    assert mended(f"{text} {SAID}") == f"{becomes} {SAID}"


def test_hardly_a_word_is_too_little_to_tell_one_page_from_another() -> None:
    for length, becomes in ((39, "CamΓ΅es"), (40, "Camáes")):
        rest = SAID[: length - len("CamΓ΅es")]
        assert mended(f"CamΓ΅es{rest}") == f"{becomes}{rest}"
    assert mended("Tomรกs") == "Tomás"


def test_what_was_garbled_twice_comes_back_at_once() -> None:
    text = "The mayor of Medellเธฃเธ\x8dn, Nicolเธฃเธ\x81s, " + SAID
    draft = Draft(text)
    mojibake.run(draft, Page(Metadata(), False, SeedEvidence()))
    assert draft.text == "The mayor of Medellín, Nicolás, " + SAID
    assert {edit.why for edit in draft.edits()} == {
        "Letters garbled on the way here: UTF-8 that was read as cp874."
    }


# --- what ftfy knows, and what was lost ---


def mended_lines(*lines: str) -> list[str]:
    draft = Draft("\n".join(lines))
    mojibake.run(draft, Page(Metadata(), False, SeedEvidence()))
    return draft.text.split("\n")


def test_each_line_is_mended_where_it_stands() -> None:
    garbled_line, line = (
        "The mayor of MÃ©xico met JosÃ© in the cafÃ©.",
        "The mayor of México met José in the café.",
    )
    assert mended_lines("One.", "  " + garbled_line, "\t" + garbled_line) == [
        "One.",
        "  " + line,
        "\t" + line,
    ]
    lost, closed = "“We have seen it,â€ he said.", "“We have seen it,” he said."
    assert mended_lines("One.", lost, "A line between.", lost) == ["One.", closed, "A line between.", closed]
    assert mended_lines("“One.", "That is itâ€.") == ["“One.", "That is itâ€."]


def test_beside_other_controls_the_end_of_a_line_is_a_sign_too() -> None:
    assert mended_lines("Er sagte \x93nein\x94 und ging\x85 weg") == ["Er sagte “nein” und ging… weg"]


def test_differences_are_as_small_as_plain_words_make_them() -> None:
    def of(before: str, after: str) -> list[tuple[int, int, str]]:
        return [each[:3] for each in differences(before, after, 10)]

    assert of("The Ã© end of Ã¡", "The é end of á") == [(14, 16, "é"), (24, 26, "á")]
    assert of("Ã© end", "é end") == [(10, 12, "é")]
    assert of("The end", "The end") == []
    # Where a plain word has changed too, the stretch goes up to the next that has not.
    assert of("xx é yy é zz", "aa é qq é zz") == [(10, 19, "aa é qq é")]


# --- code pages ---


def test_pages_are_those_in_which_the_first_two_characters_can_begin_a_letter() -> None:
    assert possible_codecs("รก") == ["cp874", "iso8859_11", "tis_620"]
    assert "cp1252" in possible_codecs("Ã¡")
    assert "cp1252" in possible_codecs("Â¡")  # C2, the first that begins one
    assert "cp1252" in possible_codecs("ô¿")  # F4 and BF, the last ones
    for run in ("Áº", "õ¡", "ÃÀ", "Ãé", "¡Ã", "—¡", "Ã—", "ÃŁ", "Ł¡"):
        assert ("cp1252" in possible_codecs(run)) is (run == "Ã—")
    assert possible_codecs("Ã") == []
    assert possible_codecs("谩") == list(MULTI_BYTE)


@pytest.mark.parametrize(
    ("run", "codec", "after"),
    [
        ("Ã¡", "cp1252", "á"),
        ("Ã\x81", "cp1252", "Á"),  # a byte that the page leaves undefined
        ("谩", "gb18030", "á"),
        ("Ã¡", "cp874", None),
        ("Ãé", "cp1252", None),
        ("Ã", "cp1252", None),
        ("á", "gb18030", None),
    ],
)
def test_characters_become_bytes_and_bytes_become_characters(run: str, codec: str, after: str | None) -> None:
    assert reread(run, codec) == after
