"""One run of Pelican as a task or a test starts it: whatever fails becomes one line and an exit code."""

import logging
import os
import sys
import time
import traceback
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NamedTuple

from build_checks import check_build, settle_folders
from crisis_archive.console import error_line, printable, summary_line
from sights import Sights
from standing import Finished, Inputs, Made, inputs_of, remember, standing

FAILED: Final = 1


_NOT_PROCESSED: Final = "Could not process %s"
"""What Pelican says of a page that it cannot read."""


class BuildStoppedError(Exception):
    """A build that failed; one line for people (empty where it was printed already), and the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.message, self.code = message, code


class _Built(NamedTuple):
    """A site that a run of Pelican made."""

    site: Path
    cache: Path | None
    inputs: Inputs | None
    """All that it was made from, as it was before; null where that cannot be told."""
    finished: Finished | None
    """Null where another class than ours ran."""


def build_site(settings_file: Path, overrides: dict[str, Any], cache: Path, debug: bool) -> str:
    """Build with Pelican in this process, or find that the site stands; gives the line that ends a build.

    `cache` is the folder that is looked into before any settings are read. Raises `BuildStoppedError`; with
    `debug` whatever was raised, for its traceback.
    """
    started = time.monotonic()
    sights = Sights()
    found = None if debug else standing(cache, settings_file, overrides, sights)
    if found is not None:
        for line in found.said:
            print(line, file=sys.stderr)
        line = summary_line(*found.counts, time.monotonic() - started)
        return f"{line}: {found.site} (nothing has changed)"
    from crisis_archive.scheduling.room import with_room

    built = with_room(partial(_run_pelican, settings_file, overrides, debug, sights))
    try:
        finished = built.finished or Finished((), _counts(built.site), None)
    except OSError as error:
        problem = f"the new site stands, but cannot be read ({error.strerror}); look at that disk"
        raise BuildStoppedError(f"error: {built.site}: {problem}", FAILED) from error
    if built.cache is not None and built.inputs is not None:
        # The site stands; where this cannot be kept the next build looks for itself. In a locale of bytes a
        # path may be no text.
        with suppress(OSError, UnicodeEncodeError):
            made = Made(built.inputs, built.site, finished.said, finished.counts)
            remember(built.cache, settings_file, overrides, made, finished.sight)
    return f"{summary_line(*finished.counts, time.monotonic() - started)}: {built.site}"


def _run_pelican(settings_file: Path, overrides: dict[str, Any], debug: bool, sights: Sights) -> _Built:
    """One run; raises as `build_site`."""
    from crisis_archive.scheduling.cycles import no_looking_for_cycles

    # No dense product of matrices is made here, for which numpy's library would wake a thread for each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    handler = _log_handler(debug)
    try:
        with no_looking_for_cycles():  # a settings file imports everything, and what modules hold stays
            from pelican.log import console, init
            from pelican.settings import read_settings

            init(level=logging.WARNING, fatal="errors", handler=handler)
            console.quiet = not debug
            settings = read_settings(str(settings_file), override=overrides)
    except (Exception, SystemExit) as error:
        if debug:
            raise
        raise BuildStoppedError(_unusable(settings_file, error), FAILED) from error
    try:
        settle_folders(settings)
        check_build(settings)
        if isinstance(handler.formatter, _OneLine):
            handler.formatter.content = settings["PATH"]
        inputs = inputs_of(settings_file, settings, sights)
        pelican = _pelican_class(settings)(settings)
        pelican.run()
    except (Exception, SystemExit) as error:
        if debug:
            raise
        raise BuildStoppedError(*_explained(error)) from error
    cache = settings.get("CRISIS_CACHE")
    finished = getattr(pelican, "finished", None)
    return _Built(Path(settings["OUTPUT_PATH"]), Path(cache) if cache else None, inputs, finished)


def _counts(site: Path) -> tuple[int, int, int, int]:
    """How many documents, crises, entities and refusals the published data has."""

    def lines(name: str) -> int:
        with (site / "data" / f"{name}.jsonl").open("rb") as stream:
            return sum(1 for _ in stream)

    return lines("documents"), lines("crises"), lines("entities"), lines("refusals")


def _pelican_class(settings: dict[str, Any]) -> Any:  # noqa: ANN401 - Pelican's own settings say which class
    """The class that plain `pelican` would use."""
    given = settings["PELICAN_CLASS"]
    if not isinstance(given, str):
        return given
    module, name = given.rsplit(".", 1)
    return getattr(import_module(module), name)


def _unusable(settings_file: Path, error: BaseException) -> str:
    """A settings file that failed, with the line of it that did, where one did."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if _is(frame, settings_file)]
    if isinstance(error, SyntaxError) and error.filename == str(settings_file):
        lines.append(error.lineno)
    place = f"{settings_file}:{lines[-1]}" if lines and lines[-1] else str(settings_file)
    what = error.msg if isinstance(error, SyntaxError) else str(error)
    words = f"{type(error).__name__}: {' '.join(what.split())}"
    return error_line(f"{place}: these settings cannot be used ({words}); correct them")


def _is(frame: traceback.FrameSummary, file: Path) -> bool:
    return frame.filename == str(file)


def _explained(error: BaseException) -> tuple[str, int]:
    """A failure as one line, and the exit code it asks for."""
    code = getattr(error, "exitcode", FAILED)
    if isinstance(error, SystemExit):
        asked = error.code
        return ("" if isinstance(asked, int) else f"error: {asked}"), asked if isinstance(
            asked, int
        ) else FAILED
    if type(error).__module__.split(".")[0] in ("crisis_archive", "page_frame", "publishing"):
        return error_line(str(error)), code
    if isinstance(error, OSError):
        where, what = error.filename or "the build", error.strerror or error
        problem = f"{where}: {what}; mend that and build again, the old site is unchanged"
        return error_line(problem), code
    if isinstance(error, RuntimeError) and str(error) == "Warning or error encountered":
        return "", code  # the error was told when it was found
    words = " ".join(str(error).split())
    problem = f"{type(error).__name__}: {words}; `--debug` shows where, the old site is unchanged"
    return error_line(problem), code


class _OneLine(logging.Formatter):
    """A log record as one line, what was raised in a few words."""

    content = ""
    """The folder that Pelican names pages from."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.msg == _NOT_PROCESSED and isinstance(record.args, tuple):
            page = os.path.normpath(os.path.join(self.content, str(record.args[0])))  # noqa: PTH118 - has `..`
            message = f"{page}: this page cannot be read"
        # Pelican leaves out what was raised unless it is asked for all; it is being handled still.
        raised = record.exc_info[1] if record.exc_info else sys.exc_info()[1]
        if raised is not None and record.levelno >= logging.ERROR:
            message = f"{message} ({type(raised).__name__}: {raised}); correct it"
        return f"{record.levelname.lower()}: {printable(' '.join(message.split()))}"


def _log_handler(debug: bool) -> logging.Handler:
    handler = logging.StreamHandler()
    if not debug:
        handler.setFormatter(_OneLine())
    return handler
