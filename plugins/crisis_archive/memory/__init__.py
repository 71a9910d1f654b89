"""Memory: what was computed before, kept under the hash of all that it was computed from.

It can be deleted at any time: a missing, damaged or foreign entry is computed again.
"""

from crisis_archive.memory.fingerprints import fingerprint, key_of
from crisis_archive.memory.lasting import keep_last, recall_last
from crisis_archive.memory.packs import Entry, PackError, Packs, Row, Writer
from crisis_archive.memory.shelves import Shelf
from crisis_archive.memory.store import Memory

__all__ = [
    "Entry",
    "Memory",
    "PackError",
    "Packs",
    "Row",
    "Shelf",
    "Writer",
    "fingerprint",
    "keep_last",
    "key_of",
    "recall_last",
]
