"""The four texts in made-up words: whatever a page says by itself can be translated in the words file."""

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, Build

MARK = "\N{SECTION SIGN}"
SHOWN_BY = ("title", "aria-label", "placeholder", "alt", "data-label")
NOT_OURS = {"Crisis Archive", "BibTeX", "RIS", "CSL-JSON", "text/plain, utf-8"}
"""The archive's own name, names of formats, and what a file says of itself."""
SETTINGS = """\
from publishconf import *
CRISIS_NAME_MODEL = ""
CRISIS_LANGUAGE = "de"
THEME = {theme!r}
"""


def marked(table: dict[str, Any]) -> dict[str, Any]:
    """The same table with a mark before every sentence."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found[key] = marked(value)
        else:
            found[key] = [*map(marked, value)] if isinstance(value, list) else MARK + (value or key)
    return found


def toml_of(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[str]:
    """A table of sentences, tables and lists of flat tables; strings are written as in JSON."""
    yield from (f"{json.dumps(key)} = {json.dumps(each)}" for key, each in table.items() if type(each) is str)
    for key, each in table.items():
        inner = (*path, json.dumps(key))
        for one in each if isinstance(each, list) else ():
            yield from (f"[[{'.'.join(inner)}]]", *toml_of(one, inner))
        if isinstance(each, dict):
            yield from (f"[{'.'.join(inner)}]", *toml_of(each, inner))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    folder = tmp_path_factory.mktemp("words")
    shutil.copytree(ROOT / "theme", folder / "theme")
    english = tomllib.loads((ROOT / "theme" / "words" / "en.toml").read_text("utf-8"))
    (folder / "theme" / "words" / "de.toml").write_text("\n".join(toml_of(marked(english))), "utf-8")
    (folder / "ownconf.py").write_text(SETTINGS.format(theme=str(folder / "theme")), "utf-8")
    done = build("--settings", folder / "ownconf.py", "--output", folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def strings_of(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of the data, under the name of its field."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list | dict):
        for name, each in value.items() if isinstance(value, dict) else ((key, each) for each in value):
            yield from strings_of(each, name)


def data_of(site: Path) -> list[tuple[str, str]]:
    files = (file.read_text("utf-8") for file in (site / "data").glob("*.jsonl"))
    return [each for file in files for line in file.splitlines() for each in strings_of(json.loads(line))]


def shown_on(page: Path) -> Iterator[str]:
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for element in soup.find_all(True):
        yield from (str(element[name]) for name in SHOWN_BY if element.get(name))
    for element in soup.find_all(lambda each: each.name not in ("script", "style", "html")):
        # A sentence with a link in it has several strings, of which the first bears the mark.
        strings = [
            " ".join(each.replace("↵", " ").split())
            for each in element.find_all(string=True, recursive=False)
        ]
        yield from [" ".join(strings)] if MARK in "".join(strings) else strings


def test_every_label_comes_from_the_words_file(site: Path) -> None:
    editors = (page.read_text("utf-8") for page in (ROOT / "content").rglob("*.md"))
    given = " ".join("\n".join((*editors, *(text for _, text in data_of(site)))).split())
    strange = set()
    for page in site.rglob("*.html"):
        for text in shown_on(page):
            for part in re.split(r" · |; ", text) if MARK not in text else ():
                plain = re.sub(r"^\d+ ", "", part.strip(" ·…"))
                known = plain in NOT_OURS or plain in given or plain.startswith("data/")
                if not known and re.search(r"[^\W\d_]{3}", part):
                    strange.add(f"{page.relative_to(site)}: {part}")
    assert not strange, "\n".join(sorted(strange))


def test_every_reason_of_the_data_is_put_into_words(site: Path) -> None:
    fields = ("why", "says", "tied_by", "kept_out_by")
    reasons = {text for name, text in data_of(site) if name in fields}
    assert len(reasons) > 20
    left = {
        f"{page.relative_to(site)}: {reason}"
        for page in site.rglob("*.html")
        for text in shown_on(page)
        for reason in reasons
        if reason in text and MARK not in text
    }
    assert left == set()
