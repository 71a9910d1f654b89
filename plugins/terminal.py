"""What a task owes to whoever runs it in a terminal: letters that it has, and a word when it is stopped."""

import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from invoke.exceptions import Exit

_FAILED = 1


def say_in_any_locale() -> None:
    """What a terminal has no letters for is spelled out."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


@contextmanager
def stopped_in_words() -> Iterator[None]:
    """Whoever stops a build, with Ctrl-C or a signal, is told in one line what stands."""
    own = os.getpid()

    def stop(number: int, _: object) -> None:
        if os.getpid() == own:
            raise KeyboardInterrupt
        signal.signal(number, signal.SIG_DFL)  # a process of the build ends as it is told
        os.kill(os.getpid(), number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        raise Exit("stopped; whatever site stands is whole", _FAILED) from None
    finally:
        signal.signal(signal.SIGTERM, before)
