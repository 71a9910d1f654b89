"""The index cut by term into small scripts, each one call of one function.

A browser opened on `file://` may load scripts and nothing else, and a strict policy allows them too.
Terms are cut in their sorted order (UTF-16, as JavaScript sorts), so that a prefix is a run of
neighbours; the contents of every shard begin with a term that `meta.js` names by its shortest
distinguishing prefix.
"""

import json
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from crisis_archive.search.builder import Index, Integers
from crisis_archive.search.encoding import encode

FUNCTION: Final = "archiveSearch.receive"
SHARD_BYTES: Final = 6_000
"""A shard is closed when it holds as much: so small that most of what is loaded is wanted."""
_ROWS_AT_ONCE: Final = 300_000
"""Postings encoded at once: more need no less time, and more memory."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class TermShards(NamedTuple):
    """The shards' contents and the shortest text that divides each from the one before it."""

    bounds: tuple[str, ...]
    contents: tuple[list[str], ...]
    """Term, postings, term, postings ..."""


def script(name: str, version: str, value: object) -> bytes:
    """A script that hands `value` to the page."""
    words = ",".join(json.dumps(word) for word in (name, version))
    data = _ENCODER.encode(value)
    # Line separators may stand in JSON, and not in older JavaScript.
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{FUNCTION}({words},{data});\n".encode("utf-8", "surrogatepass")


def js_order(term: str) -> bytes:
    """A key that sorts as JavaScript sorts strings."""
    return term.encode("utf-16-be", "surrogatepass")


def sorted_terms(index: Index) -> list[int]:
    """Numbers of the terms in JavaScript's order of their words."""
    return sorted(range(len(index.terms)), key=lambda number: js_order(index.terms[number]))


def cut(index: Index, shard_bytes: int = SHARD_BYTES) -> TermShards:
    """All terms with their postings, in shards of about so many bytes.

    Postings of one term as numbers: `_index`, then for each field how many documents hold the term, the
    gaps between their numbers (the first one counted from -1, less one), their scores times 1000.
    """
    texts = _posting_texts(index)
    bounds: list[str] = []
    contents: list[list[str]] = []
    size = shard_bytes
    before = ""
    for number in sorted_terms(index):
        term, postings = index.terms[number], texts[number]
        if size >= shard_bytes:
            bounds.append(_divider(before, term) if contents else "")
            contents.append([])
            size = 0
        contents[-1] += (term, postings)
        size += len(term) + len(postings) + 6
        before = term
    return TermShards(tuple(bounds), tuple(contents))


def _divider(before: str, term: str) -> str:
    """The shortest beginning of `term` that sorts after `before`."""
    for end in range(1, len(term)):
        if js_order(term[:end]) > js_order(before):
            return term[:end]
    return term


def _posting_texts(index: Index) -> list[str]:
    """The encoded postings of every term, by its number."""
    texts: list[str] = []
    first = 0
    while first < len(index.terms):
        after = int(np.searchsorted(index.starts, index.starts[first] + _ROWS_AT_ONCE, side="right")) - 1
        after = min(max(after, first + 1), len(index.terms))
        numbers, ends = _posting_numbers(index, first, after)
        data, starts = encode(numbers)
        text = data.decode("ascii")
        texts += [text[start:end] for start, end in pairwise([0, *starts[ends].tolist()])]
        first = after
    return texts


def _posting_numbers(index: Index, first: int, after: int) -> tuple[npt.NDArray[np.int64], Integers]:
    """The postings of some neighbouring terms as one run of numbers, and where each term's part ends."""
    terms, fields = after - first, len(index.fields)
    rows = slice(int(index.starts[first]), int(index.starts[after]))
    field_of, document_of, score_of = index.field_of[rows], index.document_of[rows], index.score_of[rows]
    term_of = np.repeat(np.arange(terms), np.diff(index.starts[first : after + 1]))
    group = term_of * fields + field_of
    sizes = np.bincount(group, minlength=terms * fields)
    first_rows = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    gaps = np.diff(document_of, prepend=-1) - 1
    firsts = first_rows[sizes > 0]
    gaps[firsts] = document_of[firsts]
    # Each term: 1 number, then each field: 1 + size + size numbers.
    parts = 1 + 2 * sizes
    parts[::fields] += 1
    ends = np.cumsum(parts)
    begins = ends - parts
    begins[::fields] += 1
    numbers: npt.NDArray[np.int64] = np.empty(int(ends[-1]), dtype=np.int64)
    numbers[begins[::fields] - 1] = np.arange(first, after)
    numbers[begins] = sizes
    rank = np.arange(len(group)) - first_rows[group]
    numbers[begins[group] + 1 + rank] = gaps
    numbers[begins[group] + 1 + sizes[group] + rank] = score_of
    return numbers, ends[fields - 1 :: fields]
