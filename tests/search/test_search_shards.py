"""Shards, dictionary and facets hold the whole index, and nothing else."""

import json
import re
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.search import shards
from crisis_archive.search.builder import Index, build_index
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.files import index_files
from crisis_archive.search.pipeline import ENGLISH, terms_of
from crisis_archive.search.posting import all_shards
from crisis_archive.search.reading import read
from crisis_archive.search.shards import as_json, cut, js_order, script, sorted_terms
from tests.search.small_site import records
from tests.search.test_search_encoding import decode

TERMS_OF = terms_of(ENGLISH)
FIELDS = ("title", "text")
WORDS = st.sampled_from(
    "day days survey embassy embassies troops troop a the 1,000 é ﬁ 𝔘 \ud800 Ω — constructor".split()
)
DOCUMENTS = st.lists(st.tuples(*[st.lists(WORDS, max_size=8).map(" ".join)] * 2), max_size=12)

Postings = dict[str, tuple[int, list[dict[int, tuple[int, int]]]]]
"""Term to its place and, for each field, document to how often it stands there and the field's length."""


def of_index(index: Index) -> Postings:
    places = zip(index.terms, index.places.tolist(), strict=True)
    found: Postings = {term: (place, [{} for _ in index.fields]) for term, place in places}
    for number, term in enumerate(index.terms):
        for row in range(int(index.starts[number]), int(index.starts[number + 1])):
            field, document = int(index.field_of[row]), int(index.document_of[row])
            length = int(index.lengths[document, field])
            found[term][1][field][document] = int(index.count_of[row]), length
    return found


def of_shards(
    contents: list[str], fields: int
) -> Iterator[tuple[str, tuple[int, list[dict[int, tuple[int, int]]]]]]:
    """What `store.js` reads from one shard."""
    for term, text in zip(contents[::2], contents[1::2], strict=True):
        numbers = iter(decode(text))
        place = next(numbers)
        read = []
        for _ in range(fields):
            size = next(numbers)
            last, documents = -1, []
            for _ in range(size):
                last += next(numbers) + 1
                documents.append(last)
            counts = [next(numbers) for _ in documents]
            lengths = [next(numbers) for _ in documents]
            read.append(dict(zip(documents, zip(counts, lengths, strict=True), strict=True)))
        assert next(numbers, None) is None
        yield term, (place, read)


@given(DOCUMENTS, st.integers(1, 300))
def test_the_shards_together_are_the_index(documents: list[tuple[str, str]], size: int) -> None:
    index = build_index(documents, FIELDS, TERMS_OF)
    shards = all_shards(read(documents, 2, TERMS_OF), FIELDS, size)
    together = [pair for number in range(len(shards)) for pair in of_shards(shards.content(number), 2)]
    assert dict(together) == of_index(index)
    assert [term for term, _ in together] == sorted(index.terms, key=js_order)


@given(DOCUMENTS, st.integers(1, 300))
def test_the_bounds_lead_every_term_to_its_shard(documents: list[tuple[str, str]], size: int) -> None:
    shards = all_shards(read(documents, 2, TERMS_OF), FIELDS, size)
    for place in range(len(shards)):
        for term in shards.content(place)[::2]:
            below = [n for n, bound in enumerate(shards.cut.bounds) if js_order(bound) <= js_order(term)]
            assert below[-1] == place


@given(DOCUMENTS)
def test_the_dictionary_holds_every_term_in_order(documents: list[tuple[str, str]]) -> None:
    index = build_index(documents, FIELDS, TERMS_OF)
    shared, rests = dictionary(index.terms[each] for each in sorted_terms(index))
    before, found = b"", []
    for length, rest in zip(decode(shared), rests.split(" "), strict=False):
        before = before[: 2 * length] + js_order(rest)
        found.append(before)
    assert found == sorted(map(js_order, index.terms))


def test_an_archive_of_nothing_has_an_index_too() -> None:
    files = dict(index_files((), (), whole=True))
    assert json.loads(files["search/whole-index.json"])["invertedIndex"] == []
    assert files["search/meta.js"].startswith(b'archiveSearch.receive("meta","')


def test_every_script_is_one_call_and_holds_no_line_separator() -> None:
    data = as_json(["\u2028</script>\n", "\ud800"])
    assert as_json(["\u2028</script>\n"]) + b"," + as_json(["\ud800"]) == data.replace(b'",', b'"],[')
    made = script("x", "v", data).decode("utf-8", "surrogatepass")
    assert made == 'archiveSearch.receive("x","v",["\\u2028</script>\\n","\ud800"]);\n'
    for path, content in index_files(records(), ()):
        assert content.count(b"archiveSearch.receive(") == 1, path
        assert content.count(b"\n") == 1, path


def test_the_same_records_give_the_same_bytes_and_others_another_version() -> None:
    once, again = dict(index_files(records(), ())), dict(index_files(records(), ()))
    assert once == again
    other = dict(index_files(records([("Another", "text", "")]), ()))
    assert other["search/meta.js"][:40] != once["search/meta.js"][:40]


MANY = [(f"Title {number}", f"words of number {number} and more", "") for number in range(600)]


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_a_changed_text_changes_its_own_script_and_its_terms_alone() -> None:
    texts = list(MANY)
    texts[300] = ("Title 300", "words of number 300 and change", "")
    before, after = (dict(index_files(records(each), (), shard_bytes=200)) for each in (MANY, texts))
    stamps = {path: re.sub(rb'^([^"]*"[^"]*",")[^"]*', rb"\1", content) for path, content in before.items()}
    others = {path: re.sub(rb'^([^"]*"[^"]*",")[^"]*', rb"\1", content) for path, content in after.items()}
    differing = changed(stamps, others)
    assert sum("/records/" in path for path in differing) == 1
    assert (
        sum("/terms/" in path for path in differing) <= 4
    )  # "chang", "more", "300" and what is moved by them
    of_bucket = {path for path in changed(before, after) if "/records/" in path}
    assert len({path.split("-")[1] for path in of_bucket}) == 1


def test_a_text_more_moves_the_records_of_its_bucket_alone() -> None:
    texts = [*MANY, ("One more", "text", "")]
    before, after = (dict(index_files(records(each), ())) for each in (MANY, texts))
    differing = {path for path in changed(before, after) if "/records/" in path}
    assert 0 < len(differing) < len(MANY) // 4
    assert len({path.split("-")[1] for path in differing}) == 1


def test_a_longer_posting_moves_the_bounds_beside_it_alone() -> None:
    terms = [f"{number:05}" for number in range(2000)]
    sizes = np.array([number * 7 % 90 for number in range(2000)])
    before = set(cut(terms, sizes, 1000).bounds)
    moved = 0
    for place in range(0, 2000, 40):
        longer = sizes.copy()
        longer[place] += 9
        moved += len(before ^ set(cut(terms, longer, 1000).bounds))
    assert moved < len(before)  # in all fifty together


def test_a_term_that_fills_a_shard_has_one_to_itself() -> None:
    terms = [f"{number:05}" for number in range(100)]
    made = cut(terms, np.array([2000 if number in (50, 51) else 10 for number in range(100)]), 1000)
    assert {50, 51, 52} <= set(made.starts)


def test_bounds_whose_names_are_the_same_are_no_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = [f"{number:05}" for number in range(100)]
    monkeypatch.setattr(shards, "name_of", lambda bound: bound[:3])
    made = cut(terms, np.full(100, 50), 100)
    assert len(made.names) == len(set(made.names)) == len(made.starts) == len(made.bounds)
