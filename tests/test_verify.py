"""The verifier: silent on a clean site, and none of these changes escapes it, checksums made anew or not."""

import ast
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verify
from tests.conftest import ROOT
from tests.tampering import change_data, replace, sum_again

SEEDS = ROOT / "seeds"
Tamper = Callable[[Path, Path], None]
"""Changes a site, its seeds, or both."""


def article(site: Path) -> Path:
    return site / "texts" / "003_34df27f0f9e83260.html"


def briefing(site: Path) -> Path:
    return site / "crises" / "venezuela-january-2019.html"


def text_in_data_and_page(site: Path, seeds: Path) -> None:
    """A word is changed wherever the site shows it: only the seed tells."""
    for path in (*site.rglob("*.html"), *site.rglob("*.jsonl"), *site.rglob("*.js"), *site.rglob("*.xml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("destructive politics", "constructive politics"), "utf-8")


def text_on_the_page(site: Path, seeds: Path) -> None:
    replace(article(site), '<span id="p1s1" class="s">Several', '<span id="p1s1" class="s">No')


def description_of_the_page(site: Path, seeds: Path) -> None:
    replace(article(site), 'name="description" content="Several', 'name="description" content="No')


def title_on_the_page(site: Path, seeds: Path) -> None:
    replace(article(site), "where Russians arrive.</h1>", "where Russians leave.</h1>")


def byte_of_a_seed(site: Path, seeds: Path) -> None:
    replace(seeds / "003_34df27f0f9e83260.txt", "Friday", "Monday")


def seed_that_nobody_names(site: Path, seeds: Path) -> None:
    (seeds / "later.txt").write_text("A text that came later.", "utf-8")


def edit_left_out(site: Path, seeds: Path) -> None:
    change_data(site, "documents", lambda rows: rows[3]["edits"].pop(0))


def quotation_moved(site: Path, seeds: Path) -> None:
    def move(rows: list[dict[str, Any]]) -> None:
        rows[0]["quotes"][0]["end"] += 5000

    change_data(site, "documents", move)


def sentence_moved(site: Path, seeds: Path) -> None:
    def move(rows: list[dict[str, Any]]) -> None:
        rows[0]["sentences"][0][2] -= 3

    change_data(site, "documents", move)


def figure_made_larger(site: Path, seeds: Path) -> None:
    def enlarge(rows: list[dict[str, Any]]) -> None:
        figure = next(each for row in rows for each in row["figures"] if each["low"] == 20)
        figure["low"] = 200

    change_data(site, "documents", enlarge)


def day_turned_round(site: Path, seeds: Path) -> None:
    def turn(rows: list[dict[str, Any]]) -> None:
        time = next(each for row in rows for each in row["times"] if each["earliest"])
        time["earliest"] = "2099-01-01"

    change_data(site, "documents", turn)


def bottom_line_invented(site: Path, seeds: Path) -> None:
    def invent(rows: list[dict[str, Any]]) -> None:
        rows[0]["bottom_line"]["text"] = "Everything is calm."

    change_data(site, "briefings", invent)


def citation_taken_away(site: Path, seeds: Path) -> None:
    def take(rows: list[dict[str, Any]]) -> None:
        rows[0]["points"][0]["cites"] = []

    change_data(site, "briefings", take)


def citation_taken_from_the_page(site: Path, seeds: Path) -> None:
    page = briefing(site)
    text = re.sub(
        r'(<p class="stated">.*?</span>) <span class="cites">.*?</p>',
        r"\1</p>",
        page.read_text("utf-8"),
        count=1,
    )
    page.write_text(text, "utf-8")


def bottom_line_changed_on_the_page(site: Path, seeds: Path) -> None:
    replace(briefing(site), '<q class="source">Venezuelan President', '<q class="source">Former President')


def rewrite_counted_twice(site: Path, seeds: Path) -> None:
    def split(rows: list[dict[str, Any]]) -> None:
        rows[1]["independent_sources"] = [[each] for each in rows[1]["documents"]]

    change_data(site, "crises", split)


def speaker_invented(site: Path, seeds: Path) -> None:
    def invent(rows: list[dict[str, Any]]) -> None:
        quotation = next(each for each in rows[0]["quotations"] if each["speaker"] is None)
        quotation["speaker"] = "person-juan-guaido"

    change_data(site, "briefings", invent)


def link_broken(site: Path, seeds: Path) -> None:
    replace(site / "index.html", 'href="crises/index.html"', 'href="crises/gone.html"')


def fragment_broken(site: Path, seeds: Path) -> None:
    replace(briefing(site), '.html#p1s1"', '.html#p1s99"')


def script_added(site: Path, seeds: Path) -> None:
    replace(site / "about.html", "</main>", "<script>fetch('https://example.org/')</script></main>")


def handler_added(site: Path, seeds: Path) -> None:
    replace(site / "about.html", "<main ", "<main onclick='alert(1)' ")


def policy_taken_away(site: Path, seeds: Path) -> None:
    replace(site / "about.html", "script-src 'self'", "script-src *")


def page_taken_away(site: Path, seeds: Path) -> None:
    article(site).unlink()


def direction_turned(site: Path, seeds: Path) -> None:
    replace(site / "about.html", "<h1", "\N{RIGHT-TO-LEFT OVERRIDE}<h1")


TAMPERINGS: tuple[tuple[Tamper, str], ...] = (
    (text_in_data_and_page, "edits replayed"),
    (text_on_the_page, "does not read as the data does"),
    (description_of_the_page, "its description is not words of the text"),
    (title_on_the_page, "#title does not read"),
    (byte_of_a_seed, "another hash or size"),
    (seed_that_nobody_names, "neither a document nor a refusal"),
    (edit_left_out, "edits replayed"),
    (quotation_moved, "lies outside the text"),
    (sentence_moved, "stand in none"),
    (figure_made_larger, "is not 200"),
    (day_turned_round, "is not a range of days"),
    (bottom_line_invented, "is not the words it cites"),
    (citation_taken_away, "is not cited"),
    (citation_taken_from_the_page, "a statement is not cited"),
    (bottom_line_changed_on_the_page, "do not stand where they are cited"),
    (rewrite_counted_twice, "count as independent sources"),
    (speaker_invented, "no quotation of that speaker"),
    (link_broken, "leads nowhere"),
    (fragment_broken, "a fragment that is not there"),
    (script_added, "a script of its own"),
    (handler_added, "onclick="),
    (policy_taken_away, "no strict policy"),
    (page_taken_away, "is missing"),
    (direction_turned, "turns the direction"),
)


def test_a_clean_site_is_proven(site: Path) -> None:
    assert verify.verify(site, SEEDS) == []


@pytest.mark.parametrize(("tamper", "finding"), TAMPERINGS, ids=[each.__name__ for each, _ in TAMPERINGS])
def test_tampering_is_found_though_the_checksums_were_made_anew(
    copy: tuple[Path, Path], tamper: Tamper, finding: str
) -> None:
    site, seeds = copy
    tamper(site, seeds)
    sum_again(site)
    found = verify.verify(site, seeds)
    assert any(finding in line for line in found), found
    assert not any("SHA256SUMS" in line for line in found), "the checksums alone would have told"


def test_every_changed_byte_is_found(copy: tuple[Path, Path]) -> None:
    """One byte in each file, its place made from its name; the whole site's files one after the other."""
    site, _ = copy
    sums = verify.Findings()
    assert len(verify.check_sums(site, sums)) > 100
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        before = path.read_bytes()
        if not before:
            continue
        place = int(hashlib.sha256(path.name.encode()).hexdigest(), 16) % len(before)
        path.write_bytes(before[:place] + bytes([before[place] ^ 1]) + before[place + 1 :])
    found = verify.Findings()
    verify.check_sums(site, found)
    changed = {line.partition(":")[0] for line in found.lines}
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.stat().st_size}
    files = {name for name in names if (site / name).is_file()}
    assert files <= changed | {"SHA256SUMS"}
    assert len(found.lines) >= len(files - {"SHA256SUMS"})  # a byte of a hash there makes no line of its own


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda site: (site / "about.html").unlink(), "about.html: is listed"),
        (lambda site: (site / "more.html").write_text("x"), "more.html: is not listed"),
        (lambda site: (site / "link.html").symlink_to("about.html"), "link.html: is no regular file"),
        (lambda site: (site / "SHA256SUMS").unlink(), "SHA256SUMS: cannot be read"),
        (lambda site: (site / "SHA256SUMS").write_text("nonsense\n"), "SHA256SUMS: line 1"),
        (lambda site: (site / "data" / "crises.jsonl").write_text("{}\n"), "data/crises.jsonl: line 1"),
        (lambda site: (site / "data" / "documents.jsonl").write_text('{"id":"a"}\n'), "data"),
    ],
)
def test_files_that_come_and_go_are_found(
    copy: tuple[Path, Path], change: Callable[[Path], None], finding: str
) -> None:
    site, seeds = copy
    change(site)
    assert any(line.startswith(finding) for line in verify.verify(site, seeds))


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        (b"a\r\nb\rc", "utf-8", "a\nb\nc"),
        (b"\xef\xbb\xbfa", "utf-8", "a"),
        (b"\xff\xfea\x00", "utf-16-le", "a"),
        (b"caf\xc3\xa9 \x93x\x94", "utf-8 with windows-1252", "caf\u00e9 \u201cx\u201d"),
        (b"\xa1", "windows-874", "\u0e01"),
        (b"caf\xc3", "utf-8", "caf\ufffd"),
        (b"a\xed\xa0\x80b", "utf-8", "a\ufffdb"),
    ],
)
def test_seeds_are_decoded_as_their_encoding_says(content: bytes, encoding: str, text: str) -> None:
    assert verify.decode(content, encoding) == text


