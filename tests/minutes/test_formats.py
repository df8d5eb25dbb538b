"""All formats say the same in the same order, and say everything that the review holds."""

import subprocess
import sys
from dataclasses import replace
from enum import Enum
from typing import Any

import pytest

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.minutes import TEXT_FORMATS, Document, Kind, render, render_file
from medreview.minutes.document import Facts, Resolution, Table, with_colon
from tests import builders
from tests.minutes.docx_reader import docx_texts
from tests.minutes.everything import everything
from tests.minutes.readers import html_texts, markdown_texts, solid
from tests.minutes.worlds import document, furnished

WORLDS = {
    "empty": builders.an_empty_dossier(),
    "second year": builders.a_second_year(),
    "full": builders.a_full_dossier(),
    "everything": everything(),
}
DOCUMENTS = [
    furnished(document(dossier, kind, language, is_example=True, discussion=True, signatures=True))
    for dossier in WORLDS.values()
    for kind in Kind
    for language in ("da", "sv", "en")
]
DECORATION = frozenset("=-._>·")

NOT_SHOWN = {"AgendaItem.step", "Review.template", "StepNote.step"}
"""Keys, not texts."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_html_says_what_the_document_says(document: Document) -> None:
    assert html_texts(render(document, "html")) == list(document.texts())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_markdown_says_what_the_document_says(document: Document) -> None:
    assert markdown_texts(render(document, "md")) == list(document.texts())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_word_says_what_the_document_says(document: Document) -> None:
    assert docx_texts(render_file(document, "docx").content) == list(document.texts())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_plain_text_says_what_the_document_says(document: Document) -> None:
    """Tables have a test of their own: the lines of their cells stand beside each other."""
    running = replace(document, blocks=tuple(one for one in document.blocks if not isinstance(one, Table)))
    shown = solid([render(running, "txt")])
    for text in _texts_with_marks(running):
        shown = _after(shown, solid([text]))
    assert set(shown) <= DECORATION


def _texts_with_marks(document: Document) -> list[str]:
    """The document's texts as plain text marks them: a colon after labels, verbs in capitals."""
    marked = [
        replace(block, rows=tuple((with_colon(label), value) for label, value in block.rows))
        if isinstance(block, Facts)
        else replace(block, verb=f"{block.verb.upper()}.")
        if isinstance(block, Resolution)
        else block
        for block in document.blocks
    ]
    return list(replace(document, blocks=tuple(marked)).texts())


def _after(shown: str, text: str) -> str:
    """What follows the text, before which nothing but decoration may stand."""
    while not shown.startswith(text):
        assert shown, f"{text} is not there"
        assert shown[0] in DECORATION, f"{shown[:40]} stands before {text}"
        shown = shown[1:]
    return shown.removeprefix(text)


def _marked(entity: Any) -> Any:
    """Return the entity with its own name and the field's in every text."""
    if not isinstance(entity, Entity):
        return entity
    names = {
        name: f"{type(entity).__name__}.{name}"
        for name, value in entity
        if isinstance(value, str) and not isinstance(value, Enum)
    }
    return entity.model_copy(update={name: mark for name, mark in names.items() if mark not in NOT_SHOWN})


def _every_text_marked(dossier: Dossier) -> Dossier:
    parts = {
        name: tuple(map(_marked, value)) if isinstance(value, tuple) else _marked(value) for name, value in dossier
    }
    return dossier.model_copy(update=parts)


def test_minutes_leave_out_nothing_that_was_written() -> None:
    marked = _every_text_marked(everything())
    texts = "\n".join(document(marked, discussion=True, signatures=True, follow_ups=True).texts())
    written = {
        f"{type(entity).__name__}.{name}"
        for _, entity in marked.entities()
        for name, value in entity
        if isinstance(value, str) and not isinstance(value, Enum)
    }
    missing = sorted(mark for mark in written - NOT_SHOWN if mark not in texts)
    assert not missing


@pytest.mark.parametrize("kind", list(Kind))
def test_without_names_nobody_is_named(kind: Kind) -> None:
    dossier = everything()
    texts = "\n".join(document(dossier, kind, signatures=True, names=False).texts())
    people = [member.name for member in dossier.members if member.name]
    people += [guest.name for guest in dossier.guests]
    people += [one.substitute for one in dossier.attendance if one.substitute]
    assert not [name for name in people if name in texts]


@pytest.mark.parametrize("name", sorted(TEXT_FORMATS))
def test_a_template_in_a_text_stays_a_text(name: str) -> None:
    dossier = builders.an_empty_dossier()
    goal = builders.a_goal(dossier, "{name} {0} {{ 7 * 7 }}")
    shown = render(document(builders.with_goals(dossier, goal)), name)
    assert "{name} {0} {{ 7 " in shown
    assert "49" not in shown


def test_importing_the_minutes_loads_no_library_of_a_format() -> None:
    check = "import sys, medreview.minutes; sys.exit(bool({'jinja2', 'docx', 'lxml'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_languages_differ_in_every_text_of_the_program() -> None:
    """With every text of the user marked, nothing English is left in Danish and Swedish minutes but names."""
    marked = _every_text_marked(everything())
    english = {text for text in document(marked, discussion=True).texts() if text.isascii() and " " in text}
    for language in ("da", "sv"):
        shown = set(document(marked, language=language, discussion=True).texts())
        assert not {text for text in shown & english if not _is_users(text)}


def _is_users(text: str) -> bool:
    """Whether the text holds a marked one, or one of the test's template, which are in three languages."""
    return "." in text or "(en)" in text
