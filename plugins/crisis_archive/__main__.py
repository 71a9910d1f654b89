"""The data alone: `python -m crisis_archive SEEDS --output DIR` builds the archive and no site.

Exit 0 with refused files named on stderr; exit 2 with one clear line where nothing could be built.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from crisis_archive.archive import NothingToBuildError, build_archive
from crisis_archive.console import error_line, print_refusals, printable, progress_on
from crisis_archive.export import DATA_FILES, write_data
from crisis_archive.model import EditorialError
from crisis_archive.settings import Settings

FAILED = 2
"""Exit code where nothing could be built."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and write the data; returns the exit code."""
    given = _parser().parse_args(arguments)
    problem = _problem(given)
    if problem:
        return _fail(problem)
    try:
        archive = build_archive(
            given.seeds, given.content, given.cache, given.jobs, Settings(), progress_on(sys.stderr)
        )
        write_data(archive, given.output)
    except NothingToBuildError as error:
        print_refusals(error.refusals, sys.stderr)
        return _fail(str(error))
    except EditorialError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename or given.output}: {error.strerror or error}")
    for notice in archive.notices:
        print(printable(notice), file=sys.stderr)
    print_refusals(archive.refusals, sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m crisis_archive", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument(
        "seeds", type=Path, metavar="SEEDS", help="folder of news texts, with its sub-folders"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", required=True, help="where the data is written")
    parser.add_argument("--content", type=Path, metavar="DIR", help="what editors write (default: none)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keeps results for the next build")
    parser.add_argument("--jobs", type=_jobs, metavar="N", default=0, help="processes (default: all cores)")
    return parser


def _jobs(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)


def _problem(given: argparse.Namespace) -> str | None:
    """What is wrong with the folders; null where they can be used."""
    for name in ("seeds", "content"):
        folder = getattr(given, name)
        if folder is not None and not folder.is_dir():
            return f"{folder}: there is no such folder; name the folder of the {name}"
    if given.output.exists():
        if not given.output.is_dir():
            return f"{given.output}: this is not a folder; name another output folder"
        if {path.name for path in given.output.iterdir()} - set(DATA_FILES):
            return f"{given.output}: this holds other files; empty it, or name another output folder"
    return None


def _fail(line: str) -> int:
    print(error_line(line), file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
