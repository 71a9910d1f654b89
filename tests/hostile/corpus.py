"""About 300 seeds that want to do harm, made by code: nothing here was found anywhere.

`make(folder)` writes them and gives the paths of the good neighbours, which must all become pages.
"""

import html
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MARK: Final = "hostile_script_ran"
"""The name that a script of a seed would leave in the browser's window."""
_RUN: Final = f"window.{MARK}=1;alert(1)"
_FAR: Final = "https://example.org/stolen"

MARKUP: Final = (
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"</title></head><body><script>{_RUN}</script>",
    f'"><script>{_RUN}</script>',
    f"'><img src=x onerror={_RUN}>",
    f"<img src=x onerror={_RUN}>",
    f"<svg/onload={_RUN}>",
    f"<svg><script href=data:,{_RUN} /></svg>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<a href='javascript:{_RUN}'>read on</a>",
    f"[read on](javascript:{_RUN})",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<iframe src='{_FAR}'></iframe>",
    f"<link rel=stylesheet href={_FAR}.css>",
    f"<style>@import url({_FAR}.css);</style>",
    f"<base href='{_FAR}/'>",
    f"<meta http-equiv=refresh content='0;url={_FAR}'>",
    f"<form action={_FAR}><button>send</button></form>",
    f"![picture]({_FAR}.png)",
    f"<math><mi xlink:href='javascript:{_RUN}'>x</mi></math>",
    f"&#x3c;script&#x3e;{_RUN}&#x3c;/script&#x3e;",
    f"&lt;img src=x onerror={_RUN}&gt;",
    f"<!--><img src=x onerror={_RUN}>-->",
    f"]]><script>{_RUN}</script>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'>",
    f"<template><script>{_RUN}</script></template>",
    "<plaintext>",
    "<textarea>",
    "<!--",
)
TEMPLATES: Final = (
    "{{ 7 * 7 }}",
    "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{% raw %}",
    "{# a comment",
    "{filename}/../../etc/passwd",
    "{static}/x {attach}/y |filename|z",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%(name)s %s {0} {name!r}",
    "Title: Taken over\nSave_as: ../../taken.html\nTemplate: evil\n",
    "---\ntitle: Taken over\nsave_as: /tmp/taken.html\n---\n",
    "# Heading\n\n* list **bold** `code` _emphasis_\n\n> quoted",
)
CHARACTERS: Final = (
    "one\u2028two\u2029three",
    "\u202egnirts desrever\u202c",
    "\u2066isolated\u2069 \u200fmarked\u200e",
    "zero\u200bwidth\u200d\u2060joined\ufeff",
    "soft\u00adhyphen",
    "bell\x07 back\x08 escape\x1b[31m red",
    "vertical\x0btab form\x0cfeed",
    "del\x7f next\u0085line \u009bcontrol",
    "noncharacters \ufdd0 \uffff \ufffe \U0001fffe",
    "replaced \ufffd and private \ue000",
    "zalgo" + "\u0301\u0316" * 40,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 tag\U000e0061",
    "\u0130stanbul \u1e9e \ufb01 \u0149",
    "__proto__ constructor prototype toString hasOwnProperty valueOf",
    "__proto__",
    "constructor",
    "&amp;lt; &nbsp; &#0; &#x110000;",
    '\\u003cscript\\u003e \\" \\\\ \\',
    "=cmd|' /C calc'!A0",
    "../../../../etc/passwd %2e%2e%2f%00",
)
PAYLOADS: Final = MARKUP + TEMPLATES + CHARACTERS
NEIGHBOURS: Final = 20
PLACES: Final = ("Northport", "Southbridge", "Eastvale", "Westmere", "Highcastle")

