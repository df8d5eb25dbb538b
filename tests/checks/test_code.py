"""How the code reads: everything public says what it is, and functions stay short."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.checks.project import PACKAGE, ROOT

MODULES = sorted(PACKAGE.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    """Return a module's code as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def public(module: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """Yield what a module defines for others, and the methods of its classes that derive from nothing."""
    for node in module.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.bases:
            yield from (one for one in node.body if isinstance(one, Function) and not one.name.startswith("_"))


def lines_of(function: Function) -> int:
    """Return how many lines a function has without its head and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_everything_public_says_what_it_is(path: Path) -> None:
    module = tree(path)
    silent = [node.name for node in public(module) if not ast.get_docstring(node) and not node.name.endswith("Row")]
    assert ast.get_docstring(module)
    assert silent == []


def test_functions_are_short() -> None:
    functions = [node for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, Function)]
    assert median(lines_of(function) for function in functions) <= 6
    assert sum(lines_of(function) > 30 for function in functions) / len(functions) <= 0.02
