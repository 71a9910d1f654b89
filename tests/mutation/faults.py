"""A mutant put into the place of what is sound: into a loaded function, or into a module to be loaded."""

import importlib.machinery
import inspect
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType

from tests.mutation.mutants import mutated
from tests.mutation.rooms import Case, name_of


def function_of(case: Case) -> FunctionType | None:
    """The loaded function that a mutant is one of; null where its code cannot be exchanged."""
    held: object = sys.modules[name_of(case.path)]
    for name in case.mutant.function.split("."):
        held = vars(held).get(name)
    if isinstance(held, property):
        held = held.fget
    elif isinstance(held, classmethod | staticmethod):
        held = held.__func__
    held = inspect.unwrap(held) if callable(held) else held
    if not isinstance(held, FunctionType) or held.__closure__ or held.__name__ != _last(case):
        return None
    return held


def exchange(case: Case) -> None:
    """Put the mutant's code into the loaded function: whoever holds the function has the mutant."""
    function = function_of(case)
    assert function is not None
    line = function.__code__.co_firstlineno
    function.__code__ = next(
        code
        for code in _inside(_compiled(case))
        if code.co_name == _last(case) and code.co_firstlineno == line
    )


def load_instead(case: Case) -> None:
    """From here on the module is loaded with the mutant."""
    sys.meta_path.insert(0, _Finder(case.path, _compiled(case)))


def _last(case: Case) -> str:
    return case.mutant.function.rpartition(".")[2]


def _compiled(case: Case) -> CodeType:
    tree = mutated(case.source, case.mutant.number)
    return compile(tree, str(case.path), "exec")


def _inside(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inside(constant)


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a code in the place of the source's."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class _Finder(importlib.machinery.PathFinder):
    """Finds one module elsewhere."""

    def __init__(self, path: Path, code: CodeType) -> None:
        self._name = name_of(path)
        self._code = code

    def find_spec(  # type: ignore[override]  # a method here, a class method there
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Loader(name, spec.origin, self._code)
        return spec
