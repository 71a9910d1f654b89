"""The data that every build publishes: an archive as JSON Lines and the schema that describes them."""

from crisis_archive.export.jsonl import DATA_FILES, write_data

__all__ = ["DATA_FILES", "write_data"]
