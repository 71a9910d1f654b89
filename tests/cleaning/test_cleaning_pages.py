"""Whole files as they are found, each line marked by what it is: cleaning keeps what is the author's.

A file of `pages/` has a line for each line of a seed: `#` is the headline, `+` the author's words, `-` the
site's, `<` words that cleaning mends, and `>` what it makes of those above it.
"""

from pathlib import Path

import pytest

from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.draft import replay
from crisis_archive.model import Document, Metadata, Seed

FILES = sorted((Path(__file__).parent / "pages").glob("*.page"))


def lines_of(file: Path) -> list[tuple[str, str]]:
    marked = (line.partition(" ") for line in file.read_text("utf-8").splitlines())
    return [(mark, words.replace("\\u009d", "\x9d")) for mark, _, words in marked]


def cleaned(text: str) -> Document:
    seed = Seed("a", "a.txt", "0" * 64, len(text), "text/plain", "utf-8", text, Metadata())
    one = survey(seed)
    found = clean(seed, common_evidence([one]).for_seed(one))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_the_authors_stays_and_nothing_else(file: Path) -> None:
    lines = lines_of(file)
    found = cleaned("\n".join(words for mark, words in lines if mark in "#+-<"))
    text = [found.title] * (found.title_origin == "seed") + list(found.paragraphs)
    assert text == [words for mark, words in lines if mark in "#+>"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_record_gives_it_back_and_once_is_enough(file: Path) -> None:
    seed = "\n".join(words for mark, words in lines_of(file) if mark in "#+-<")
    found = cleaned(seed)
    shown = "\n\n".join([found.title] * (found.title_origin == "seed") + list(found.paragraphs))
    assert replay(seed, found.edits) == shown
    again = cleaned(shown)
    assert again.paragraphs == found.paragraphs
