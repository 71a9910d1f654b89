"""Any bytes: `invoke fuzz-seeds` reads, cleans and annotates seeds that chance made, until its time is over.

Texts, web pages and the hostile corpus are changed, cut, doubled and mixed; an input that did something new
becomes material for the next. After each, `verify.py` proves what was read and cleaned. Each process has a
seed of its own, so that a run can be repeated; a crash, a hang or a finding keeps its file.
"""

import argparse
import faulthandler
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

import verify  # noqa: E402 - the project's root is on the path only now
from crisis_archive.annotating import annotate  # noqa: E402 - as above
from crisis_archive.cleaning import clean, common_evidence, survey  # noqa: E402 - as above
from crisis_archive.model import Document, Refusal, Seed  # noqa: E402 - as above
from crisis_archive.reading import list_seeds, read_seed  # noqa: E402 - as above
from tests.hostile.corpus import make  # noqa: E402 - as above

HANG = 60
"""Seconds of processor time for one seed; whatever takes longer is a hang."""
LARGEST = 60_000  # bytes of an input
MEMORY = 6 << 30
MOST_PARENTS = 3000
FOLDERS_OF_CASES = ("tests/cleaning/cases", "tests/annotating/reading_cases", "seeds")
TOKENS = tuple(
    each.encode()
    for each in (
        *("<p>", "</p>", "<html>", "<table><tr><td>", "<!--", "-->", "<script>", "]]>", "<a href=", "<br>"),
        *("&amp;", "&#0;", "&#x110000;", "&lt;", "\u2028", "\u202e", "\u200b", "\ufeff", "\u0301", "\u00ad"),
        *("Subject: ", "From: a@example.org\n", "Title:", "Text: ", "URL: http://example.org/\n", "per-\n"),
        *("**", "](http://example.org)", "![", "## ", "``", "''", "</span>", "&lt;/b&gt;", "18:40\n"),
        *("\n\n", "\n", "\r", "\t", " ", "\x00", "\x0b", "\x1b", "\x85", "| ", "* ", "- ", "# ", "..."),
        *(
            "\u201c",
            "\u201d",
            '"',
            "\u2019",
            "'s",
            "\u2014",
            "Ã©",
            "â€™",
            "ร",
            "1,000",
            "$5 million",
            "at least",
        ),
        *(
            "said",
            "according to",
            "Monday",
            "March 2019",
            "31/02/2019",
            "last week",
            "Share this",
            "Advertisement",
        ),
        *(
            "Mr. ",
            "U.S. ",
            "Ruth Castell",
            "of the",
            "people killed",
            "READ MORE",
            "\u00a9 2019",
            "inter-\nnational",
        ),
    )
)
WIDE = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "windows-1252",
    "latin-1",
    "koi8-r",
    "shift_jis",
)


class HangError(BaseException):
    """Raised by the alarm inside whatever takes too long; no library's `except Exception` stops it."""


