"""The index in one piece, exactly as lunr.js 2.3.9 serialises it, and the records it was made of."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np

from crisis_archive.search.builder import K1, B, Index, scores
from crisis_archive.search.folding import fold_for_search
from crisis_archive.search.languages import Language
from crisis_archive.search.lunr_alone import LUNR_VERSION
from crisis_archive.search.pipeline import pipeline_labels
from crisis_archive.search.records import BOOSTS, SearchRecord
from crisis_archive.search.shards import sorted_terms

REF: Final = "ref"


def whole_files(
    index: Index, records: Sequence[SearchRecord], language: Language
) -> Iterator[tuple[str, bytes]]:
    """`whole-index.json`, `records.jsonl` and `settings.json` below `search/`."""
    yield "search/whole-index.json", _json(whole_index(index, language))
    numbers = index.numbers.tolist()
    lines = [_json(indexed(number, record)) for number, record in zip(numbers, records, strict=True)]
    yield "search/records.jsonl", b"".join(lines)
    settings = {"fields": BOOSTS, "ref": REF, "language": language.code, "k1": K1, "b": B}
    yield "search/settings.json", _json(settings)


def indexed(number: int, record: SearchRecord) -> dict[str, str]:
    """The folded fields as they were indexed, with their ref, and where the record lies."""
    folded = {field: fold_for_search(text) for field, text in zip(BOOSTS, record.fields, strict=True)}
    return {REF: str(number), **folded, "kind": record.kind, "address": record.address}


def whole_index(index: Index, language: Language) -> dict[str, Any]:
    """What `JSON.stringify(index)` gives in lunr.js."""
    return {
        "version": LUNR_VERSION,
        "fields": list(index.fields),
        "fieldVectors": _field_vectors(index),
        "invertedIndex": [[index.terms[number], _posting(index, number)] for number in sorted_terms(index)],
        "pipeline": pipeline_labels(language),
    }


def _posting(index: Index, number: int) -> dict[str, Any]:
    posting: dict[str, Any] = {"_index": number, **{field: {} for field in index.fields}}
    rows = slice(int(index.starts[number]), int(index.starts[number + 1]))
    documents = index.numbers[index.document_of[rows]].tolist()
    for field, document in zip(index.field_of[rows].tolist(), documents, strict=True):
        posting[index.fields[field]][str(document)] = {}
    return posting


def _field_vectors(index: Index) -> list[list[Any]]:
    vectors: list[list[Any]] = [
        [f"{field}/{document}", []] for document in index.numbers.tolist() for field in index.fields
    ]
    term_of = np.repeat(np.arange(len(index.terms)), np.diff(index.starts))
    places = index.document_of * len(index.fields) + index.field_of
    made = scores(index, tuple(BOOSTS.values()))
    for term, place, score in zip(term_of.tolist(), places.tolist(), made.tolist(), strict=True):
        vectors[place][1] += (term, _number(score))
    return vectors


def _number(score: int) -> int | float:
    """Thousandths as JavaScript writes them: 2, not 2.0."""
    return score // 1000 if score % 1000 == 0 else score / 1000


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"
