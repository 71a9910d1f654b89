"""What editors may write on a page, and what stops the build: by hand, one row a kind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verify
from editors_markup import markup_problem
from page_frame import markdown_of

FRAME = (
    '<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" '
    f'content="{verify.POLICY}"><title>A</title></head>'
)
FINE = (
    "Words, *words*, <b>words</b> &amp; `code <script>`.\n\n- one\n- two\n\n> quoted\n\n![map](map.png)\n",
    "[a](../texts/a.html#p1) [b](https://example.org/?a=b&c) <https://example.org/> [c](#here)\n",
    "# Head {#head .wide}\n\nNote[^1]\n\n[^1]: Below.\n\nword\n: what it means\n\n*[HTML]: language\n",
    '|a|b|\n|-|-|\n|1|2|\n\n```\n<script>\n```\n\n<div markdown="1">\n*a* < b <!-- to do -->\n</div>\n',
    '<p lang="ar" dir="rtl">words</p><ol start="3"><li value="4">x<li>y</ol><br/><b lang="en">x</b>\n',
    "|a|b|\n|:-:|--:|\n|1|2|\n",
)

STOPPED = {
    "a script": ("ok\n\n<script>alert(1)</script>", 3, "may hold <script>"),
    "a script in capitals": ("<SCRIPT src=x></SCRIPT>", 1, "may hold <script>"),
    "a style": ("<style>*{}</style>", 1, "may hold <style>"),
    "a style on an element": ('ok\n\n<p style="color:red">x</p>', 3, "may hold style= on <p>"),
    "a handler": ('<p OnClick="a()">x</p>', 1, "may hold onclick= on <p>"),
    "a handler without a space": ('<p id="x"onclick="a()">x</p>', 1, "no element that all browsers"),
    "a frame": ('<iframe src="https://example.org"></iframe>', 1, "may hold <iframe>"),
    "a form": ('a\n\n<form action="x"><input></form>', 3, "may hold <form>"),
    "a drawing that could run": ("<svg><animate/></svg>", 1, "may hold <svg>"),
    "a base": ('<base href="//example.org">', 1, "may hold <base>"),
    "a policy": ('<meta http-equiv="refresh" content="0">', 1, "may hold <meta>"),
    "a template": ("<template>x</template>", 1, "may hold <template>"),
    "an attribute twice": ('<a href="x" href="y">x</a>', 1, "<a> has href twice"),
    "a report of clicks": ('<a href="x" ping="y">x</a>', 1, "may hold ping= on <a>"),
    "a link that runs": ("a\n[x](javascript:alert(1))", 2, "is no link that a page may have"),
    "a link that runs, escaped": ('<a href="&#106;avascript:alert(1)">x</a>', None, "is no link that a page"),
    "a link to this machine": ("[x](file:///etc/passwd)", 1, "is no link that a page may have"),
    "a link of no kind": ("[x](//example.org/a)", 1, "is no link that a page may have"),
    "a link that is no address": ("[x](https://[example.org/)", 1, "is no address"),
    "a picture from elsewhere": ("![x](https://example.org/a.png)", 1, "lies elsewhere"),
    "a picture that is data": ("![x](data:image/png;base64,AA)", 1, "lies elsewhere"),
    "turned text": ("ok\n\na \u202e b", 3, "\\u202e, which turns"),
    "turned text, escaped": ("a &#x2066; b", None, "\\u2066, which turns"),
    "turned text in an attribute": ('a\n<b title="&#8238;">x</b>', None, "\\u202e, which turns"),
    "a comment that browsers end elsewhere": ("ok\n\n<!--><p>x-->", 3, "no element that all browsers"),
    "a declaration": ("<!DOCTYPE html>", 1, "no element that all browsers"),
    "an instruction": ("<?php x ?>", 1, "no element that all browsers"),
    "an end of our own elements": ("<div>x</div></section>", 1, "</section> ends nothing"),
    "an element that is never closed": ("<div><b>x</div>", 1, "<b> does not end"),
    "an element cut off": ("<div>\n<img src=x \n</div>", 2, "no element that all browsers"),
    "an element that goes on": ("<div><p>x", 1, "<div> does not end"),
    "words as if of a text": ('<p class="stated">x</p>', 1, "marks words of the texts"),
}


def rendered(text: str) -> str:
    return str(markdown_of(text))


@pytest.mark.parametrize("text", FINE)
def test_what_editors_may_write(tmp_path: Path, text: str) -> None:
    assert markup_problem(tmp_path / "a.md", rendered(text)) is None


@pytest.mark.parametrize("row", STOPPED.values(), ids=STOPPED.keys())
def test_what_stops_the_build(tmp_path: Path, row: tuple[str, int | None, str]) -> None:
    text, line, problem = row
    file = tmp_path / "a.md"
    file.write_text(text, "utf-8")
    told = markup_problem(file, rendered(text))
    assert told is not None
    assert told.startswith(f"{file}:{line}: " if line else f"{file}: ")
    assert problem in told
    assert "\n" not in told
    assert "; " in told


PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<li>", "</li>", "<br>", "<br/>", "<p/>", "<script>"),
    *(
        "</script>",
        "<style>",
        "<svg>",
        "<title>",
        "<!--",
        "-->",
        "<!",
        "<?",
        "<![CDATA[",
        "]]>",
        "<",
        ">",
        "/",
    ),
    *(
        '<a href="x">',
        "<a href='x' href=y>",
        "<a href=javascript:x>",
        "</a>",
        "<img src=x>",
        "<i id=a>",
        "</i>",
    ),
    *(
        " onclick=x",
        ' style="x"',
        '"',
        "'",
        "=",
        " ",
        "\n",
        "&lt;",
        "&#x202e;",
        "\u2066",
        "\0",
        "words",
        "a<b",
    ),
    *(
        "<i id=b",
        "<b title='<'>",
        "<i aria-label=x>",
        "<b data-x>",
        "<form>",
        "</section>",
        "</body>",
        "<tt>",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_what_is_let_pass_is_proven_by_the_verifier(html: str) -> None:
    """The verifier reads pages with code of its own; whatever passes here must pass there."""
    if markup_problem(Path(__file__), html) is None:
        page = verify.Page("a.html")
        page.read(f"{FRAME}<body><div>{html}</div></body></html>")
        assert [wrong for wrong in page.wrong if "stands on it twice" not in wrong] == []


def test_columns_of_tables_are_told_by_classes() -> None:
    made = rendered("|a|b|c|\n|:-:|--:|--|\n|1|2|3|\n")
    cells = '<td class="align-center">1</td>\n<td class="align-right">2</td>\n<td>3</td>'
    assert cells in made
