"""The page of one text: what it says, what is known of it, and the record of how it was cleaned."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any, Final

from markupsafe import Markup

from crisis_archive.addresses import of_comparison, of_seed, of_text, paragraph_fragment
from crisis_archive.markup import changes_marked, sentence_links, text_markup, visible, visible_spaces
from crisis_archive.model import TITLE, Record, Relation, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.citing import Citation, cite_formats
from crisis_archive.pages.faces import Face
from crisis_archive.pages.naming import Cards, names_in
from crisis_archive.pages.notes import Note, notes_by_paragraph
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.plan import Head, PagePlan, Site, absolute
from crisis_archive.pages.readings import readings
from crisis_archive.pages.structured import text_json_ld
from crisis_archive.pages.views import Link, crisis_link, listed_link, own_date, shortened, text_link
from crisis_archive.pages.words import Words

_ROOT = "../"
_NAMED: Final[Face] = "named"
LONGEST_HEAD = 150
"""Characters of a long change that are shown before it is opened."""


class ParagraphView(Struct, frozen=True):
    """One paragraph with what stands beside it."""

    id: str
    number: int
    html: Markup
    notes: tuple[Note, ...]
    sentences: Markup | None = None
    """Links to its sentences; null where the paragraph is one."""


class EditView(Struct, frozen=True):
    """One change that cleaning made."""

    lines: str
    """Where it was made, e.g. `1 to 4, 9`."""
    before: str
    after: str
    why: str
    head: str = ""
    """The first words of a `before` that is long; empty where it is not."""


class MarkedView(Struct, frozen=True):
    """A stretch of the text with its changes marked, and beside it why they were made."""

    line: str
    html: Markup
    notes: tuple[Note, ...]


class RelatedText(Struct, frozen=True):
    """A text that this one copies or retells, or the other way round."""

    sentence: Markup
    comparison: str


def plan_text_pages(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """One page a text."""

    def label(paragraph: int, sentence: int) -> str:
        return site.words("text.sentence", paragraph=paragraph, number=sentence)

    # Of paragraph and number of sentences: there are few of either, and the same on many pages.
    links = lru_cache(partial(sentence_links, label=label))

    @cache
    def crisis_of(slug: str) -> Link | None:
        crisis = catalogue.crises.get(slug)
        return crisis_link(crisis, site.words) if crisis else None

    cards = Cards(catalogue.archive.entities, site.words)
    # Crisis by crisis: the date of one text rests on others of its crisis.
    for text, outline in sorted(catalogue.outlines.items(), key=lambda each: each[1].listed.crisis or ""):
        rests_on = partial(_rests_on, text, catalogue, site, crisis_of, cards)
        yield PagePlan(
            outline.listed.path,
            "text.html",
            partial(_values, text, catalogue, site, crisis_of, cards, links),
            rests_on,
        )
        if outline.apart is not None:
            alone = partial(digest_of, part_of(catalogue, [text]))
            values = partial(_views_apart, outline.apart, text, catalogue, site)
            yield PagePlan(outline.apart, "text-found.html", values, alone)


def _views_apart(path: str, text: str, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    """The changes and the text as found on a page of their own."""
    record, words = catalogue.records[text], site.words
    title = words("views.apart_title", title=record.title)
    head = Head(path=path, title=title, description=title, section="texts")
    return {"head": head, "record": record, "text": text_link(record, words), **_views(record, words)}


def _views(record: Record, words: Words) -> dict[str, Any]:
    return {"marked": tuple(_marked(record, words)), "found": visible(record.found)}


class _Around(Struct, frozen=True):
    """All that a text's page shows besides the text."""

    crisis: Link | None
    neighbours: tuple[Link | None, Link | None]
    cards: dict[str, tuple[str, ...]]
    """By the id of an entity: what is told of it beside its name."""
    part: Catalogue
    """With the text itself."""


def _around(
    text: str, catalogue: Catalogue, words: Words, crisis_of: Callable[[str], Link | None], cards: Cards
) -> _Around:
    outline = catalogue.outlines[text]
    before, after = catalogue.neighbours.get(text, (None, None))
    speakers = (each.speaker for each in outline.quotes if each.speaker)
    return _Around(
        crisis_of(outline.listed.crisis or ""),
        (_neighbour(before, catalogue, words), _neighbour(after, catalogue, words)),
        {each.entity: cards.facts(each.entity, text) for each in outline.named},
        part_of(
            catalogue,
            dict.fromkeys((text, *outline.dated_by)),
            dict.fromkeys((*(each.entity for each in outline.named), *speakers), _NAMED),
            retold=(text,),
        ),
    )


def _rests_on(
    text: str, catalogue: Catalogue, site: Site, crisis_of: Callable[[str], Link | None], cards: Cards
) -> bytes:
    around = _around(text, catalogue, site.words, crisis_of, cards)
    return digest_of(around.part, around.crisis, around.neighbours, around.cards)


