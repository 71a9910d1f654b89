"""What every type and field of the model means: the strings that stand below them in its source.

Read from the source and not from `__doc__`, for fields have none, and Python drops it where asked to.
"""

import ast
import inspect

from crisis_archive.model import Struct


def docs_of(kind: type[Struct]) -> tuple[str, dict[str, str]]:
    """The description of a type, and of each field that has one, its own or inherited."""
    of_type = ""
    of_fields: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if issubclass(each, Struct) and each is not Struct:
            of_type, own = _read(each)
            of_fields |= own
    return of_type, of_fields


def _read(kind: type[Struct]) -> tuple[str, dict[str, str]]:
    (definition,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(definition, ast.ClassDef)
    fields = {}
    for field, after in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and _is_words(after):
            fields[field.target.id] = _words(after)
    return _words(definition.body[0]) if _is_words(definition.body[0]) else "", fields


def _is_words(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _words(node: ast.stmt) -> str:
    assert isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return " ".join(str(node.value.value).split())
