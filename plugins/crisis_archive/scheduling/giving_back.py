"""Memory that is no longer used, given back to the system: each process forked after that needs less."""

import ctypes
import sys


def give_back() -> None:
    """Give back what the C library holds in store; it keeps it otherwise, for what may come."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU library alone
        if trim is not None:
            trim(0)
