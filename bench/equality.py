"""Queries of every kind: the page's answer against lunr.js's own on the index in one piece."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

EACH: Final = 10
"""Queries of each kind."""
PIECE: Final = 4_000_000
"""Characters handed to the page at a time."""
COMPARE: Final = """async (queries) => {
  let differing = 0;
  for (const query of queries) {
    const whole = window.whole.search(query).map(({ ref, score }) => ({ ref, score }));
    if (JSON.stringify(whole) !== JSON.stringify(await archiveSearch.query(query))) differing++;
  }
  return differing;
}"""


class _Words:
    """Words of the indexed records, drawn by chance that is the same each time."""

    def __init__(self, records: Path) -> None:
        self._dice = random.Random("equality")
        with records.open("rb") as lines:
            self._texts = [json.loads(line)["text"].replace("-", " ").split() for line in lines]

    def word(self) -> str:
        while True:
            word: str = self._dice.choice(self._dice.choice(self._texts))
            if word.isalnum() and word.isascii() and len(word) > 3:
                return word

    def typo(self) -> str:
        word = self.word()
        at = self._dice.randrange(len(word))
        return word[:at] + self._dice.choice("aeiostn") + word[at + 1 :]


def _kinds(words: _Words) -> dict[str, Callable[[], str]]:
    w = words.word
    return {
        "word": w,
        "two words": lambda: f"{w()} {w()}",
        "three words": lambda: f"{w()} {w()} {w()}",
        "required": lambda: f"+{w()} +{w()}",
        "prohibited": lambda: f"{w()} -{w()}",
        "only prohibited": lambda: f"-{w()}",
        "presence mixed": lambda: f"+{w()} -{w()} {w()}",
        "fields": lambda: f"title:{w()} names:{w()}",
        "field required": lambda: f"+title:{w()} text:{w()}",
        "boost": lambda: f"{w()}^10 {w()}",
        "prefix": lambda: w()[:4] + "*",
        "inner wildcard": lambda: (lambda word: f"{word[:2]}*{word[-1]}")(w()),
        "leading wildcard": lambda: "*" + w()[-4:],
        "one edit": lambda: words.typo() + "~1",
        "two edits": lambda: words.typo() + "~2",
        "three edits": lambda: words.typo() + "~3",
        "stars": lambda: (lambda word: f"*{word[1]}*{word[-3:]}*")(w()),
        "everything": lambda: f"+{w()[:4]}* {w()}~1 -{w()} title:{w()}^3",
    }


def differing(browser: Browser, folder: Path) -> str:
    """How many queries have other results, another order or other scores."""
    page = browser.new_page()
    page.goto((folder / "search.html").as_uri())
    whole = (folder / "search/whole-index.json").read_text("utf-8")
    page.evaluate("window.parts = []")
    for start in range(0, len(whole), PIECE):
        page.evaluate("(part) => void window.parts.push(part)", whole[start : start + PIECE])
    page.evaluate("() => { window.whole = lunr.Index.load(JSON.parse(window.parts.join(''))); }")
    kinds = _kinds(_Words(folder / "search/records.jsonl"))
    wrong = sum(page.evaluate(COMPARE, [make() for _ in range(EACH)]) for make in kinds.values())
    page.close()
    return f"{wrong} of {EACH * len(kinds)}"
