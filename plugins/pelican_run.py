"""One run of Pelican as a task or a test starts it: whatever fails becomes one line and an exit code."""

import logging
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from build_checks import check_build
from crisis_archive.console import summary_line

FAILED: Final = 1


class BuildStoppedError(Exception):
    """A build that failed; one line for people (empty where it was printed already), and the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.message, self.code = message, code


def run_pelican(settings_file: Path, overrides: dict[str, Any], debug: bool) -> Path:
    """Build with Pelican in this process; gives the site's folder.

    Raises `BuildStoppedError`; with `debug` whatever was raised, for its traceback.
    """
    from pelican.log import console, init
    from pelican.settings import read_settings

    init(level=logging.WARNING, fatal="errors", handler=_log_handler(debug))
    console.quiet = not debug
    try:
        settings = read_settings(str(settings_file), override=overrides)
        check_build(settings)
        _pelican_class(settings)(settings).run()
    except KeyboardInterrupt:
        raise BuildStoppedError("stopped; the old site is unchanged", FAILED) from None
    except (Exception, SystemExit) as error:
        if debug:
            raise
        raise BuildStoppedError(*_explained(error)) from error
    return Path(settings["OUTPUT_PATH"])


def summary(site: Path, seconds: float) -> str:
    """The line that ends a build, as the published data has it."""

    def lines(name: str) -> int:
        with (site / "data" / f"{name}.jsonl").open("rb") as stream:
            return sum(1 for _ in stream)

    documents, crises, entities, refusals = map(lines, ("documents", "crises", "entities", "refusals"))
    return f"{summary_line(documents, crises, entities, refusals, seconds)}: {site}"


def _pelican_class(settings: dict[str, Any]) -> Any:  # noqa: ANN401 - Pelican's own settings say which class
    """The class that plain `pelican` would use."""
    given = settings["PELICAN_CLASS"]
    if not isinstance(given, str):
        return given
    module, name = given.rsplit(".", 1)
    return getattr(import_module(module), name)


def _explained(error: BaseException) -> tuple[str, int]:
    """A failure as one line, and the exit code it asks for."""
    code = getattr(error, "exitcode", FAILED)
    if isinstance(error, SystemExit):
        asked = error.code
        return ("" if isinstance(asked, int) else f"error: {asked}"), asked if isinstance(
            asked, int
        ) else FAILED
    if type(error).__module__.split(".")[0] in ("crisis_archive", "page_writing", "publishing"):
        return f"error: {error}", code
    if isinstance(error, OSError):
        return f"error: {error.filename or 'the build'}: {error.strerror or error}", code
    if isinstance(error, RuntimeError) and str(error) == "Warning or error encountered":
        return "error: the build stopped at the error above; the old site is unchanged", code
    words = " ".join(str(error).split())
    return f"error: {type(error).__name__}: {words}; `--debug` shows where, the old site is unchanged", code


class _OneLine(logging.Formatter):
    """A log record as one line, its exception in a few words."""

    def format(self, record: logging.LogRecord) -> str:
        words = " ".join(record.getMessage().split())
        if record.exc_info and record.exc_info[0]:
            words = f"{words}: {record.exc_info[0].__name__}: {record.exc_info[1]}"
        return f"{record.levelname.lower()}: {words}"


def _log_handler(debug: bool) -> logging.Handler:
    handler = logging.StreamHandler()
    if not debug:
        handler.setFormatter(_OneLine())
    return handler
