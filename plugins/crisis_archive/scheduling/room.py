"""Room for calls within calls.

Python (since 3.11) lays what calls hold on pieces of memory of 16 KB. It takes the next piece from the
system when one is full, and gives it back as soon as the call ends that needed it. A loop whose calls lie
just there pays a hundred times what a call costs, and each caller that comes between moves which loop that
is: imports, which lie deep, paid a tenth of a second.
"""

from collections.abc import Callable
from typing import Final, TypeVar

Result = TypeVar("Result")

_WORDS: Final = 70_000
"""What one call asks for, in words of 8 bytes. It gets a piece of the next power of two, 1 MB, and the 58,000
words that are left of it do for a depth of more than a thousand calls. Memory that no call reaches
is never taken."""


def with_room(work: Callable[[], Result]) -> Result:
    """What `work` gives; its calls, and all within them, lie on one large piece."""
    return work()


with_room.__code__ = with_room.__code__.replace(co_stacksize=_WORDS)
