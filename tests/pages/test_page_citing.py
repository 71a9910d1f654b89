"""Citations in each format, by their readers' rules; nothing is filled in that is not known."""

import datetime as dt
import json

from crisis_archive.pages.citing import Citation, bibtex, csl_json, plain, ris

KNOWN = Citation(
    title="Flood & fire: 50% {more}",
    container="Archive",
    author="J. Doe",
    publisher="The Post",
    date=dt.date(2020, 3, 7),
    address="https://example.org/a_b.html",
    note="SHA-256 00",
)
BARE = Citation(title="Flood", container="Archive", note="SHA-256 00")


def test_plain() -> None:
    assert plain(KNOWN) == (
        "J. Doe. “Flood & fire: 50% {more}”. The Post. 2020-03-07. Archive. SHA-256 00. https://example.org/a_b.html."
    )
    assert plain(BARE) == "“Flood”. Archive. SHA-256 00."


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = bibtex(KNOWN)
    assert r"title = {{Flood \& fire: 50\% \{more\}}}," in entry
    assert "date = {2020-03-07}," in entry
    assert "url = {https://example.org/a_b.html}," in entry
    assert entry.startswith("@misc{flood-fire-50-more,\n")
    assert entry.endswith("\n}")
    assert "date" not in bibtex(BARE)
    assert "url" not in bibtex(BARE)


def test_ris_has_one_field_a_line_and_ends() -> None:
    lines = ris(KNOWN).split("\n")
    assert lines[0] == "TY  - NEWS"
    assert lines[-1] == "ER  - "
    assert "DA  - 2020/03/07/" in lines
    assert not any(line.startswith("DA") for line in ris(BARE).split("\n"))


def test_csl_json() -> None:
    (item,) = json.loads(csl_json(KNOWN))
    assert item["issued"] == {"date-parts": [[2020, 3, 7]]}
    assert item["type"] == "article-newspaper"
    (bare,) = json.loads(csl_json(BARE))
    assert not {"issued", "author", "publisher", "URL"} & set(bare)
