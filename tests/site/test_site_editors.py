"""What editors write: what a site cannot hold stops its build with one line, the rest is built and proven."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import verify
from tests.conftest import ROOT

TEXT = "Flood at Northport {0}\n\nThe river rose at Northport on Monday. At least {0} people were hurt.\n"
PAGE = "Title: A page\n\n{}\n"
CRISIS = "Title: Flood\nSeeds: 2.txt\n    3.txt\n\n{}\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`built(content)` builds three texts with what these editors write; all share a cache."""
    place = tmp_path_factory.mktemp("editors")
    (place / "seeds").mkdir()
    for number in (2, 3, 4):
        (place / "seeds" / f"{number}.txt").write_text(TEXT.format(number), "utf-8")

    def run(content: Path, *options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "invoke", "build", "--seeds", str(place / "seeds")]
        command += ["--content", str(content), "--cache", str(place / "cache")]
        command += ["--output", str(content.parent / "output"), *options]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            assert verify.verify(content.parent / "output", place / "seeds") == []
        return done

    return run


def write(content: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")


def test_sound_pages_and_notes_are_built_and_proven(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    links = (
        "[a](index.html) [b](texts/3.html#p1) [c](#here) [d](https://example.org/) [e]({filename}other.md) "
        "[f](search.html?q=flood) ![g]({attach}map.png) [h](SHA256SUMS)\n\n## Here {#here}\n\n"
        "|a|\n|:-:|\n|1|\n\n[i]({static}/files/one.txt)\n"
    )
    files = {
        "pages/info.md": PAGE.format(links),
        "pages/other.md": PAGE.format("Other *words*."),
        "pages/map.png": "png",
        "files/one.txt": "one",
        "crises/flood.md": CRISIS.format(
            "See [this](../texts/2.html#p1) [top](#title) [all](index.html).[^1]\n\n[^1]: x"
        ),
    }
    write(tmp_path / "content", files)
    for options in ((), ("--siteurl", "https://example.org/archive")):
        done = built(tmp_path / "content", *options)
        assert done.returncode == 0, done.stderr
    page = (tmp_path / "output" / "info.html").read_text("utf-8")
    assert '<td class="align-center">' in page
    assert 'id="note"' in (tmp_path / "output" / "crises" / "flood.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "line", "text", "told"),
    [
        ("pages/a.md", 5, "ok\n\n<script>alert(1)</script>", "may hold <script>"),
        ("pages/a.md", 3, "[gone](nowhere.html)", "'nowhere.html' leads to no file of the site; correct it"),
        ("pages/a.md", 3, "[gone]({filename}nowhere.md)", "leads to no file of the site"),
        ("pages/a.md", 3, "[gone](about.html#nope)", "leads to a fragment that is not on about.html"),
        ("pages/a.md", 3, "[gone](texts/)", "a folder's page is its index.html"),
        ("pages/a.md", 3, "[gone](../../secret.txt)", "leads to no file of the site"),
        ("pages/a.md", 3, "[gone](/index.html)", "begins with a /"),
        (
            "pages/a.md",
            2,
            "Save_as: texts/mine.html\n\nwords",
            "would be taken for a page that is made of the texts",
        ),
        ("pages/a.md", 2, "Save_as: crises.html\n\nwords", "would be taken for a page that is made of the"),
        ("pages/a.md", 3, "## Top {#main}", "the id 'main' stands on a.html twice"),
        ("crises/flood.md", 5, "a \u202e b", "turns the direction of text"),
        ("crises/flood.md", 5, '<b onclick="x()">x</b>', "may hold onclick="),
        ("crises/flood.md", 5, "[gone](texts/2.html)", "leads to no file of the site"),
        ("crises/flood.md", 5, "## Head {#sources}", "the id 'sources' stands on crises/flood.html twice"),
    ],
)
def test_what_a_site_cannot_hold_is_named(
    tmp_path: Path,
    built: Callable[..., subprocess.CompletedProcess[str]],
    file: str,
    line: int,
    text: str,
    told: str,
) -> None:
    page = "Title: A page\n{}\n" if text.startswith("Save_as") else PAGE
    write(tmp_path / "content", {file: (page if file.startswith("pages") else CRISIS).format(text)})
    done = built(tmp_path / "content")
    assert done.returncode == 1, done.stdout
    (error,) = [each for each in done.stderr.splitlines() if each.startswith("error: ")]
    assert error.startswith(f"error: {tmp_path / 'content' / file}:{line}: ")
    assert told in error
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.js", "map.PNG"])
def test_files_that_a_browser_could_run_are_named(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]], name: str
) -> None:
    files = {"pages/a.md": PAGE.format(f"[x]({{static}}/files/{name})"), f"files/{name}": "<p>x</p>"}
    write(tmp_path / "content", files)
    done = built(tmp_path / "content")
    told = f"error: {tmp_path / 'content' / 'files' / name}: a site cannot hold files of this kind"
    assert (done.returncode, told in done.stderr) == (1, True), done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Title: A\nDate: yesterday-ish\n\nx\n",
            "this page cannot be read (ValueError: 'yesterday-ish' is not",
        ),
        ("Title: A\nTemplate: archives\n\nx\n", "another template leaves out what is here"),
        ("Title: A\n\n" + "".join(f"{'    ' * n}- x\n" for n in range(600)), "(RecursionError: "),
    ],
)
def test_a_page_that_cannot_be_read_is_one_line(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]], text: str, told: str
) -> None:
    write(tmp_path / "content", {"pages/a.md": text})
    done = built(tmp_path / "content")
    assert (done.returncode, done.stderr.count("error: ")) == (1, 1), done.stderr
    assert f"error: {tmp_path / 'content' / 'pages' / 'a.md'}:" in done.stderr
    assert told in done.stderr


def test_two_pages_of_one_place_are_named(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    write(tmp_path / "content", {f"pages/{name}.md": f"Title: {name}\nSlug: x\n\nx\n" for name in "ab"})
    done = built(tmp_path / "content")
    pages = tmp_path / "content" / "pages"
    told = f"error: {pages / 'b.md'}: it would lie at x.html, as {pages / 'a.md'} does; give one of them"
    assert (done.returncode, told in done.stderr) == (1, True), done.stderr


def test_a_page_takes_in_no_other_file(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (tmp_path / "secret.txt").write_text("of this machine alone", "utf-8")
    include = (
        f".. include:: {tmp_path / 'secret.txt'}\n\n.. raw:: html\n   :file: {tmp_path / 'secret.txt'}\n"
    )
    write(tmp_path / "content", {"pages/a.rst": f"A\n#\n\nwords\n\n{include}"})
    done = built(tmp_path / "content")
    pages = (tmp_path / "output").rglob("*.html")
    assert not any("of this machine alone" in page.read_text("utf-8") for page in pages), done.stderr


def test_two_pages_that_differ_in_capitals_alone(
    tmp_path: Path, built: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    write(tmp_path / "content", {"pages/a.md": "Title: A\nSave_as: Index.html\n\nwords"})
    done = built(tmp_path / "content")
    assert done.returncode == 1
    assert done.stderr.startswith("error: Index.html and index.html are one file where capitals are not told")
    assert not (tmp_path / "output").exists()
