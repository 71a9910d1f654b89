"""Shards, dictionary and facets hold the whole index, and nothing else."""

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from crisis_archive.search.builder import Index, build_index
from crisis_archive.search.dictionary import dictionary
from crisis_archive.search.files import index_files
from crisis_archive.search.pipeline import ENGLISH, terms_of
from crisis_archive.search.shards import cut, js_order, script
from tests.search.small_site import records
from tests.search.test_search_encoding import decode

TERMS_OF = terms_of(ENGLISH)
BOOSTS = {"title": 3.0, "text": 1.0}
WORDS = st.sampled_from(
    "day days survey embassy embassies troops troop a the 1,000 é ﬁ 𝔘 \ud800 Ω — constructor".split()
)
DOCUMENTS = st.lists(st.tuples(*[st.lists(WORDS, max_size=8).map(" ".join)] * 2), max_size=12)

Postings = dict[str, tuple[int, list[dict[int, int]]]]
"""Term to `_index` and, for each field, document to score times 1000."""


def of_index(index: Index) -> Postings:
    found: Postings = {term: (number, [{} for _ in index.fields]) for number, term in enumerate(index.terms)}
    for number, term in enumerate(index.terms):
        for row in range(int(index.starts[number]), int(index.starts[number + 1])):
            field, document = int(index.field_of[row]), int(index.document_of[row])
            found[term][1][field][document] = int(index.score_of[row])
    return found


def of_shards(contents: list[str], fields: int) -> Iterator[tuple[str, tuple[int, list[dict[int, int]]]]]:
    """What `store.js` reads from one shard."""
    for term, text in zip(contents[::2], contents[1::2], strict=True):
        numbers = iter(decode(text))
        index = next(numbers)
        read = []
        for _ in range(fields):
            size = next(numbers)
            last, documents = -1, []
            for _ in range(size):
                last += next(numbers) + 1
                documents.append(last)
            read.append({document: next(numbers) for document in documents})
        assert next(numbers, None) is None
        yield term, (index, read)


@given(DOCUMENTS, st.integers(1, 300))
def test_the_shards_together_are_the_index(documents: list[tuple[str, str]], size: int) -> None:
    index = build_index(documents, BOOSTS, TERMS_OF)
    shards = cut(index, size)
    together = [pair for contents in shards.contents for pair in of_shards(contents, 2)]
    assert dict(together) == of_index(index)
    assert [term for term, _ in together] == sorted(index.terms, key=js_order)


@given(DOCUMENTS, st.integers(1, 300))
def test_the_bounds_lead_every_term_to_its_shard(documents: list[tuple[str, str]], size: int) -> None:
    shards = cut(build_index(documents, BOOSTS, TERMS_OF), size)
    for place, contents in enumerate(shards.contents):
        for term in contents[::2]:
            below = [n for n, bound in enumerate(shards.bounds) if js_order(bound) <= js_order(term)]
            assert below[-1] == place


@given(DOCUMENTS)
def test_the_dictionary_holds_every_term_in_order(documents: list[tuple[str, str]]) -> None:
    index = build_index(documents, BOOSTS, TERMS_OF)
    shared, rests = dictionary(index)
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
    made = script("x", "v", ["\u2028</script>\n", "\ud800"]).decode("utf-8", "surrogatepass")
    assert made == 'archiveSearch.receive("x","v",["\\u2028</script>\\n","\ud800"]);\n'
    for path, content in index_files(records(), ()):
        assert content.count(b"archiveSearch.receive(") == 1, path
        assert content.count(b"\n") == 1, path


def test_the_same_records_give_the_same_bytes_and_others_another_version() -> None:
    once, again = dict(index_files(records(), ())), dict(index_files(records(), ()))
    assert once == again
    other = dict(index_files(records([("Another", "text", "")]), ()))
    assert other["search/meta.js"][:40] != once["search/meta.js"][:40]
