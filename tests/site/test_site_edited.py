"""A site with all that editors may write is proven like any other: what they state is theirs."""

from pathlib import Path

import pytest

import verify
from tests.conftest import Build

STORY = """Flood at {place}

The river rose above its banks at {place} on Monday 4 March 2019 after {n} days of rain.

At least {n} people were killed, the mayor Ruth Castell said. \N{LEFT DOUBLE QUOTATION MARK}We have never \
seen water like this here,\N{RIGHT DOUBLE QUOTATION MARK} she told reporters in {place}.

The Red Cross opened {n} shelters."""

CORRECTED = """
seed = "n0.txt"
title = "A \N{LEFT DOUBLE QUOTATION MARK}new\N{RIGHT DOUBLE QUOTATION MARK} title & <b>more</b> \\u202e of it"
publisher = "The Daily"
author = "A. Writer"
date = [2019-03-05, 2019-03-07]
url = "https://example.org/report?a=b&c=d"
slug = "flood-in-northport"
note = "Seen in <print>, page 3."
[[figure]]
text = "At least 5 people"
low = 500
claimant = "somebody whom the text does not name"
window = "a time that it does not tell"
[[figure]]
text = "The river rose"
low = 200
counts = "metres"
[[name]]
text = "Ruth Castell"
entity = "person-mayor"
"""
NOTE = """Title: Floods of March

With *emphasis*, a [link](https://example.com/elsewhere?a=b&c), and

> words of somebody.

<!-- a remark - for editors -->

| a | b |
|---|--:|
| 1 | 2 |

- one
- two <br> three
"""
PAGE = """Title: Info & more

Some `code <script>`, <kbd>x</kbd>, <q>words</q>, ![a picture]({static}../images/a.png), 2 < 3 &copy;.

<p>raw <b title='a > b'>markup</b>
<ul><li>one<li>two</ul>

1. first
2. second
"""


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """A folder with seeds, content and the site of them, on the host of a source."""
    folder = tmp_path_factory.mktemp("edited")
    for name in ("seeds", "content/corrections", "content/crises", "content/pages", "content/images"):
        (folder / name).mkdir(parents=True)
    for n, place in enumerate(("Northport", "Southbridge", "Eastvale", "Westmere")):
        (folder / "seeds" / f"n{n}.txt").write_text(STORY.format(place=place, n=n + 5), "utf-8")
    content = folder / "content"
    (content / "corrections" / "a.toml").write_text(CORRECTED, "utf-8")
    moved = 'seed = "n1.txt"\ndate = 2019-03-05\ncrisis = "floods"\n'
    (content / "corrections" / "b.toml").write_text(moved, "utf-8")
    (content / "corrections" / "c.toml").write_text('seed = "n2.txt"\nwithheld = "asked for"\n', "utf-8")
    (content / "crises" / "floods.md").write_text(NOTE, "utf-8")
    (content / "pages" / "info.md").write_text(PAGE, "utf-8")
    (content / "images" / "a.png").write_bytes(b"\x89PNG")
    options = [item for name in ("seeds", "content", "output") for item in (f"--{name}", folder / name)]
    run = build(*options, "--siteurl", "https://example.org")
    assert run.returncode == 0, run.stderr
    return folder


def test_a_site_that_editors_worked_on_is_proven(edited: Path) -> None:
    assert verify.verify(edited / "output", edited / "seeds") == []


def test_their_work_is_really_on_it(edited: Path) -> None:
    text = (edited / "output" / "texts" / "flood-in-northport.html").read_text("utf-8")
    assert "somebody whom the text does not name" in text
    assert "&lt;b&gt;more&lt;/b&gt;" in text
    assert "words of somebody" in (edited / "output" / "crises" / "floods.html").read_text("utf-8")
    assert "<q>words</q>" in (edited / "output" / "info.html").read_text("utf-8")
