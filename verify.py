"""Prove a published site: `python verify.py --site DIR --seeds DIR`. One file, standard library only.

It shares no code with what built the site; what it knows is the published format (`docs/data-format.md`).
It reads the site and the seeds again and checks that

- `SHA256SUMS` lists every file of the site and is right;
- every file below the seeds is a document or a refusal, with the hash and size it has on disk;
- the recorded edits, replayed on the decoded seed, give the published title and paragraphs, in the data and
  on the page (for a web page: on its `extracted` blocks, whose words stand in that order in the seed);
- every place (mention, quotation, figure, time, sentence, doubt, citation, evidence) lies in its text and
  holds what it is said to hold;
- every statement of a briefing is cited, and is the words it cites;
- every link inside the site leads to a file and a fragment of it; no page runs or loads what it should not.

One line a finding: `file: what is wrong`. Exit 0 without findings, 1 with, 2 for a wrong call.
"""

import argparse
import datetime as dt
import hashlib
import html
import io
import json
import math
import os
import posixpath
import re
import stat
import sys
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

MANIFEST: Final = "SHA256SUMS"
Row = dict[str, Any]
"""One line of a data file."""
Json = Any
"""Whatever JSON may hold."""
Fits = Callable[[Json], Iterator[str]]
"""Says of a value what is not as the schema has it."""
MALFORMED: Final = (
    LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, OSError,
)  # fmt: skip
"""What reading raises that is not as the format says, or cannot be read: reported, never a traceback."""


class Findings:
    """What is wrong, in the order in which it was found."""

    def __init__(self) -> None:
        self.lines: dict[str, None] = {}

    def add(self, file: str, wrong: str) -> None:
        """`file` is relative to the site (or to the seeds, where it says so)."""
        self.lines.setdefault(_printable(f"{file}: {wrong}"))


def printable(path: bytes) -> str:
    r"""A path as the data has it: a newline as `\n`, an undecodable byte as `\xff`, a backslash doubled."""
    return _printable(path.decode("utf-8", "surrogateescape"))


def _printable(text: str) -> str:
    names = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    shown = ""
    for char in text:
        code = ord(char)
        if 0xDC80 <= code <= 0xDCFF:
            shown += f"\\x{code & 0xFF:02x}"
        elif char in names:
            shown += names[char]
        elif char.isprintable():
            shown += char
        else:
            shown += f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return shown


# --- the files of the site ---


def check_sums(site: Path, findings: Findings) -> dict[str, bytes]:
    """The manifest against the files, both ways; gives the hash of every file by its path."""
    found = dict(_files_below(site, findings))
    listed: dict[str, bytes] = {}
    try:
        lines = (site / MANIFEST).read_bytes().split(b"\n")
    except OSError as error:
        findings.add(MANIFEST, f"cannot be read ({error.strerror})")
        return found
    if lines.pop() != b"":
        findings.add(MANIFEST, "does not end with a line feed")
    for number, line in enumerate(lines, 1):
        match = re.fullmatch(rb"([0-9a-f]{64})  (.+)", line)
        name = os.fsdecode(match[2]) if match else ""
        if match is None or name in listed:
            findings.add(
                MANIFEST, f"line {number} is not a hash, two spaces and a path, or names a file again"
            )
            continue
        listed[name] = match[1]
        if name not in found:
            findings.add(name, f"is listed in {MANIFEST} and missing")
        elif found[name] != match[1]:
            findings.add(
                name, f"is not the file that {MANIFEST} lists: its SHA-256 is {found[name].decode()}"
            )
    for name in sorted(found.keys() - listed.keys() - {MANIFEST}):
        findings.add(name, f"is not listed in {MANIFEST}")
    return found


def _files_below(site: Path, findings: Findings) -> Iterator[tuple[str, bytes]]:
    def unreadable(error: OSError) -> None:
        folder = Path(os.fsdecode(error.filename)).relative_to(site).as_posix()
        findings.add(folder, f"is a folder that cannot be read ({error.strerror})")

    for parent, folders, names in os.walk(site, onerror=unreadable):
        for name in sorted(names + folders):
            path = Path(parent, name)
            shown = path.relative_to(site).as_posix()
            try:
                if stat.S_ISDIR(path.lstat().st_mode):
                    continue
                if not stat.S_ISREG(path.lstat().st_mode):
                    findings.add(shown, "is no regular file")
                    continue
                with path.open("rb") as stream:
                    yield shown, hashlib.file_digest(stream, "sha256").hexdigest().encode()
            except OSError as error:
                findings.add(shown, f"cannot be read ({error.strerror})")


# --- the data ---


class Data:
    """The published data, every file as it stands."""

    def __init__(self, site: Path, findings: Findings) -> None:
        kinds = _kinds_of_lines(site, findings)

        def lines(name: str, *key: str) -> list[Row]:
            file = f"{name}.jsonl"
            return _lines(site, f"data/{file}", key, findings, kinds.get(file, _fits_anything))

        self.documents: dict[str, Row] = {str(row["id"]): row for row in lines("documents", "id")}
        self.entities: dict[str, Row] = {str(row["id"]): row for row in lines("entities", "id")}
        self.relations = lines("relations", "kind", "left", "right")
        self.crises: dict[str, Row] = {str(row["slug"]): row for row in lines("crises", "slug")}
        self.briefings = lines("briefings", "crisis")
        self.comparisons = lines("comparisons", "id")
        self.refusals = lines("refusals", "file")
        self._sources: dict[str, str] = {}
        for slug, crisis in self.crises.items():
            try:
                for number, group in enumerate(crisis["independent_sources"]):
                    self._sources |= dict.fromkeys(map(str, group), f"{slug} {number}")
            except MALFORMED as error:
                findings.add("data/crises.jsonl", f"{slug} is not as the format says ({error!r})")

    def source_of(self, document: str) -> str:
        """What is the same for all texts of one independent source."""
        return self._sources.get(document, document)

    def text(self, document: str, paragraph: int) -> str:
        """A paragraph, or the title (-1); raises `KeyError` or `IndexError` where there is none."""
        row = self.documents[document]
        if paragraph < -1:
            raise IndexError(paragraph)
        return str(row["title"] if paragraph == -1 else row["paragraphs"][paragraph])

    def words_at(self, cite: Row) -> str:
        """The words that a citation leads to."""
        return self.text(cite["document"], cite["paragraph"])[cite["start"] : cite["end"]]


def _lines(site: Path, name: str, key: tuple[str, ...], findings: Findings, fits: Fits) -> list[Row]:
    rows: list[Row] = []
    try:
        text = (site / name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        findings.add(name, f"cannot be read ({error})")
        return rows
    for number, line in enumerate(text.split("\n")[:-1], 1):
        try:
            row = read_json(line)
            for wrong in fits(row):
                findings.add(name, f"line {number} is not as the format says: {wrong}")
            order = tuple(str(row[field]) for field in key)
        except MALFORMED as error:
            findings.add(name, f"line {number} is not as the format says ({error!r})")
            continue
        if rows and order <= tuple(str(rows[-1][field]) for field in key):
            findings.add(name, f"line {number} is out of order, or there twice")
        rows.append(row)
    if text and not text.endswith("\n"):
        findings.add(name, "its last line is cut off")
    return rows


_JSON_ESCAPED_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> Json:
    """JSON that every reader takes in one way; raises `ValueError` for a key that stands in an object twice,
    for a number that is none, and for halves of letters, and `RecursionError` for what is too deep."""
    value = json.loads(
        text, parse_constant=_number, parse_float=_number, object_pairs_hook=_object_of_single_keys
    )
    if _JSON_ESCAPED_HALF.search(text):
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # a half that stands alone cannot be encoded
    return value


def _number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written} is no number")
    return number


def _object_of_single_keys(pairs: list[tuple[str, Any]]) -> Row:
    single = dict(pairs)
    if len(single) != len(pairs):
        raise ValueError(f"a key stands twice among {[key for key, _ in pairs]}")
    return single


# --- the schema of the data ---

SCHEMA_HASH: Final = "9370837fa30137eef7b6d3eb5f4ca1e167d0c4ef89c3e4dfcf74a5721466283c"
"""SHA-256 of the schema of this version of the format, without descriptions (`schema_hash`)."""


def schema_hash(schema: Json) -> str:
    """The hash of a schema's rules: descriptions, spaces and the order of keys do not matter."""

    def rules(value: Json) -> Json:
        if isinstance(value, dict):
            kept = {key: rules(each) for key, each in value.items()}
            return {key: each for key, each in kept.items() if key != "description" or isinstance(each, dict)}
        return [rules(each) for each in value] if isinstance(value, list) else value

    return hashlib.sha256(json.dumps(rules(schema), sort_keys=True).encode()).hexdigest()


def _kinds_of_lines(site: Path, findings: Findings) -> dict[str, Fits]:
    """For each data file what says whether a line of it is as the published schema has it."""
    name = "data/schema.json"
    try:
        schema = read_json((site / name).read_bytes().decode("utf-8"))
        if schema_hash(schema) != SCHEMA_HASH:
            findings.add(name, "is not the schema of this format")
            return {}
        kinds: dict[str, Fits] = {}
        for kind, rule in schema["$defs"].items():
            kinds[kind] = _fitting(rule, kinds)
        return {file: _fitting(rule["items"], kinds) for file, rule in schema["properties"].items()}
    except MALFORMED as error:
        findings.add(name, f"cannot be read ({error!r})")
        return {}


def _fits_anything(value: Json) -> Iterator[str]:
    return iter(())


_JSON_TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None), "array": list,
    "object": dict,
}  # fmt: skip


def _fitting(rule: Row, kinds: dict[str, Fits]) -> Fits:
    """A check made from a rule of the schema; `kinds` are those that it refers to, when it is used."""
    if "$ref" in rule:
        kind = rule["$ref"].removeprefix("#/$defs/")
        return lambda value: kinds[kind](value)
    if "enum" in rule:
        allowed = rule["enum"]
        return lambda value: iter(
            () if value in allowed else (f"{_short(repr(value))} is none of {allowed}",)
        )
    if "anyOf" in rule:
        either = [_fitting(each, kinds) for each in rule["anyOf"]]
        return lambda value: _fits_one(value, either)
    if rule.get("type") == "object":
        return _fitting_object(rule, kinds)
    if rule.get("type") == "array":
        return _fitting_array(rule, kinds)
    wanted = _JSON_TYPES[rule["type"]]
    flag = wanted is not bool
    return lambda value: iter(
        ()
        if isinstance(value, wanted) and not (flag and isinstance(value, bool))
        else (f"{_short(repr(value))} is no {rule['type']}",)
    )


def _fits_one(value: Json, either: list[Fits]) -> Iterator[str]:
    wrong = [next(fits(value), None) for fits in either]
    if None not in wrong:
        yield from (each for each in wrong[:1] if each)


def _fitting_object(rule: Row, kinds: dict[str, Fits]) -> Fits:
    fields = {name: _fitting(each, kinds) for name, each in rule.get("properties", {}).items()}
    more = rule.get("additionalProperties", False)
    others = _fitting(more, kinds) if isinstance(more, dict) else None

    def fits(value: Json) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{_short(repr(value))} is no object"
        elif others is None and value.keys() != fields.keys():
            yield f"its fields differ: {sorted(value.keys() ^ fields.keys())}"
        else:
            for name, each in value.items():
                for wrong in (fields.get(name) or others or _fits_anything)(each):
                    yield f"{name}: {wrong}"

    return fits


