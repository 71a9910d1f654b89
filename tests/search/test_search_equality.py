"""The index built in Python is lunr.js's own, and a partial index answers as the whole one does.

The pinned lunr.js runs in Chromium on the same records.
"""

import json
import random
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from crisis_archive.search.folding import fold_for_search
from crisis_archive.search.porter import stem
from tests.search.small_site import records

pytestmark = pytest.mark.browser

BUILD = """([records, settings]) => {
  window.whole = lunr(function () {
    this.ref(settings.ref);
    for (const [field, boost] of Object.entries(settings.fields)) this.field(field, { boost });
    this.k1(settings.k1);
    this.b(settings.b);
    records.forEach((record) => this.add(record));
  });
  return JSON.stringify(window.whole);
}"""
ASK = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    let whole, partial;
    try { whole = window.whole.search(query).map(({ ref, score }) => ({ ref, score })); }
    catch (error) { whole = error.name; }
    try { partial = await archiveSearch.query(query); }
    catch (error) { partial = error.name; }
    answers.push([query, whole, partial]);
  }
  return answers;
}"""


@pytest.fixture
def lunr(from_disk: Page, small_site: Path) -> tuple[Page, str]:
    """The page with lunr.js's own index of the records as `whole`, and that index as JSON."""
    lines = (small_site / "search" / "records.jsonl").read_text("utf-8").split("\n")[:-1]
    settings = json.loads((small_site / "search" / "settings.json").read_text("utf-8"))
    own: str = from_disk.evaluate(BUILD, [[json.loads(line) for line in lines], settings])
    return from_disk, own


def test_the_whole_index_is_lunr_js_own_byte_for_byte(lunr: tuple[Page, str], small_site: Path) -> None:
    ours = (small_site / "search" / "whole-index.json").read_text("utf-8")
    assert json.loads(ours) == json.loads(lunr[1])
    assert ours == lunr[1] + "\n"


@pytest.mark.parametrize(
    "query",
    [
        "guaido",
        "day",  # words that an index built by the lunr package loses
        "money",
        "survey",
        "try",
        "sunday",
        "border closed",
        "+staff +embassy",
        "+staff -ministry",
        "-staff",  # holds everything else
        "-staff -border",
        "+nowhere staff",
        "+the staff",  # a required stop word empties the answer
        "title:staff",
        "names:guaido text:day",
        "embass*",
        "*ssy",
        "emb*sy",
        "*",
        "e*",
        "staff~1",
        "stafg~1",
        "bordr~2 -closed",
        "staff^10 border",
        "+embass* staff~1 border^3",
        "constructor __proto__ tostring hasownproperty",
        "10",
        "20 10 007 4294967295",
        "1,000",
        "peace-keeping",
        "nowhere",
        "staff staff^2",
        "tried tries trying",
        "",
    ],
)
def test_each_kind_of_query(lunr: tuple[Page, str], query: str) -> None:
    [[_, whole, partial]] = lunr[0].evaluate(ASK, [query])
    assert partial == whole


def test_wrong_syntax_is_refused_as_lunr_refuses_it(lunr: tuple[Page, str]) -> None:
    answers = lunr[0].evaluate(ASK, ["nofield:x", "+", "a~b", "title:", "^5"])
    assert [partial for _, _, partial in answers] == ["QueryParseError"] * 5
    assert all(whole == partial for _, whole, partial in answers)


def test_four_hundred_random_queries(lunr: tuple[Page, str]) -> None:
    answers = lunr[0].evaluate(ASK, _random_queries(400))
    assert [(q, whole) for q, whole, _ in answers] == [(q, partial) for q, _, partial in answers]
    assert sum(bool(whole) for _, whole, _ in answers) > 200


@pytest.mark.parametrize("query", ["ministry~5", "+embassies~5 -border", "title:ministry~5 staff"])
def test_a_fuzzy_word_of_many_edits_finds_what_lunr_finds(lunr: tuple[Page, str], query: str) -> None:
    """lunr's automaton for it is not built, so that sums may be added up in another order."""
    [[_, whole, partial]] = lunr[0].evaluate(ASK, [query])
    assert whole
    scores = {hit["ref"]: hit["score"] for hit in partial}
    assert {hit["ref"]: pytest.approx(hit["score"]) for hit in whole} == scores


@pytest.mark.parametrize("query", ["re*ied*a*forscneedof~9 staff", "staff " + "embassy*a~3 " * 200])
def test_what_lunr_would_never_answer_is_answered(from_disk: Page, query: str) -> None:
    found = from_disk.evaluate("(query) => archiveSearch.query(query)", query)
    assert found