@given(st.text(st.sampled_from("ab \u200b\u202e\x07\\u0"), max_size=12))
def test_hidden_characters_may_be_spelled_out_on_a_page(text: str) -> None:
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )
    assert verify._reads(shown, text)
    assert not verify._reads(shown + "a", text)


def test_it_stands_alone() -> None:
    """Nothing but the standard library: it can be run in twenty years, where nothing else is installed."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / "verify.py").read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names


def run(*command: object) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, *map(str, command)]
    return subprocess.run(whole, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_exit_code_tells(site: Path, copy: tuple[Path, Path]) -> None:
    assert run("-I", "-S", "verify.py", "--site", site, "--seeds", SEEDS).returncode == 0
    assert run("-m", "invoke", "verify", "--site", site, "--seeds", SEEDS).returncode == 0
    article(copy[0]).unlink()
    found = run("-m", "invoke", "verify", "--site", copy[0], "--seeds", SEEDS)
    assert found.returncode == 1
    assert "texts/003_34df27f0f9e83260.html: is listed in SHA256SUMS and missing" in found.stdout
    assert run("verify.py", "--site", "nowhere", "--seeds", SEEDS).returncode == 2
    assert run("verify.py").returncode == 2


@pytest.mark.parametrize(
    ("extracted", "page", "stands"),
    [
        ("Đ000; porters", "<p>&#x110</span>000; <b>por</b>ters", True),
        ("Đ001; porters", "<p>&#x110</span>000; <b>por</b>ters", False),
        ("fish and chips", "<p>fish &amp;amp; chips and <i>chi</i>ps", True),
        ("chips and fish", "<p>fish &amp;amp; chips", False),
    ],
)
def test_words_of_a_web_page_stand_in_it_whatever_ends_a_reference(
    extracted: str, page: str, stands: bool
) -> None:
    assert verify._stands_in_order(extracted, page) is stands
