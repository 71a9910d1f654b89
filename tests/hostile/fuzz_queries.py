"""Any query: `invoke fuzz-queries` asks the real scripts of the search page 100,000 queries that chance made.

Each goes to the reader's search (`archiveSearch.find`, with excerpts and suggestions) and to lunr's own query
language (`archiveSearch.query`, which may refuse it with lunr's error for wrong syntax), in a real Chromium;
every 200th is opened as an address and shown. What raises anything else, or takes too long, is printed.
"""

import argparse
import os
import queue
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import ConsoleMessage, Dialog, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from tests.chromium import FLAGS, ensure  # noqa: E402 - the project's root is on the path only now
from tests.hostile.corpus import MARK, PAYLOADS  # noqa: E402 - as above
from tests.search.small_site import TEXTS, records, write_site  # noqa: E402 - as above

BATCH = 200
SLOW = 1000
"""Milliseconds; a query that takes longer is printed."""
HANG = 120
"""Seconds for a batch; then the browser hangs."""
ASK = """async (queries) => {
  const seen = { raised: [], slow: [], found: 0, refused: 0, slowest: 0 };
  for (const query of queries) {
    const start = performance.now();
    try {
      const answer = await archiveSearch.find(query);
      seen.found += answer.hits.length > 0;
      for (const hit of archiveSearch.mixed(answer.hits).slice(0, 3)) {
        const record = await archiveSearch.store.record(hit.document);
        archiveSearch.saysPhrases(record, answer.asked.phrases, answer.meta);
        archiveSearch.resultItem(record, answer, (key) => key);
      }
      for (const word of answer.missing.slice(0, 2)) await archiveSearch.suggest(word);
    } catch (error) { seen.raised.push([query, "find", String(error.stack || error)]); }
    try { await archiveSearch.query(query); }
    catch (error) {
      if (error.name === "QueryParseError") seen.refused += 1;
      else seen.raised.push([query, "query", String(error.stack || error)]);
    }
    const took = performance.now() - start;
    seen.slowest = Math.max(seen.slowest, took);
    if (took > SLOW) seen.slow.push([query, Math.round(took)]);
  }
  return seen;
}""".replace("SLOW", str(SLOW))
SHOWN = """document.querySelector("[data-search-status]").textContent !== ""
  || !document.querySelector("main input[type=search]").value.trim()"""

SIGNS = (
    *"+-*~^:\\\"“”„«»/.,'’()[]{}<>&|!?#%=@$;_ \t\n\r\0",
    *("~1 ~2 ~9 ~99 ~-1 ~1e9 ~x ^2 ^0 ^-1 ^1e308 ^^ +- -+ ** *a* \\: \\* \\\\".split()),
    *("title: text: names: nofield: :: from: from:2019 to:2019-05 from:0000-00-00 to:9999-99-99".split()),
    *("to:2019-13-45", '"""', "“", '-"', '+"', "*" * 50, "~" * 50, '"' * 50),
    *("\u202e", "\u200b", "\u0301" * 30, "\ufeff", "\u2028", "\U0001f30a", "\ufdd0", "İ", "ß", "ﬁ", "ς"),
    *("__proto__ constructor toString hasOwnProperty undefined NaN null [object Object]".split()),
)


def queries(seed: int, number: int) -> list[str]:
    """That many queries, always the same for a seed."""
    chance = random.Random(seed)
    words = sorted({word for text in TEXTS for field in text for word in field.split()})
    return [_query(chance, words) for _ in range(number)]


def _query(chance: random.Random, words: list[str]) -> str:
    kind = chance.randrange(10)
    pieces: list[str] = []
    if kind == 0:
        return _letters(chance, chance.choice((1, 3, 10, 60)))
    if kind == 1:
        text: str = chance.choice(PAYLOADS)
        at = chance.randint(0, len(text))
        return f"{text[:at]}{chance.choice(SIGNS)}{text[at:]}"
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        word = chance.choice(words)
        at = chance.randint(0, len(word))
        pieces.append(
            chance.choice(
                (
                    word,
                    chance.choice(SIGNS) + word,
                    word + chance.choice(SIGNS),
                    word[:at] + chance.choice(SIGNS) + word[at:],
                    chance.choice(SIGNS) + chance.choice(SIGNS),
                    _letters(chance, 3),
                )
            )
        )
    query: str = chance.choice((" ", " ", "", "\t")).join(pieces)
    if chance.randrange(1000) == 0:
        query *= 200
    return query


def _letters(chance: random.Random, number: int) -> str:
    """Any letters but halves of letters, which no address and no input field can hold."""
    codes = (chance.randrange(chance.choice((0x80, 0x800, 0xD800, 0x20000))) for _ in range(number))
    return "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)


def ask(seed: int, number: int, folder: Path) -> None:
    """In a process of its own: prints a line for each batch (so that a hang is seen), then what was found."""
    texts = [*TEXTS, *((f"Flood {payload}", f"The river {payload} rose.", payload) for payload in PAYLOADS)]
    address = (write_site(folder / "site", records(texts)) / "search.html").as_uri()
    raised: list[list[str]] = []
    slow: list[list[Any]] = []
    counts: Counter[str] = Counter()
    made = queries(seed, number)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(FLAGS))
        page = browser.new_page()
        watch(page, raised)
        for start in range(0, number, BATCH):
            some = made[start : start + BATCH]
            page.goto(f"{address}?q={quote(some[0], safe='')}&kind={quote(some[-1], safe='')}")
            page.wait_for_function(SHOWN)
            if page.evaluate(f"'{MARK}' in window"):
                raised.append([some[0], "page", "a script ran"])
            told = page.evaluate(ASK, some)
            raised += told["raised"]
            slow += told["slow"]
            counts.update({name: told[name] for name in ("found", "refused")})
            counts["slowest"] = max(counts["slowest"], round(told["slowest"]))
            print(f"asked {start + len(some)}", flush=True)
        browser.close()
    for query, *more in (*raised, *slow):
        print(f"{query!r}: {more}")
    print(
        f"{number} queries of seed {seed}: {len(raised)} raised, {len(slow)} slower than {SLOW} ms, {counts}"
    )
    sys.exit(1 if raised or slow else 0)


def watch(page: Page, raised: list[list[str]]) -> None:
    """What a page tells beside its answers: exceptions, dialogs, errors of the console."""

    def on_dialog(dialog: Dialog) -> None:
        raised.append([page.url, "dialog", dialog.message])
        dialog.dismiss()

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            raised.append([page.url, "console", message.text])

    page.on("dialog", on_dialog)
    page.on("console", on_console)
    page.on("pageerror", lambda error: raised.append([page.url, "page", str(error)]))


def watched(command: list[str]) -> int:
    """Run the process that asks; kill it, and say so, where a batch takes too long."""
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in run.stdout or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    last = ""
    while True:
        try:
            line = lines.get(timeout=HANG)
        except queue.Empty:
            os.killpg(run.pid, signal.SIGKILL)
            print(f"a query after «{last.strip()}» hangs")
            return 1
        if line is None:
            return run.wait()
        last = line
        if not line.startswith("asked"):
            print(line, end="")


def main() -> int:
    """Exit 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ask", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ask:
        ask(given.seed, given.queries, given.ask)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        options = ["--queries", str(given.queries), "--seed", str(given.seed), "--ask", name]
        code = watched([sys.executable, __file__, *options])
    print(f"exit {code} after {time.monotonic() - started:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