def test_words_come_in_the_order_of_lunr(lunr: tuple[Page, str]) -> None:
    """The walk that leaves out what was walked before, beside lunr's own."""
    chance = random.Random(5)
    words = sorted({"".join(chance.choices("aab-1", k=chance.randint(1, 9))) for _ in range(300)})
    asked = [
        ("".join(chance.choices("ab*1", k=chance.randint(1, 8))), chance.randint(0, 3)) for _ in range(200)
    ]
    answers = lunr[0].evaluate(
        """([words, asked]) => asked.map(([term, edits]) => {
          const clause = edits ? { term, editDistance: edits } : { term };
          const set = lunr.TokenSet.fromClause(clause);
          const terms = lunr.TokenSet.fromArray(words);
          return [terms.intersect(set).toArray(), archiveSearch.walking.intersect(terms, set).toArray()];
        })""",
        [words, asked],
    )
    assert [own for own, _ in answers] == [ours for _, ours in answers]
    assert sum(len(own) > 1 for own, _ in answers) > 100


def test_the_steps_of_lunr_s_automaton_are_counted(lunr: tuple[Page, str]) -> None:
    """By the frames that lunr takes from its stack."""
    counted = lunr[0].evaluate(
        """() => {
          const pop = Array.prototype.pop;
          const answers = [];
          for (const [word, edits] of [["a", 1], ["ab", 2], ["flood", 1], ["flood", 2], ["floods", 3]]) {
            let steps = 0;
            Array.prototype.pop = function () { steps += 1; return pop.call(this); };
            try { lunr.TokenSet.fromFuzzyString(word, edits); } finally { Array.prototype.pop = pop; }
            answers.push([steps, archiveSearch.walking.automatonSteps(word.length, edits)]);
          }
          return answers;
        }"""
    )
    assert [lunrs for lunrs, _ in counted] == [ours for _, ours in counted]


def test_what_the_page_finds_is_ranked_as_lunr_ranks_it(lunr: tuple[Page, str]) -> None:
    chance = random.Random(12)
    texts = [fold_for_search(record.fields[1]).split() for record in records()]
    long = [words for words in texts if len(words) > 3]
    queries = [" ".join(chance.sample(chance.choice(long), chance.randint(1, 3))) for _ in range(200)]
    answers = lunr[0].evaluate(
        """async (queries) => {
        const answers = [];
        for (const query of queries) {
          const { hits, asked, relaxed } = await archiveSearch.find(query);
          const wanted = asked.clauses.map(({ term }) => "+" + term).join(" ");
          const found = hits.map(({ document, score }) => ({ ref: String(document), score }));
          const whole = window.whole.search(wanted).map(({ ref, score }) => ({ ref, score }));
          answers.push([query, relaxed || !wanted ? [] : whole, relaxed ? [] : found]);
        }
        return answers;
        }""",
        queries,
    )
    assert [(query, whole) for query, whole, _ in answers] == [(query, found) for query, _, found in answers]
    assert sum(len(whole) > 1 for _, whole, _ in answers) > 10


def _random_queries(number: int) -> list[str]:
    chance = random.Random(11)
    folded = [fold_for_search(text) for record in records() for text in record.fields]
    words = sorted({word for text in folded for word in text.replace("-", " ").split() if word.isalnum()})
    return [_query(chance, words) for _ in range(number)]


def _query(chance: random.Random, words: list[str]) -> str:
    clauses = []
    for _ in range(chance.randint(1, 4)):
        word = chance.choice(words)
        at = chance.randint(0, len(word))
        forms = [
            word,
            word,
            word,
            word[:at] + "*",
            word[:at] + "*" + word[at + 1 :],
            "*" + word[at:],
            word[:at] + chance.choice("aeiou") + word[at:] + "~1",
            word + "~2",
            word + f"^{chance.randint(1, 9)}",
        ]
        sign = chance.choice(["", "", "", "+", "-"])
        field = chance.choice(["", "", "", "title:", "text:", "names:"])
        clauses.append(sign + field + chance.choice(forms))
    return " ".join(clauses)


def test_a_reader_s_accents_and_apostrophes_are_folded(from_disk: Page) -> None:
    plain: list[Any] = from_disk.evaluate("archiveSearch.query('guaido')")
    assert len(plain) == 2
    for query in ("Guaidó", "GUAIDO", "Guaido’s", "guaidó's"):
        assert from_disk.evaluate("(q) => archiveSearch.query(q)", query) == plain


def test_every_character_folds_alike_in_both_languages(from_disk: Page) -> None:
    # In a word, after a digit, alone: what a mark does depends on what stands beside it.
    characters = [chr(code) for code in range(0x20, 0x20000) if not 0xD800 <= code < 0xE000]
    known = [each for each in characters if unicodedata.category(each) not in ("Cn", "Co")]
    texts = [f"x{each}y 1{each}2 {each}" for each in known]
    theirs = from_disk.evaluate(
        "async (texts) => texts.map((await archiveSearch.store.describe()).foldText)",
        texts,
    )
    differ = [
        (hex(ord(each)), mine, their)
        for each, mine, their in zip(known, map(fold_for_search, texts), theirs, strict=True)
        if mine != their
    ]
    assert not differ


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and the US, U.S.A. tell us",
        "a.b.c. d.e",
        "boss's's boys' 'tis",
        "1,000.5, 2.",
        "é.è.",
        "U.S.Army",
        "x\u200bU.S.\u00ad",
    ],
)
def test_texts_fold_alike_in_both_languages(from_disk: Page, text: str) -> None:
    theirs = from_disk.evaluate("async (text) => (await archiveSearch.store.describe()).foldText(text)", text)
    assert theirs == fold_for_search(text)


