"""The catalogues: complete, and true to the texts of the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from medreview.i18n import Translator
from tests.tools.update_catalogues import FOLDER, LANGUAGES, PACKAGE, catalogue, extracted, forms, translated_calls

TEXTS = extracted()
HOLDERS_OF_TEXTS = (ast.Name, ast.Attribute, ast.Subscript)
"""What `tr` may be given beside a text: something that holds a text marked with N_ elsewhere."""
HOLDERS = {"Command", "Listing", "Deed", "FieldHelp"}
"""What holds texts until they are shown; a text in it that N_ does not mark would stay English."""
PLACEHOLDER = re.compile(r"{\w+}")
MARKS = (".", ":", "?", "!")
SOURCES = sorted(PACKAGE.rglob("*.py"))


def _messages(language: str) -> dict[str, Message]:
    return {message.id if isinstance(message.id, str) else message.id[0]: message for message in catalogue(language)}


def _broken(language: str) -> Iterator[str]:
    messages = _messages(language)
    for text, key in TEXTS.items():
        message = messages.get(text)
        if message is None or message.fuzzy or not all(forms(message)):
            yield f"no translation: {text}"
        elif len(forms(message)) != (1 if isinstance(key, str) else 2):
            yield f"singular and plural do not fit: {text}"
        else:
            yield from _unfaithful(text, forms(message))


def _unfaithful(text: str, translations: tuple[str, ...]) -> Iterator[str]:
    for translation in translations:
        if sorted(PLACEHOLDER.findall(translation)) != sorted(PLACEHOLDER.findall(text)):
            yield f"other placeholders: {text} → {translation}"
        if _edges(translation) != _edges(text):
            yield f"other white space at the ends: {text!r} → {translation!r}"
        if text.count(" ") > 1 and text.endswith(MARKS) != translation.endswith(MARKS):
            yield f"other punctuation at the end: {text} → {translation}"


def _edges(text: str) -> tuple[bool, bool, int]:
    return text[:1].isspace(), text[-1:].isspace(), text.count("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_true_to_the_source(language: str) -> None:
    assert list(_broken(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_past_is_left(language: str) -> None:
    past = set(_messages(language)) - set(TEXTS) - {""}
    assert past == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_the_source_of_the_translator(language: str) -> None:
    assert FOLDER.joinpath(f"{language}.mo").exists()
    assert Translator(language).tr("Decision") == _messages(language)["Decision"].string


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_translated_can_be_extracted(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [
        ast.unparse(call) for call, texts in translated_calls(tree) if not all(_is_extractable(one) for one in texts)
    ]
    assert wrong == []


def _is_extractable(text: ast.expr) -> bool:
    return isinstance(text, HOLDERS_OF_TEXTS) or (isinstance(text, ast.Constant) and isinstance(text.value, str))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_is_left_untranslated(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    translated = {id(part) for _, texts in translated_calls(tree) for text in texts for part in ast.walk(text)}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    left = [text.value for text in texts if id(text) not in translated | docstrings and _is_sentence(text.value)]
    assert left == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_texts_kept_for_later_are_marked(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    kept = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in HOLDERS)
    values = (value for call in kept for value in (*call.args, *(keyword.value for keyword in call.keywords)))
    texts = [one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    assert [text for text in texts if text[:1].isupper()] == []


def _is_sentence(text: object) -> bool:
    return isinstance(text, str) and re.match(r"[A-Z][a-z]*,? [a-z]+\b", text) is not None


def test_plural_follows_the_number() -> None:
    danish = Translator("da")
    one, many = "Planned: {count} minute in all.", "Planned: {count} minutes in all."
    assert danish.ntr(one, many, 1) == "Planlagt: 1 minut i alt."
    assert danish.ntr(one, many, 120) == "Planlagt: 120 minutter i alt."
