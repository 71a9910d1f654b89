"""Citations in each format, by their readers' rules; nothing is filled in that is not known."""

import datetime as dt
import hashlib
import json

from crisis_archive.pages.citing import (
    Citation,
    bibtex,
    cite_formats,
    csl_json,
    fixing_hash,
    plain,
    ris,
)

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


def test_each_format_has_its_name() -> None:
    formats = dict(cite_formats(KNOWN))
    assert list(formats) == ["Plain", "BibTeX", "RIS", "CSL-JSON"]
    assert formats["Plain"] == plain(KNOWN)
    assert formats["BibTeX"] == bibtex(KNOWN)
    assert formats["RIS"] == ris(KNOWN)
    assert formats["CSL-JSON"] == csl_json(KNOWN)


def test_the_hash_fixes_the_texts_whatever_their_order() -> None:
    hashes = ["b" * 64, "a" * 64]
    lines = f"{'a' * 64}\n{'b' * 64}\n".encode()
    expected = hashlib.sha256(lines).hexdigest()
    assert fixing_hash(hashes) == fixing_hash(hashes[::-1]) == expected
    assert fixing_hash(hashes[:1]) != expected


def test_a_key_is_cut_at_forty_letters() -> None:
    long = Citation(title="abcdefghi " * 5, container="Archive", note="x")
    key = "abcdefghi-abcdefghi-abcdefghi-abcdefghi"
    assert bibtex(long).startswith(f"@misc{{{key},\n")
    assert json.loads(csl_json(long))[0]["id"] == key
    one = Citation(title="a" * 60, container="Archive", note="x")
    assert bibtex(one).startswith(f"@misc{{{'a' * 40},\n")
    assert json.loads(csl_json(one))[0]["id"] == "a" * 40


def test_csl_json_is_read_by_people_too() -> None:
    text = csl_json(Citation(title="Ni\u00f1o", container="Archive", note="x"))
    assert text == (
        '[\n {\n  "id": "nino",\n  "type": "document",\n  "title": "Ni\u00f1o",\n  "archive": "Archive",\n'
        '  "note": "x"\n }\n]'
    )
