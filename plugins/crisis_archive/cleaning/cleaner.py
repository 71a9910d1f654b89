"""The pipeline of cleaning: the ordered list of its rules, and `clean`, which runs them over one seed."""

from collections.abc import Callable
from typing import Final, NamedTuple

from crisis_archive.cleaning import (
    characters,
    chatter,
    entities,
    furniture,
    headings,
    headline,
    heads,
    joins,
    layout,
    markdown,
    markup,
    mojibake,
    pagination,
    punctuation,
    quoting,
    repeats,
    stamps,
    wrapping,
)
from crisis_archive.cleaning.evidence import SeedEvidence
from crisis_archive.cleaning.language import language_of
from crisis_archive.cleaning.page import Page
from crisis_archive.cleaning.signs import articles, damage, losses, spinning
from crisis_archive.draft import Draft
from crisis_archive.model import Document, Doubt, Refusal, Seed, Source
from crisis_archive.text.reasons import reason
from crisis_archive.text.sentences import sentence_ranges


class Rule(NamedTuple):
    """One kind of repair: its name in the record and what it does to a draft."""

    name: str
    run: Callable[[Draft, Page], None]


class Sign(NamedTuple):
    """One kind of doubt: its name and how it is seen in one cleaned paragraph (or the title)."""

    name: str
    find: Callable[[str, int], list[Doubt]]
    language: str | None = None
    """The only language whose texts it can judge; null: any."""


RULES: Final = (
    Rule("mojibake", mojibake.run),
    Rule("characters", characters.run),
    Rule("entities", entities.run),
    Rule("markup", markup.run),
    Rule("quoting", quoting.run),
    Rule("heads", heads.run),
    Rule("markdown", markdown.run),
    Rule("chatter", chatter.run),
    Rule("pagination", pagination.run),
    Rule("wrapping", wrapping.run),
    Rule("furniture", furniture.run),
    Rule("repeats", repeats.run),
    Rule("headings", headings.run),
    Rule("stamps", stamps.run),
    Rule("joins", joins.run),
    Rule("punctuation", punctuation.run),
    Rule("layout", layout.run),
)
SIGNS: Final = (
    Sign("damage", damage.find),
    Sign("spinning", spinning.find, "en"),
    Sign("articles", articles.find, "en"),
    Sign("losses", losses.find),
)


_MOST_ROUNDS = 8


def clean(seed: Seed, evidence: SeedEvidence) -> Document | Refusal:
    """The seed as its author wrote it, as far as the evidence goes, with the record of every change.

    A text with not a letter or digit left is a `Refusal`.
    """
    page = Page(seed.metadata, seed.media == "text/html", evidence)
    draft = Draft(seed.text)
    settled: dict[str, str] = {}
    for _ in range(_MOST_ROUNDS):
        if not _round(draft, page, settled):
            break
    if not any(char.isalnum() for char in draft.text):
        return Refusal(
            seed.file, seed.sha256, seed.bytes, reason("Nothing is left of the text after cleaning.")
        )
    blocks = draft.text.split("\n\n")
    title = headline.title_of(blocks, page)
    first = 1 if title.origin == "seed" else 0
    paragraphs = tuple(blocks[first:])
    language = language_of(blocks, seed.metadata.language)
    doubts = [
        doubt
        for sign in SIGNS
        if sign.language in (None, language)
        for number, text in _parts(title, paragraphs)
        for doubt in sign.find(text, number)
    ]
    if seed.metadata.unread:
        start, end = sentence_ranges(paragraphs[0])[0]
        doubts.append(Doubt("metadata", 0, start, end, seed.metadata.unread))
    doubts.sort(key=lambda doubt: (doubt.paragraph, doubt.start, doubt.end, doubt.rule))
    return Document(
        seed=seed,
        language=language,
        source=_source(seed),
        title=title.text,
        title_origin=title.origin,
        paragraphs=paragraphs,
        lines=draft.lines_of(_starts(blocks)[first:]),
        edits=draft.edits(),
        doubts=tuple(doubts),
    )


def _round(draft: Draft, page: Page, settled: dict[str, str]) -> bool:
    """Run every rule once; true where one that looks at words changed something.

    What one rule takes away may show another what it could not see before, so rounds go on until nothing
    changes: that is why cleaning a cleaned text changes nothing. A rule knows the text and the page alone, so
    one that left this very text as it was is not asked again: `settled` has for each rule the text it left.
    """
    changed = False
    for rule in RULES:
        before = draft.text
        if settled.get(rule.name) == before:
            continue
        rule.run(draft, page)
        if draft.text == before:
            settled[rule.name] = before
        else:
            changed |= rule.name != "layout"
    return changed


def _parts(title: headline.Title, paragraphs: tuple[str, ...]) -> list[tuple[int, str]]:
    """What doubts are looked for in: the title (where it is the seed's own) and the paragraphs."""
    own = [(-1, title.text)] if title.origin == "seed" else []
    return own + list(enumerate(paragraphs))


def _starts(blocks: list[str]) -> list[int]:
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block) + 2
    return starts


def _source(seed: Seed) -> Source:
    known = seed.metadata
    if not (known.publisher or known.author or known.url):
        return Source() if seed.media == "text/html" else heads.source_of(seed.text)
    return Source(known.publisher, known.author, known.url, "metadata")