_NAMES: Final = (
    b"line\nfeed.txt",
    b"tab\tand\rreturn.txt",
    b"dots...txt",
    b"back\\..\\slash.txt",
    b"%2e%2e%2fescaped.txt",
    b"-rf.txt",
    b"--help",
    b"con.txt",
    b"NUL.txt",
    b"aux",
    b" leading and trailing .txt ",
    b"index.html",
    b"__proto__.txt",
    b"constructor.txt",
    b"undecodable-\xff\xfe.txt",
    b"\xed\xa0\x80surrogate.txt",
    "right\u202eto-left.txt".encode(),
    "line\u2028separator.txt".encode(),
    "caf\u00e9.txt".encode(),
    "cafe\u0301.txt".encode(),
    b"Clash.txt",
    b"clash.txt",
    b"CLASH.TXT",
    b"n" * 251 + b".txt",
    "\U0001f30a.txt".encode(),
    "\u0645\u062f\u064a\u0646\u0629.txt".encode(),
    b"<img src=x onerror=alert(1)>.txt",
    b'"onmouseover="alert(1).txt',
    b"javascript:alert(1).txt",
    b"{{ 7*7 }}.txt",
    b"{% raw %}.txt",
    b"a&b=c#d?e.txt",
    b"*.txt",
    b"$(id).txt",
    b"`id`.txt",
    b"';drop table seeds.txt",
    b"SHA256SUMS",
    b"no-suffix",
    b"many.dots.in.one.name.txt",
)
_FOREIGN: Final = (
    (b"report.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
    (b"office.txt", b"PK\x03\x04" + bytes(range(256)) * 4),
    (b"packed.txt", b"\x1f\x8b\x08\x00" + bytes(200)),
    (b"picture.html", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    (b"program.txt", b"\x7fELF" + bytes(range(256)) * 4),
    (b"old-office.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
    (b"noise.txt", bytes((number * 7919) % 251 for number in range(5000))),
    (b"zeros.txt", bytes(10_000)),
    (b"zeros.html", b"<html>" + bytes(10_000)),
    (b"empty.txt", b""),
    (b"empty.html", b""),
    (b"blank.txt", b" \n\t\n\r\n" * 50),
    (b"mark.txt", b"\xef\xbb\xbf"),
    (b"wide-mark.txt", b"\xff\xfe"),
    (b"controls.txt", bytes(range(32)) * 20),
    (b"signs.txt", b"?! ... -- \n\n *** \n"),
    (
        b"half-surrogates.txt",
        b"The river rose at Northport on Monday. " + b"\xed\xa0\x80\xed\xbf\xbf" * 9,
    ),
    (b"overlong.txt", b"The river rose at Northport on Monday \xc0\xaf\xc0\xae. It fell again." * 3),
    (b"cut-off.txt", "The river rose at the caf\u00e9".encode()[:-1]),
    (b"mixed.txt", "The caf\u00e9 was full. ".encode() * 9 + "The caf\u00e9 closed.".encode("latin-1")),
    (b"wide.txt", "The river rose at Northport on Monday.\n".encode("utf-16-le") * 20),
    (b"odd-wide.txt", "The river rose at Northport on Monday.\n".encode("utf-16") * 5 + b"x"),
    (b"four.txt", "The river rose at Northport on Monday.\n".encode("utf-32") * 5),
)
_PIECES: Final = (
    *(each.encode() for each in "\" ' \u201c ( [ - . \u0301 @ \u00c3".split()),
    *(b". ", b"\n", b" \n", b" ", b"\t", b"1,", b"1.", b"$1 ", b"Mr. ", b"Monday ", b"said ", b'he said, "'),
    *(b"March 2019 ", b"http://", b"&amp;", b"A. ", b"A ", b"Smith Smith ", b"of the ", b"and 3 ", b"* "),
    *(b"killed 3 people ", b"Share this ", b"\xc3\x83"),
)


def make(folder: Path, every: int = 1) -> tuple[str, ...]:
    """Write the corpus below a new folder, of its payloads one in `every`; gives the good neighbours."""
    folder.mkdir(parents=True)
    root = os.fsencode(folder)
    for name, content in _files(every):
        path = os.path.join(root, name)  # noqa: PTH118 - names are bytes that no text can hold
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - as above
        with open(path, "xb") as stream:  # noqa: PTH123 - as above
            stream.write(content)
    _odd_things(folder)
    return tuple(name for name, _ in neighbours())


def _files(every: int) -> Iterator[tuple[bytes, bytes]]:
    for number, payload in list(enumerate(PAYLOADS))[::every]:
        yield b"in-texts/%d.txt" % number, _text(payload, number).encode("utf-8", "surrogatepass")
        yield b"in-pages/%d.html" % number, _page(payload, number).encode("utf-8", "surrogatepass")
        yield b"as-headlines/%d.txt" % number, f"{payload}\n\n{_story(number)}".encode()
    for number, name in enumerate(_NAMES):
        yield b"names/" + name, _text("", number).encode()
    for name, content in (*_FOREIGN, *_large(every)):
        yield b"foreign/" + name, content
    yield b"d/" * 60 + b"deep.txt", _text("", 1).encode()
    yield from ((name.encode(), text.encode()) for name, text in neighbours())


def neighbours() -> Iterator[tuple[str, str]]:
    """Names and texts of good seeds, of one crisis."""
    for number in range(NEIGHBOURS):
        yield f"neighbour-{number}.txt", f"Flood at {PLACES[number % 5]}\n\n{_story(number)}"


def _story(number: int) -> str:
    place = PLACES[number % 5]
    return (
        f"The river rose above its banks at {place} on Monday 4 March 2019 after {number + 3} days of rain."
        f"\n\nAt least {number + 2} people were killed, the mayor Ruth Castell said. \u201cWe have never "
        f"seen water like this here,\u201d she told reporters in {place}.\n\n"
        f"The Red Cross opened {number + 1} shelters."
    )


def _text(payload: str, number: int) -> str:
    """A payload where a builder could trip: headline, sentence, name, quotation, source, last line."""
    place = PLACES[number % 5]
    return (
        f"Water {payload} at {place}\n\nThe river {payload} rose at {place} on Monday 4 March 2019.\n\n"
        f"\u201cThe water {payload} came at night,\u201d said {payload} Ruth Castell {payload}, the mayor of "
        f"{place}. At least {number + 2} {payload} people were killed, according to {payload}.\n\n"
        f"{_story(number)}\n\n{payload}"
    )


def _page(payload: str, number: int) -> str:
    """The same in a saved web page, where its markup was escaped; and raw, where it was not."""
    escaped = html.escape(payload)
    paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in _text(payload, number).split("\n\n"))
    return (
        f"<!DOCTYPE html><html lang='en\"{escaped}'><head><meta charset=utf-8><title>Flood {escaped}</title>"
        f'<meta name="author" content="{escaped}"><meta property="og:site_name" content="{escaped}">'
        f'<meta property="og:title" content="Flood {escaped}">'
        f'<link rel="canonical" href="javascript:alert(1)">'
        f'<meta property="og:url" content="javascript:alert({number})"></head><body><article>'
        f"<h1>Flood {escaped}</h1>{paragraphs}<p>The river {payload} rose again.</p></article></body></html>"
    )


def _large(every: int) -> Iterator[tuple[bytes, bytes]]:
    """Much of one thing: what is quadratic anywhere does not end."""
    yield b"line-of-50-MB.txt", b"water and rain " * 3_500_000
    yield b"line-of-half-a-MB.txt", b"The river rose at Northport and people fled. " * 11_000
    yield b"one-word.txt", b"a" * 500_000
    yield b"nested.html", b"<html><body>" + b"<div>" * 100_000 + b"water"
    yield b"nested-lists.html", b"<html><body>" + b"<ul><li>" * 50_000 + b"water"
    yield b"nested-formats.html", b"<html><body><p>" + b"<b><i>" * 30_000 + b"water"
    yield b"attributes.html", b"<html><body><p " + b"a=b " * 50_000 + b">The river rose.</p>"
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    yield (
        b"bomb.html",
        b'<!DOCTYPE html [<!ENTITY e0 "water">' + entities + b"]><html><body><p>&e11;</p></body></html>",
    )
    yield b"breaks.html", b"<html><body><p>The river rose." + b"<br>" * 100_000 + b"</p></body></html>"
    yield b"cells.html", b"<html><body><table>" + b"<tr><td>water" * 30_000 + b"</table></body></html>"
    yield b"open.html", b"<html><body>" + b"<" * 100_000
    yield b"comments.html", b"<html><body><p>The river rose.</p>" + b"<!--" * 50_000
    for number, piece in list(enumerate(_PIECES))[::every]:
        yield b"much-%d.txt" % number, b"The river rose at Northport.\n\n" + piece * (15_000 // len(piece))
        if number % 5 == 0:
            yield b"much-more-%d.txt" % number, piece * (100_000 // len(piece))


def _odd_things(folder: Path) -> None:
    """Links, pipes and sockets: nothing that may be opened."""
    odd = folder / "odd"
    odd.mkdir()
    (odd / "passwd.txt").symlink_to("/etc/passwd")
    (odd / "nowhere.txt").symlink_to("nowhere-at-all")
    (odd / "loop.txt").symlink_to("loop.txt")
    (odd / "up").symlink_to("..", target_is_directory=True)
    (odd / "root").symlink_to("/", target_is_directory=True)
    os.mkfifo(odd / "pipe.txt")
    os.mkfifo(odd / "pipe.html")
    here = Path.cwd()
    os.chdir(odd)  # the address of a socket may be a hundred bytes at most
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("socket.txt")
    finally:
        os.chdir(here)
