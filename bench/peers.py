"""Other site generators on the same texts: vanilla Pelican, Hugo, and Hugo with Pagefind."""

import html
import json
import random
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

TAGS: Final = [f"tag-{number:03d}" for number in range(200)]
CATEGORIES: Final = [f"category-{number}" for number in range(10)]
PELICAN: Final = """\
SITENAME = "Archive"
TIMEZONE = "UTC"
THEME = "simple"
DEFAULT_PAGINATION = 20
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
HUGO: Final = 'baseURL = "http://127.0.0.1/"\ntitle = "Archive"\n[pagination]\npagerSize = 20\n'
LIST: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}
<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}</article>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">older</a>{{ end }}{{ end }}
"""
LAYOUTS: Final = {
    "_default/baseof.html": """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "_default/single.html": """\
{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1>
<time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>{{ end }}
""",
    "_default/list.html": LIST,
    "index.html": LIST,
    "_default/terms.html": """\
{{ define "main" }}<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
}


class Peer(NamedTuple):
    """A generator with its command; `after` runs over the site that it wrote."""

    name: str
    folder: Path
    command: list[str]
    after: list[str]
    output: Path


def peers(seeds: Path, work: Path) -> list[Peer]:
    """Those that are installed, with the texts in the form they want."""
    found = []
    hugo = _tool("hugo")
    if pelican := _tool("pelican"):
        folder, output = work / "pelican", work / "out-pelican"
        _write(folder / "settings.py", PELICAN)
        for place, (title, paragraphs, dice) in enumerate(_texts(seeds)):
            head = f"Title: {title}\nDate: {_date(dice)}\nCategory: {dice.choice(CATEGORIES)}\n"
            head += f"Tags: {', '.join(_tags(dice))}\nSlug: text-{place}\n\n"
            _write(folder / "content" / f"text-{place}.md", head + paragraphs)
        command = [pelican, "content", "-o", str(output), "-s", "settings.py", "-q"]
        found.append(Peer("vanilla Pelican", folder, command, [], output))
    if hugo:
        folder, output = work / "hugo", work / "out-hugo"
        _write(folder / "hugo.toml", HUGO)
        for name, text in LAYOUTS.items():
            _write(folder / "layouts" / name, text)
        for place, (title, paragraphs, dice) in enumerate(_texts(seeds)):
            matter = {"title": title, "date": _date(dice), "tags": _tags(dice)}
            _write(folder / "content" / "posts" / f"text-{place}.md", f"{json.dumps(matter)}\n\n{paragraphs}")
        command = [hugo, "-s", ".", "-d", str(output), "--quiet"]
        found.append(Peer("Hugo", folder, command, [], output))
        if find_spec("pagefind"):
            after = [sys.executable, "-m", "pagefind", "--site", str(output), "--quiet"]
            found.append(Peer("Hugo and Pagefind", folder, command, after, output))
    return found


def _tool(name: str) -> str | None:
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def _texts(seeds: Path) -> Iterator[tuple[str, str, random.Random]]:
    """Title, paragraphs as Markdown that means nothing but text, and dice for what the peers want besides."""
    for path in sorted(seeds.iterdir()):
        blocks = re.split(r"\n\s*\n", path.read_text("utf-8", "replace").strip())
        title = re.sub(r"[^\w ,'-]", "", " ".join(blocks[0].split()))[:90] or "Untitled"
        plain = (re.sub(r"^[^\w]+", "", " ".join(block.split())) for block in blocks[1:])
        text = "\n\n".join(html.escape(re.sub(r"[\[\]{}_`*\\]", " ", block), quote=False) for block in plain)
        yield title, text + "\n", random.Random(path.name)


def _date(dice: random.Random) -> str:
    return f"20{dice.randint(15, 25)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"


def _tags(dice: random.Random) -> list[str]:
    return sorted({dice.choice(TAGS) for _ in range(3)})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
