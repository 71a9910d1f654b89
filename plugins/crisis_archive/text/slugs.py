"""Readable parts of addresses, made so that they stay when other seeds come and go."""

import hashlib
import re

from crisis_archive.text.folding import strip_accents

_PLAIN_FILE = re.compile(r"(?!.*--)[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?")
_OTHER = re.compile(r"[^a-z0-9]+")
# `index` is the list that lies beside. Windows and FAT cannot hold files of the other names, and an archive
# must be readable from a stick.
_TAKEN = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))]
)


def slug(text: str, most: int = 60) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word's end; `x` and a hash where nothing is left."""
    words = _OTHER.sub("-", strip_accents(text).casefold()).strip("-")
    if not words:
        return "x" + short_hash(text)
    if len(words) > most:
        words = words[:most].rsplit("-", 1)[0] if "-" in words[:most] else words[:most]
    return f"{words}-{short_hash(text)}" if words in _TAKEN else words


def short_hash(text: str) -> str:
    """Ten hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def is_address_part(text: str) -> bool:
    """Whether a text can be the last part of an address as it is: lower-case ASCII, digits, `-` and `_`.

    `--` parts what is joined, and a few names are taken.
    """
    return bool(_PLAIN_FILE.fullmatch(text)) and text not in _TAKEN


def document_id(path: str) -> str:
    """The id of the seed at `path` (below the seeds folder, `/` between parts).

    A plain name such as `report-7.txt` gives itself without suffix; any other (folders, capitals, spaces,
    other suffixes) its slug and a hash of the path, so that no two paths ever share an id.
    """
    stem = path.removesuffix(".txt")
    if path.endswith(".txt") and is_address_part(stem):
        return stem
    return f"{slug(path.rsplit('.', 1)[0], 60)}--{short_hash(path)}"
