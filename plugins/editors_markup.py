"""What a page or note of an editor may hold: text and its marks, nothing that runs, loads or hides.

Editors are trusted, but a site proves with its policy and by `verify.py` that no page runs or loads what it
should not: what would break that proof stops the build, with the file and, where it stands so there, the
line.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

_ELEMENTS: Final = frozenset(
    "a abbr article aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark nav ol p pre q s samp "
    "section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
_ATTRIBUTES: Final = frozenset(
    "abbr alt cite class colspan datetime dir headers height href hreflang id lang loading open rel "
    "reversed role rowspan scope span src start title type value width".split()
)
_VOID: Final = ("br", "col", "hr", "img", "wbr")
_MAY_STAY_OPEN: Final = frozenset("p li dt dd tr td th thead tbody tfoot".split())
_OURS: Final = ("cite", "source", "stated")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NAME: Final = r"[A-Za-z][-A-Za-z0-9:_]*"
_VALUE: Final = r"\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+"
_PIECE: Final = re.compile(
    rf"[^<]+|<!--[^<>-]+(?:-[^<>-]+)*-->|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)"
    rf"(?P<given>(?:[ \t\n]+{_NAME}(?:=(?:{_VALUE}))?)*)[ \t\n]*/?>"
)
"""What a page is made of. Whatever is none of it one browser reads in another way than the next."""
_GIVEN: Final = re.compile(rf"(?P<name>{_NAME})(?:=(?P<value>{_VALUE}))?")
_Problem = tuple[str, str]
"""Words to look for in the source, and what is wrong."""


def markup_problem(file: Path, html: str) -> str | None:
    """The first thing in a rendered page or note that no page of the site may hold; null where there is none.

    It names `file`, which the editor wrote, says what is wrong and what to do.
    """
    words, problem = next(_problems(html), ("", None))
    return f"{place_in(file, words)}: {problem}" if problem else None


def place_in(file: Path, words: str) -> str:
    """`file:line` of the first line with these words, in whatever case; the file alone where none has."""
    if not words:
        return str(file)
    lines = enumerate(file.read_text("utf-8-sig", "replace").split("\n"), 1)
    sought = words.casefold()
    return next((f"{file}:{number}" for number, line in lines if sought in line.casefold()), str(file))


def _problems(html: str) -> Iterator[_Problem]:
    turning = _TURNING.search(unescape(html))
    if turning:
        shown = f"\\u{ord(turning[0]):04x}"
        yield turning[0], f"it holds {shown}, which turns the direction of text; take it out"
    opened: list[str] = []
    at = 0
    while at < len(html):
        piece = _PIECE.match(html, at)
        if piece is None or "\0" in piece[0]:
            begins = html[at : at + 40].split("\n")[0]
            mend = "write &lt; for a < of the text, or take it out"
            yield begins.rstrip(), f"{begins!r} is no element that all browsers read alike; {mend}"
            return
        at = piece.end()
        tag = (piece["tag"] or "").lower()
        if tag and piece["end"]:
            yield from _end(tag, opened)
        elif tag:
            yield from _begin(tag, piece["given"])
            if tag not in _VOID:
                opened.append(tag)
    yield from (_not_ended(each) for each in opened if each not in _MAY_STAY_OPEN)


def _end(tag: str, opened: list[str]) -> Iterator[_Problem]:
    """`opened` are the elements that it may end, the inmost last; those that have ended are taken off."""
    if tag not in opened:
        yield f"</{tag}", f"</{tag}> ends nothing that was begun there; take it out"
        return
    while (inner := opened.pop()) != tag:
        if inner not in _MAY_STAY_OPEN:
            yield _not_ended(inner)


def _not_ended(tag: str) -> _Problem:
    return f"<{tag}", f"<{tag}> does not end where it should; write </{tag}> behind what belongs to it"


def _begin(tag: str, given: str) -> Iterator[_Problem]:
    if tag not in _ELEMENTS:
        yield f"<{tag}", f"no page of the site may hold <{tag}>; take it out"
    seen = set()
    for each in _GIVEN.finditer(given):
        name, value = each["name"].lower(), unescape((each["value"] or "").strip("\"'"))
        if name in seen:
            yield name, f"<{tag}> has {name} twice, and readers' programs differ on it; keep one"
        seen.add(name)
        if name not in _ATTRIBUTES and not name.startswith(("aria-", "data-")):
            yield f"{name}=", f"no page of the site may hold {name}= on <{tag}>; take it out"
        elif name == "class":
            for mark in sorted({*_OURS} & {*value.split()}):
                yield mark, f"class {mark!r} marks words of the texts; name it otherwise"
        elif name in ("href", "src"):
            yield from _link(tag, value)


def _link(tag: str, value: str) -> Iterator[_Problem]:
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        yield value, f"{value!r} is no address; correct it"
        return
    if not parts.scheme and not parts.netloc:
        return
    if tag != "a":
        yield value, f"{value!r} lies elsewhere; put the file into the folder and link it with {{attach}}"
    elif parts.scheme not in ("http", "https") or not parts.netloc:
        yield value, f"{value!r} is no link that a page may have; begin it with https:// or http://"