def _fitting_array(rule: Row, kinds: dict[str, Fits]) -> Fits:
    first = [_fitting(each, kinds) for each in rule.get("prefixItems", ())]
    each_fits = _fitting(rule["items"], kinds) if isinstance(rule.get("items"), dict) else None

    def fits(value: Json) -> Iterator[str]:
        if not isinstance(value, list) or (first and len(value) != len(first)):
            yield f"{_short(repr(value))} is no such list"
            return
        for number, each in enumerate(value):
            check = first[number] if first else each_fits
            if check is not None:
                yield from check(each)

    return fits


# --- seeds: every file is accounted for, and the edits give the text ---


def check_published_seeds(
    data: Data, site: Path, files: Iterable[str], findings: Findings, alone: bool
) -> None:
    """Seeds that were published with the site are those of its texts; `alone`: edits are replayed on them."""
    published = {name for name in files if name.startswith("seeds/")}
    for identity, row in data.documents.items() if published else ():
        name = f"seeds/{identity}.txt" if row.get("media") == "text/plain" else f"seeds/{identity}.html.txt"
        if name not in published:
            findings.add(name, "is missing, though other seeds are published")
            continue
        published.discard(name)
        content = _content(os.fsencode(site / name))
        if content is None:
            findings.add(name, "cannot be read")
            continue
        if row.get("sha256") != hashlib.sha256(content).hexdigest():
            findings.add(name, "has another hash than the data says")
        elif alone:
            _replay(row, content, findings)
    for name in sorted(published):
        findings.add(name, "is the seed of no text")


def check_seeds(data: Data, seeds: Path, findings: Findings) -> None:
    """Every file below the seeds is a document or a refusal, and the other way round."""
    named: dict[str, Row] = {}
    for row in (*data.documents.values(), *data.refusals):
        if str(row.get("file")) in named:
            findings.add("data", f"the seed {row['file']} stands in it twice")
        named[str(row.get("file"))] = row
    found = dict(_seed_files(os.fsencode(seeds)))
    for file in sorted(found.keys() - named.keys()):
        findings.add("data", f"the seed {file} is neither a document nor a refusal")
    for file in sorted(named.keys() - found.keys()):
        findings.add("data", f"there is no seed {file}")
    for file in sorted(named.keys() & found.keys()):
        row = named[file]
        content = _content(found[file])
        if content is None:
            if row.get("sha256") is not None or "id" in row:
                findings.add(
                    "data", f"the seed {file} is no file that can be read, but the data has its hash"
                )
            continue
        if row.get("sha256") != hashlib.sha256(content).hexdigest() or row.get("bytes") != len(content):
            findings.add("data", f"the seed {file} has another hash or size than the data says")
        if "id" in row:
            _replay(row, content, findings)


def _replay(row: Row, content: bytes, findings: Findings) -> None:
    where = f"data/documents.jsonl, {row['id']}"
    try:
        _check_replay(row, content, where, findings)
    except MALFORMED as error:
        findings.add(where, f"cannot be replayed: it is not as the format says ({error!r})")


def _seed_files(root: bytes) -> Iterator[tuple[str, bytes]]:
    """Everything but folders and what begins with a dot: its printable path and where it lies."""
    waiting = [b""]
    while waiting:
        below = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(root, below)))  # noqa: PTH118 - paths are bytes here
        except OSError:
            yield printable(below), root + b"/" + below
            continue
        for entry in entries:
            path = below + b"/" + entry.name if below else entry.name
            if entry.name.startswith(b"."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield printable(path), root + b"/" + path


def _content(path: bytes) -> bytes | None:
    """The bytes of a regular file that can be read; links are not followed, pipes not waited for."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as stream:
        return stream.read()


_MARKS: Final = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\x00\x00",
    "utf-32-be": b"\x00\x00\xfe\xff",
}
_NO_CHARSETS: Final = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem")
"""Python decodes these too; no text on the web is written in them."""
_CODECS: Final = {"windows-874": "cp874", "mac-latin2": "mac_latin2"}
_LIKE_UTF8: Final = re.compile(
    rb"((?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)"
)


def decode(content: bytes, encoding: str) -> str:
    """A seed's text as its stated encoding gives it: no byte order mark, line ends as `\\n`."""
    if re.sub(r"\W", "_", encoding).casefold() in _NO_CHARSETS:
        raise ValueError(f"{encoding} is no encoding of a seed")
    mark = _MARKS.get(encoding, b"")
    if encoding == "utf-8 with windows-1252":  # what has not the form of UTF-8 is windows-1252
        parts = _LIKE_UTF8.split(content)
        text = "".join(
            each.decode("utf-8" if number % 2 else "windows-1252", "replace")
            for number, each in enumerate(parts)
        )
    elif mark and content.startswith(mark):
        text = content[len(mark) :].decode(encoding, "replace")
    elif encoding == "utf-8":
        text = _utf8(content)
    else:
        text = content.decode(_CODECS.get(encoding, encoding), "replace")
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf8(content: bytes) -> str:
    """UTF-8 in which halves of letters (surrogates) are let pass; a letter cut off at the end is U+FFFD."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            raise
        return content[: error.start].decode("utf-8", "surrogatepass") + "\N{REPLACEMENT CHARACTER}"


def _check_replay(row: Row, content: bytes, where: str, findings: Findings) -> None:
    decoded = decode(content, row["encoding"])
    if row["media"] == "text/html":
        text = "\n".join(row["extracted"])
        if "\n" in "".join(row["extracted"]) or not _stands_in_order(text, decoded):
            findings.add(where, "its extracted blocks are not words of the web page in their order")
    else:
        text = decoded
    if row.get("found", text) != text:
        findings.add(where, "what it says was found is not what the seed holds")
    starts = _line_starts(text)
    pieces, lines, at = [], [], 0
    for edit in row["edits"]:
        start = starts[edit["line"] - 1] + edit["start"] if 0 < edit["line"] <= len(starts) else -1
        end = start + len(edit["before"])
        if start < at or text[start:end] != edit["before"]:
            findings.add(where, f"the edit on line {edit['line']} at {edit['start']} does not fit the seed")
            return
        if edit["before"] == edit["after"] or not edit["rules"] or not edit["why"]:
            findings.add(where, f"the edit on line {edit['line']} changes nothing, or does not say why")
        pieces += [(text[at:start], at, start), (edit["after"], start, end)]
        at = end
    pieces.append((text[at:], at, len(text)))
    replayed = "".join(piece for piece, _, _ in pieces)
    own_title = [row["title"]] if row["title_origin"] == "seed" else []
    if replayed.split("\n\n") != own_title + row["paragraphs"]:
        findings.add(where, "the seed with its edits replayed is not the published title and paragraphs")
        return
    lines = _lines_of_parts(replayed, pieces, starts)[len(own_title) :]
    if len(lines) != len(row["lines"]) or any(
        not first <= given <= last for given, (first, last) in zip(row["lines"], lines, strict=True)
    ):
        findings.add(where, "a paragraph did not begin on the line that is given for it")


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _lines_of_parts(
    replayed: str, pieces: list[tuple[str, int, int]], starts: list[int]
) -> list[tuple[int, int]]:
    """For each part of the replayed text the first and last line of the seed that it can have begun on."""
    places, at = [], 0
    for piece, _, _ in pieces:
        places.append(at)
        at += len(piece)
    found, at = [], 0
    for part in replayed.split("\n\n"):
        number = max(0, bisect_right(places, at) - 1)
        piece, start, end = pieces[number]
        shift = at - places[number]
        is_kept = number % 2 == 0
        first = start + shift if is_kept else start
        last = first if is_kept else end
        found.append((bisect_right(starts, first), bisect_right(starts, last)))
        at += len(part) + 2
    return found


# What a seed holds may be hostile: a parser that reads ahead again and again would not come to an end.
_DIGITS: Final = re.compile(r"&#([0-9]{8,})")
_MARKUP: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]+")


def unescape(text: str) -> str:
    """`html.unescape`, which falls over references of thousands of digits; eight name no character."""
    return html.unescape(_DIGITS.sub(lambda found: "&#" + (found[1].lstrip("0")[:8] or "0"), text))


def _stands_in_order(extracted: str, seed: str) -> bool:
    """Whether all words of the blocks stand in the page, one after the other; tags may stand inside words."""
    once = unescape(seed)
    # Tags may stand inside words; what looks like a tag may be text; markup may be escaped twice.
    bare = unescape(_MARKUP.sub("", seed))
    # A tag may also end a reference that has no semicolon.
    ended = "".join(map(unescape, _MARKUP.split(seed)))
    readings = (bare, unescape(bare), ended, unescape(ended), once, unescape(once))
    words = _WORD.findall(unicodedata.normalize("NFKC", extracted))
    return any(_has_in_order(_letters(reading), words) for reading in readings)


def _has_in_order(letters: str, words: list[str]) -> bool:
    at = 0
    for word in words:
        at = letters.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def _letters(text: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text)))


# --- places: inside their text, holding what is said ---


def check_documents(data: Data, findings: Findings) -> None:
    """Every place in every document."""
    for identity, row in data.documents.items():
        where = f"data/documents.jsonl, {identity}"
        try:
            for wrong in _wrong_places(data, row):
                findings.add(where, wrong)
            for wrong in _wrong_readings(data, row):
                findings.add(where, wrong)
        except MALFORMED as error:
            findings.add(where, f"is not as the format says ({error!r})")


def _wrong_places(data: Data, row: Row) -> Iterator[str]:
    for field in ("mentions", "quotes", "figures", "times", "doubts"):
        for place in row[field]:
            if not _is_inside(data, {**place, "document": row["id"]}, may_be_empty=field == "doubts"):
                yield f"{field}: {_place(place)} lies outside the text"
    for evidence in row["date"]["evidence"]:
        if evidence["document"] and not _is_inside(data, evidence, may_be_empty=True):
            yield f"date: the evidence at {_place(evidence)} of {evidence['document']} lies outside that text"
    at: tuple[int, int] = (-1, 0)
    told: dict[int, list[str]] = {
        number: list(paragraph) for number, paragraph in enumerate(row["paragraphs"])
    }
    for paragraph, start, end in row["sentences"]:
        if not 0 <= start < end <= len(told.get(paragraph, ())) or (paragraph, start) < at:
            yield f"sentences: [{paragraph}, {start}, {end}] lies outside the text, or is out of order"
            continue
        told[paragraph][start:end] = " " * (end - start)
        at = (paragraph, end)
    for paragraph, rest in told.items():
        if "".join(rest).strip():
            yield f"sentences: words of paragraph {paragraph} stand in none"


def _wrong_readings(data: Data, row: Row) -> Iterator[str]:
    """What a reading says against the words at its place."""
    texts = [row["title"], *row["paragraphs"]]
    for mention in row["mentions"]:
        entity = data.entities.get(mention["entity"])
        if entity is None or entity["kind"] != mention["kind"] or row["id"] not in entity["documents"]:
            yield f"mentions: {mention['entity']} at {_place(mention)} is no such entity of this document"
    for quote in row["quotes"]:
        if quote["speaker"] is not None and quote["speaker"] not in data.entities:
            yield f"quotes: {quote['speaker']} at {_place(quote)} is no entity"
        for said in (quote["speaker_text"], quote["cue"], *quote["chain"]):
            if said is not None and not any(said in text for text in texts):
                yield f"quotes: {said!r}, said of {_place(quote)}, stands nowhere in the text"
    for figure in row["figures"]:
        words = data.words_at({**figure, "document": row["id"]})
        if figure["origin"] == "editor":  # states what the words mean, and may say who from other words
            continue
        if not _is_its_value(words, figure["low"], figure["high"]):
            yield f"figures: {words!r} at {_place(figure)} is not {figure['low']} to {figure['high']}"
        for said in (figure["claimant"], figure["window"]):
            if said is not None and not any(said in text for text in texts):
                yield f"figures: {said!r}, said of {_place(figure)}, stands nowhere in the text"
    for time in (*row["times"], row["date"]):
        earliest, latest = time["earliest"], time["latest"]
        if (earliest is None) != (latest is None) or not _days(earliest) <= _days(latest):
            yield f"a date is not a range of days: {earliest} to {latest}"
    if (row["date"]["origin"] == "unknown") != (row["date"]["earliest"] is None):
        yield "date: its origin and its days do not agree"
    if row["crisis"] is not None and row["id"] not in data.crises.get(row["crisis"], {}).get("documents", ()):
        yield f"crisis: {row['crisis']} is none that it belongs to"


def _days(day: str | None) -> dt.date:
    return dt.date.min if day is None else dt.date.fromisoformat(day)


def _place(place: Row) -> str:
    return f"[{place['paragraph']}, {place['start']}, {place['end']}]"


def _is_inside(data: Data, cite: Row, *, may_be_empty: bool = False) -> bool:
    """Whether a place with its document lies in that document's text."""
    try:
        text = data.text(cite["document"], cite["paragraph"])
    except (KeyError, IndexError):
        return False
    start, end = cite["start"], cite["end"]
    return bool(0 <= start <= end <= len(text) and (may_be_empty or start < end))


_NUMERAL: Final = re.compile(r"\d[\d,. '\u2019\u00a0\u202f]*")
_SCALES: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "score": 20, "lakh": 10**5, "crore": 10**7, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9,
    "tn": 10**12,
}  # fmt: skip

