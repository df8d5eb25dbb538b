"""HTML: semantic, standalone, nothing active in it, and every text literal."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.minutes import Kind, render
from medreview.minutes.document import Block, Note, Paragraph, Table
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, LINE_PLACES, PLACES, around, lines, texts
from tests.minutes.readers import html_tags, html_texts
from tests.minutes.worlds import document

PAGE = render(document(everything(), discussion=True, signatures=True, is_example=True), "html")
TAGS = html_tags(PAGE)


def _check(block: Block, subject: str = "Udvalg") -> None:
    shown = around(block, subject)
    page = render(shown, "html")
    assert html_texts(page) == list(shown.texts())
    assert {tag for tag, _ in html_tags(page)} <= {tag for tag, _ in TAGS} | {"hr"}


@settings(deadline=None)
@given(st.sampled_from(sorted(PLACES)), texts)
def test_a_text_is_literal_in_every_place(place: str, text: str) -> None:
    _check(PLACES[place](text))


@settings(deadline=None)
@given(st.sampled_from(sorted(LINE_PLACES)), lines)
def test_a_line_is_literal_in_every_place(place: str, text: str) -> None:
    _check(LINE_PLACES[place](text), text)


@pytest.mark.parametrize("text", CORPUS)
def test_the_corpus_is_literal_in_every_place(text: str) -> None:
    for place in PLACES.values():
        _check(place(text))


def test_the_policy_allows_nothing_but_the_pages_own_style() -> None:
    (policy,) = [attributes["content"] for _, attributes in TAGS if "http-equiv" in attributes]
    styles = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    digest = b64encode(sha256(styles[0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    assert not {"script", "link", "img", "iframe", "a", "form"}.intersection(tag for tag, _ in TAGS)
    assert not {name for _, attributes in TAGS for name in attributes if name in ("src", "href", "style")}
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_the_page_is_in_its_language_and_has_a_title() -> None:
    page = render(document(everything(), language="da"), "html")
    assert '<html lang="da">' in page
    assert "<title>Referat af den årlige drøftelse 2026 – Lokal-MED Strandhaven, Nordø Kommune</title>" in page


def test_headings_are_in_order_and_only_the_title_is_the_first() -> None:
    levels = [int(tag[1]) for tag, _ in TAGS if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_header_cell_has_a_scope() -> None:
    headers = [attributes for tag, attributes in TAGS if tag == "th"]
    assert headers
    assert all(attributes["scope"] == "col" for attributes in headers)


def test_cells_are_set_by_what_they_hold() -> None:
    address = "https://" + "x" * 40
    page = render(
        around(Table(("A", "Tal"), (("kort", "5"), ("en længere tekst end det", address)), "", frozenset({1}))), "html"
    )
    assert '<th scope="col" class="number">Tal</th>' in page
    assert '<td class="short">kort</td>\n<td class="number short">5</td>' in page
    assert f'<td>en længere tekst end det</td>\n<td class="number long">{address}</td>' in page


def test_a_warning_is_marked_by_more_than_words() -> None:
    assert '<p class="warning">Mangler.</p>' in render(around(Note("Mangler.", warns=True)), "html")
    assert '<p class="note">Drøftet.</p>' in render(around(Note("Drøftet.")), "html")


def test_the_banner_is_printed_across_every_page() -> None:
    assert '<body class="minutes" data-banner="EXAMPLE">' in PAGE
    assert 'data-banner=""' in render(document(everything()), "html")
    assert '<body class="agenda"' in render(document(everything(), Kind.AGENDA), "html")


def test_two_renderings_are_the_same() -> None:
    one = around(Paragraph("x"))
    assert render(one, "html") == render(one, "html")
