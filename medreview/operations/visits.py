"""Visits to the fields of a form: what is typed during one can be undone as one step, and the next visit is another."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar
from uuid import uuid4

from medreview.store import journal

P = ParamSpec("P")
R = TypeVar("R")


def during(visit: str, operation: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run an operation that stores what is written during a visit; without a key it is a visit of its own."""
    with journal.visit(visit or uuid4().hex):
        return operation(*args, **kwargs)
