"""Python looks for values that hold each other in a ring, again and again: in vain where none can."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_looking_for_cycles() -> Iterator[None]:
    """For a stretch that makes millions of values that stay; nor are they looked through afterwards."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