def test_the_stemmer_is_lunr_js_own(from_disk: Page) -> None:
    starts = (
        "y b tr cr by pl hop fil fall agre conflat relat rat controll sens happ lov box snow tray ye yy"
    ).split()
    ends = (
        " s es ies sses ss eed ed ing y e ll ational tional enci anci izer bli alli entli eli ousli ization "
        "ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful "
        "ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ys yed"
    ).split(" ")
    words = sorted(
        {start + end + more for start in starts for end in ends for more in ("", "s", "ly", "ed", "ing")}
    )
    theirs = from_disk.evaluate(
        "(words) => words.map((word) => lunr.stemmer(new lunr.Token(word)).str)", words
    )
    assert [(word, stem(word)) for word in words] == list(zip(words, theirs, strict=True))


@given(st.from_regex(r"[a-z]{1,12}(ational|iviti|ing|ies|ed|y)?", fullmatch=True))
def test_a_stem_begins_as_its_word_does(word: str) -> None:
    """So the excerpts may pass over words that begin like none of a query's terms."""
    assert stem(word)[0] == word[0]


EXPANDED = """([terms, asked]) => {
  const all = lunr.TokenSet.fromArray(terms);
  return asked.map(([term, edits]) => {
    const clause = edits === null ? { term } : { term, editDistance: edits };
    const whole = all.intersect(lunr.TokenSet.fromClause(clause)).toArray().sort();
    return [term, edits, whole, archiveSearch.expansions(terms, term, clause.editDistance)];
  });
}"""


def test_wildcards_and_fuzzy_words_stand_for_what_lunr_takes_them_for(from_disk: Page) -> None:
    dice = random.Random("expand")
    terms = sorted({"".join(dice.choices("abc", k=dice.randint(1, 7))) for _ in range(600)})
    asked: list[list[Any]] = []
    for _ in range(300):
        asked.append(["".join(dice.choices("abc", k=dice.randint(0, 6))), dice.randint(0, 4)])
        asked.append(["".join(dice.choices("abc***", k=dice.randint(1, 6))), None])
        asked.append(["".join(dice.choices("ab*", k=dice.randint(1, 5))), dice.randint(0, 2)])
    answers = from_disk.evaluate(EXPANDED, [terms, asked])
    for term, edits, whole, ours in answers:
        assert ours == whole, (term, edits)
    assert sum(len(whole) for _, _, whole, _ in answers) > 10_000


def test_no_query_takes_time_without_end(from_disk: Page) -> None:
    """Each of them takes lunr's own automata more memory than a browser has."""
    terms = sorted({"a" * 200, "constitutional", "ab" * 50, *("a" * length for length in range(1, 60))})
    count = "(asked) => archiveSearch.expansions(...asked).length"
    assert from_disk.evaluate(count, [terms, "*a" * 40]) == 21
    assert from_disk.evaluate(count, [terms, "a*" * 40 + "b"]) == 1
    assert from_disk.evaluate(count, [terms, "a" * 100, 9]) == 0
    assert from_disk.evaluate(count, [terms, "constitutional", 9]) == 1


PLACED = """async (texts) => {
  const meta = await archiveSearch.store.describe();
  const plain = texts.map((text) => archiveSearch.placed(text, meta));
  const full = texts.map((text) => archiveSearch.placed(text + " Ж", meta).slice(0, -1));
  return [plain, full];
}"""


def test_words_of_plain_texts_are_found_as_those_of_any_text(from_disk: Page) -> None:
    dice = random.Random("plain")
    pieces = ["U.S.", "a.b.c.", "d.e", "boss's", "boys’", "1,000.5", "x_y", "“Well,”", "‘tis’", "3.5%"]
    pieces += ["word", "Re-elect", "A.", "é", "…", "—", "\u00a0", "-", "'", ".", ",", " ", "\n"]
    texts = ["".join(dice.choices(pieces, k=12)) for _ in range(300)]
    plain, full = from_disk.evaluate(PLACED, texts)
    assert plain == full
    assert sum(map(len, plain)) > 1000


def test_the_stop_words_are_lunr_js_own(from_disk: Page) -> None:
    from lunr.stop_word_filter import WORDS

    kept = from_disk.evaluate(
        "(words) => words.filter((word) => lunr.stopWordFilter(new lunr.Token(word)))",
        [*sorted(WORDS), "embassy"],
    )
    assert kept == ["embassy"]
    source = from_disk.evaluate("lunr.stopWordFilter.toString().length > 0 && lunr.version")
    assert source == "2.3.9"
