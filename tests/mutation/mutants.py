"""Small faults put into a module, one at a time: the mutants that tests must notice.

The operators are the usual sufficient ones (Offutt and others, 1996) with statements left out: a comparison
moved by one or turned round, arithmetic and logic exchanged, a condition negated, a number one more, true for
false, a result replaced by nothing, an assignment or a call left out, a loop left early. Words and patterns
(strings) are data and are not touched, nor are annotations and the tables that stand outside functions.
"""

import ast
import copy
from collections.abc import Iterator
from typing import Final, NamedTuple

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


class Mutant(NamedTuple):
    """One fault in one module."""

    number: int
    """Of the faults of its module."""
    line: int
    what: str
    function: str
    """Its qualified name."""
    body: range
    """The lines of the function's body."""


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module, in the order of their places."""
    found: list[Mutant] = []
    for function, place in _places(ast.parse(source)):
        for change, _ in enumerate(_changes(place)):
            same = copy.deepcopy(place)
            what = list(_changes(same))[change]()
            told = f"{what}: {_told(place)}  ->  {_told(same)}"
            found.append(Mutant(len(found), place.lineno, told, function.name, function.body))
    return found


def mutated(source: str, number: int) -> ast.Module:
    """The module with one of its faults."""
    tree = ast.parse(source)
    changes = (change for _, place in _places(tree) for change in _changes(place))
    next(change for at, change in enumerate(changes) if at == number)()
    return ast.fix_missing_locations(tree)


def _told(place: "Place") -> str:
    return ast.unparse(place).split("\n")[0]


class _Function(NamedTuple):
    name: str
    body: range


Place = ast.expr | ast.stmt


def _places(tree: ast.Module) -> Iterator[tuple[_Function, Place]]:
    """Statements and expressions inside functions; no annotations, no docstrings."""
    functions = [(node.name, node) for node in tree.body if isinstance(node, ast.FunctionDef)]
    for kind in tree.body:
        if isinstance(kind, ast.ClassDef):
            functions += [
                (f"{kind.name}.{node.name}", node) for node in kind.body if isinstance(node, ast.FunctionDef)
            ]
    for name, node in functions:
        body = range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
        for statement in node.body:
            for place in _inside(statement):
                yield _Function(name, body), place


def _inside(node: ast.AST) -> Iterator[Place]:
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _inside(each)


def _changes(node: Place) -> Iterator["Change"]:
    """What can be done to one node; each call changes it in its place and says how."""
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            if type(operator) in _COMPARED:
                yield Change("compare", node, number)
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
        yield Change("count", node)
        if isinstance(node, ast.AugAssign):
            yield Change("leave out", node)
    elif isinstance(node, ast.BoolOp):
        yield Change("and/or", node)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        yield Change("negate", node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        yield Change("constant", node)
    elif isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
        yield Change("nothing", node)
    elif isinstance(node, ast.Continue | ast.Break):
        yield Change("loop", node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield Change("leave out", node)


def _is_nothing(value: ast.expr) -> bool:
    """None, or what acts as it does: `None` in the place of `False` or 0 is seen by mypy, not by tests."""
    return isinstance(value, ast.Constant) and not value.value


class Change(NamedTuple):
    """One thing to do to one node."""

    what: str
    node: Place
    number: int = 0

    def __call__(self) -> str:
        node = self.node
        if isinstance(node, ast.Compare):
            node.ops[self.number] = _COMPARED[type(node.ops[self.number])]()
        elif isinstance(node, ast.BinOp | ast.AugAssign) and self.what == "count":
            node.op = _COUNTED[type(node.op)]()
        elif isinstance(node, ast.BoolOp):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        elif isinstance(node, ast.If | ast.While | ast.IfExp):
            node.test = ast.UnaryOp(ast.Not(), copy.copy(node.test))
        elif isinstance(node, ast.Constant):
            node.value = not node.value if isinstance(node.value, bool) else _more(node.value)
        elif isinstance(node, ast.Return):
            node.value = ast.Constant(None)
        else:
            _become_pass(node, ast.Break() if isinstance(node, ast.Continue) else ast.Pass())
        return self.what


def _more(value: object) -> int | float:
    assert isinstance(value, int | float)
    return value + 1


def _become_pass(node: Place, other: ast.stmt) -> None:
    """Make a statement another one in its place: what holds it need not be known."""
    node.__class__ = other.__class__
    for name in ("value", "target", "op"):
        node.__dict__.pop(name, None)
