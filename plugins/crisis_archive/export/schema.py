"""`schema.json`: the data files described by the very types that they are written from."""

from typing import Any, Final

import msgspec

from crisis_archive.export.field_docs import docs_of
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
    kinds = _kinds(Struct)
    definitions = {name: _complete(definitions[name], kinds[name]) for name in sorted(definitions)}
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
        "$defs": definitions,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _kinds(base: type[Struct]) -> dict[str, type[Struct]]:
    """Every type of the model by its name."""
    found: dict[str, type[Struct]] = {}
    for kind in base.__subclasses__():
        if kind.__module__.startswith("crisis_archive.model."):
            found |= {kind.__name__: kind} | _kinds(kind)
    return found


def _complete(definition: dict[str, Any], kind: type[Struct]) -> dict[str, Any]:
    """With what types cannot say: what each field means, and that it is always written."""
    description, of_fields = docs_of(kind)
    whole = {"title": kind.__name__, "description": ""} | definition | {"description": description}
    if "properties" in whole:
        whole["properties"] = {
            name: {**field, **({"description": of_fields[name]} if name in of_fields else {})}
            for name, field in whole["properties"].items()
        }
        for field in whole["properties"].values():
            field.pop("default", None)
        whole["required"] = list(whole["properties"])
    return whole
