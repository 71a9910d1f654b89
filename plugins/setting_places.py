"""Where a setting was written: an error about it should name the file and the line."""

import re
import sys
from pathlib import Path
from typing import Final

_ANY: Final = object()


def place_of(setting: str, value: object = _ANY) -> str:
    """`file:line` of the assignment that counts, e.g. `publishconf.py:7`; `settings` where no file has it.

    With a value: of the assignment that gave it, which none did where it came from the command line.

    Settings files are Python modules that Pelican loads, one taking over another by import: without the value
    the one that was loaded last is meant. A setting given on the command line stands in none.
    """
    found = _found(setting, value)
    return f"{found[0]}:{found[1]}" if found else "settings"


def file_of(setting: str, value: object = _ANY) -> Path | None:
    """The settings file with the assignment that counts; null where no file has it."""
    found = _found(setting, value)
    return found[0] if found else None


def _found(setting: str, value: object) -> tuple[Path, int] | None:
    """File, and line in it from 1."""
    assignment = re.compile(rf"^{re.escape(setting)}\s*(?::[^=\n]*)?=", re.MULTILINE)
    for module in reversed(list(sys.modules.values())):
        file = getattr(module, "__file__", None)
        if file is None or setting not in vars(module):
            continue
        if value is not _ANY and vars(module)[setting] != value:
            continue
        source = Path(file).read_text("utf-8", "replace")
        places = list(assignment.finditer(source))
        if places:
            line = source.count("\n", 0, places[-1].start()) + 1
            return Path(file), line
    return None
