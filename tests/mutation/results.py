"""What was found of each mutant, kept in a file so that a trial can go on where another ended."""

import json
from pathlib import Path
from typing import NamedTuple

from tests.mutation.rooms import Case


class Outcome(NamedTuple):
    """What came of one mutant."""

    killer: str
    """The test that noticed it; nothing where none did."""
    how: str = ""
    """How it was noticed where no test failed: the time ran out, the memory, nothing could be imported."""

    @property
    def killed(self) -> bool:
        """Whether it was noticed."""
        return bool(self.killer or self.how)


class Results:
    """Outcomes by mutant; a line of JSON each in the file, of which the last counts."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: dict[tuple[str, str, str, int], tuple[str, Outcome]] = {}
        if path is not None and path.exists():
            for line in path.read_text("utf-8").splitlines():
                told = json.loads(line)
                key = told["module"], told["function"], told["what"], told["which"]
                self._known[key] = told["state"], Outcome(told["killer"], told["how"])

    def of(self, case: Case, state: str | None = None) -> Outcome | None:
        """What was found of a mutant; where a state is given only what was found in it."""
        found = self._known.get(case.key)
        return found[1] if found and state in (None, found[0]) else None

    def add(self, case: Case, state: str, outcome: Outcome) -> None:
        """Keep what was found, at once."""
        self._known[case.key] = state, outcome
        if self._path is None:
            return
        module, function, what, which = case.key
        line = {
            "module": module,
            "line": case.mutant.line,
            "function": function,
            "what": what,
            "which": which,
        }
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**line, "state": state, **outcome._asdict()}, ensure_ascii=False) + "\n")
