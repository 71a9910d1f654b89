"""Commands that tasks run."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from invoke.exceptions import Exit

ROOT = Path(__file__).resolve().parent.parent


def run(command: Sequence[str], folder: Path = ROOT) -> None:
    """Run a command from the root of the project (or from `folder`); its failure is ours."""
    done = subprocess.run(command, cwd=folder, check=False)
    if done.returncode != 0:
        raise Exit(code=done.returncode)
