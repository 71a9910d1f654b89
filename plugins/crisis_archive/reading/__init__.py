"""From a folder of files to decoded seeds: listing, decoding, taking the text out of web pages.

The doors are `list_seeds` and `read_seed`; what editors write is read by `reading.editorial`.
"""

from crisis_archive.reading.files import SeedFile, list_seeds
from crisis_archive.reading.seeds import read_seed

__all__ = ["SeedFile", "list_seeds", "read_seed"]
