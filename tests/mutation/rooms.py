"""What is put to the test: modules, the tests that must notice a fault in them, and every such fault."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.mutation.mutants import Mutant, mutants

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LIBRARY: Final = ROOT / "plugins" / "crisis_archive"


class Room(NamedTuple):
    """Modules, and the tests that must notice a fault in them."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def files(self) -> list[Path]:
        """Its modules' files, in one order."""
        return [path for pattern in self.modules for path in sorted(LIBRARY.glob(pattern))]


ROOMS: Final = (
    Room("cleaning", ("draft.py", "cleaning/**/*.py"), ("tests/test_draft.py", "tests/cleaning")),
    Room(
        "citation",
        ("pages/citing.py", "briefing/checking.py"),
        ("tests/pages/test_page_citing.py", "tests/briefing/test_briefing_checking.py"),
    ),
)


class Case(NamedTuple):
    """One mutant of one module."""

    room: str
    path: Path
    source: str
    """Of the module when the trial began: a file that changes meanwhile changes nothing."""
    mutant: Mutant
    which: int
    """Of the mutants of its function that read the same."""

    @property
    def module(self) -> str:
        """Its file, from the library's folder on."""
        return self.path.relative_to(LIBRARY).as_posix()

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What stays the same where other functions change."""
        return self.module, self.mutant.function, self.mutant.what, self.which

    def __str__(self) -> str:
        return f"{self.module}:{self.mutant.line}: {self.mutant.what}"


def cases(room: Room) -> Iterator[Case]:
    """Every mutant of a room."""
    for path in room.files():
        seen: Counter[tuple[str, str]] = Counter()
        source = path.read_text("utf-8")
        for mutant in mutants(source):
            told = mutant.function, mutant.what
            yield Case(room.name, path, source, mutant, seen[told])
            seen[told] += 1


def name_of(path: Path) -> str:
    """The module that is imported from a file."""
    parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def state_of(room: Room) -> str:
    """A digest of the library and of the room's tests: while it is the same, so is what was found."""
    digest = hashlib.sha256()
    tests = [file for name in room.tests for file in ((ROOT / name), *(ROOT / name).rglob("*"))]
    for file in sorted({*LIBRARY.rglob("*.py"), *tests}):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
