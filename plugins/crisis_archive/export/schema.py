"""`schema.json`: the data files described by the very types that they are written from."""

from typing import Any, Final

import msgspec

from crisis_archive.model import Briefing, Comparison, Crisis, Entity, Record, Refusal, Relation, Struct

SCHEMA_FILE: Final = "schema.json"
FORMAT: Final = "crisis-archive/1"
TYPES: Final[dict[str, type[Struct]]] = {
    "documents.jsonl": Record,
    "entities.jsonl": Entity,
    "relations.jsonl": Relation,
    "crises.jsonl": Crisis,
    "briefings.jsonl": Briefing,
    "comparisons.jsonl": Comparison,
    "refusals.jsonl": Refusal,
}
"""What a line of each file holds."""


def schema() -> bytes:
    """A JSON Schema (2020-12) of the whole folder: an object of the files, each a list of its lines."""
    references, definitions = msgspec.json.schema_components(TYPES.values(), ref_template="#/$defs/{name}")
    properties: dict[str, Any] = {
        file: {"type": "array", "items": reference} for file, reference in zip(TYPES, references, strict=True)
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "Each property is a file of JSON Lines, and each item of its array one line.",
        "type": "object",
        "properties": properties,
        "required": list(TYPES),
        "$defs": dict(sorted(definitions.items())),
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
