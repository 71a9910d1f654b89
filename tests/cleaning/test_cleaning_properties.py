"""What holds for any text: the record replays, twice is once, paragraphs are clean, order does not matter."""

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_archive.cleaning import clean, common_evidence, survey
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.draft import replay
from crisis_archive.model import Document, Metadata, Refusal, Seed

SENTENCES = (
    "The ministry said on Tuesday that the roads to the north were open again.",
    "“We are glad,” said Ana Ruiz, who drives a lorry.",
    "Roads in the north open again",
    "Share this article",
    "Leave a Reply",
    "Nicolás Maduro spoke in Bogotá — and left",
    "president Nicolรกs spoke to the MÃ©xico press , it said.",
    "&amp;amp; &#8217; &lt;b&gt;",
    "a line that goes on",
    "recently. “.",
    "||",
    "Tuesday, January 5, 1998",
    "More from the north",
    "© 2019 Northern Herald. All rights reserved.",
    "““Yes””, he said,, and left .",
    "รก",
    "\u0085\u2028\u000c",
    "   ",
    "\ufffd\ud800?",
    "<p>Roads in the <b>north</b>",
    "</p><p>are open</p>",
    "&lt;br&gt;<!-- x --><script>",
    "## **Roads** in the [north](http://example.org/n) *open*",
    "``We are glad,'' he said.",
    "18:40",
    "inter-\nnational",
    "From: Desk <desk@example.org>",
    "Subject: Fwd: Roads in the north open again",
    "Date: Tue, 5 Jan 1998",
    "inter-",
    "national",
)


def seed_of(text: str, media: str = "text/plain", title: str | None = None) -> Seed:
    return Seed(
        "s",
        "s.txt",
        "0" * 64,
        1,
        "text/html" if media == "text/html" else "text/plain",
        "utf-8",
        text,
        Metadata(title=title),
    )


texts = st.one_of(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["\n", "\n\n", "\n \n\n", " ", ""]))).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    ),
    st.text(max_size=200),
    st.text("Ãé©“”’, .\n-aB?\u0e23\u0e01&;#3", max_size=60),
)


def cleaned(text: str, title: str | None = None) -> Document | Refusal:
    seed = seed_of(text, title=title)
    return clean(seed, common_evidence([survey(seed)]).for_seed(survey(seed)))


def own_text(document: Document) -> str:
    return "\n\n".join(
        [document.title, *document.paragraphs] if document.title_origin == "seed" else document.paragraphs
    )


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from([None, "Roads in the north open again"]))
def test_the_record_replays_to_title_and_paragraphs(text: str, title: str | None) -> None:
    document = cleaned(text, title)
    if isinstance(document, Document):
        assert replay(text, document.edits) == own_text(document)
        assert re.split(r"\n\s*\n", replay(text, document.edits)) == own_text(document).split("\n\n")
        for paragraph in document.paragraphs:
            assert paragraph and paragraph == paragraph.strip() and "\n" not in paragraph
        assert len(document.lines) == len(document.paragraphs)
        assert list(document.lines) == sorted(document.lines)
        places = [(edit.line, edit.start) for edit in document.edits]
        assert places == sorted(places)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_cleaning_the_cleaned_text_changes_nothing(text: str) -> None:
    once = cleaned(text)
    if isinstance(once, Document):
        again = clean(seed_of(own_text(once)), SeedEvidence())
        assert isinstance(again, Document)
        assert own_text(again) == own_text(once)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_doubts_stand_where_they_say(text: str) -> None:
    document = cleaned(text)
    if isinstance(document, Document):
        for doubt in document.doubts:
            whole = document.title if doubt.paragraph < 0 else document.paragraphs[doubt.paragraph]
            assert 0 <= doubt.start < doubt.end <= len(whole)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(every: list[str], chance: Random) -> None:
    surveys = [survey(seed_of(text)) for text in every]
    mixed = list(surveys)
    chance.shuffle(mixed)
    assert common_evidence(surveys) == common_evidence(mixed)
