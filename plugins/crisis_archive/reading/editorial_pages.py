"""Pages of editors, looked at before anything reads them: `content/pages/` and the notes of crises."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import unquote

from crisis_archive.model import EditorialError
from crisis_archive.reading.editorial_text import read_text

_PAGES: Final = (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm")
_BRACKETS: Final = re.compile(r"\\.|(?<=\])\(|[\[\])]", re.DOTALL)
_MOST_OPEN: Final = 100  # each one that is open makes Markdown read the rest of its block once more


def check_pages(folder: Path) -> None:
    """Stop at what cannot become a page, or would be passed over in silence.

    Raises `EditorialError`, and `OSError` for what cannot be listed or read.
    """
    if not folder.exists():
        return
    texts, others = [], []
    for path in _files_below(folder):
        if path.suffix.lower() in _PAGES:
            text = read_text(path)
            check_brackets(path, text, 1)
            texts.append(unquote(text))
        else:
            others.append(path)
    for path in others:
        if not any(path.name in text for text in texts):
            mend = f"end its name in {_PAGES[0]}, link it from a page with {{attach}}, or take it away"
            raise EditorialError(str(path), 1, "this is no page, and no page links it", mend)


def check_brackets(path: Path, text: str, line: int) -> None:
    """Stop at Markdown that would take hours to read; `line` is that of its first line."""
    for block in re.split(r"\n[ \t]*\n", text):
        depth = 0
        for sign in _BRACKETS.finditer(block):
            if sign[0] in "[(":
                depth += 1
            elif sign[0] in "])":
                depth = max(0, depth - 1)
            if depth > _MOST_OPEN:
                at = line + block.count("\n", 0, sign.start())
                problem = f"more than {_MOST_OPEN} brackets are open at once"
                raise EditorialError(
                    str(path), at, problem, "close them, or write \\[ where no link is meant"
                )
        line += block.count("\n") + 2


def _files_below(folder: Path) -> Iterator[Path]:
    """All files of the folder, those behind linked folders too, in order; what begins with a dot is nobody's
    business."""
    for parent, folders, names in os.walk(folder, onerror=_stop, followlinks=True):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in folders:
            inner = Path(parent, each)
            if inner.is_symlink() and Path(parent).resolve().is_relative_to(inner.resolve()):
                raise EditorialError(str(inner), 1, "this link leads round in a circle", "take it away")
        for name in sorted(names):
            if not name.startswith("."):
                check_file(path := Path(parent, name))
                yield path


def check_file(path: Path) -> None:
    """Stop at a pipe, which would be waited for without end, a device, and a link that leads nowhere."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        problem = "this link leads nowhere"
        raise EditorialError(str(path), 1, problem, "mend the link or take it away") from error
    if not stat.S_ISREG(mode):
        raise EditorialError(str(path), 1, "this is no regular file", "put the file itself here")


def _stop(error: OSError) -> NoReturn:
    raise error
