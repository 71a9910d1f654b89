"""The verifier reads pages and files as strictly as the most lenient browser could: nothing hides from it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verify
from tests.conftest import ROOT
from tests.tampering import replace, sum_again

SCRIPT = "<script>alert(1)</script>"
SKIP = '<a class="skip" href="#main">'
POLICY = '<meta http-equiv="Content-Security-Policy" content="'
END = "</main>"
ANOTHER_WAY = "browsers may read in another way"
OTHER_POLICY = "it has another policy than the strict one"

MARKUP: tuple[tuple[str, str, str], ...] = (
    (END, f"<!-->{SCRIPT}--></main>", ANOTHER_WAY),
    (END, f"<!--->{SCRIPT}--></main>", ANOTHER_WAY),
    (END, f"<!-- a --!>{SCRIPT} --></main>", ANOTHER_WAY),
    (END, f"<![CDATA[>{SCRIPT}]]></main>", ANOTHER_WAY),
    (END, f"<?x >{SCRIPT}?></main>", ANOTHER_WAY),
    (END, f"<!doctype [>{SCRIPT}]></main>", ANOTHER_WAY),
    (END, f"</ >{SCRIPT}</main>", ANOTHER_WAY),
    (END, '<p title="</title><b>">x</p></main>', ANOTHER_WAY),
    (END, "<p title=`x`>x</p></main>", ANOTHER_WAY),
    (END, "<p/onclick=alert(1)>x</p></main>", ANOTHER_WAY),
    (END, "a\0b</main>", ANOTHER_WAY),
    (END, "<p>1 < 2</p></main>", ANOTHER_WAY),
    (END, f"<textarea><!-- x --></textarea>{SCRIPT}</main>", "it holds <textarea>"),
    (END, "<xmp>x</xmp></main>", "it holds <xmp>"),
    (END, "<template>x</template></main>", "it holds <template>"),
    (END, "<math><mi>x</mi></math></main>", "it holds <math>"),
    (END, "<svg><foreignObject></foreignObject></svg></main>", "it holds <foreignobject>"),
    (END, "<svg><a><animate></animate></a></svg></main>", "it holds <animate>"),
    (END, "<svg><p>x</p></svg></main>", "a drawing holds <p>"),
    ("</title>", "<!-- x --></title>", "<title> holds markup"),
    ("</title>", "<b>x</b></title>", "<title> holds markup"),
    (END, '<script type="module" type="application/json">1</script></main>', "an attribute twice"),
    (SKIP, '<a class="skip" href="javascript:alert(1)" href="#main">', "an attribute twice"),
    (SKIP, '<a class="skip" HREF="javascript:alert(1)" href="#main">', "an attribute twice"),
    (SKIP, '<a class="skip" href="&#106;avascript:alert(1)">', "leads out of the site"),
    (SKIP, '<a class="skip" href="#main" ping="https://example.org/">', "<a> has ping="),
    (SKIP, '<a class="skip" href="#main" hidden>', "<a> is hidden"),
    (END, '<table background="https://example.org/x"></table></main>', "<table> has background="),
    (END, '<img src="x.png" srcset="https://example.org/x 2x"></main>', "<img> has srcset="),
    (END, '<script src="robots.txt"></script></main>', "which is no script"),
    (END, '<script src="theme/search/suggest.js" type="module"></script></main>', "a script of its own"),
    (END, '<link rel="preload" href="robots.txt"></main>', "<link rel='preload'>"),
    (END, '<meta http-equiv="set-cookie" content="a=b"></main>', "<meta http-equiv='set-cookie'>"),
    (POLICY, POLICY + 'default-src *" content="', "an attribute twice"),
    (POLICY, POLICY.replace("Policy", "Policy-Report-Only"), "it holds <meta http-equiv="),
    (POLICY, f"<p>{POLICY}", OTHER_POLICY),
    ("<head>", "x<head>", "words stand outside its body"),
    ("<head>", "<p>", OTHER_POLICY),
    ("script-src 'self'", "script-src *; script-src 'self'", OTHER_POLICY),
    ("script-src 'self'", "script-src 'self'; script-src-elem https://example.org", OTHER_POLICY),
    ("connect-src 'self'", "connect-src *", OTHER_POLICY),
    ("img-src 'self'", "img-src *", OTHER_POLICY),
    ("form-action 'self'", "form-action *", OTHER_POLICY),
    ("base-uri 'none'", "base-uri *", OTHER_POLICY),
    ("<!DOCTYPE html>", "", "it does not begin with <!DOCTYPE html>"),
    (END, "<section></main>", "<section> does not end before </main>"),
    ("</html>", "", "<html> does not end"),
    (END, "<div>" * 100_000 + END, "nested more than 300 deep"),
)


def findings_on_page(text: str) -> list[str]:
    page = verify.Page("about.html")
    page.read(text)
    return page.wrong


@pytest.mark.parametrize(("old", "new", "finding"), MARKUP)
def test_markup_that_may_run_or_load_something_is_found(
    copy: tuple[Path, Path], old: str, new: str, finding: str
) -> None:
    site, seeds = copy
    replace(site / "about.html", old, new)
    sum_again(site)
    found = verify.verify(site, seeds)
    assert any(line.startswith("about.html: ") and finding in line for line in found), found


def page(content: str) -> str:
    head = f'<head><meta charset="utf-8">{POLICY}{verify.POLICY}"><title>A</title></head>'
    return f"<!DOCTYPE html>\n<html>{head}<body>{content}</body></html>\n"


@pytest.mark.parametrize(
    "content",
    [
        "<p>One<br>two &lt;script&gt; <em class='a b'>x</em> <a href=https://example.org/>y</a></p>",
        "<!-- a note, with - and so on --><hr /><ul><li>a<li>b</ul><table><tr><td>x<td>y</table>",
        '<svg viewBox="0 0 1 1" role="img"><path d="M0 0"/><text x="1">a</text></svg>',
        '<form action="search.html"><button type="submit" hidden>x</button></form>',
        '<script type="application/ld+json">{"a": "\\u003cscript>"}</script>',
    ],
)
def test_plain_markup_passes(content: str) -> None:
    assert findings_on_page(page(content)) == []


@given(st.text(st.sampled_from("<>!-/'\"= ab&;?[]\n\0")))
def test_any_page_is_read_to_its_end(content: str) -> None:
    """Whatever stands on it; escaped, nothing of it is wrong but a character that no page may hold."""
    findings_on_page(page(content))
    escaped = content.replace("&", "&amp;").replace("<", "&lt;")
    assert bool(findings_on_page(page(escaped))) == ("\0" in content)


FILES: tuple[tuple[str, str, str], ...] = (
    ("evil.htm", SCRIPT, "is of no kind that a site has"),
    ("evil.xhtml", SCRIPT, "is of no kind that a site has"),
    ("evil.HTML", SCRIPT, "is of no kind that a site has"),
    (".htaccess", "x", "is of no kind that a site has"),
    ("evil.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>', "it holds <script>"),
    ("evil.svg", '<svg onload="alert(1)"></svg>', "<svg> has onload="),
    ("evil.svg", "<svg><foreignObject/></svg>", "it holds <foreignObject>"),
    ("evil.svg", '<svg><path fill="url(https://example.org/)"/></svg>', "leads elsewhere"),
    ("evil.svg", '<svg><path d="M0" d="M1"/></svg>', "has an attribute twice"),
    ("evil.svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "no plain element"),
    ("evil.svg", '<?xml-stylesheet href="x.css"?><svg/>', "no plain element"),
    ("evil.xml", '<rss><script xmlns="http://www.w3.org/1999/xhtml">1</script></rss>', "it holds <script>"),
    ("evil.css", "@import 'https://example.org/x.css';", "it may load something: @import"),
    ("evil.css", "p { background: u\\72l(https://example.org/) }", "it may load something: url("),
    ("evil.js", "alert(1)", "no data of the search"),
    ("search/days.js", 'archiveSearch.receive("days","x",alert(1));\n', "cannot be read"),
    ("search/records/text-0-0.js", 'archiveSearch.receive("days","x",[]);\n', "no data of the search"),
)


@pytest.mark.parametrize(("name", "content", "finding"), FILES)
def test_files_that_may_run_or_load_something_are_found(
    copy: tuple[Path, Path], name: str, content: str, finding: str
) -> None:
    site, seeds = copy
    (site / name).write_text(content, "utf-8")
    sum_again(site)
    found = verify.verify(site, seeds)
    assert any(line.startswith(f"{name}: ") and finding in line for line in found), found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('{"a":1,"a":2}', "a key stands twice"),
        ('{"a":1e999}', "is no number"),
        ('{"a":NaN}', "is no number"),
        ('{"a":"\\ud800"}', "surrogates not allowed"),
        ("[" * 100_000, "recursion"),
        ("9" * 5000, "integer string"),
    ],
)
def test_json_that_readers_take_in_different_ways_is_refused(text: str, wrong: str) -> None:
    with pytest.raises((ValueError, RecursionError), match=wrong):
        verify.read_json(text)


def test_json_is_read_as_it_stands() -> None:
    value = {"a": [1, 1.5, None, True, "\\ud800 \N{GRINNING FACE}"], "b": {"a": {}}}
    assert verify.read_json(json.dumps(value)) == value


Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


DATA: tuple[tuple[str, Change, str], ...] = (
    ("documents.jsonl", swap('"title":', '"title":"False","title":'), "stands twice"),
    ("documents.jsonl", swap('"title":', '"retracted":"lies","title":'), "retracted"),
    ("documents.jsonl", lambda text: text + "[" * 100_000 + "\n", "RecursionError"),
    ("documents.jsonl", swap('"encoding":"utf-8"', '"encoding":"zip_codec"'), "LookupError"),
    ("documents.jsonl", swap('"encoding":"utf-8"', '"encoding":"punycode"'), "no encoding"),
    ("documents.jsonl", swap('"low":20', f'"low":1{"0" * 400}'), "OverflowError"),
    ("documents.jsonl", swap('"bytes":', '"bytes":true,"x":'), "its fields differ"),
    ("documents.jsonl", swap('"media":"text/plain"', '"media":5'), "media: '5' is none of"),
    ("documents.jsonl", swap('"language":"en"', '"language":5'), "language: '5' is no string"),
    ("refusals.jsonl", lambda text: '{"file":"\\ud800","sha256":null,"bytes":0,"why":""}\n', "surrogates"),
    ("crises.jsonl", lambda text: "[]\n" + text, "line 1 is not as the format says"),
    ("crises.jsonl", swap('_sources":[', '_sources":[5,'), "is not as the format says"),
    ("crises.jsonl", swap('_sources":[', '_sources":5,"x":['), "is not as the format says"),
    ("schema.json", lambda text: "{}", "is not the schema of this format"),
    ("schema.json", swap('"integer"', '"string"'), "is not the schema of this format"),
    ("schema.json", lambda text: "[" * 100_000, "cannot be read"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "change", "finding"), DATA)
def test_data_that_is_not_as_the_format_says_is_found_without_a_traceback(
    copy: tuple[Path, Path], name: str, change: Change, finding: str
) -> None:
    site, seeds = copy
    path = site / "data" / name
    before = path.read_text("utf-8")
    path.write_text(change(before), "utf-8")
    assert path.read_text("utf-8") != before
    sum_again(site)
    found = verify.verify(site, seeds)
    assert any(line.startswith("data/") and finding in line for line in found), found


def test_what_cannot_be_read_is_found(copy: tuple[Path, Path]) -> None:
    """A file and a folder whose whole paths are longer than the system takes: nobody may read them so."""
    site, seeds = copy
    left = 4090 - len(os.fsencode(site))
    folder = os.open(site, os.O_DIRECTORY)
    while left > 1:
        name = "n" * min(200, left - 1)
        left -= len(name) + 1
        os.mkdir(name, dir_fd=folder)
        outer, folder = folder, os.open(name, os.O_DIRECTORY, dir_fd=folder)
        os.close(outer)
    os.mkdir("folder", dir_fd=folder)
    os.close(os.open("file.html", os.O_CREAT, dir_fd=folder))
    os.close(folder)
    found = verify.verify(site, seeds)
    assert any("/file.html: cannot be read (File name too long)" in line for line in found)
    assert any("/folder: cannot be read (File name too long)" in line for line in found)


def test_a_folder_that_cannot_be_listed_is_found(copy: tuple[Path, Path]) -> None:
    """Its files are missed even where the checksums do not list them."""
    site, seeds = copy
    command = [sys.executable, str(ROOT / "verify.py"), "--site", str(site), "--seeds", str(seeds)]
    (site / "shut").mkdir()
    (site / "shut").chmod(0)
    # Whoever may read everything gives that up first.
    drop = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"] if os.geteuid() == 0 else []
    run = subprocess.run([*drop, *command], capture_output=True, text=True, check=False)
    (site / "shut").chmod(0o755)
    assert "shut: is a folder that cannot be read (Permission denied)" in run.stdout, run.stderr


def test_findings_are_printable_whatever_they_are_about() -> None:
    findings = verify.Findings()
    findings.add("a\udcff\n", "\ud800 \u202e \\")
    assert list(findings.lines) == ["a\\xff\\n: \\ud800 \\u202e \\\\"]


@pytest.mark.parametrize(
    ("reference", "character"),
    [
        ("1" * 5000, "\ufffd"),
        ("0" * 5000 + "65", "A"),
        ("0" * 5000, "\ufffd"),
        ("00000065", "A"),
        ("8364", "€"),
    ],
)
def test_a_reference_of_many_digits_is_read(reference: str, character: str) -> None:
    assert verify.unescape(f"&#{reference};") == character