def _values(
    text: str,
    catalogue: Catalogue,
    site: Site,
    crisis_of: Callable[[str], Link | None],
    cards: Cards,
    links: Callable[[int, int], Markup],
) -> dict[str, Any]:
    words, outline = site.words, catalogue.outlines[text]
    around = _around(text, catalogue, words, crisis_of, cards)
    catalogue = around.part  # nothing else is looked at, or `_rests_on` would say too little
    record = catalogue.records[text]
    source, path = record.source, outline.listed.path
    notes = notes_by_paragraph(record, catalogue, words)
    sentences = Counter(each.paragraph for each in record.sentences)
    noted = {number: marks for number, (_, marks) in notes.items()}
    paragraphs = [
        ParagraphView(
            paragraph_fragment(number),
            number + 1,
            html,
            notes.get(number, ((), ()))[0],
            links(number, sentences[number]) if sentences[number] > 1 else None,
        )
        for number, html in enumerate(text_markup(record, noted, catalogue.entities, _ROOT), TITLE)
    ]
    head = Head(
        path=path,
        title=record.title,
        description=shortened(record.paragraphs[0] if record.paragraphs else record.title, 200),
        section="texts",
        og_type="article",
        json_ld=text_json_ld(record, catalogue, site),
    )
    return {
        "head": head,
        "record": record,
        "title": paragraphs[0],
        "paragraphs": paragraphs[1:],
        "date": own_date(record, catalogue, words),
        "crisis": around.crisis,
        "source_url": source.url if (source.url or "").startswith(("https://", "http://")) else None,
        "related": _related(record, catalogue, words),
        "neighbours": around.neighbours,
        "edits": tuple(_edits(record, words)),
        "views_apart": outline.apart,
        **({} if outline.apart else _views(record, words)),
        "names": names_in(record, catalogue, around.cards),
        "readings": readings(record, catalogue, words),
        "seed": of_seed(record) if site.seeds else None,
        "cite_as": cite_formats(_citation(path, record, site)),
    }


def _edits(record: Record, words: Words) -> Iterator[EditView]:
    """Every change; one that was made in many lines stands once, with all of them."""
    lines: dict[tuple[str, str, str], list[int]] = {}
    for edit in record.edits:
        lines.setdefault((edit.before, edit.after, edit.why), []).append(edit.line)
    for (before, after, why), where in lines.items():
        shown = visible_spaces(before)
        head = shortened(shown, LONGEST_HEAD) if len(shown) > 2 * LONGEST_HEAD else ""
        yield EditView(_ranges(where, words), shown, visible_spaces(after), words.reason(why), head)


def _marked(record: Record, words: Words) -> Iterator[MarkedView]:
    """The text with its changes marked; each reason stands once beside a stretch."""
    kind = "repaired"
    for number, block in enumerate(changes_marked(record, words("record.removed"), words("record.put")), 1):
        whys = dict.fromkeys(edit.why for edit in block.edits)
        notes = tuple(
            Note(f"c{number}n{count}", kind, words("notes.change"), "", words.reason(why))
            for count, why in enumerate(whys, 1)
        )
        yield MarkedView(words("record.at_line", line=block.line), block.html, notes)


def _ranges(numbers: list[int], words: Words) -> str:
    """`1 to 4, 9` for 1, 2, 3, 4, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number <= runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(
        str(first) if first == last else words("dates.range", first=first, last=last) for first, last in runs
    )


def _citation(path: str, record: Record, site: Site) -> Citation:
    known_to_the_day = record.date.earliest is not None and record.date.earliest == record.date.latest
    return Citation(
        title=record.title,
        container=site.name,
        author=record.source.author,
        publisher=record.source.publisher,
        date=record.date.earliest if known_to_the_day else None,
        address=absolute(site, path),
        note=site.words("cite.fixed_by", file=record.file, sha256=record.sha256),
    )


def _related(record: Record, catalogue: Catalogue, words: Words) -> tuple[RelatedText, ...]:
    return tuple(
        RelatedText(
            words.rich(
                f"related.{_part(record, relation)}", other=_other(record, relation, catalogue, words)
            ),
            of_comparison(relation),
        )
        for relation in catalogue.relations.get(record.id, ())
    )


def _part(record: Record, relation: Relation) -> str:
    """What this text is in the relation: `copy`, `source`, `retold` or `either`."""
    if relation.kind == "copy":
        return "copy"
    if relation.direction is None:
        return "either"
    draws = relation.right if relation.direction == "left-to-right" else relation.left
    return "retold" if draws == record.id else "source"


def _other(record: Record, relation: Relation, catalogue: Catalogue, words: Words) -> Markup:
    other = catalogue.records[relation.right if relation.left == record.id else relation.left]
    return Markup('<a href="{}{}">{}</a>').format(_ROOT, of_text(other), visible(other.title))


def _neighbour(text: str | None, catalogue: Catalogue, words: Words) -> Link | None:
    """As `text_link`, of a text that is not read."""
    if text is None:
        return None
    return listed_link(catalogue.outlines[text].listed, words)