class Fuzzer:
    """One process's state: chance, material, and what was seen."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder / "seeds"
        self.folder.mkdir(parents=True)
        self.kept = folder / "found"
        self.parents = material(folder / "corpus")
        self.seen: Counter[str] = Counter()
        self.known: set[str] = set()
        self.slowest = 0.0

    def child(self) -> bytes:
        """A new input from old ones."""
        content = self.chance.choice(self.parents)
        for _ in range(1 << self.chance.randrange(6)):
            content = self.chance.choice(CHANGES)(self.chance, content, self.parents)[:LARGEST]
        return content

    def look(self, content: bytes) -> None:
        """Read, clean, annotate and prove one input; what was new about it makes it a parent."""
        suffix = self.chance.choice((".txt", ".txt", ".html", ""))
        path = self.folder / f"input{suffix}"
        path.write_bytes(content)
        started = time.process_time()
        try:
            told = outcome(self.folder, content)
        except (Exception, HangError) as error:  # noqa: BLE001 - whatever is raised is what is looked for
            told = f"{type(error).__name__}: " + "".join(traceback.format_exc())
            self.keep("hang" if isinstance(error, HangError) else "crash", path, told)
        else:
            if "finding" in told:
                self.keep("finding", path, told)
        self.slowest = max(self.slowest, time.process_time() - started)
        self.seen["inputs"] += 1
        self.seen["refused"] += told.startswith("refused")
        if told not in self.known and len(self.parents) < MOST_PARENTS:
            self.known.add(told)
            self.parents.append(content)
        path.unlink()

    def keep(self, kind: str, path: Path, told: str) -> None:
        self.seen[kind] += 1
        self.kept.mkdir(exist_ok=True)
        name = f"{kind}-{self.seen[kind]}"
        (self.kept / (name + path.suffix)).write_bytes(path.read_bytes())
        (self.kept / (name + ".told")).write_text(told, "utf-8", "backslashreplace")


def material(folder: Path) -> list[bytes]:
    """What the first inputs are made from: the hostile corpus, the cases of the tests, the seeds."""
    make(folder)
    found = [path.read_bytes() for path in sorted(folder.rglob("*")) if is_small_file(path)]
    for name in FOLDERS_OF_CASES:
        files = sorted(path for path in (ROOT / name).rglob("*") if path.is_file())
        found += [path.read_bytes() for path in files]
    return found


def is_small_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST


def outcome(folder: Path, content: bytes) -> str:
    """What became of the one seed in a folder, in words that say which ways it went."""
    (file,) = list_seeds(folder)
    seed = read_seed(file, 1_000_000)
    if isinstance(seed, Refusal):
        return f"refused: {seed.why}"
    seen = survey(seed)
    document = clean(seed, common_evidence([seen] * 3).for_seed(seen))
    if isinstance(document, Refusal):
        return f"refused: {document.why}"
    analysis = annotate(document, (), ())
    findings = verify.Findings()
    row = row_of(seed, document)
    verify._check_replay(row, content, "input", findings)
    places: list[Any] = [
        *analysis.quotes,
        *analysis.figures,
        *analysis.times,
        *analysis.sentences,
        *document.doubts,
    ]
    for place in places:
        whole = document.title if place.paragraph < 0 else document.paragraphs[place.paragraph]
        if not 0 <= place.start <= place.end <= len(whole):
            findings.add("input", f"{place} lies outside the text")
    rules = {rule for edit in document.edits for rule in edit.rules}
    signs = {f"doubt {doubt.rule}" for doubt in document.doubts}
    read = {type(place).__name__ for place in places}
    told = [
        seed.media,
        seed.encoding,
        document.language,
        document.title_origin,
        *sorted(rules | signs | read),
    ]
    return " ".join([*told, *(f"finding {line}" for line in findings.lines)])


def row_of(seed: Seed, document: Document) -> verify.Row:
    """A document as `data/documents.jsonl` has it, as far as the replay needs it."""
    return {
        "id": seed.id,
        "media": seed.media,
        "encoding": seed.encoding,
        "extracted": seed.text.split("\n") if seed.media == "text/html" else None,
        "found": seed.text,
        "title": document.title,
        "title_origin": document.title_origin,
        "paragraphs": list(document.paragraphs),
        "lines": list(document.lines),
        "edits": [msgspec.to_builtins(edit) for edit in document.edits],
    }


# --- changes: each makes new bytes of old ones ---

Change = Callable[[random.Random, bytes, list[bytes]], bytes]


def _cut(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 1, 2, 8, 40, 200, 2000)))


def flip(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    start, _ = _cut(chance, content)
    return content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :]


def leave_out(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _cut(chance, content)
    return content[:start] + content[end:]


def again(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _cut(chance, content)
    return content[:end] + content[start:end] * chance.choice((1, 2, 50)) + content[end:]


def move(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _cut(chance, content)
    rest = content[:start] + content[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + content[start:end] + rest[at:]


def insert(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    at, _ = _cut(chance, content)
    return content[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 5)) + content[at:]


def noise(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    at, _ = _cut(chance, content)
    return content[:at] + chance.randbytes(chance.choice((1, 4, 64))) + content[at:]


def letters(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """Any letters of Unicode, half surrogates too."""
    at, _ = _cut(chance, content)
    made = "".join(
        chr(chance.choice((0x80, 0x800, 0x3000, 0xE000, 0x110000)) - 1 - chance.randrange(100))
        for _ in range(4)
    )
    return content[:at] + made.encode("utf-8", "surrogatepass") + content[at:]


def mix(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    other = chance.choice(others)
    start, end = _cut(chance, other)
    at, _ = _cut(chance, content)
    return content[:at] + other[start:end] + content[at:]


def join(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    other = chance.choice(others)
    return content[: chance.randint(0, len(content))] + other[chance.randint(0, len(other)) :]


def encode(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    """Rarely, as it hides everything from the changes that follow."""
    if chance.randrange(8):
        return insert(chance, content, others)
    return content.decode("utf-8", "replace").encode(chance.choice(WIDE), "replace")


def page(chance: random.Random, content: bytes, others: list[bytes]) -> bytes:
    if content.lstrip().startswith(b"<") or chance.randrange(4):
        return mix(chance, content, others)
    paragraphs = b"</p>\n<p>".join(content.split(b"\n\n"))
    return (
        b"<html><head><title>A page</title></head><body><article><p>"
        + paragraphs
        + b"</p></article></body></html>"
    )


CHANGES: tuple[Change, ...] = (flip, leave_out, again, move, insert, noise, letters, mix, join, encode, page)


# --- running ---


def too_long(number: int, frame: FrameType | None) -> None:
    raise HangError(f"longer than {HANG} s")


def work(seed: int, seconds: float, folder: Path) -> int:
    """One process: until its time is over; prints what it saw as one line."""
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, too_long)
    fuzzer = Fuzzer(seed, folder)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        signal.setitimer(signal.ITIMER_PROF, HANG)
        faulthandler.dump_traceback_later(10 * HANG, exit=True)  # for what does not listen to the alarm
        fuzzer.look(fuzzer.child())
    signal.setitimer(signal.ITIMER_PROF, 0)
    faulthandler.cancel_dump_traceback_later()
    seen = ", ".join(f"{count} {what}" for what, count in sorted(fuzzer.seen.items()))
    print(
        f"seed {seed}: {seen}, {len(fuzzer.known)} outcomes, the slowest {fuzzer.slowest:.1f} s", flush=True
    )
    return int(fuzzer.kept.exists())


def main() -> int:
    """As many processes as asked, each with the next seed; exit 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, help="where inputs that failed are kept")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    folder: Path = (given.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))).absolute()
    if given.one:
        return work(given.seed, given.minutes * 60, folder)
    command = [sys.executable, __file__, "--one", "--minutes", str(given.minutes)]
    runs = [
        subprocess.Popen([*command, "--seed", str(seed), "--folder", str(folder / str(seed))])
        for seed in range(given.seed, given.seed + given.processes)
    ]
    codes = [run.wait() for run in runs]
    if any(codes):
        print(f"exit codes {codes} (-11 and the like: killed); what failed lies in {folder}")
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
