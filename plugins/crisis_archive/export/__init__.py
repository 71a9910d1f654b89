"""The data that every build publishes: an archive as JSON Lines and the schema that describes them."""

from crisis_archive.export.jsonl import DATA_FILES, TEXTS_FILE, write_data
from crisis_archive.export.seeds import SeedChangedError, write_seeds
from crisis_archive.export.texts import TextLines

__all__ = ["DATA_FILES", "TEXTS_FILE", "SeedChangedError", "TextLines", "write_data", "write_seeds"]
