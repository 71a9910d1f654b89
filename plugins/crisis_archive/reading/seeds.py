"""From one file to a `Seed`: read, recognised, decoded, or refused with the reason."""

import zlib

from crisis_archive.model import Refusal, Seed
from crisis_archive.reading.decoding import UndecodableError, decode
from crisis_archive.reading.files import SeedFile, read_bytes
from crisis_archive.reading.formats import foreign_format, is_html
from crisis_archive.text.reasons import reason

_LONGEST_LINE = 50_000
_MOST_LINES = 20_000  # that hold something
_FEWEST_REPEATED = 20_000  # bytes; a short text may well say one thing again and again
_FEWEST_LETTERS = 0.25  # share of letters and digits; prose has 0.8, scripts with many marks 0.6
_LEAST_SHARE = 0.02  # of its size that a text is when compressed: prose is 0.3 to 0.5, lists 0.1


def read_seed(file: SeedFile, max_bytes: int, max_characters: int = 600_000) -> Seed | Refusal:
    """Read and decode one seed; what cannot become a text is a refusal that says why."""
    got = read_bytes(file, max_bytes)
    if isinstance(got, Refusal):
        return got

    def refuse(why: str) -> Refusal:
        return Refusal(file.file, got.sha256, got.size, why)

    if got.size == 0:
        return refuse(reason("The file is empty."))
    if got.content is None:
        return refuse(
            reason("The file is larger than the {most} bytes that are accepted.", most=f"{max_bytes:,}")
        )
    foreign = foreign_format(got.content)
    if foreign:
        return refuse(
            reason("This is {kind}, not a text or a web page; save its text as .txt.", kind=foreign)
        )
    html = is_html(file.path, got.content)
    try:
        decoded = decode(got.content, html=html)
    except UndecodableError as error:
        return refuse(str(error))
    if not html:
        odd = _no_text_of_a_person(decoded.text, max_characters)
        if odd:
            return refuse(odd)
        return Seed(file.id, file.file, got.sha256, got.size, "text/plain", decoded.encoding, decoded.text)
    from crisis_archive.reading.html import NotReadableError, read_page  # the extractor is slow to import

    try:
        page = read_page(decoded.text)
    except NotReadableError as error:
        return refuse(str(error))
    text = "\n".join(page.blocks)
    odd = _no_text_of_a_person(text, max_characters)
    if odd:
        return refuse(odd)
    return Seed(file.id, file.file, got.sha256, got.size, "text/html", decoded.encoding, text, page.metadata)


def _no_text_of_a_person(text: str, max_characters: int) -> str | None:
    """Why a text is of a size that no article has, which no rule is made for; null where it is not."""
    if len(text) > max_characters:
        return reason(
            "The text has more than the {most} characters that are accepted; "
            "split it into files of one text each, or raise CRISIS_MAX_CHARACTERS.",
            most=f"{max_characters:,}",
        )
    if len(text) > _LONGEST_LINE and max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return reason(
            "A line of this file is longer than {most} characters, which no paragraph is.",
            most=f"{_LONGEST_LINE:,}",
        )
    if text.count("\n") > _MOST_LINES and sum(map(bool, map(str.strip, text.split("\n")))) > _MOST_LINES:
        return reason("The file has more than {most} lines, which no article has.", most=f"{_MOST_LINES:,}")
    if len(text) > _FEWEST_REPEATED and sum(map(str.isalnum, text)) < _FEWEST_LETTERS * len(text):
        return reason("The file holds signs throughout and hardly a word.")
    content = text.encode("utf-8")
    if len(content) > _FEWEST_REPEATED and len(zlib.compress(content, 1)) < _LEAST_SHARE * len(content):
        return reason("The file repeats one short piece again and again, which no article does.")
    return None
