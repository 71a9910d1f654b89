"""The three searches side by side over the same articles: this project's, lunr in one file, Pagefind."""

import html
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

from bench.articles import Article
from crisis_archive.search.records import Passage, SearchRecord
from crisis_archive.search.shards import SHARD_BYTES
from lunr_search import LUNR, PACKAGE, joined_scripts
from tests.search.small_site import THEME, search_page, write_site

PAGE: Final = """<!DOCTYPE html><meta charset="utf-8"><html lang="en"><title>{title}</title>
<input type="search"><ol data-search-results></ol>{scripts}</html>
"""
SHOW: Final = """
const box = document.querySelector("input"), list = document.querySelector("ol");
const show = (titles) => list.replaceChildren(...titles.map((title) => {
  const item = document.createElement("li"); item.textContent = title; return item; }));
const act = async () => show(await search(box.value));
box.addEventListener("input", act);
box.value = new URLSearchParams(location.search).get("q") || "";
if (box.value) act();
"""
LUNR_SCRIPT: Final = """
let ready = null;
const load = () => (ready = ready || fetch("search/whole-index.json")
  .then((answer) => answer.json()).then((text) => lunr.Index.load(text)));
const all = (text) => text.split(" ").map((word) => "+" + word).join(" ");
const search = async (text) => (await load()).search(all(text)).slice(0, 10).map(({ ref }) => ref);
"""
PAGEFIND_SCRIPT: Final = """
import * as pagefind from "./pagefind/pagefind.js";
const search = async (text) => {
  const { results } = await pagefind.search(text);
  return (await Promise.all(results.slice(0, 10).map((each) => each.data()))).map(({ meta }) => meta.title);
};
"""


def records_of(found: Iterable[Article]) -> list[SearchRecord]:
    """The articles as what a search finds."""
    return [
        SearchRecord(
            kind="text",
            title=article.title,
            passages=tuple(Passage(text, f"p{number}") for number, text in enumerate(article.paragraphs, 1)),
            named=article.title,
            names="\n".join(article.names),
            address=f"texts/{place}.html",
            language="en",
        )
        for place, article in enumerate(found)
    ]


def write_ours(folder: Path, records: Sequence[SearchRecord]) -> None:
    """The search page with its index; the index in one piece beside it."""
    write_site(folder, records, SHARD_BYTES)
    write_page(folder)


def write_page(folder: Path) -> None:
    """The search page, its styles and scripts as they are today."""
    (folder / "search.html").write_text(search_page(), "utf-8")
    shutil.copytree(THEME / "static" / "search", folder / "theme" / "search", dirs_exist_ok=True)
    for path, content in joined_scripts(THEME):
        (folder / path).write_bytes(content)
    for name in ("css/site.css", "css/icon.svg"):
        shutil.copyfile(THEME / "static" / name, folder / "theme" / name)


def write_lunr(folder: Path, ours: Path) -> None:
    """lunr.js with the same index in one file."""
    (folder / "search").mkdir(parents=True)
    shutil.copyfile(ours / "search/whole-index.json", folder / "search/whole-index.json")
    shutil.copyfile(ours / "search/lunr.js", folder / "lunr.js")
    scripts = f'<script src="lunr.js"></script><script>{LUNR_SCRIPT}{SHOW}</script>'
    (folder / "search.html").write_text(PAGE.format(title="lunr", scripts=scripts), "utf-8")


def write_pages(folder: Path, found: Iterable[Article]) -> None:
    """A page for each article, for Pagefind to read, and a page that searches with it."""
    (folder / "texts").mkdir(parents=True)
    for place, article in enumerate(found):
        title = html.escape(article.title)
        body = "".join(f"<p>{html.escape(text)}</p>" for text in article.paragraphs)
        main = f"<main data-pagefind-body><h1>{title}</h1>{body}</main>"
        page = f'<!DOCTYPE html><html lang="en"><title>{title}</title>{main}</html>'
        (folder / f"texts/{place}.html").write_text(page, "utf-8")
    scripts = f'<script type="module">{PAGEFIND_SCRIPT}{SHOW}</script>'
    (folder / "search.html").write_text(PAGE.format(title="Pagefind", scripts=scripts), "utf-8")


def pagefind_command(folder: Path) -> list[str] | None:
    """The command that indexes the pages; None where Pagefind is not installed."""
    command = [sys.executable, "-m", "pagefind"]
    installed = subprocess.run([*command, "--version"], capture_output=True, check=False)
    return [*command, "--site", str(folder), "--quiet"] if installed.returncode == 0 else None


def lunr_js_command(ours: Path) -> list[str] | None:
    """The command that builds the index with lunr.js in Node and compares it with ours; None without Node."""
    node = shutil.which("node")
    script = f"""
const fs = require("fs"), lunr = require({json.dumps(str(files(PACKAGE).joinpath(LUNR)))});
const folder = {json.dumps(str(ours / "search"))} + "/";
const settings = JSON.parse(fs.readFileSync(folder + "settings.json", "utf8"));
const lines = fs.readFileSync(folder + "records.jsonl", "utf8").split("\\n").filter((line) => line);
const index = lunr(function () {{
  this.ref(settings.ref); this.k1(settings.k1); this.b(settings.b);
  for (const [field, boost] of Object.entries(settings.fields)) this.field(field, {{ boost }});
  for (const line of lines) this.add(JSON.parse(line));
}});
const same = JSON.stringify(index) === fs.readFileSync(folder + "whole-index.json", "utf8").trim();
console.log(same ? "the same bytes" : "other bytes");
"""
    return [node, "--max-old-space-size=3000", "-e", script] if node else None
