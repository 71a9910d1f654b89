"""The data that every build publishes: an archive as JSON Lines and the schema that describes them."""

from crisis_archive.export.jsonl import DATA_FILES, write_data
from crisis_archive.export.seeds import SeedChangedError, write_seeds

__all__ = ["DATA_FILES", "SeedChangedError", "write_data", "write_seeds"]