_NAMED: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()


def _is_its_value(words: str, low: float | None, high: float | None) -> bool:
    """Whether digits in the words can give the bounds; words without digits are not judged."""
    numerals = _NUMERAL.findall(unicodedata.normalize("NFKC", words))
    if not numerals:
        return True
    named = [_SCALES.get(word.rstrip("s"), 1) for word in re.findall(r"[^\W\d_]+", words.casefold())]
    scales = {1, *named}
    read = {float(digits) for each in numerals for digits in _readings_of(each)}
    read |= {float(_NAMED.index(word)) for word in words.casefold().split() if word in _NAMED}
    values = {value * scale for value in read for scale in scales}
    return all(
        bound is None or any(abs(bound - value) <= 1e-6 * max(1.0, value) for value in values)
        for bound in (low, high)
    )


def _readings_of(numeral: str) -> Iterator[str]:
    """`1,234.5` can be read with a point or a comma before its decimals."""
    plain = re.sub(r"[ '\u2019\u00a0\u202f]", "", numeral).strip(".,")
    for grouping, point in ((",", "."), (".", ",")):
        read = plain.replace(grouping, "").replace(point, ".")
        if read.count(".") <= 1:
            yield read


def check_relations(data: Data, findings: Findings) -> None:
    """Pairs of documents, and entities: places lie inside, a rewrite is no second source."""
    group_of = {
        document: (slug, number)
        for slug, crisis in data.crises.items()
        for number, group in enumerate(crisis.get("independent_sources", ()))
        for document in group
    }
    for row in data.relations:
        where = f"data/relations.jsonl, {row['kind']} {row['left']} {row['right']}"
        try:
            for side in ("left", "right"):
                if row[side] not in data.documents:
                    findings.add(where, f"{row[side]} is no document")
                for pair in row["sentences"] or ():
                    for span in (pair[side], *(change[side] for change in pair["changes"])):
                        if span is not None and not _is_inside(data, _cite(row[side], span)):
                            findings.add(where, f"{span} lies outside {row[side]}")
            left, right = group_of.get(row["left"]), group_of.get(row["right"])
            if row["kind"] != "same-event" and left and right and left[0] == right[0] and left != right:
                findings.add(where, "the two count as independent sources")
        except MALFORMED as error:
            findings.add(where, f"is not as the format says ({error!r})")
    for identity, entity in data.entities.items():
        where = f"data/entities.jsonl, {identity}"
        for document in entity.get("documents", ()):
            mentions = data.documents.get(document, {}).get("mentions", ())
            if not any(mention.get("entity") == identity for mention in mentions):
                findings.add(where, f"{document} does not mention it")
        for role in entity.get("roles", ()):
            _check_statement(data, where, role, findings)


def _cite(document: str, span: list[int]) -> Row:
    return {"document": document, "paragraph": span[0], "start": span[1], "end": span[2]}


# --- briefings: everything cited, everything in the words that are cited ---


def check_briefings(data: Data, findings: Findings) -> None:
    """Crises, briefings and comparisons."""
    for slug, crisis in data.crises.items():
        where = f"data/crises.jsonl, {slug}"
        members = crisis.get("documents", [])
        if sorted(each for group in crisis.get("independent_sources", ()) for each in group) != members:
            findings.add(where, "its independent sources are not its documents, each once")
        for document in members:
            if data.documents.get(document, {}).get("crisis") != slug:
                findings.add(where, f"{document} does not belong to it")
    if sorted(str(briefing["crisis"]) for briefing in data.briefings) != sorted(data.crises):
        findings.add("data/briefings.jsonl", "there is not one briefing for each crisis")
    for briefing in data.briefings:
        where = f"data/briefings.jsonl, {briefing['crisis']}"
        try:
            _check_briefing(data, briefing, where, findings)
        except MALFORMED as error:
            findings.add(where, f"is not as the format says ({error!r})")
    for comparison in data.comparisons:
        where = f"data/comparisons.jsonl, {comparison['id']}"
        for side in comparison.get("sides", ()):
            _check_statement(data, where, side, findings, around=True)


def _check_briefing(data: Data, briefing: Row, where: str, findings: Findings) -> None:
    points = [briefing["bottom_line"]] if briefing["bottom_line"] else []
    for each in (*points, *briefing["points"], *briefing["timeline"], *briefing["quotations"]):
        _check_statement(data, where, each, findings)
    for figure in briefing["figures"]:
        _check_statement(data, where, figure, findings)
        _check_same_figure(data, where, figure, findings)
    for quotation in briefing["quotations"]:
        _check_same_quotation(data, where, quotation, findings)
    for actor in briefing["actors"]:
        role = actor["role"]
        _check_statement(data, where, {**actor, "text": role or actor["name"]}, findings, verbatim=bool(role))
        if actor["entity"] not in data.entities:
            findings.add(where, f"{actor['entity']} is no entity")
    for name in briefing["contested_names"]:
        for use in name["uses"]:
            _check_statement(data, where, use, findings)
    for dispute in briefing["disputes"]:
        for side in dispute["sides"]:
            _check_statement(data, where, side, findings, around=True)
    for unknown in briefing["unknowns"]:
        _check_unknown(data, where, unknown, findings)
    days = [(_days(entry["date"]), _days(entry["until"] or entry["date"])) for entry in briefing["timeline"]]
    if days != sorted(days, key=lambda each: each[0]) or any(first > last for first, last in days):
        findings.add(where, "its timeline is out of order")
    members = data.crises.get(briefing["crisis"], {}).get("documents", ())
    for cite in _cites_in(briefing):
        if cite["document"] not in members and not _is_of_an_unknown(briefing, cite):
            findings.add(where, f"cites {cite['document']}, which is no text of this crisis")
    if briefing["as_of"] != _latest_day(data, members):
        findings.add(where, f"{briefing['as_of']} is not the day of its latest text")
    for related in briefing["related"]:
        if related["crisis"] not in data.crises:
            findings.add(where, f"{related['crisis']} is no crisis")


def _latest_day(data: Data, documents: Iterable[str]) -> str | None:
    """The last day that any of the texts can be of, where one is surely of it."""
    dates = [data.documents[each]["date"] for each in documents]
    latest = max((date["latest"] for date in dates if date["latest"]), default=None)
    return latest if any(date["earliest"] == date["latest"] == latest for date in dates) else None


def _cites_in(value: object) -> Iterator[Row]:
    """Every citation anywhere below a value."""
    if isinstance(value, dict):
        if "document" in value and "paragraph" in value:
            yield value
        for each in value.values():
            yield from _cites_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _cites_in(each)


def _is_of_an_unknown(briefing: Row, cite: Row) -> bool:
    """The proof of a date may lie in any text of the archive."""
    return any(cite in unknown["cites"] for unknown in briefing["unknowns"])


def _check_statement(
    data: Data, where: str, said: Row, findings: Findings, *, verbatim: bool = True, around: bool = False
) -> None:
    """At least one citation, all inside their texts, and the words are those of the first.

    `around`: the words are a stretch of the cited paragraph that holds the cited place.
    """
    text, cites = said["text"], said["cites"]
    if not cites:
        findings.add(where, f"{_short(text)} is not cited")
        return
    for cite in cites:
        if not _is_inside(data, cite):
            findings.add(where, f"{_short(text)} cites a place outside its text: {json.dumps(cite)}")
            return
    if around:
        first = cites[0]
        paragraph = data.text(first["document"], first["paragraph"])
        starts = (match.start() for match in re.finditer(re.escape(text), paragraph)) if text else ()
        if not any(at <= first["start"] and first["end"] <= at + len(text) for at in starts):
            findings.add(where, f"{_short(text)} is not what stands around its first citation")
    elif verbatim and data.words_at(cites[0]) != text:
        findings.add(where, f"{_short(text)} is not the words it cites: {_short(data.words_at(cites[0]))}")
    sources = said.get("sources")
    if sources is not None and not 1 <= sources <= len({data.source_of(cite["document"]) for cite in cites}):
        findings.add(where, f"{_short(text)} counts {sources} sources, but cites fewer")


def _check_same_figure(data: Data, where: str, figure: Row, findings: Findings) -> None:
    """Each place it cites holds that figure of that document."""
    for cite in figure["cites"]:
        found = _at(data, "figures", cite)
        if found is None or any(found[key] != figure[key] for key in ("low", "high", "bound", "counts")):
            findings.add(where, f"{_short(figure['text'])} is not the figure at {json.dumps(cite)}")
    first = _at(data, "figures", figure["cites"][0]) if figure["cites"] else None
    if first and any(first[key] != figure[key] for key in ("claimant", "window")):
        findings.add(where, f"{_short(figure['text'])} has another claimant or period in its text")


def _check_same_quotation(data: Data, where: str, quotation: Row, findings: Findings) -> None:
    for cite in quotation["cites"]:
        found = _quotation_around(data, cite)
        if found is None or found["speaker"] != quotation["speaker"]:
            findings.add(
                where, f"{_short(quotation['text'])} is no quotation of that speaker at {json.dumps(cite)}"
            )
        elif cite is quotation["cites"][0] and (
            found["speaker_text"] != quotation["speaker_text"] or found["chain"] != quotation["chain"]
        ):
            findings.add(where, f"{_short(quotation['text'])} came another way in its text")


