"""What a build says to whoever started it: how far it is, which files it refused, what it made."""

from collections.abc import Iterable
from typing import TextIO

from crisis_archive.model import Refusal
from crisis_archive.scheduling import Progress, no_progress

_CLEAR_LINE = "\r\x1b[K"


class _Shown:
    """Progress on one line of a terminal, written over as it goes and wiped when a step is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __call__(self, step: str, done: int, of: int) -> None:
        text = f"{_CLEAR_LINE}{step}: {done:,} of {of:,}" if done < of else _CLEAR_LINE
        self._stream.write(text)
        self._stream.flush()


def progress_on(stream: TextIO) -> Progress:
    """Progress shown on a terminal; silent where the stream is none (a file, a pipe, a log)."""
    return _Shown(stream) if stream.isatty() else no_progress


def printable(words: str) -> str:
    """Words as one line of a terminal: what names of files and editors write in them cannot steer it."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in words)


def error_line(problem: str) -> str:
    """One line that says what is wrong."""
    return f"error: {printable(problem)}"


def refusal_line(refusal: Refusal) -> str:
    """A file that became no page, with the reason."""
    return printable(f"refused {refusal.file}: {refusal.why}")


def print_refusals(refusals: Iterable[Refusal], stream: TextIO) -> None:
    """One line each."""
    for refusal in refusals:
        print(refusal_line(refusal), file=stream)


def summary_line(documents: int, crises: int, entities: int, refusals: int, seconds: float) -> str:
    """The one line that ends a build."""
    counts = (
        _count(documents, "document"),
        _count(crises, "crisis", "crises"),
        _count(entities, "entity", "entities"),
        _count(refusals, "refusal"),
    )
    return f"{', '.join(counts)} in {seconds:.1f} s"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
