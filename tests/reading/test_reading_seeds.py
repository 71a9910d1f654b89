"""From a file to a seed, or to a refusal that a person understands."""

from pathlib import Path

import pytest

from crisis_archive.model import Refusal, Seed
from crisis_archive.reading import list_seeds, read_seed

PAGE = """<!DOCTYPE html><html lang="es"><head><title>Caminos abiertos - El Norte</title>
<meta property="og:title" content="Caminos abiertos"><meta name="author" content="Ana Ruiz">
<meta property="og:site_name" content="El Norte">
<link rel="canonical" href="https://example.org/caminos">
<meta property="article:published_time" content="2019-01-24T10:00:00Z"></head><body>
<nav><a href="/">Inicio</a><a href="/mundo">Mundo</a></nav>
<article><h1>Caminos abiertos</h1>
<p>El ministerio dijo el martes que los caminos del norte estaban abiertos otra vez.</p>
<p>No dio fecha para el aeropuerto, que est&aacute; cerrado desde el lunes por la noche.</p>
<ul><li>Corabad est&aacute; abierto desde hoy para todos los camiones.</li></ul></article>
<footer>Todos los derechos reservados</footer></body></html>"""


def read(tmp_path: Path, content: bytes, name: str = "a.txt") -> Seed | Refusal:
    (tmp_path / name).write_bytes(content)
    return read_seed(list_seeds(tmp_path)[0], 10_000_000)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel>', "a news feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>', "a news feed"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 20, "binary"),
        (bytes(place * 89 % 128 + 128 for place in range(640)), "not UTF-8"),
        (b"a" * 50_001, "longer than 50,000 characters"),
        (b"The river rose again.\n" * 28_000, "more than the 600,000 characters"),
        (b"The river rose. " * 2_000, "repeats one short piece"),
        (b"a\n" * 20_002, "more than 20,000 lines"),
        (b"".join(b"(" * (place % 97) + b"a%d\n" % place for place in range(700)), "hardly a word"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path: Path, content: bytes, why: str) -> None:
    refusal = read(tmp_path, content)
    assert isinstance(refusal, Refusal)
    assert why in refusal.why
    assert refusal.sha256
    assert refusal.bytes == len(content)


def test_a_text(tmp_path: Path) -> None:
    seed = read(tmp_path, "Nicolás\r\nspoke.\rTwice.".encode())
    assert isinstance(seed, Seed)
    assert (seed.id, seed.media, seed.encoding, seed.text) == (
        "a",
        "text/plain",
        "utf-8",
        "Nicolás\nspoke.\nTwice.",
    )


def test_a_long_report_is_a_text(tmp_path: Path) -> None:
    """As long as the collected volumes of an inquiry, with a blank line or two between its paragraphs."""
    lines = [f"{number}. The commission heard witness {number * 7919 % 10007}." for number in range(10_000)]
    report = "\n\n\n".join(lines)
    assert len(report) > 400_000
    seed = read(tmp_path, report.encode())
    assert isinstance(seed, Seed)
    assert seed.text == report


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.txt"])
def test_a_page_gives_its_blocks_and_what_it_says_of_itself(tmp_path: Path, name: str) -> None:
    seed = read(tmp_path, PAGE.encode(), name)
    assert isinstance(seed, Seed)
    assert seed.media == "text/html"
    blocks = seed.text.split("\n")
    assert "El ministerio dijo el martes que los caminos del norte estaban abiertos otra vez." in blocks
    assert "Corabad está abierto desde hoy para todos los camiones." in blocks
    assert not any("Inicio" in block or "derechos" in block for block in blocks)
    known = seed.metadata
    assert (known.title, known.author, known.publisher, known.language) == (
        "Caminos abiertos",
        "Ana Ruiz",
        "El Norte",
        "es",
    )
    assert known.url == "https://example.org/caminos"
    assert str(known.published) == "2019-01-24"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body></body></html>", "No article text"),
        ("<div>" * 20_000 + "x", "nested"),
        ("<html><body><p>" + "word " * 400_000, "1,500,000 characters"),
    ],
)
def test_a_page_without_text_or_beyond_measure_is_refused(tmp_path: Path, page: str, why: str) -> None:
    refusal = read(tmp_path, page.encode(), "a.html")
    assert isinstance(refusal, Refusal)
    assert why in refusal.why
