"""Makes texts for the tests of reuse and crises, and the four seeds as an editor would clean them."""

from collections.abc import Sequence
from pathlib import Path

from crisis_archive.model import (
    Analysis,
    Document,
    Mention,
    PublicationDate,
    Seed,
    Source,
    Span,
)
from crisis_archive.text.sentences import sentence_ranges

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
FURNITURE = ("Adjust Comment", "There's a political crisis", "Leave a Reply", "Your email address")


def text(
    name: str,
    paragraphs: Sequence[str],
    title: str | None = None,
    date: PublicationDate | None = None,
) -> Analysis:
    """An analysed English text; without a title one derived from its first words."""
    seed = Seed(name, f"{name}.txt", "", 0, "text/plain", "utf-8", "\n".join(paragraphs))
    lines = tuple(range(1, len(paragraphs) + 1))
    document = Document(
        seed,
        "en",
        Source(),
        title or paragraphs[0][:40],
        "seed" if title else "derived",
        tuple(paragraphs),
        lines,
        (),
        (),
        date or PublicationDate(),
    )
    sentences = tuple(
        Span(number, start, end)
        for number, paragraph in enumerate(paragraphs)
        for start, end in sentence_ranges(paragraph)
    )
    return Analysis(document, sentences, (), (), (), ())


def seeds() -> list[Analysis]:
    """The four seeds: each line once, the Thai letters mended, the furniture gone."""
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        lines = [line.strip() for line in path.read_text("utf-8").replace("รก", "á").split("\n")]
        kept = [line for line in dict.fromkeys(lines) if line and not line.startswith(FURNITURE)]
        name = path.name[:3]
        found.append(text(name, kept) if name == "000" else text(name, kept[1:], kept[0]))
    return found


def mention(analysis: Analysis, words: str, kind: str, entity: str) -> Mention:
    """The first place where these words stand, as a mention."""
    for number, paragraph in enumerate(analysis.document.paragraphs):
        if words in paragraph:
            start = paragraph.index(words)
            return Mention(number, start, start + len(words), kind, entity)  # type: ignore[arg-type]  # a literal
    raise AssertionError(f"{words!r} does not stand in {analysis.id}")
