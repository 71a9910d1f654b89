"""Articles that are damaged as archives damage them: what comes back, and that nothing else is touched."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.draft import replay
from crisis_archive.model import Document, Seed

HEADLINE = "Roads in the north open again"
PARAGRAPHS = (
    "The ministry said on Tuesday that the roads to the north were open again. Lorries had waited a week.",
    "“We are glad,” said Nicolás Benítez, who drives a lorry to Bogotá. “My family has been waiting.”",
    "It gave no date for the airport, which has been closed since Monday, when the runway broke in two.",
    "The opposition said that it did not believe a word of it, and called for the report to be shown.",
    "At least 14 people have died on the old road since Friday, according to the Red Crescent in Corabad.",
)
BEFORE = ("Skip to main content", "Menu", "Sign in", "Share this article", "Advertisement")
AFTER = (
    "Leave a Reply",
    "Your email address will not be published. Required fields are marked *",
    "Related articles",
    "© 2019 Northern Herald. All rights reserved.",
)
CODECS = ("cp1252", "cp874", "cp1251", "mac_roman", "koi8_r", "cp437", "shift_jis", "gb18030")


def cleaned(text: str) -> Document:
    seed = Seed("a", "a.txt", "0" * 64, 1, "text/plain", "utf-8", text)
    document = clean(seed, common_evidence([survey(seed)]).for_seed(survey(seed)))
    assert isinstance(document, Document)
    return document


def own_parts(document: Document) -> list[str]:
    return (
        [document.title, *document.paragraphs] if document.title_origin == "seed" else [*document.paragraphs]
    )


def garbled(text: str, codec: str) -> str:
    """Every name with letters above ASCII as it is when its UTF-8 is read as `codec`."""
    for name in ("Nicolás", "Benítez", "Bogotá"):
        try:
            read = name.encode().decode(codec)
        except UnicodeDecodeError:
            continue
        if read.encode(codec) == name.encode():
            text = text.replace(name, read)
    return text


def assert_only_edits_change(text: str, document: Document) -> None:
    """By the places and words of the record alone, as docs/data-format.md defines replay."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    spans = [(starts[edit.line - 1] + edit.start, edit.before, edit.after) for edit in document.edits]
    assert all(text[start : start + len(before)] == before for start, before, _ in spans)
    assert all(one[0] + len(one[1]) <= other[0] for one, other in pairwise(spans))
    result, at = "", 0
    for start, before, after in spans:
        result += text[at:start] + after
        at = start + len(before)
    assert (result + text[at:]).split("\n\n") == own_parts(document)


@pytest.mark.parametrize("codec", CODECS)
def test_garbled_names_come_back(codec: str) -> None:
    text = garbled("\n".join((HEADLINE, *PARAGRAPHS)), codec)
    assert own_parts(cleaned(text)) == [HEADLINE, *PARAGRAPHS]


def test_an_article_in_a_page_that_was_wrapped_garbled_and_pasted_twice_comes_back() -> None:
    body = "\n".join(garbled("\n".join(PARAGRAPHS), "cp1252").split("\n"))
    text = "\n".join((*BEFORE, HEADLINE, body, body, *AFTER))
    assert own_parts(cleaned(text)) == [HEADLINE, *PARAGRAPHS]


@pytest.mark.parametrize("width", range(60, 81, 4))
def test_lines_of_60_to_80_columns_become_paragraphs(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (HEADLINE, *PARAGRAPHS))
    assert own_parts(cleaned(text)) == [HEADLINE, *PARAGRAPHS]


@settings(max_examples=200, deadline=None)
@given(
    st.permutations(PARAGRAPHS),
    st.integers(2, 5),
    st.sampled_from(CODECS),
    st.lists(st.sampled_from(BEFORE), max_size=4),
    st.lists(st.sampled_from(AFTER), max_size=4),
    st.booleans(),
    st.sampled_from([(0, "\n"), (0, "\n\n"), (0, " \n \n"), (64, "\n\n"), (76, "\n\n")]),
)
def test_whatever_the_damage_the_record_replays_and_twice_is_once(
    parts: list[str],
    count: int,
    codec: str,
    before: list[str],
    after: list[str],
    twice: bool,
    shape: tuple[int, str],
) -> None:
    width, gap = shape
    if width:
        count = max(count, 3)  # two broken lines that no small letter goes on with show nothing
    body = [garbled(part, codec) for part in parts[:count]] * (2 if twice else 1)
    lines = [*before, HEADLINE, *body, *after]
    text = gap.join(textwrap.fill(line, width) if width else line for line in lines)
    document = cleaned(text)
    assert replay(text, document.edits).split("\n\n") == own_parts(document)
    assert_only_edits_change(text, document)
    again = clean(
        Seed("a", "a.txt", "0" * 64, 1, "text/plain", "utf-8", "\n\n".join(own_parts(document))),
        SeedEvidence(),
    )
    assert isinstance(again, Document)
    assert own_parts(again) == own_parts(document)
    # Every word of the article is there, and no word that is not the article's.
    wanted = {word for part in parts[:count] for word in part.split()}
    assert wanted <= {word for part in own_parts(document) for word in part.split()}
