"""Files of the old site are taken over when they would be the same, and only then."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from crisis_archive.pages import Site, Words
from page_memory import PageKeys, SiteMemory
from sights import below
from site_files import SiteFiles

TEMPLATES = {
    "page.html": '{% extends "base.html" %}{% from "macros.html" import link %}{{ text }}',
    "base.html": "<html>",
    "macros.html": "{% macro link(to) %}{{ to }}{% endmacro %}",
    "other.html": "{{ text }}",
    "any.html": "{% include choice %}",
}
VALUES: dict[str, Any] = {"text": Markup("<b>1</b>"), "rows": ("a", 2, None), "head": Site("x", Words({}))}
PAGE = "texts/one.html"
FILE = "search/terms/0.js"
SHA256 = hashlib.sha256(b"the page").hexdigest()


def keys(name: str = "Archive", **templates: str) -> PageKeys:
    site = Site(name, Words({"frame": {"skip": "Skip"}}))
    env = Environment(loader=DictLoader({**TEMPLATES, **templates}), autoescape=True)
    return PageKeys(env, {"site": site, "own_pages": ()})


def memory(folder: Path) -> SiteMemory:
    return SiteMemory(folder / "cache", folder / "site")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with one page, remembered, and one file that is none."""
    for path in (PAGE, FILE):
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True)
        file.write_text("the page", "utf-8")
    key = keys().key("page.html", VALUES)
    assert key is not None
    memory(tmp_path).keep({PAGE: SHA256, FILE: SHA256}, {PAGE: key}, dict(below(str(tmp_path / "site"))))
    return tmp_path


def taken(folder: Path, **templates: str) -> bool:
    target = folder / "new.html"
    target.unlink(missing_ok=True)
    found = memory(folder).take(PAGE, str(target), key=keys(**templates).key("page.html", VALUES))
    assert found == (SHA256 if target.exists() else None)
    return found is not None


def test_the_same_page_is_taken_over_as_it_is(built: Path) -> None:
    assert taken(built)
    assert (built / "new.html").samefile(built / "site" / PAGE)


def test_templates_that_have_no_part_in_it_may_change(built: Path) -> None:
    assert taken(built, **{"other.html": "another", "any.html": "another"})


@pytest.mark.parametrize("template", ["page.html", "base.html", "macros.html"])
def test_another_template_makes_another_page(built: Path, template: str) -> None:
    assert not taken(built, **{template: TEMPLATES[template] + "<!-- new -->"})


def test_a_template_that_includes_any_rests_on_all() -> None:
    first, second = keys(), keys(**{"other.html": "another"})
    assert first.key("any.html", VALUES) != second.key("any.html", VALUES)
    assert first.key("page.html", VALUES) == second.key("page.html", VALUES)


def test_other_values_or_another_site_make_another_page() -> None:
    pages = keys()
    found = {
        pages.key("page.html", VALUES),
        pages.key("other.html", VALUES),
        pages.key("page.html", {**VALUES, "text": "<b>1</b>"}),
        pages.key("page.html", {**VALUES, "rows": ("a", 3, None)}),
        pages.key("page.html", {**VALUES, "more": 1}),
        keys("Another archive").key("page.html", VALUES),
    }
    assert len(found) == 6
    assert None not in found


def test_what_cannot_be_compared_has_no_key_and_is_written(built: Path) -> None:
    assert keys().key("page.html", {"text": object()}) is None
    assert SiteFiles(str(built / "new"), memory(built)).take(PAGE, None) is None
    assert not (built / "new").exists()


def test_a_file_of_the_same_bytes_is_taken_over_and_any_other_is_written(built: Path) -> None:
    files = SiteFiles(str(built / "new"), memory(built))
    assert files.write(FILE, b"the page") == SHA256
    assert (built / "new" / FILE).samefile(built / "site" / FILE)
    files.write(PAGE, b"another page")
    assert (built / "new" / PAGE).read_bytes() == b"another page"
    assert (built / "site" / PAGE).read_bytes() == b"the page"
    files.write("texts/two.html", b"the page")
    assert not (built / "new" / "texts" / "two.html").samefile(built / "site" / PAGE)
    assert files.digests == {
        path: hashlib.sha256((built / "new" / path).read_bytes()).hexdigest()
        for path in (FILE, PAGE, "texts/two.html")
    }


def change_under_the_old_time(page: Path) -> None:
    then = page.stat()
    page.write_text("egap eht", "utf-8")
    os.utime(page, ns=(then.st_atime_ns, then.st_mtime_ns))


def make_a_folder_of_it(page: Path) -> None:
    page.unlink()
    page.mkdir()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "changed": lambda page: page.write_text("egap eht", "utf-8"),
    "changed under its old time": change_under_the_old_time,
    "gone": Path.unlink,
    "a folder": make_a_folder_of_it,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_page_that_is_not_as_it_was_left_is_written_anew(
    built: Path, damage: Callable[[Path], object]
) -> None:
    damage(built / "site" / PAGE)
    assert not taken(built)


def test_a_damaged_memory_takes_nothing_over(built: Path) -> None:
    for file in (built / "cache" / "pages").iterdir():
        file.write_bytes(b"no memory")
    assert not taken(built)
