"""How to cite a page: plain, BibTeX, RIS and CSL-JSON. Nothing is filled in that is not known."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable
from typing import Final

from crisis_archive.model import Struct
from crisis_archive.text.slugs import slug

_BIBTEX_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_{}"},
    }
)
_RIS_BREAKS = re.compile(r"[\r\n]+")


class Citation(Struct, frozen=True, kw_only=True):
    """What is known of a page that somebody wants to cite."""

    title: str
    container: str
    """The archive's name."""
    author: str | None = None
    publisher: str | None = None
    date: dt.date | None = None
    """Only where known to the day."""
    address: str | None = None
    note: str
    """What fixes the text for good: its file and SHA-256."""


def cite_formats(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Name and text of every format."""
    return (
        ("Plain", plain(citation)),
        ("BibTeX", bibtex(citation)),
        ("RIS", ris(citation)),
        ("CSL-JSON", csl_json(citation)),
    )


def fixing_hash(hashes: Iterable[str]) -> str:
    """SHA-256 of the texts' own SHA-256, sorted, one a line: what a page made of them rests on."""
    lines = "".join(f"{each}\n" for each in sorted(hashes))
    return hashlib.sha256(lines.encode("ascii")).hexdigest()


def plain(citation: Citation) -> str:
    """One line: author, title, publisher, date, archive, what fixes it, address."""
    date = citation.date.isoformat() if citation.date else None
    known = (
        citation.author,
        f"\N{LEFT DOUBLE QUOTATION MARK}{citation.title}\N{RIGHT DOUBLE QUOTATION MARK}",
    )
    rest = (citation.publisher, date, citation.container, citation.note, citation.address)
    return ". ".join(part.rstrip(".") for part in (*known, *rest) if part) + "."


def bibtex(citation: Citation) -> str:
    """A `@misc` entry."""
    fields = {
        "title": "{" + _bibtex(citation.title) + "}",
        "author": citation.author and "{" + _bibtex(citation.author) + "}",
        "publisher": citation.publisher and _bibtex(citation.publisher),
        "date": citation.date and citation.date.isoformat(),
        "howpublished": _bibtex(citation.container),
        "url": citation.address,
        "note": _bibtex(citation.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{slug(citation.title, 40)},", *lines, "}"])


def _bibtex(text: str) -> str:
    return text.translate(_BIBTEX_SPECIAL)


def ris(citation: Citation) -> str:
    """A `NEWS` record where a publisher is known, else `GEN`."""
    lines = [
        ("TY", "NEWS" if citation.publisher else "GEN"),
        ("TI", citation.title),
        ("AU", citation.author),
        ("PB", citation.publisher),
        ("DA", citation.date.strftime("%Y/%m/%d/") if citation.date else None),
        ("DP", citation.container),
        ("UR", citation.address),
        ("N1", citation.note),
        ("ER", ""),
    ]
    return "\n".join(f"{tag}  - {_RIS_BREAKS.sub(' ', value)}" for tag, value in lines if value is not None)


def csl_json(citation: Citation) -> str:
    """One item of the Citation Style Language's JSON schema."""
    item: dict[str, object] = {
        "id": slug(citation.title, 40),
        "type": "article-newspaper" if citation.publisher else "document",
        "title": citation.title,
        "archive": citation.container,
        "note": citation.note,
    }
    if citation.author:
        item["author"] = [{"literal": citation.author}]
    if citation.publisher:
        item["publisher"] = citation.publisher
    if citation.date:
        item["issued"] = {"date-parts": [[citation.date.year, citation.date.month, citation.date.day]]}
    if citation.address:
        item["URL"] = citation.address
    return json.dumps([item], ensure_ascii=False, indent=1)