def _quotation_around(data: Data, cite: Row) -> Row | None:
    """The quotation whose words a place holds: all of it, but for marks at its ends."""
    for each in data.documents.get(cite["document"], {}).get("quotes", ()):
        if (
            each["paragraph"] == cite["paragraph"]
            and each["start"] <= cite["start"]
            and cite["end"] <= each["end"]
        ):
            whole = data.words_at({**cite, "start": each["start"], "end": each["end"]})
            before = whole[: cite["start"] - each["start"]]
            after = whole[cite["end"] - each["start"] :]
            if not any(char.isalnum() for char in before + after):
                return dict(each)
    return None


def _at(data: Data, field: str, cite: Row) -> Row | None:
    """The reading of a document that stands exactly at a cited place."""
    for each in data.documents.get(cite["document"], {}).get(field, ()):
        if all(each[key] == cite[key] for key in ("paragraph", "start", "end")):
            return dict(each)
    return None


def _check_unknown(data: Data, where: str, unknown: Row, findings: Findings) -> None:
    """What no text says has nothing to cite; what it cites lies inside."""
    for cite in unknown["cites"]:
        if not _is_inside(data, cite):
            findings.add(where, f"{_short(unknown['text'])} cites a place outside its text")


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:60] + "…")


# --- files: of kinds that are known, each without what could run or load something ---

_KINDS: Final = frozenset("html jsonl json xml txt js css svg".split())
_STILL: Final = frozenset(
    "png jpg jpeg gif webp avif ico pdf csv tsv woff woff2 ttf otf zip gz mp3 mp4 webm".split()
)
"""Files that an editor's page may link and no browser runs."""
_SVG: Final = frozenset("svg g path rect circle ellipse line polyline polygon text tspan title desc".split())
_SVG_ATTRIBUTES: Final = frozenset(
    "xmlns viewbox width height x y x1 x2 y1 y2 cx cy r rx ry d points fill fill-rule stroke stroke-width "
    "stroke-linecap stroke-linejoin stroke-dasharray transform opacity text-anchor font-size dx dy role "
    "id class preserveaspectratio".split()
)
_XML_TAG: Final = re.compile(
    r"<(/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*=(?:\"[^\"<]*\"|'[^'<]*'))*)\s*(/?)>"
)
_XML_ATTRIBUTE: Final = re.compile(r"([A-Za-z_:][\w:.-]*)=(?:\"([^\"<]*)\"|'([^'<]*)')")
_CSS_LOADS: Final = re.compile(
    r"@import|@namespace|url\(|image-set|image\(|src\(|expression|-moz-binding", re.I
)
_CSS_ESCAPED: Final = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_DATA_SCRIPT: Final = re.compile(r'archiveSearch\.receive\("([^"\\]*)","([\w-]*)",(.*)\);\n', re.DOTALL)
_PROGRAMS: Final = re.compile(r"theme/(?:[\w-]+/)*[\w-]+\.js|search/(?:engine|lunr|page)\.js")
"""Scripts that are programs; all others hand over data."""


def check_files(site: Path, files: Iterable[str], findings: Findings) -> None:
    """Every file is of a known kind; drawings, styles, feeds and scripts hold only what they are for."""
    looks = {"svg": _wrong_drawing, "css": _wrong_style, "xml": _wrong_feed, "js": _wrong_script}
    for name in sorted(files):
        kind = name.rpartition(".")[2]
        if name == MANIFEST or kind in _STILL:
            continue
        if kind not in _KINDS:
            findings.add(name, "is of no kind that a site has")
        elif kind in looks:
            try:
                text = (site / name).read_bytes().decode("utf-8")
                for wrong in looks[kind](name, text):
                    findings.add(name, wrong)
            except MALFORMED as error:
                findings.add(name, f"cannot be read ({error!r})")


def _wrong_drawing(name: str, text: str) -> Iterator[str]:
    """An SVG file: shapes alone, no script, handler, link, style or foreign content."""
    for tag, given in _xml_elements(text):
        if tag.lower() not in _SVG:
            yield f"it holds <{tag}>"
        for attribute in given:
            if attribute.lower() not in _SVG_ATTRIBUTES and not attribute.startswith("aria-"):
                yield f"<{tag}> has {attribute}="
            if "url(" in given[attribute]:
                yield f"<{tag} {attribute}> leads elsewhere"


