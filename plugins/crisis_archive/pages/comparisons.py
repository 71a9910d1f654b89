"""A text beside the one it copies or retells: what was added and left out first, then all sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup
from msgspec import structs

from crisis_archive.addresses import cite_fragment, of_comparison, of_text
from crisis_archive.markup import Mark, nest
from crisis_archive.model import Change, Cite, Record, Relation, SentencePair, Span, Struct
from crisis_archive.pages.catalogue import Catalogue
from crisis_archive.pages.parts import digest_of, part_of
from crisis_archive.pages.pictures import retelling_picture
from crisis_archive.pages.plan import Head, PagePlan, Site
from crisis_archive.pages.retelling import Sides, change_in_words, sides_of
from crisis_archive.pages.structured import comparison_json_ld
from crisis_archive.pages.views import Link, Pager, language_of, paged, pagers, shortened, text_link
from crisis_archive.pages.words import Words

ROWS_A_PAGE = 500
_CHANGED = ("<mark>", "</mark>")
_SECTIONS = ("added", "dropped", "changed", "carried")
"""What a reader must know first comes first."""


class SideView(Struct, frozen=True):
    """A sentence on one side."""

    href: str
    where: str
    html: Markup
    language: str | None = None


class PairView(Struct, frozen=True):
    """A sentence of the source beside its counterpart."""

    source: SideView | None
    retold: SideView | None
    changes: tuple[str, ...]
    """Each difference in plain words."""


class SectionView(Struct, frozen=True):
    """All pairs of one verdict."""

    verdict: str
    title: str
    pairs: tuple[PairView, ...]


def plan_comparison_list(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """`comparisons/index.html` and its further pages."""
    words = site.words
    relations = [each for each in catalogue.archive.relations if each.kind != "same-event"]
    shares = paged("comparisons/index.html", relations, ROWS_A_PAGE)
    labels = [(path, str(number)) for number, (path, _) in enumerate(shares, 1)]
    for (path, share), pager in zip(shares, pagers(labels), strict=True):
        head = Head(
            path=path,
            title=words("comparisons.title"),
            description=words("comparisons.description"),
            section="comparisons",
        )
        part = part_of(catalogue, (text for each in share for text in (each.left, each.right)))
        values = partial(_list, head, share, len(relations), pager, part, site)
        bare = [structs.replace(each, sentences=None) for each in share]
        rests_on = partial(digest_of, part, head, bare, len(relations), pager)
        yield PagePlan(path, "comparisons.html", values, rests_on)


def _list(
    head: Head, share: Sequence[Relation], total: int, pager: Pager, catalogue: Catalogue, site: Site
) -> dict[str, Any]:
    words = site.words
    return {
        "head": head,
        "rows": tuple(
            (Link(of_comparison(each), _title(each, catalogue, words)), _score(each)) for each in share
        ),
        "total": total,
        "pager": pager,
        "retellings": retelling_picture(share, catalogue, words),
    }


def _score(relation: Relation) -> str:
    return f"{relation.score:.2f}"


def _title(relation: Relation, catalogue: Catalogue, words: Words) -> str:
    sides = sides_of(relation, catalogue)
    known, unknown = ("copy", "same") if relation.kind == "copy" else ("retold", "either")
    kind = known if relation.direction else unknown
    return words(f"comparison.titles.{kind}", retold=sides.retold.title, source=sides.source.title)


def plan_comparison_pages(catalogue: Catalogue, site: Site) -> Iterator[PagePlan]:
    """One page for every copy and rewrite."""
    for relation in catalogue.archive.relations:
        if relation.kind != "same-event":
            path = of_comparison(relation)
            part = part_of(catalogue, (relation.left, relation.right))
            values = partial(_values, path, relation, part, site)
            yield PagePlan(path, "comparison.html", values, partial(digest_of, part, relation))


def _values(path: str, relation: Relation, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    words = site.words
    sides = sides_of(relation, catalogue)
    title = _title(relation, catalogue, words)
    pairs = relation.sentences or ()
    head = Head(
        path=path,
        title=title,
        description=title,
        section="comparisons",
        json_ld=comparison_json_ld(title, sides, relation.direction is not None, path, site),
    )
    return {
        "head": head,
        "relation": relation,
        "source": text_link(sides.source, words),
        "retold": text_link(sides.retold, words),
        "summary": _summary(pairs, shortened(sides.retold.title, 60), words),
        "caution": None if relation.direction or _is_same(pairs) else words("comparison.order_unknown"),
        "directed": relation.direction is not None,
        "sections": tuple(_sections(pairs, sides, words)),
    }


def _is_same(pairs: Sequence[SentencePair]) -> bool:
    return all(pair.verdict == "carried" and not pair.changes for pair in pairs)


def _summary(pairs: Sequence[SentencePair], retold: str, words: Words) -> str:
    """How the retelling differs, in one sentence."""
    verdicts = Counter(pair.verdict for pair in pairs)
    kinds = Counter(change.kind for pair in pairs for change in pair.changes)
    parts = [words.count("comparison.counts.added", verdicts["added"])] if verdicts["added"] else []
    keys = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    parts += [words.count(f"comparison.counts.{kind.replace(' ', '_')}", kinds[kind]) for kind in keys]
    if verdicts["dropped"]:
        parts.append(words.count("comparison.counts.dropped", verdicts["dropped"]))
    if not parts:
        return words("comparison.same")
    return words("comparison.summary", retold=retold, differences=words.listed(parts))


def _sections(pairs: Sequence[SentencePair], sides: Sides, words: Words) -> Iterator[SectionView]:
    for verdict in _SECTIONS:
        chosen = tuple(_pair(pair, sides, words) for pair in pairs if pair.verdict == verdict)
        if chosen:
            yield SectionView(verdict, words(f"comparison.sections.{verdict}"), chosen)


def _pair(pair: SentencePair, sides: Sides, words: Words) -> PairView:
    source, retold = (pair.left, pair.right) if sides.source_is_left else (pair.right, pair.left)
    return PairView(
        _side(sides.source, source, _changed(pair.changes, sides.source_is_left), words),
        _side(sides.retold, retold, _changed(pair.changes, not sides.source_is_left), words),
        tuple(dict.fromkeys(change_in_words(each, sides, words) for each in pair.changes)),
    )


def _changed(changes: Sequence[Change], of_left: bool) -> list[Span]:
    return [span for each in changes if (span := each.left if of_left else each.right) is not None]


def _side(record: Record, sentence: Span | None, changed: Sequence[Span], words: Words) -> SideView | None:
    if sentence is None:
        return None
    text = record.text_at(sentence)
    marks = [
        Mark(span.start - sentence.start, span.end - sentence.start, 0, *_CHANGED)
        for span in changed
        if span.paragraph == sentence.paragraph and sentence.start <= span.start and span.end <= sentence.end
    ]
    cite = Cite(record.id, sentence.paragraph, sentence.start, sentence.end)
    return SideView(
        f"{of_text(record)}#{cite_fragment(record, cite)}",
        words.place(sentence.paragraph),
        nest(text, marks),
        language_of(record),
    )
