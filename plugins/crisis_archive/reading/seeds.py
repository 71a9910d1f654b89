"""From one file to a `Seed`: read, recognised, decoded, or refused with the reason."""

from crisis_archive.model import Refusal, Seed
from crisis_archive.reading.decoding import UndecodableError, decode
from crisis_archive.reading.files import SeedFile, read_bytes
from crisis_archive.reading.formats import foreign_format, is_html


def read_seed(file: SeedFile, max_bytes: int) -> Seed | Refusal:
    """Read and decode one seed; what cannot become a text is a refusal that says why."""
    got = read_bytes(file, max_bytes)
    if isinstance(got, Refusal):
        return got

    def refuse(why: str) -> Refusal:
        return Refusal(file.file, got.sha256, got.size, why)

    if got.size == 0:
        return refuse("The file is empty.")
    if got.content is None:
        return refuse(f"The file is larger than the {max_bytes:,} bytes that are accepted.")
    foreign = foreign_format(got.content)
    if foreign:
        return refuse(f"This is {foreign}, not a text or a web page; save its text as .txt.")
    html = is_html(file.path, got.content)
    try:
        decoded = decode(got.content, html=html)
    except UndecodableError as error:
        return refuse(str(error))
    if not html:
        return Seed(file.id, file.file, got.sha256, got.size, "text/plain", decoded.encoding, decoded.text)
    from crisis_archive.reading.html import NotReadableError, read_page  # the extractor is slow to import

    try:
        page = read_page(decoded.text)
    except NotReadableError as error:
        return refuse(str(error))
    text = "\n".join(page.blocks)
    return Seed(file.id, file.file, got.sha256, got.size, "text/html", decoded.encoding, text, page.metadata)