def _xml_elements(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of an XML file without comments, declarations or entities of its own; or `ValueError`."""
    at = len(match[0]) if (match := re.match(r'<\?xml version="1.0" encoding="utf-8"\?>', text)) else 0
    while (at := text.find("<", at)) >= 0:
        match = _XML_TAG.match(text, at)
        if match is None:
            raise ValueError(f"at {at} stands something that is no plain element")
        if not match[1]:
            given = [(each[1], each[2] or each[3] or "") for each in _XML_ATTRIBUTE.finditer(match[3])]
            if len(dict(given)) != len(given):
                raise ValueError(f"<{match[2]}> has an attribute twice")
            yield match[2], {key: unescape(value) for key, value in given}
        at = match.end()


def _wrong_style(name: str, text: str) -> Iterator[str]:
    """A style sheet loads nothing."""
    plain = _CSS_ESCAPED.sub(lambda each: each[2] or chr(int(each[1], 16)), text)
    for match in _CSS_LOADS.finditer(plain):
        yield f"it may load something: {match[0]}"


_FEED_TAGS: Final = frozenset(
    "rss channel title link description language item guid pubDate atom:link urlset url loc lastmod "
    "sitemapindex sitemap".split()
)


def _wrong_feed(name: str, text: str) -> Iterator[str]:
    for tag, _ in _xml_elements(text):
        if tag not in _FEED_TAGS:
            yield f"it holds <{tag}>"


def _wrong_script(name: str, text: str) -> Iterator[str]:
    """A script is one of the programs, or hands over data by one call and does nothing else."""
    if _PROGRAMS.fullmatch(name):
        return
    match = _DATA_SCRIPT.fullmatch(text)
    if not match or name != f"search/{match[1]}.js":
        yield "is a script that is no data of the search"
    else:
        read_json(match[3])


# --- pages ---

_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LINKING: Final = frozenset(["href", "src", "action"])
_OPTIONAL: Final = frozenset("p li dt dd tr td th thead tbody tfoot option".split())
"""Elements whose end an editor may leave out."""
_WORDLESS: Final = frozenset(["html", "head"])
_DEEPEST: Final = 300
"""Elements in one another: no page of ours comes near it, and more would take long to look through."""
_BARE: Final = frozenset(["title", "script"])
"""Elements in which nothing but characters may stand."""
_DATA: Final = ("application/json", "application/ld+json")  # types of scripts that browsers do not run
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PLACE: Final = re.compile(r"title|p\d+(?:s\d+)?")
_DOCTYPE: Final = "<!DOCTYPE html>"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""What a page allows its browser: nothing but files of the site."""
_ELEMENTS: Final = _SVG | frozenset(
    "html head meta link title script body main header footer nav article section aside h1 h2 h3 h4 h5 h6 "
    "p div span ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td a abbr b "
    "blockquote br cite code del details dfn em figcaption figure hr i img ins kbd mark pre q s samp "
    "small strong sub summary sup time tt u var wbr form fieldset legend label input select option button "
    "noscript".split()
)
_ATTRIBUTES: Final = _SVG_ATTRIBUTES | frozenset(
    "abbr action align alt autocapitalize autocomplete charset checked cite class colspan content datetime "
    "defer dir for headers height href hreflang http-equiv id lang loading media method name open "
    "placeholder property rel reversed role rowspan scope span spellcheck src start tabindex target title "
    "type value width hidden".split()
)
_NAME: Final = r"[A-Za-z][-A-Za-z0-9:_]*"
_VALUE: Final = r"\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+"
_TOKEN: Final = re.compile(
    rf"(?P<text>[^<]+)|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    rf"(?P<given>(?:[ \t\n]+{_NAME}(?:=(?:{_VALUE}))?)*)"
    r"[ \t\n]*(?P<closed>/?)>|(?P<comment><!--[^<>-]+(?:-[^<>-]+)*-->)"
)
"""What a page is made of: words, tags, and comments that end where every browser ends them. Nothing else is
let pass, so that a browser cannot find more in it than is found here."""
_GIVEN: Final = re.compile(rf"({_NAME})(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")


class Element:
    """An element of a page."""

    __slots__ = ("children", "classes", "given", "kind", "parts", "tag")

    def __init__(self, tag: str, given: dict[str, str]) -> None:
        self.tag = tag
        self.given = given
        self.parts: list[Element | str] = []
        """Words and elements in order."""
        self.children: list[Element] = []
        self.classes = given.get("class", "").split()
        self.kind = ".".join([tag, *self.classes])
        """Its name and its classes, e.g. `p.stated`."""

    def take(self, child: "Element") -> None:
        """Put an element behind what it holds."""
        self.parts.append(child)
        self.children.append(child)

    @property
    def text(self) -> str:
        """All words in it, in order."""
        waiting: list[Element | str] = [self]
        words = []
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                words.append(part)
            elif part.tag == "br":
                words.append("\n")
            else:
                waiting += reversed(part.parts)
        return "".join(words)

    def below(self) -> "Iterator[Element]":
        """It and every element in it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += element.children[::-1]

    def all(self, kind: str) -> "list[Element]":
        return [each for each in self.below() if each.kind == kind]


class Unit:
    """A paragraph, list item or table row: words of sources in it, and where its citations lead."""

    def __init__(self) -> None:
        self.sources: list[str] = []
        self.cites: list[str] = []
        self.is_stated = False


class Page:
    """A page of the site: its fragments, links, words of sources, and what must not be on it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ids: set[str] = set()
        self.links: list[tuple[str, str, str]] = []
        """Element, attribute, value."""
        self.places: dict[str, str] = {}
        """On the page of a text: what its title, paragraphs and sentences read."""
        self.units: list[Unit] = []
        self.wrong: list[str] = []
        self.canonical = ""
        self.described: list[str] = []
        """What it says of itself to machines."""
        self.noted: set[str] = set()
        """Where an editor's note on it leads."""
        self.root = Element("", {})
        self._open: list[tuple[Element, str, Unit | None]] = []
        self._policy = False

    def read(self, text: str) -> None:
        """Take a whole page in."""
        if not text.startswith(_DOCTYPE):
            self.wrong.append(f"it does not begin with {_DOCTYPE}")
        at = len(_DOCTYPE) if text.startswith(_DOCTYPE) else 0
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None or "\0" in token[0]:
                self.wrong.append(f"browsers may read in another way: {_short(text[at : at + 60])}")
                return  # whatever stands behind it cannot be judged
            self._take(token)
            at = token.end()
            if len(self._open) > _DEEPEST:
                self.wrong.append(f"its elements are nested more than {_DEEPEST} deep")
                return
        self.wrong += [f"<{element.tag}> does not end" for element, _, _ in self._open]

    def _take(self, token: re.Match[str]) -> None:
        within = self._open[-1][0].tag if self._open else ""
        tag = (token["tag"] or "").lower()
        if token["text"]:
            self._take_words(token["text"] if within == "script" else unescape(token["text"]), within)
        elif within in _BARE and (tag != within or not token["end"]):
            self.wrong.append(f"<{within}> holds markup")
        elif token["end"]:
            self._end(tag)
        elif tag:
            self._start(tag, token["given"], bool(token["closed"]))

    def _start(self, tag: str, written: str, is_closed: bool) -> None:
        pairs = [
            (name.lower(), unescape(double or single or plain))
            for name, double, single, plain in _GIVEN.findall(written)
        ]
        given = dict(pairs)
        if len(given) != len(pairs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        self._check(tag, given)
        self._note(tag, given)
        element = Element(tag, given)
        (self._open[-1][0] if self._open else self.root).take(element)
        classes = element.classes
        unit = Unit() if tag in ("p", "li", "tr") or "stated" in classes else None
        if unit:
            self.units.append(unit)
            unit.is_stated = "stated" in classes
        inner = unit or self._unit()
        if tag == "a" and "cite" in classes and inner:
            inner.cites.append(given.get("href", ""))
        place = given.get("id", "") if self.name.startswith("texts/") else ""
        kind = place if _PLACE.fullmatch(place) else "source" if "source" in classes else ""
        in_drawing = tag == "svg" or any(each.tag == "svg" for each, _, _ in self._open)
        if in_drawing and tag not in _SVG:
            self.wrong.append(f"a drawing holds <{tag}>")
        if tag not in _VOID and not (is_closed and in_drawing):
            self._open.append((element, kind, unit))

    def _note(self, tag: str, given: dict[str, str]) -> None:
        """What others look up: ids, links, what the page says of itself."""
        if given.get("id"):
            if given["id"] in self.ids:
                self.wrong.append(f"the id {given['id']!r} stands on it twice")
            self.ids.add(given["id"])
        for name in sorted(_LINKING & given.keys()):
            self.links.append((tag, name, given[name]))
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        if tag == "meta" and given.get("name", given.get("property", "")).endswith("description"):
            self.described.append(given.get("content", ""))

    def _end(self, tag: str) -> None:
        if not any(element.tag == tag for element, _, _ in self._open):
            self.wrong.append(f"</{tag}> ends nothing")
            return
        while self._open:
            element, kind, _ = self._open[-1]
            if kind == "source":
                unit = self._unit()
                if unit:
                    unit.sources += [line for line in element.text.split("\n") if line.strip()]
            elif kind:
                self.places[kind] = element.text
            self._open.pop()
            if element.tag == tag:
                return
            if element.tag not in _OPTIONAL:
                self.wrong.append(f"<{element.tag}> does not end before </{tag}>")

    def _take_words(self, words: str, within: str) -> None:
        if self._open:
            self._open[-1][0].parts.append(words)
        if within in _WORDLESS and words.strip():
            self.wrong.append("words stand outside its body")
        if _TURNING.search(words):
            self.wrong.append("it holds a character that turns the direction of text")

    def _unit(self) -> Unit | None:
        return next((unit for _, _, unit in reversed(self._open) if unit), None)

    def _check(self, tag: str, given: dict[str, str]) -> None:
        """What no page of the site may hold."""
        if tag not in _ELEMENTS:
            self.wrong.append(f"it holds <{tag}>")
        for name in given:
            if name not in _ATTRIBUTES and not name.startswith(("data-", "aria-")):
                self.wrong.append(f"<{tag}> has {name}=")
            elif name == "hidden" and tag != "button":
                self.wrong.append(f"<{tag}> is hidden")
        if tag == "script":
            is_program = given.keys() <= {"src", "defer"} and "src" in given
            if not is_program and ("src" in given or given.get("type") not in _DATA):
                self.wrong.append("it holds a script of its own")
            elif is_program and not given["src"].partition("?")[0].endswith(".js"):
                self.wrong.append(f"it runs {given['src']!r}, which is no script")
        if tag == "link" and given.get("rel") not in ("icon", "stylesheet", "alternate", "canonical"):
            self.wrong.append(f"<link rel={given.get('rel', '')!r}>")
        if tag == "meta" and "http-equiv" in given:
            if given["http-equiv"].lower() != "content-security-policy":
                self.wrong.append(f"it holds <meta http-equiv={given['http-equiv']!r}>")
            elif given.get("content") == POLICY and [each.tag for each, _, _ in self._open] == [
                "html",
                "head",
            ]:
                self._policy = True
            else:
                self.wrong.append("it has another policy than the strict one")
        elif tag in ("script", "link", "style", "body") and not self._policy:
            self.wrong.append("it has no strict policy before its first script or style")
            self._policy = True


def read_pages(site: Path, names: Iterable[str], data: Data, findings: Findings) -> dict[str, Page]:
    """Every page, read once and compared with what it shows."""
    pages = {}
    shapes = Shapes(data)
    for name in sorted(names):
        if not name.endswith(".html"):
            continue
        page = pages[name] = Page(name)
        try:
            page.read((site / name).read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            findings.add(name, f"is not UTF-8, or cannot be read ({error})")
        for wrong in page.wrong or shapes.wrong_on(page):
            findings.add(name, wrong)
        notes = page.root.all("section.editor-note") if name.startswith("crises/") else []
        page.noted = {element.given.get("href", "") for note in notes for element in note.below()}
        page.root = Element("", {})  # large, and no longer needed
    return pages


# --- what stands on a page, and nothing else ---


class Shapes:
    """What each page shows of the data, part by part."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.texts = {str(row.get("slug")): row for row in data.documents.values()}
        self.compared: dict[str, list[str]] = defaultdict(list)
        """For each text the pages that compare it with a copy or a rewrite."""
        for row in data.relations:
            if row["kind"] != "same-event":
                for side in ("left", "right"):
                    self.compared[str(row[side])].append(f"comparisons/{row['left']}--{row['right']}.html")
        self.briefings: dict[str, list[Row]] = defaultdict(list)
        for row in data.briefings:
            self.briefings[str(row["crisis"])].append(row)
        self.known = self._known()
        self._frame: dict[str, list[tuple[str, str, str]]] = {}
        """Parts of the frame as the first page shows them, that of all others."""

    def _known(self) -> dict[str, set[str]]:
        """The pages that stand in a folder, without `.html`; lists and further pages of them are let be."""
        known: dict[str, set[str]] = {
            "texts": self.texts.keys() | {f"{slug}/as-found" for slug in self.texts},
            "crises": {
                each for slug in self.data.crises for each in (slug, f"{slug}/texts", f"{slug}/timeline")
            },
            "comparisons": {
                name.removeprefix("comparisons/").removesuffix(".html")
                for each in self.compared.values()
                for name in each
            },
        }
        for kind, folder in _FOLDERS.items():
            ids = (each for each, row in self.data.entities.items() if row.get("kind") == kind)
            known[folder] = {each.removeprefix(f"{kind}-") for each in ids}
        return known

    def _is_known(self, folder: str, rest: str) -> bool:
        """Whether a page is one of its folder, a list, or a further page of a list."""
        known = self.known[folder]
        is_list = folder in _FOLDERS.values() or (folder == "crises" and "/" in rest)
        return rest in known or bool(_LIST.fullmatch(rest)) or (is_list and _FURTHER.sub("", rest) in known)

    def wrong_on(self, page: Page) -> Iterator[str]:
        """What is not as the data has it."""
        folder, _, rest = page.name.removesuffix(".html").partition("/")
        if folder in self.known and not self._is_known(folder, rest):
            yield "is a page of nothing that the data holds"
        try:
            yield from self._wrong_frame(page)
            if folder == "texts" and rest in self.texts:
                yield from _wrong_text_page(self.texts[rest], self.compared, page)
            elif folder == "texts" and rest.removesuffix("/as-found") in self.texts:
                yield from _wrong_views(self.texts[rest.removesuffix("/as-found")], page.root)
            elif folder == "quotations" and page.root.all("q"):
                yield "it quotes without a source"
            elif folder == "crises" and rest in self.data.crises:
                yield from _wrong_titles(page.root, self.data.crises[rest]["title"])
                for briefing in self.briefings[rest]:
                    yield from BriefingPage(self.data, briefing, page.root).wrong()
        except MALFORMED as error:
            yield f"cannot be compared with the data ({error!r})"

    def _wrong_frame(self, page: Page) -> Iterator[str]:
        """What stands around the main part is the same on every page, and nothing else stands there."""
        html = _one(page.root, "html")
        body = html.children[-1]
        parts = {each.kind: each for each in body.children}
        kinds = _FRAME if page.name != _ANYWHERE else [each for each in _FRAME if each in parts]
        if [each.tag for each in html.children] != ["head", "body"] or _words_between(body):
            yield "words stand outside its frame"
        if [each.kind for each in body.children] != kinds or _one(page.root, "main") is not parts.get("main"):
            yield f"its frame is another: {[each.kind for each in body.children]}"
        compared = [parts[kind] for kind in ("a.skip", _HEADER, "footer.colophon") if kind in parts]
        compared += parts[_HEADER].all(_SEARCH_BOX) if _HEADER in parts else []
        for element in compared if page.name != _ANYWHERE else ():
            shown = _framing(element, page.name)
            if shown != self._frame.setdefault(element.kind, shown):
                yield f"its {element.kind} is not that of other pages"


_HEADER: Final = "header.masthead"
_FRAME: Final = ["a.skip", _HEADER, "main", "p.paper-foot", "footer.colophon"]
_SEARCH_BOX: Final = "form.search-box"
_ANYWHERE: Final = "404.html"
"""A page that a host shows at any address: it may have no frame, and links from the root."""


def _framing(element: Element, name: str) -> list[tuple[str, str, str]]:
    """What an element of the frame holds, the search box aside: kinds, own words, and where they lead."""
    target = element.given.get("href", element.given.get("action", ""))
    if target and not target.startswith("#"):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    said = [element.given[name] for name in ("aria-label", "placeholder", "value") if name in element.given]
    own = [(element.kind, " ".join([_words_between(element), *said]), target)]
    inside = (child for child in element.children if child.kind != _SEARCH_BOX)  # the search page has none
    return own + [each for child in inside for each in _framing(child, name)]


_FOLDERS: Final = {
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "group": "groups",
    "event": "events",
}
_FURTHER: Final = re.compile(r"-\d+$")
_LIST: Final = re.compile(r"index(?:-[\w-]+)?")


def _one(element: Element, kind: str) -> Element:
    """The only element of a kind; raises `ValueError`."""
    found = element.all(kind)
    if len(found) != 1:
        raise ValueError(f"{kind} stands {len(found)} times")
    return found[0]


def _article(root: Element, kind: str) -> Element:
    """The article that is all that a page's main part holds; raises `ValueError`."""
    main = _one(root, "main")
    if [each.kind for each in main.children] != [kind] or _words_between(main):
        raise ValueError(f"more than {kind} stands in <main>")
    return main.children[0]


def _words_between(element: Element) -> str:
    """The words in an element that stand in none of its elements."""
    return "".join(each for each in element.parts if isinstance(each, str)).strip()


def _wrong_text_page(row: Row, compared: dict[str, list[str]], page: Page) -> Iterator[str]:
    """The page of a text: its title wherever it stands, its paragraphs and nothing between them, its date."""
    yield from _wrong_titles(page.root, row["title"])
    for described in _json_ld(page.root):
        if not _reads(described["headline"], row["title"]):
            yield f"its metadata have another headline: {_short(described['headline'])}"
        days = {row["date"]["earliest"], row["date"]["latest"]}
        if described.get("datePublished") != (days.pop() if len(days) == 1 else None):
            yield "its metadata have another date"
    whole = _plain(" ".join([row["title"], *row["paragraphs"]]))
    for element in page.root.all("td.source"):
        if _plain(element.text).strip("… ") not in whole:
            yield f"a reading is not words of the text: {_short(element.text)}"
    yield from _wrong_quoted(_one(page.root, "header.text-head"), row["title"], "the title")
    yield from _wrong_body(row, _one(_article(page.root, "article.text"), "div.body"))
    yield from _wrong_own_date(row["date"], page.root)
    retold = [link for told in page.root.all("p.retold") for link in told.all("a")]
    links = {link.given.get("href", "").rpartition("../")[2] for link in retold}
    for name in compared[row["id"]]:
        if name not in links:
            yield f"it does not lead to {name}"
    yield from _wrong_views(row, page.root)
    tables = page.root.all("table.rows.edits")
    rows = sum(each.tag == "tr" for table in tables for each in table.below()) - len(tables)
    if not min(1, len(row["edits"])) <= rows <= len(row["edits"]):  # edits of one kind share a row
        yield f"it shows {rows} rows for the {len(row['edits'])} edits of its text"
    if row["sha256"] not in {each.text for each in page.root.all("dd.code")}:
        yield "it has not the hash of its seed"


def _wrong_views(row: Row, root: Element) -> Iterator[str]:
    """The text as found, and with its changes marked: without what was put in it reads as found, without
    what was taken out as it is published."""
    for shown in root.all("div.found"):
        if not _reads(shown.text.strip(), row["found"].strip()):
            yield "the text as found does not read as the data does"
    for section in root.all("section.as-marked"):
        marked = [each for block in section.all("p.found") for each in _by_change(block, "")]
        before = "".join(words for tag, words in marked if tag != "ins")
        after = "".join(words for tag, words in marked if tag != "del")
        own_title = [row["title"]] if row["title_origin"] == "seed" else []
        if _characters(before) != _characters(row["found"]):
            yield "the text with its changes marked does not read as found in the data"
        if _characters(after) != _characters("".join([*own_title, *row["paragraphs"]])):
            yield "the text with its changes marked does not read as published in the data"


def _by_change(element: Element, within: str) -> Iterator[tuple[str, str]]:
    """All words in an element, each with `ins`, `del` or nothing; what is said to those who see no marks
    aside."""
    for part in element.parts:
        if isinstance(part, str):
            yield within, part
        elif part.kind != "span.hidden":
            yield from _by_change(part, part.tag if part.tag in ("ins", "del") else within)


def _characters(text: str) -> str:
    """Letters and digits alone: signs may stand for white space."""
    return re.sub(r"[\W_]", "", _plain(text))


def _wrong_titles(root: Element, title: str) -> Iterator[str]:
    """What a page calls itself in its window and to machines."""
    named = {each.given.get("property"): each.given.get("content", "") for each in root.all("meta")}
    site = named.get("og:site_name", "")
    if not _reads(_one(root, "title").text, f"{title} · {site}"):
        yield f"its <title> is not its title: {_short(_one(root, 'title').text)}"
    if not _reads(named.get("og:title", ""), title):
        yield f"its og:title is not its title: {_short(named.get('og:title', ''))}"


def _json_ld(root: Element) -> list[Row]:
    """What a page tells machines."""
    scripts = [each for each in root.all("script") if each.given.get("type") == "application/ld+json"]
    return [read_json(each.text) for each in scripts]


_IN_TEXT: Final = frozenset(
    "span.s span.figure span.quote span.repaired span.doubt span.added a.name time".split()
)
"""What may stand in a paragraph: none of it hides words or adds any."""


def _wrong_body(row: Row, body: Element) -> Iterator[str]:
    """The paragraphs stand there in order, with their numbers and notes, and nothing stands between them."""
    blocks = body.children
    if _words_between(body) or any(each.given != {"class": "block"} for each in blocks):
        yield "something stands between its paragraphs"
    if len(blocks) != len(row["paragraphs"]):
        yield f"it shows {len(blocks)} paragraphs of {len(row['paragraphs'])}"
    for number, block in enumerate(blocks, 1):
        kinds = [each.kind for each in block.children if each.kind not in ("span.sentence-links", "ul.notes")]
        if kinds != ["a.number", "p"] or _words_between(block):
            yield f"paragraph {number} does not stand alone in its place"
            continue
        paragraph = _one(block, "p")
        if paragraph.given != {"id": f"p{number}"}:
            yield f"paragraph {number} is out of order, or is shown otherwise"
        if any(each.kind not in _IN_TEXT for each in paragraph.below() if each is not paragraph):
            yield f"paragraph {number} holds more than its words"
        numbers = [each.text for each in block.children if each.kind in ("a.number", "span.sentence-links")]
        if re.sub(r"[\d.\s]", "", "".join(numbers)):
            yield f"words stand beside paragraph {number}: {_short(' '.join(numbers))}"
        yield from _wrong_quoted(block, row["paragraphs"][number - 1], f"paragraph {number}")


def _wrong_quoted(block: Element, text: str, where: str) -> Iterator[str]:
    """What notes quote stands in what they are about."""
    for quoted in (each for notes in block.all("ul.notes") for each in notes.all("q")):
        if _plain(quoted.text.strip("… ")) not in _plain(text):
            yield f"a note quotes what does not stand in {where}: {_short(quoted.text)}"


def _wrong_own_date(date: Row, root: Element) -> Iterator[str]:
    """The day of publication as it is shown: its origin, and the numbers of its days."""
    shown = [each for each in root.below() if "data-own-date" in each.given]
    if len(shown) != 1:
        yield "its date does not stand on it once"
        return
    days = [each for each in (date["earliest"], date["latest"]) if each]
    is_day = len(days) == 2 and days[0] == days[1]
    if shown[0].given.get("data-date-origin") != (date["origin"] if is_day or not days else "range"):
        yield "its date has another origin than in the data"
    if [each.given.get("datetime") for each in shown[0].all("time")] != (days[:1] if is_day else []):
        yield "its date is another than in the data"
    numbers = {int(each) for each in re.findall(r"\d+", shown[0].text)}
    parts = [[int(each) for each in day.split("-")] for day in days]
    if not {each[0] for each in parts} <= numbers <= {each for day in parts for each in day}:
        yield f"its date reads otherwise than in the data: {_short(shown[0].text.strip())}"


_CITING: Final = "span.cite-mark span.cite-source"
_STATING: Final = "h2 q.source q.source.own-marks span.source small.aside summary " + _CITING
_DRAWN: Final = "text text.at-arc text.degree text.place figcaption.aside summary th td"
_PARTS: Final = {
    section: frozenset(kinds.split())
    for section, kinds in {
        "bottom-line": _STATING,
        "highlights": _STATING,
        "figures": "p.aside th td span.subject span.source.value small.range small.verdict.verdict-agree "
        "small.verdict.verdict-differ-in-scope small.verdict.verdict-conflict "
        "small.verdict.verdict-cannot-compare " + _STATING,
        "disputes": "li h3.subject p.verdict.verdict-agree p.verdict.verdict-differ-in-scope "
        "p.verdict.verdict-conflict p.verdict.verdict-cannot-compare " + _STATING,
        "timeline": f"time p a {_DRAWN} {_STATING}",
        "quotations": "a small.said-by " + _STATING,
        "actors": f"span.what span.aside a p {_DRAWN} {_STATING}",
        "places": f"h2 a small.aside {_DRAWN}",
        "contested": "p.aside h3.subject span.what " + _STATING,
        "unknowns": "p.aside span.what " + _STATING,
        "sources": "h2 p.aside p li a span.source-number span.facts span.print-only span.aside small.aside "
        + _DRAWN,
        "related": "h2 a small.aside span.aside",
        "corrections": "h2 p li a small.aside",
        "cite": "h2 p.plain-citation summary pre",
    }.items()
}
"""The sections of a briefing's page, and in which elements of each words may stand; editors' notes aside."""
_MOST_DAYS: Final = 40
"""Entries of a timeline that a briefing's own page shows."""


class BriefingPage:
    """A briefing as its page shows it, against the data: all of it stands there, and nothing else."""

    def __init__(self, data: Data, briefing: Row, root: Element) -> None:
        self.data = data
        self.briefing = briefing
        self.article = _article(root, "article.briefing")
        self.described = _json_ld(root)
        self.sections = {each.given.get("aria-labelledby", ""): each for each in self.article.children[1:]}
        self.is_english = any(each.given.get("lang") == "en" for each in root.children)

    def wrong(self) -> Iterator[str]:
        """What differs, section by section."""
        if len(self.sections) != len(self.article.children) - 1 or _words_between(self.article):
            yield "its sections are not each there once"
        for name, section in self.sections.items():
            if section.tag != "section" or (name != "note" and name not in _PARTS):
                yield f"it has a part that no briefing has: {_short(section.text.strip())}"
            elif name != "note":
                yield from self._wrong_words(name, section)
        stated, briefing = self._stated, self.briefing
        line = [briefing["bottom_line"]] if briefing["bottom_line"] else []
        uses = [use for name in briefing["contested_names"] for use in name["uses"]]
        sides = [side for dispute in briefing["disputes"] for side in dispute["sides"]]
        acting = [{**each, "text": each["role"]} for each in briefing["actors"] if each["role"]]
        yield from self._compare("bottom-line", stated("bottom-line"), line)
        yield from self._compare("highlights", stated("highlights"), briefing["points"])
        yield from self._compare("quotations", stated("quotations"), briefing["quotations"])
        yield from self._compare("actors", stated("actors"), acting)
        yield from self._compare("contested", stated("contested"), uses)
        yield from self._compare("unknowns", stated("unknowns"), briefing["unknowns"])
        yield from self._compare("disputes", self._sides(), sides)
        yield from self._wrong_figures()
        yield from self._wrong_days()
        yield from self._wrong_related()
        yield from self._wrong_metadata()

    def _wrong_words(self, name: str, section: Element) -> Iterator[str]:
        """Words in elements that state nothing that could be compared."""
        plain = 0
        for element in section.below():
            words = _words_between(element)
            if not words or element.tag == "svg":
                continue
            plain += element.kind in ("p", "p.aside") and name != "sources"
            is_a_list = name == "actors" and element.kind == "p"  # of names, with commas between them
            if element.kind not in _PARTS[name] or (is_a_list and re.search(r"\w", words)):
                yield f"these words are cited nowhere: {_short(words)}"
        if plain > 1:
            yield f"it says more of its {name} than it should"

    def _stated(self, name: str) -> list[Element]:
        section = self.sections.get(name)
        return [each for each in section.below() if "stated" in each.classes] if section else []

    def _sides(self) -> list[Element]:
        section = self.sections.get("disputes")
        lists = section.all("ul.sides") if section else []
        return [each for shown in lists for each in shown.children]

    def _rows(self, name: str) -> list[Element]:
        """The rows of a section's own table."""
        section = self.sections.get(name)
        tables = [each for each in section.children if each.kind == f"table.rows.{name}"] if section else []
        rows = [each for table in tables for each in table.below() if each.tag == "tr"]
        return [each for each in rows if any("source" in inner.classes for inner in each.below())]

    def _compare(self, name: str, shown: list[Element], stated: list[Row]) -> Iterator[str]:
        """The same statements in the same order, each with citations that the data has."""
        if len(shown) != len(stated):
            yield f"of its {name} {len(shown)} stand on it, and {len(stated)} in the data"
            return
        for element, said in zip(shown, stated, strict=True):
            words, beside = _said(element)
            user = said.get("user", "")
            if beside.strip("· ") != (user or "") and not (user is None and beside.startswith("·")):
                yield f"words stand beside a statement: {_short(beside)}"
            is_own = not any("source" in each.classes for each in element.below())
            if not _reads(words, said["text"]) and not (is_own and not self.is_english):
                yield f"a statement of the briefing is not on it: {_short(said['text'])}, but {_short(words)}"
            yield from self._wrong_cites(element, said)

    def _wrong_cites(self, element: Element, said: Row) -> Iterator[str]:
        """Every citation shown is one of the data's, the first of them before all others."""
        documents = self.data.documents
        right = [
            f"texts/{documents[each['document']]['slug']}.html#{_fragment(each)}" for each in said["cites"]
        ]
        shown = [each.given.get("href", "").rpartition("../")[2] for each in element.all("a.cite")]
        bare = [re.sub(r"(#p\d+)s\d+$", r"\1", each) for each in shown]
        if bare[:1] != right[:1] or not set(bare) <= set(right):
            yield f"{_short(said['text'])} is cited otherwise than in the data: {shown}"

    def _wrong_figures(self) -> Iterator[str]:
        """Each figure with its words, period and claimant; groups have put them in another order."""
        left = list(self.briefing["figures"])
        for row in self._rows("figures"):
            cells = [each.text for each in row.children if each.tag == "td"]
            words = next(each.text for each in row.below() if "source" in each.classes)
            for figure in left:
                told = (figure["text"], figure["window"] or cells[1], figure["claimant"] or cells[2])
                reads = all(map(_reads, (words, cells[1], cells[2]), told))
                if reads and not any(self._wrong_cites(row, figure)):
                    left.remove(figure)
                    break
            else:
                yield f"a figure on it is not in the data: {_short(words)}"
        for figure in left:
            yield f"a figure of the briefing is not on it: {_short(figure['text'])}"

    def _wrong_days(self) -> Iterator[str]:
        """Each entry shown is in the data with its days; all sentences stand there, but for many."""
        rows, entries = self._rows("timeline"), self.briefing["timeline"]
        shown = set()
        for row in rows:
            words = next(each.text for each in row.below() if "source" in each.classes)
            shown.add(_plain(words))
            fitting = [each for each in entries if _reads(words, each["text"])]
            if not any(_shows_days(row, each) and not any(self._wrong_cites(row, each)) for each in fitting):
                yield f"its timeline shows what is not in the data: {_short(words)}"
        if len(rows) < _MOST_DAYS:
            for entry in entries:
                if _plain(entry["text"]) not in shown:
                    yield f"an entry of its timeline is not on it: {_short(entry['text'])}"

    def _wrong_related(self) -> Iterator[str]:
        section = self.sections.get("related")
        links = section.all("a") if section else []
        shown = [each.given.get("href", "").rpartition("/")[2] for each in links]
        if shown != [f"{each['crisis']}.html" for each in self.briefing["related"]]:
            yield "it shows other crises as related than the data"

    def _wrong_metadata(self) -> Iterator[str]:
        """What it tells machines: its days, and figures and quotations that the data has."""
        days = self.briefing["period"]
        said = (*self.briefing["figures"], *self.briefing["quotations"])
        known = {_plain(each["text"]) for each in said}
        for described in self.described:
            if described.get("temporalCoverage") != ("/".join(days) if days else None):
                yield f"its metadata have another period: {described.get('temporalCoverage')}"
            for part in described.get("hasPart", ()):
                if _plain(part["text"]) not in known:
                    yield f"its metadata say what is not in the data: {_short(part['text'])}"


def _said(element: Element) -> tuple[str, str]:
    """The words of a statement, and what stands beside them in no element of its own.

    The words are those of a source, or ours where there are none.
    """
    sources = [each.text for each in element.below() if "source" in each.classes]
    around = " ".join(_words_between(each) for each in (element, *element.all("span.what")))
    return (" ".join(sources), around.strip()) if sources else (around.strip(), "")


def _fragment(cite: Row) -> str:
    """Where the paragraph of a citation stands on the page of its text."""
    return f"p{cite['paragraph'] + 1}" if cite["paragraph"] >= 0 else "title"


def _shows_days(row: Element, entry: Row) -> bool:
    """Whether a row of a timeline shows the days of an entry: its numbers, and the day where it is one."""
    times = [each.given.get("datetime") for each in row.all("time")]
    first, last = entry["date"], entry["until"] or entry["date"]
    if times != ([first] if entry["precision"] == "day" and first == last else []):
        return False
    heading = row.children[0].parts
    shown = "".join(each if isinstance(each, str) else each.text for each in heading if not _is_aside(each))
    numbers = {int(each) for each in re.findall(r"\d+", shown)}
    parts = [[int(each) for each in day.split("-")] for day in (first, last)]
    return {parts[1][0]} <= numbers <= {each for day in parts for each in day}


def _is_aside(part: Element | str) -> bool:
    return isinstance(part, Element) and part.tag == "small"


def check_texts(data: Data, pages: dict[str, Page], findings: Findings) -> None:
    """The page of every text reads as its data does."""
    for identity, row in data.documents.items():
        name = f"texts/{row.get('slug')}.html"
        page = pages.get(name)
        if page is None:
            findings.add(name, f"the page of {identity} is missing")
            continue
        expected = {"title": row["title"]}
        expected |= {f"p{number}": text for number, text in enumerate(row["paragraphs"], 1)}
        count: dict[int, int] = defaultdict(int)
        for paragraph, start, end in row["sentences"]:
            count[paragraph] += 1
            expected[f"p{paragraph + 1}s{count[paragraph]}"] = row["paragraphs"][paragraph][start:end]
        for place, text in expected.items():
            if place not in page.places:
                findings.add(name, f"#{place} is missing")
            elif not _reads(page.places[place], text):
                findings.add(name, f"#{place} does not read as the data does: {_short(page.places[place])}")
        for place in sorted(page.places.keys() - expected.keys()):
            findings.add(name, f"#{place} stands in no data")
        whole = _plain(" ".join([row["title"], *row["paragraphs"]]))
        for words in page.described:
            if _plain(words.rstrip("…")) not in whole:
                findings.add(name, f"its description is not words of the text: {_short(words)}")


def _reads(shown: str, text: str) -> bool:
    """Whether a page shows a text: as it is, but for hidden characters, which are spelled out (`\\u200b`)."""
    if shown == text:
        return True
    at = 0
    for char in text:
        spelled = char.encode("unicode_escape").decode("ascii")
        if shown.startswith(char, at):
            at += 1
        elif unicodedata.category(char)[0] in "CZ" and shown.startswith(spelled, at):
            at += len(spelled)
        else:
            return False
    return at == len(shown)


_SPELLED: Final = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


def _plain(text: str) -> str:
    """Text without hidden characters, spelled out or not, and with single spaces."""
    shown = (
        char for char in _SPELLED.sub("", text) if unicodedata.category(char)[0] != "C" or char in "\t\n"
    )
    return " ".join("".join(shown).split())


def check_statements(data: Data, pages: dict[str, Page], findings: Findings) -> None:
    """Words shown as a source's stand where their citations lead; on briefings all are cited."""
    uncited = {
        briefing["crisis"]: sum(not unknown["cites"] for unknown in briefing["unknowns"])
        for briefing in data.briefings
    }
    for name, page in pages.items():
        is_briefing = re.fullmatch(r"crises/(.+)\.html", name)
        allowed = uncited.get(is_briefing[1], 0) if is_briefing else 0
        for unit in page.units:
            cited = [_cited_words(pages, name, href) for href in unit.cites]
            if is_briefing and not cited and (unit.is_stated or unit.sources) and name != "crises/index.html":
                allowed -= 1
                if unit.sources or allowed < 0:
                    findings.add(name, f"a statement is not cited: {_short(' '.join(unit.sources))}")
            for words in unit.sources if cited else ():
                core = words.strip(" \n…")
                if not any(core in each for each in cited):
                    findings.add(name, f"these words do not stand where they are cited: {_short(words)}")
    for briefing in data.briefings:
        name = f"crises/{briefing['crisis']}.html"
        shown = pages[name].units if name in pages else []
        read = {each for unit in shown for each in unit.sources}
        points = [briefing["bottom_line"]] if briefing["bottom_line"] else []
        for point in (*points, *briefing["points"]):
            if not any(_reads(each, point["text"]) for each in read):
                findings.add(name, f"a statement of the briefing is not on it: {_short(point['text'])}")


def check_shown(data: Data, pages: dict[str, Page], findings: Findings) -> None:
    """Words of sources that are shown without a citation: bottom lines, roles, and how texts begin."""
    lines = [briefing["bottom_line"]["text"] for briefing in data.briefings if briefing["bottom_line"]]
    roles = [role["text"] for entity in data.entities.values() for role in entity["roles"]]
    known = {_plain(text) for text in (*lines, *roles)}
    openings: dict[str, list[str]] = defaultdict(list)
    for row in data.documents.values():
        for text in row["paragraphs"][:1]:
            openings[_plain(text)[:_OPENING]].append(_plain(text))
    for name, page in pages.items():
        is_text = name.startswith("texts/") and not _LIST.fullmatch(name[6:-5])
        for unit in page.units:
            for words in unit.sources if not (unit.cites or is_text) else ():
                plain = _plain(words).rstrip("… ")
                begun = (each for each in openings[plain[:_OPENING]] if each.startswith(plain))
                if plain not in known and _plain(words) not in known and not any(begun):
                    findings.add(name, f"these words are cited nowhere: {_short(words)}")


_OPENING: Final = 20
"""Characters by which the beginning of a text is looked up."""


def _cited_words(pages: dict[str, Page], name: str, href: str) -> str:
    """The whole paragraph that a citation leads to, as its page shows it."""
    path, _, fragment = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
    page = pages.get(target)
    return page.places.get(fragment.partition("s")[0] or fragment, "") if page else ""


def check_links(
    data: Data, site: Path, pages: dict[str, Page], files: Iterable[str], findings: Findings
) -> None:
    """Links, styles and scripts lead to files of the site; feeds and the site map too."""
    known = set(files)
    base = _base(pages)
    # A source may have stood on the very host that the site stands on now.
    sources = {row["source"]["url"] for row in data.documents.values()}
    of_texts = {f"texts/{row.get('slug')}.html": row["source"]["url"] for row in data.documents.values()}
    for name, page in pages.items():
        for tag, attribute, link in page.links:
            own = "" if tag == "a" and link in sources else base
            wrong = _wrong_link(name, tag, link, own, pages, known)
            if (
                not wrong
                and tag == "link"
                and link == page.canonical
                and link not in (base + name, base + name.removesuffix("index.html"))
            ):
                wrong = "is not the address of the page"
            if wrong:
                findings.add(name, f"<{tag} {attribute}={link!r}>: {wrong}")
        for link in _strange_addresses(page, of_texts.get(name), base):
            findings.add(name, f"it leads to {link!r}, which nobody in the archive names")
    for name in sorted(known):
        if base and name.endswith((".xml", ".txt")) and "/seeds/" not in f"/{name}":
            text = unescape((site / name).read_bytes().decode("utf-8", "replace"))
            for match in re.finditer(re.escape(base) + r"([^\s<>\"']*)", text):
                if _wrong_target(match[1], pages, known, name):
                    findings.add(name, f"{match[0]} leads nowhere")
        elif name.startswith("search/") and name.endswith(".js"):
            text = (site / name).read_bytes().decode("utf-8", "replace")
            if name.startswith("search/records/") and _TURNING.search(text):
                findings.add(name, "it holds a character that turns the direction of text")
            for target in sorted(set(re.findall(r'"((?:[a-z0-9_-]+/)+[a-z0-9_-]+\.html)"', text)) - known):
                findings.add(name, f"{target} leads nowhere")


_MADE: Final = {*_FOLDERS.values(), "texts", "crises", "comparisons", "entries", "figures", "quotations"}
_MADE_TOO: Final = {"404.html", "index.html", "search.html", "sources", "timeline"}
"""Folders and pages that a build makes: what editors write of their own lies elsewhere."""


def _strange_addresses(page: Page, own: str | None, base: str) -> Iterator[str]:
    """Where a made page leads out of the site, but for `own`, the address of a text, and editors' notes."""
    if page.name.partition("/")[0] not in _MADE | _MADE_TOO:
        return
    for tag, _, link in page.links:
        is_outward = tag == "a" and link.startswith(("http:", "https:", "//"))
        if is_outward and link not in (own, *page.noted) and not (base and link.startswith(base)):
            yield link


def _base(pages: dict[str, Page]) -> str:
    """The address of the site, as its front page says it; empty where it says none."""
    return pages["index.html"].canonical.removesuffix("index.html") if "index.html" in pages else ""


def _wrong_link(
    name: str, tag: str, link: str, base: str, pages: dict[str, Page], known: set[str]
) -> str | None:
    if base and link.startswith(base):
        return _wrong_target(link.removeprefix(base), pages, known, name)
    try:
        parts = urlsplit(link)
    except ValueError:
        return "is no address"
    if parts.scheme or parts.netloc:
        outward = tag == "a" and parts.scheme in ("http", "https")
        return None if outward else "leads out of the site"
    if parts.path.startswith("/"):
        root = urlsplit(base).path or "/"
        if not parts.path.startswith(root):
            return "leads out of the site"
        return _wrong_target(link[len(root) :], pages, known, name)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
    return _wrong_target(path + (f"#{parts.fragment}" if parts.fragment else ""), pages, known, name)


def _wrong_target(target: str, pages: dict[str, Page], known: set[str], name: str) -> str | None:
    path, _, fragment = target.partition("#")
    path = unquote(path.partition("?")[0]) or "index.html"
    if path not in known:
        return "leads nowhere"
    if fragment and path in pages and unquote(fragment) not in pages[path].ids:
        return "leads to a fragment that is not there"
    return None


# --- for machines: the search and the feeds say what the data says ---


class SearchRecords:
    """What a search can find, made from the data again and compared with the site's."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.titles = {slug: str(row["title"]) for slug, row in data.crises.items()}

    def check(self, site: Path, files: Iterable[str], findings: Findings) -> None:
        """Every record stands there once, with the words of the data, and no other."""
        expected: dict[str, Counter[tuple[str, ...]]] = {
            "text": Counter(self._texts()),
            "briefing": Counter(self._briefings()),
            "entity": Counter(self._entities()),
            "quotation": Counter(self._quotations()),
        }
        figures = self._figures()
        for name in sorted(files):
            match = re.fullmatch(r"search/records/([a-z]+)-\d+-\d+\.js", name)
            script = _DATA_SCRIPT.fullmatch((site / name).read_bytes().decode("utf-8")) if match else None
            for record in read_json(script[3]) if script else ():
                if record == 0:
                    continue  # no record has this place
                kind, plain = match[1] if match else "", _record(record)
                left = expected.setdefault(kind, Counter())
                if kind == "figure":
                    if not all(each in figures[plain[1]] for each in plain[3::2]):
                        findings.add(name, f"a figure is not in the data: {_short(plain[0])}")
                elif left[plain] < 1:
                    findings.add(name, f"a record is not as the data has it: {_short(plain[0])}")
                else:
                    left[plain] -= 1
        for kind, missing in expected.items():
            for record in +missing:
                findings.add("search/records", f"a {kind} cannot be found: {_short(record[0])}")

    def _texts(self) -> Iterator[tuple[str, ...]]:
        for row in self.data.documents.values():
            parts = [part for n, text in enumerate(row["paragraphs"], 1) for part in (text, f"p{n}")]
            crisis = self.titles.get(row["crisis"] or "", "")
            yield _record([row["title"], f"texts/{row['slug']}.html", crisis, *parts])

    def _briefings(self) -> Iterator[tuple[str, ...]]:
        for row in self.data.briefings:
            line = [(row["bottom_line"]["text"], "bottom-line")] if row["bottom_line"] else []
            points = [(each["text"], f"point-{n}") for n, each in enumerate(row["points"], 1)]
            said: dict[str, str] = {}
            for text, place in (*line, *points, *((each["text"], "unknowns") for each in row["unknowns"])):
                said.setdefault(text, place)
            parts = [part for pair in said.items() for part in pair]
            yield _record([self.titles[row["crisis"]], f"crises/{row['crisis']}.html", "", *parts])

    def _entities(self) -> Iterator[tuple[str, ...]]:
        for identity, row in self.data.entities.items():
            said = [*row["aliases"], *sorted({role["text"] for role in row["roles"]})]
            address = f"{_FOLDERS[row['kind']]}/{identity.removeprefix(row['kind'] + '-')}.html"
            yield _record(
                [row["name"], address, row["kind"], *(part for text in said for part in (text, ""))]
            )

    def _quotations(self) -> Iterator[tuple[str, ...]]:
        for row in self.data.documents.values():
            for quote in row["quotes"]:
                speaker = (
                    self.data.entities.get(quote["speaker"] or "", {}).get("name") or quote["speaker_text"]
                )
                said = self.data.words_at({**quote, "document": row["id"]})
                note = " \N{MIDDLE DOT} ".join(each for each in (speaker, row["title"]) if each)
                yield _record([said, f"texts/{row['slug']}.html", note, said, _fragment(quote)])

    def _figures(self) -> dict[str, set[str]]:
        """For each page of a text the sentences that a record of a figure may show."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.data.documents.values():
            page = f"texts/{row['slug']}.html"
            for paragraph, start, end in row["sentences"]:
                found[page].add(_plain(row["paragraphs"][paragraph][start:end]))
            for figure in row["figures"]:
                found[page].add(_plain(self.data.words_at({**figure, "document": row["id"]})))
        for comparison in self.data.comparisons:
            first = self.data.documents[comparison["sides"][0]["cites"][0]["document"]]
            found[f"texts/{first['slug']}.html"] |= {_plain(side["text"]) for side in comparison["sides"]}
        return found


def _record(parts: list[str]) -> tuple[str, ...]:
    """A search record without hidden characters; of its places the paragraph alone."""
    plain = [_plain(each) for each in parts]
    return (*plain[:3], *(re.sub(r"^(p\d+)s\d+$", r"\1", each) for each in plain[3:]))


_FIELD: Final = re.compile(r"<(title|link|guid|description|pubDate)(?: [^>]*)?>(.*?)</\1>", re.DOTALL)
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")


def check_feeds(data: Data, site: Path, files: Iterable[str], base: str, findings: Findings) -> None:
    """Each entry of a feed is a text of the archive, with its title, address, opening words and day."""
    texts = {f"{base}texts/{row['slug']}.html": row for row in data.documents.values()}
    for name in sorted(each for each in files if each.endswith(".xml")):
        text = (site / name).read_bytes().decode("utf-8")
        for address in re.findall(r"<(?:link|loc|guid)(?: [^>]*)?>(.*?)</|\bhref=\"([^\"]*)\"", text):
            if not unescape("".join(address)).startswith(base or "\0"):
                findings.add(name, f"{_short(''.join(address))} leads out of the site")
        for item in text.split("<item>")[1:]:
            fields = _FIELD.findall(item.partition("</item>")[0])
            given = {key: unescape(value) for key, value in fields}
            row = texts.get(given.get("link", ""))
            if row is None or given.get("guid") != given["link"]:
                findings.add(name, f"{_short(given.get('link', ''))} is no text of the archive")
                continue
            for wrong in _wrong_item(row, given):
                findings.add(name, f"{given['link']}: {wrong}")


def _wrong_item(row: Row, given: dict[str, str]) -> Iterator[str]:
    def plain(text: str) -> str:
        return _plain(_NO_XML.sub("", text))

    if plain(given.get("title", "")) != plain(row["title"]):
        yield f"its title is not that of the text: {_short(given.get('title', ''))}"
    opening = plain(unescape(given.get("description", ""))).rstrip("…")
    if not any(plain(text).startswith(opening) for text in row["paragraphs"][:1]) and opening:
        yield f"its words are not those of the text: {_short(opening)}"
    days = {row["date"]["earliest"], row["date"]["latest"]}
    day = days.pop() if len(days) == 1 else None
    shown = given.get("pubDate")
    if (parsedate_to_datetime(shown).date().isoformat() if shown else None) != day:
        yield f"its day is not that of the text: {shown}"


# --- the whole ---


def verify(site: Path, seeds: Path | None) -> list[str]:
    """All findings on a site and its seeds, a line each; none when the site is proven.

    `seeds` None: those that are published with the site.
    """
    findings = Findings()
    files = check_sums(site, findings)
    data = Data(site, findings)
    pages: dict[str, Page] = {}
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("seeds", lambda: check_seeds(data, seeds, findings) if seeds is not None else None),
        ("seeds", lambda: check_published_seeds(data, site, files, findings, alone=seeds is None)),
        ("data/documents.jsonl", lambda: check_documents(data, findings)),
        ("files", lambda: check_files(site, files, findings)),
        ("pages", lambda: pages.update(read_pages(site, files, data, findings))),
        ("data/relations.jsonl", lambda: check_relations(data, findings)),
        ("data/briefings.jsonl", lambda: check_briefings(data, findings)),
        ("texts", lambda: check_texts(data, pages, findings)),
        ("crises", lambda: check_statements(data, pages, findings)),
        ("pages", lambda: check_shown(data, pages, findings)),
        ("search", lambda: SearchRecords(data).check(site, files, findings)),
        ("feeds", lambda: check_feeds(data, site, files, _base(pages), findings)),
        ("links", lambda: check_links(data, site, pages, files, findings)),
    )
    for name, check in checks:
        try:
            check()
        except MALFORMED as error:
            findings.add(name, f"is not as the format says ({error!r})")
    return list(findings.lines)


def main() -> int:
    """The exit code; findings go to stdout, a line each."""
    parser = argparse.ArgumentParser(description="Prove a published site against its seeds.")
    parser.add_argument("--site", required=True, type=Path, help="the published folder")
    parser.add_argument(
        "--seeds", type=Path, help="the seeds it was built from (default: those published with the site)"
    )
    given = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):  # a terminal may know fewer letters than a site
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for folder in (given.site, given.seeds or given.site / "seeds"):
        if not folder.is_dir():
            parser.error(f"{folder}: there is no such folder")
    lines = verify(given.site, given.seeds)
    for line in lines:
        print(line)
    print(f"{given.site}: {len(lines)} findings", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
