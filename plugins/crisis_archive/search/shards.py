"""The index cut by term into small scripts, each one call of one function.

A browser opened on `file://` may load scripts and nothing else, and a strict policy allows them too.
Terms are cut in their sorted order (UTF-16, as JavaScript sorts), so that a prefix is a run of
neighbours; the contents of every shard begin with a term that `meta.js` names by its shortest
distinguishing prefix.
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

import msgspec
import numpy as np
import numpy.typing as npt

from crisis_archive.search.builder import Index, Integers
from crisis_archive.search.encoding import encode

FUNCTION: Final = "archiveSearch.receive"
SHARD_BYTES: Final = 7_000
"""A shard is closed when it holds as much: so small that most of what is loaded is wanted."""
_AROUND_A_TERM: Final = 6
"""Quotation marks and commas."""
_ROWS_AT_ONCE: Final = 100_000
"""Postings encoded at once: more need no less time, and more memory."""
STAMP: Final = 3
"""Characters of a stamp."""
_ENCODER: Final = msgspec.json.Encoder()
_SLOW_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(value: object) -> bytes:
    """A value as a script may hold it."""
    try:
        data = _ENCODER.encode(value)
    except UnicodeEncodeError:  # half of a surrogate pair, which a damaged text may hold
        data = _SLOW_ENCODER.encode(value).encode("utf-8", "surrogatepass")
    # Line separators may stand in JSON, and not in older JavaScript.
    return data.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")


def script(name: str, stamp: str, data: bytes) -> bytes:
    """A script that hands a value, as JSON, to the page."""
    return b"%s%s);\n" % (_call(name, stamp), data)


def data_of(script: bytes, name: str) -> bytes | None:
    """The value that a script of this name hands to the page, as JSON, whatever its stamp."""
    before = len(_call(name, "-" * STAMP))
    return script[before:-3] if script.startswith(_call(name, "")[:-3]) else None


def _call(name: str, stamp: str) -> bytes:
    return f'{FUNCTION}("{name}","{stamp}",'.encode()


def stamp_of(*data: bytes) -> str:
    """A few characters that change with the contents of scripts: 18 bits, fit for an address."""
    return urlsafe_b64encode(hashlib.sha256(b"\n".join(data)).digest())[:STAMP].decode()


def js_order(term: str) -> bytes:
    """A key that sorts as JavaScript sorts strings."""
    return term.encode("utf-16-be", "surrogatepass")


def sorted_terms(index: Index) -> list[int]:
    """Numbers of the terms in JavaScript's order of their words."""
    return sorted(range(len(index.terms)), key=lambda number: js_order(index.terms[number]))


class Cut(NamedTuple):
    """Where the terms, in JavaScript's order, are cut into shards."""

    starts: tuple[int, ...]
    """The place of each shard's first term."""
    after: int
    """How many terms there are."""
    bounds: tuple[str, ...]
    """The shortest text that divides each shard from the one before it."""
    names: tuple[str, ...]
    """A hash of each bound."""

    def shard(self, number: int) -> slice:
        """The places of a shard's terms."""
        ends = (*self.starts[number + 1 : number + 2], self.after)
        return slice(self.starts[number], ends[0])


def cut(terms: Sequence[str], sizes: Integers, shard_bytes: int = SHARD_BYTES) -> Cut:
    """Terms in JavaScript's order, cut in shards of about so many bytes; `sizes`: of their postings.

    Where exactly is told by the terms: of those before which a shard could end, the one whose hash is the
    least. So a longer posting moves no bounds but perhaps those beside it. A term that fills a shard has one
    to itself.
    """
    if not terms:
        return Cut((), 0, (), ())
    hashes = np.fromiter(map(crc32, map(js_order, terms)), dtype=np.uint32, count=len(terms))
    lengths = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms)) + sizes + _AROUND_A_TERM
    behind = np.concatenate(([0], np.cumsum(lengths)))
    is_large = np.flatnonzero(lengths >= shard_bytes)
    ends = np.unique(np.concatenate([is_large, is_large + 1, [len(terms)]])).tolist()
    starts, bounds, names = [0], [""], [name_of("")]
    taken = set(names)
    start = 0
    for end in ends:
        while start < end:
            least, most = behind[start] + max(1, shard_bytes * 3 // 4), behind[start] + shard_bytes * 5 // 4
            first, after = np.searchsorted(behind, (least, most + 1)).tolist()
            if after > end or first >= end:
                start = end
            else:
                start = first + int(np.argmin(hashes[first:after])) if after > first else first
            if 0 < start < len(terms):
                bound = _divider(terms[start - 1], terms[start])
                name = name_of(bound)
                if name not in taken:  # next to never: then two shards are one
                    taken.add(name)
                    starts.append(start)
                    bounds.append(bound)
                    names.append(name)
    return Cut(tuple(starts), len(terms), tuple(bounds), tuple(names))


def name_of(bound: str) -> str:
    """What the shard is called that begins with this bound: FNV-1a of its UTF-16 units (`store.js`)."""
    found = 0x811C9DC5
    units = js_order(bound)
    for at in range(0, len(units), 2):
        found = (found ^ units[at] << 8 ^ units[at + 1]) * 0x01000193 & 0xFFFFFFFF
    return f"{found:x}"


def _divider(before: str, term: str) -> str:
    """The shortest beginning of `term` that sorts after `before`."""
    for end in range(1, len(term)):
        if js_order(term[:end]) > js_order(before):
            return term[:end]
    return term


def posting_texts(index: Index) -> list[str]:
    """The encoded postings of every term, by its number.

    As numbers: its place (`Index.places`), then for each field how many documents hold the term, the gaps
    between their numbers (the first one counted from -1, less one), how often it stands in each, and how many
    terms each has in that field.
    """
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
    field_of, document_of = index.field_of[rows], index.document_of[rows]
    term_of = np.repeat(np.arange(terms), np.diff(index.starts[first : after + 1]))
    group = term_of * fields + field_of
    number_of = index.numbers[document_of]
    sizes = np.bincount(group, minlength=terms * fields)
    first_rows = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    gaps = np.diff(number_of, prepend=-1) - 1
    firsts = first_rows[sizes > 0]
    gaps[firsts] = number_of[firsts]
    # Each term: 1 number, then each field: 1 number, and thrice as many as documents hold it.
    parts = 1 + 3 * sizes
    parts[::fields] += 1
    ends = np.cumsum(parts)
    begins = ends - parts
    begins[::fields] += 1
    numbers: npt.NDArray[np.int64] = np.empty(int(ends[-1]), dtype=np.int64)
    numbers[begins[::fields] - 1] = index.places[first:after]
    numbers[begins] = sizes
    at = begins[group] + 1 + np.arange(len(group)) - first_rows[group]
    numbers[at] = gaps
    at += sizes[group]
    numbers[at] = index.count_of[rows]
    at += sizes[group]
    numbers[at] = index.lengths[document_of, field_of]
    return numbers, ends[fields - 1 :: fields]
