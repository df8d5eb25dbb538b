"""The words of the field: one for every choice, field, refusal, finding and hint that the source can name."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, TypeVar
from uuid import uuid4

import pytest
from annotated_types import Ge, Le, MaxLen

from medreview import domain
from medreview.domain.base import Entity
from medreview.domain.goal import Goal
from medreview.domain.quality import hints
from medreview.i18n import LANGUAGES, Translator, sentences, terms
from tests.tools.update_catalogues import PACKAGE

T = TypeVar("T")

MODULES = [
    importlib.import_module(f"{domain.__name__}.{found.name}") for found in pkgutil.iter_modules(domain.__path__)
]
KEPT_BY_THE_PROGRAM = {
    *("id", "position", "template", "previous_year", "step"),
    *("committee_id", "review_id", "meeting_id", "member_id", "goal_id", "indicator_id", "predecessor_id"),
}
"""Fields that nobody fills in."""
UNLABELLED = {"Goal.year", "Version.content"}
NEVER_SHOWN = {"Direction"}
"""Choices that only the program makes."""
CODE_OF: Final[dict[type, str]] = {MaxLen: "string_too_long", Ge: "greater_than_equal", Le: "less_than_equal"}
"""Pydantic's code for a limit that is broken."""
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}


def _classes(kind: type[T]) -> Iterator[type[T]]:
    for module in MODULES:
        for _, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, kind) and found.__module__ == module.__name__:
                yield found


def _codes(*names: str) -> set[str]:
    """Return the texts that the source gives as the first argument to these calls."""
    return {
        text.value
        for tree in TREES.values()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names and call.args
        for text in ast.walk(call.args[0])
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }


def _texts_outside_terms() -> set[str]:
    return {
        node.value
        for path, tree in TREES.items()
        if path.name not in ("terms.py", "sentences.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _choices() -> Iterator[type[StrEnum]]:
    return (choice for choice in _classes(StrEnum) if choice.__name__ not in NEVER_SHOWN)


def _limits() -> Iterator[object]:
    for entity in _classes(Entity):
        for field in entity.model_fields.values():
            yield from field.metadata


def test_every_choice_has_a_word_and_every_word_a_choice() -> None:
    members = [member for choice in _choices() for member in choice]
    assert {f"{type(member).__name__}.{member.name}" for member in members} == set(terms.TERMS)


def test_every_field_has_a_label_and_every_label_a_field() -> None:
    fields = {
        f"{entity.__name__}.{name}"
        for entity in _classes(Entity)
        for name in entity.model_fields
        if name not in KEPT_BY_THE_PROGRAM
    }
    assert fields - UNLABELLED == set(terms.FIELDS)


def test_every_refusal_has_a_sentence() -> None:
    assert _codes("Refusal", "ValueError", "_refusal") - set(sentences.REFUSALS) == set()


def test_every_broken_limit_has_a_sentence() -> None:
    assert {CODE_OF[type(limit)] for limit in _limits() if type(limit) in CODE_OF} <= set(sentences.REFUSALS)


def test_every_sentence_of_a_refusal_is_used() -> None:
    assert set(sentences.REFUSALS) - _texts_outside_terms() - set(CODE_OF.values()) - {"decimal_max_places"} == set()


def test_findings_and_their_sentences_are_the_same() -> None:
    assert _codes("Finding") == set(sentences.FINDINGS)


def test_hints_and_their_sentences_are_the_same() -> None:
    goal = Goal(committee_id=uuid4(), year=2026)
    assert {hint.code for hint in hints(goal, (), has_focus_areas=True)} == set(sentences.HINTS)


def test_words_within_a_choice_can_be_told_apart() -> None:
    for language in LANGUAGES:
        words = Translator(language)
        for choice in _choices():
            said = [words.term(member) for member in choice]
            assert len(set(said)) == len(said), (language, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_differs_is_refused_without_names_of_the_file_format(language: str) -> None:
    said = Translator(language).refusal("import_differs", name="MED Skovbrynet", year=2026, where="last_goals")
    assert "MED Skovbrynet 2026" in said
    assert "last_goals" not in said
