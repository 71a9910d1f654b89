"""Sentences between captions and buttons: which of them belong to the running text, and which do not."""

import pytest

from crisis_archive.cleaning.furniture.body import Kind, Line
from crisis_archive.cleaning.furniture.interrupted import with_interrupted

FORMS = {
    "F": Line(Kind.FURNITURE, 0, 0, False),
    "G": Line(Kind.FURNITURE, 0, 0, False),  # no caption
    "L": Line(Kind.LABEL, 3, 0, False),
    "S": Line(Kind.SENTENCE, 12, 0, True),
    "s": Line(Kind.SENTENCE, 12, 0, False),  # without a stop
    "x": Line(Kind.SENTENCE, 12, 0, True),  # begins with a small letter
    "w": Line(Kind.SENTENCE, 12, 1, True),  # speaks of a site
    "r": Line(Kind.SENTENCE, 12, 0, True),  # stands in other files
    "X": Line(Kind.TEXT, 30, 0, True),  # running text
}


def kept(page: str) -> str:
    texts = [
        {"x": "and so it was.", "F": "Image caption", "G": "Share"}.get(form, "So it was.") for form in page
    ]
    inside = with_interrupted(
        texts, [FORMS[form] for form in page], [form == "X" for form in page], [form == "r" for form in page]
    )
    return "".join("X" if each else "." for each in inside)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("", ""),
        ("S", "."),
        ("FSF", "..."),  # no running text
        # Above it
        ("SX", ".X"),  # not parted from it
        ("SGX", "X.X"),
        ("SGLX", "...X"),  # a headline below a button
        ("SFX", "X.X"),
        ("SFFFFX", "X....X"),
        ("SFFFFFX", "......X"),
        ("SFSFX", "X.X.X"),
        ("SLX", "..X"),
        ("SFLX", "X..X"),  # a caption that a form introduces
        ("SFLLX", "....X"),
        ("LSFX", ".X.X"),
        ("SFSLX", "....X"),
        # In its gaps
        ("XFSFX", "X.X.X"),
        ("XFSX", "X.XX"),
        ("XSFX", "XX.X"),
        ("XLSFX", "X...X"),
        ("XFSLX", "X...X"),
        ("XFLSFX", "X..X.X"),
        ("XFFFFSFX", "X....X.X"),
        ("XFFFFFSX", "X......X"),
        ("XFFSFFFFX", "X..X....X"),
        ("XFFSFFFFFX", "X........X"),
        ("XFSFXFSFX", "X.X.X.X.X"),
        ("XLSFXFSFX", "X...X.X.X"),
        # Below it nothing says that it goes on
        ("XFS", "X.."),
        ("XFSF", "X..."),
        # What is no whole sentence of this text
        ("XFsFX", "X...X"),
        ("XFxFX", "X...X"),
        ("XFwFX", "X...X"),
        ("XFrFX", "X...X"),
        ("sFX", "..X"),
        ("xFX", "..X"),
        ("wFX", "..X"),
        ("rFX", "..X"),
    ],
)
def test_a_sentence_between_forms(page: str, found: str) -> None:
    assert kept(page) == found
